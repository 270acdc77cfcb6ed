"""What the sender fills in about her own case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.fields import CleanCharField
from feedback.enums import Judgement
from feedback.forms.fields import PublicForm, files_field
from feedback.models.cases import LONGEST_TEXT


class LookupForm(PublicForm):
    """Code and secret, as they stand on the receipt."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Eight letters and digits, like K7MA-2XHP. Small letters and spaces do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    secret = forms.CharField(
        label=_("Secret"),
        max_length=40,
        help_text=_("Six digits."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


class MessageForm(PublicForm):
    """What the sender adds to her case."""

    words = CleanCharField(
        label=_("Your message"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    photos = files_field()
    key = forms.UUIDField(widget=forms.HiddenInput)


class JudgementForm(PublicForm):
    """Whether the answer helped."""

    judgement = forms.ChoiceField(
        label=_("Did the answer help you?"),
        choices=[choice for choice in Judgement.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    judgement_words = CleanCharField(
        label=_("Anything you want to add"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
