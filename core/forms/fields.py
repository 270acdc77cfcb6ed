"""Fields for what people type."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from core import emails, phones

# Of a code: a phone corrects nothing, offers nothing, and writes capitals.
TYPED_AS_IT_STANDS = {
    "autocomplete": "off",
    "autocorrect": "off",
    "autocapitalize": "characters",
    "spellcheck": "false",
}


class CleanCharField(forms.CharField):
    """Text that may be long (what it holds, `core.forms.gate` cleans)."""

    default_error_messages = {
        "max_length": _("“%(label)s” is too long: %(show_value)s letters, at most %(limit_value)s. Please shorten it.")
    }

    def run_validators(self, value: Any) -> None:
        """What is wrong names the field: above the form it stands among the errors of others."""
        try:
            super().run_validators(value)
        except ValidationError as errors:
            for error in errors.error_list:
                error.params = {"label": self.label or _("What was written"), **(error.params or {})}
            raise

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without `maxlength`: a browser would cut what is pasted without a word; the form says what is too long."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class PhoneField(CleanCharField):
    """A phone number that somebody can be rung under, its digits as everybody reads them."""

    default_validators = [phones.validate]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, **kwargs)

    def to_python(self, value: Any) -> str:
        return phones.legible(super().to_python(value) or "")


class EmailField(forms.EmailField):
    """An address for mail (`core.forms.gate` makes it legible); what is wrong in it is named."""

    default_validators = [emails.validate, validate_email]

    def run_validators(self, value: Any) -> None:
        """Only the first fault: a letter that cannot be in it makes the whole wrong, too."""
        try:
            super().run_validators(value)
        except ValidationError as errors:
            raise ValidationError(errors.error_list[:1]) from errors
