"""What the forms of our own admin screens share."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

CHOOSE = _("Choose …")


def day(**kwargs: Any) -> forms.DateField:
    """A day, by the browser's own calendar."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


def add_errors(form: forms.Form, error: ValidationError) -> None:
    """Shows each error at its field; one about something the form does not ask for, above it."""
    errors_of = error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
    for name, errors in errors_of.items():
        form.add_error(name if name in form.fields else None, errors)
