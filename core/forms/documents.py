"""The upload of documents. (Apart from the pages' form: it needs the document model, which loads after.)"""

from typing import Any

import filetype
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from core import disk
from core.models import TextState

LARGEST = 25 * 1024 * 1024  # bytes; twenty minutes of a loudspeaker's broadcast, a hundred scanned pages
# What the first bytes say of the kinds whose name must not lie. ("doc" stands for all of Office before 2007.)
KINDS = {
    "pdf": {"application/pdf"},
    "docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip"},
    "xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"},
    "pptx": {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/zip"},
}


class DocumentForm(BaseDocumentForm):
    """Wagtail's document form; refuses a file that is not what its name says, and has its words read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields and self.instance.pk:
            self.fields["file"].help_text = self.instance.get_text_state_display()

    def clean_file(self) -> Any:
        file = self.cleaned_data.get("file")
        if not file or "file" not in self.changed_data:
            return file
        if file.size > LARGEST:
            raise ValidationError(
                _("The file is %(size)s; at most %(limit)s can be sent."),
                code="file_too_large",
                params={"size": filesizeformat(file.size), "limit": filesizeformat(LARGEST)},
            )
        disk.refuse_without_room(file.name, file.size)
        extension = file.name.rpartition(".")[2].lower()
        file.seek(0)
        kind = filetype.guess_mime(file.read(8192))
        file.seek(0)
        if extension in KINDS and kind not in KINDS[extension]:
            raise ValidationError(
                _(
                    "“%(name)s” is called a %(kind)s file but is none. Please save it again as %(kind)s and upload that."
                ),
                code="not_what_it_says",
                params={"name": file.name, "kind": extension.upper()},
            )
        return file

    def save(self, commit: bool = True) -> Any:
        if "file" in self.changed_data:
            self.instance.text, self.instance.text_state = "", TextState.WAITING
        return super().save(commit=commit)
