"""What the sender fills in about her own case."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core import codes
from core.forms.fields import TYPED_AS_IT_STANDS, CleanCharField
from feedback import receipts
from feedback.enums import Judgement
from feedback.forms.fields import KeyedForm, PublicForm, files_field
from feedback.models.cases import LONGEST_TEXT

LONGEST_MESSAGE = 2000  # characters, of the words in which somebody forwards what stands on her receipt
NO_CODE = format_lazy(
    _("A code has eight letters and digits, like K7M4-2GHP, and never {never}. Please compare it once more."),
    never=codes.NEVER_USED,
)


class LookupForm(PublicForm):
    """Code and secret, as they stand on the receipt; or the message in which she keeps them, in whichever field."""

    code = CleanCharField(
        label=_("Code"),
        max_length=LONGEST_MESSAGE,
        help_text=_("Eight letters and digits, like K7M4-2GHP. Small letters and spaces do not matter."),
        widget=forms.TextInput(attrs=TYPED_AS_IT_STANDS),
    )
    secret = CleanCharField(
        label=_("Secret"),
        max_length=LONGEST_MESSAGE,
        help_text=_("Six digits."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def clean(self) -> dict[str, Any]:
        """`code` becomes the codes that it may stand for. An empty field is no fault where the other one holds both."""
        typed = {name: self.cleaned_data.get(name, "") for name in ("code", "secret")}
        found, secret = receipts.read(**typed)
        for name, is_there in (("code", bool(found)), ("secret", len(secret) == receipts.SECRET_DIGITS)):
            if is_there:
                self.errors.pop(name, None)
            elif typed[name]:
                self.add_error(name, NO_CODE if name == "code" else _no_secret(len(secret)))
        return {"code": found, "secret": secret}


def _no_secret(digits: int) -> ValidationError:
    return ValidationError(
        ngettext_lazy(
            "The secret has six digits; here stands %(number)s. Please compare it once more.",
            "The secret has six digits; here stand %(number)s. Please compare it once more.",
            "number",
        ),
        params={"number": digits},
    )


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
