"""What the sender fills in about her own case."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.forms.fields import TYPED_AS_IT_STANDS, CleanCharField
from feedback import receipts
from feedback.enums import Judgement
from feedback.forms.fields import KeyedForm, PublicForm, files_field
from feedback.models.cases import LONGEST_TEXT


class LookupForm(PublicForm):
    """Code and secret, as they stand on the receipt."""

    code = forms.CharField(
        label=_("Code"),
        max_length=80,
        help_text=_("Eight letters and digits, like K7M4-2GHP. Small letters and spaces do not matter."),
        widget=forms.TextInput(attrs=TYPED_AS_IT_STANDS),
    )
    secret = forms.CharField(
        label=_("Secret"),
        max_length=80,
        help_text=_("Six digits."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def clean_code(self) -> list[str]:
        """The codes that it may stand for."""
        found = receipts.codes_in(self.cleaned_data["code"])
        if not found:
            raise ValidationError(
                _("A code has eight letters and digits, like K7M4-2GHP. Please compare it once more.")
            )
        return found

    def clean_secret(self) -> str:
        secret = receipts.secret_in(self.cleaned_data["secret"])
        if len(secret) != receipts.SECRET_DIGITS:
            raise ValidationError(
                ngettext_lazy(
                    "The secret has six digits; here stands %(number)s. Please compare it once more.",
                    "The secret has six digits; here stand %(number)s. Please compare it once more.",
                    "number",
                ),
                params={"number": len(secret)},
            )
        return secret


class MessageForm(KeyedForm):
    """What the sender adds to her case."""

    words = CleanCharField(
        label=_("Your message"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    photos = files_field()

    field_order = ("words", "photos", "key")


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
