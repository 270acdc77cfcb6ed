"""What the fields of citizens' forms share."""

import uuid
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from feedback.models.files import LARGEST_FILE, MOST_FILES


class LabelChoiceField(forms.ModelChoiceField):
    """Shows names in the active language."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.label)


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Any number of files; `feedback.services.keep_pending` says which are taken."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        return [file for file in files if file]


def files_field() -> SeveralFilesField:
    return SeveralFilesField(
        label=_("Photos or PDFs"),
        required=False,
        help_text=format_lazy(
            _("Up to {number}, 10 MB each. The place and the device noted in a photo are removed."), number=MOST_FILES
        ),
        widget=SeveralFilesInput(
            attrs={
                "accept": "image/*,.heic,.heif,application/pdf",
                "data-choose": _("Choose photos or files"),
                "data-leave-out": _("Leave out"),
                "data-again": _("Please choose once more, they did not come along: {names}"),
                "data-most": MOST_FILES,
                "data-largest": LARGEST_FILE,
                "data-too-many": format_lazy(
                    _("“{name}” was left out: at most {number} files."), name="{name}", number=MOST_FILES
                ),
                "data-too-large": format_lazy(
                    _("“{name}” was left out: larger than {number} MB."), name="{name}", number=LARGEST_FILE // 2**20
                ),
            }
        ),
    )


class PublicForm(forms.Form):
    """A form that a page shows with `crispy`, inside its own tag; its errors stand above it too (`error_summary.html`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True  # nobody is signed in here: there is nothing to forge


class KeyedForm(PublicForm):
    """A form that carries a key of its own: sent twice, kept once; and its files are kept under it."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def restate(self, **values: Any) -> None:
        """Shows the form again with other values in some fields; all words stay."""
        given: Any = self.data
        data = given.copy()
        for name, value in values.items():
            data[name] = str(value)
        self.data = data

    def ensure_key(self) -> uuid.UUID:
        """The key of a form that was sent, also where other fields have errors; a new one where it came without."""
        try:
            return uuid.UUID(str(self.data.get("key", "")))
        except ValueError:
            self.restate(key=(key := uuid.uuid4()))
            return key
