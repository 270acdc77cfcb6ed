"""Fields for what people type."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core import phones

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
        "max_length": _("The text is too long: %(show_value)s letters, at most %(limit_value)s. Please shorten it.")
    }

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
