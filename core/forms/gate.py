"""The door of all forms, ours and every package's: what is typed or pasted into a field of words passes `core.text`.

Django has no hook for that: its CharField is given our `to_python`. So it holds for the blocks of a body, the titles of files, names,
reasons, search boxes alike, and what is checked (required, unique, not too long) is what will be kept.
"""

import re
from typing import Any

from django import forms
from wagtail.admin.forms.choosers import URLOrAbsolutePathField
from wagtail.admin.rich_text import DraftailRichTextArea

from core import emails, text

ADDRESS = re.compile(r"(?:[a-z]+:|/|www\.)\S*")  # of a page, of mail, a telephone: for programs, letter by letter
FOR_PROGRAMS = (forms.URLField, forms.SlugField)
_plain = forms.CharField.to_python
_plain_address = URLOrAbsolutePathField.to_python


def close() -> None:
    """From now on all forms clean their words."""
    forms.CharField.to_python = _cleaned  # type: ignore[method-assign, assignment]
    # Wagtail's looks at the first letter of an address that was not sent.
    URLOrAbsolutePathField.to_python = lambda field, value: _plain_address(field, value or "")


def _cleaned(field: forms.CharField, value: Any) -> Any:
    plain = _plain(field, value)
    if not isinstance(plain, str) or not field.strip or _is_secret(field.widget):
        return plain
    return clean_for(field, plain) or field.empty_value


def clean_for(field: forms.CharField, value: str) -> str:
    if isinstance(field.widget, DraftailRichTextArea):
        return text.clean_html(value)
    if isinstance(field, forms.EmailField):
        return emails.legible(value)
    if field.widget.is_hidden or isinstance(field, FOR_PROGRAMS) or ADDRESS.fullmatch(value.strip()):
        return text.seen(value)
    return text.clean(value) if isinstance(field.widget, forms.Textarea) else text.clean_line(value)


def _is_secret(widget: forms.Widget) -> bool:
    return getattr(widget, "input_type", "") == "password"
