"""The upload of documents. (Apart from the pages' form: it needs the document model, which loads after.)"""

import re
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from core import disk, file_names, office, pdf_words, uploads
from core.models import TextState

LARGEST = 25 * 1024 * 1024  # bytes; twenty minutes of a loudspeaker's broadcast, a hundred scanned pages
CHECKED = {"pdf", *office.DIALECTS}  # kinds whose name must not lie
GIVING_WAY = {f".{kind}" for kind in [*CHECKED, "doc", "docm", "xls", "xlsm", "ppt", "pptm", "zip"]}  # to the true one
NAMED = re.compile(r"\w")  # of signs alone Django makes no name for the disk
LIE = _("“%(name)s” is called a %(kind)s file but is none. Please save it again as %(kind)s and upload that.")
DAMAGED = _("“%(name)s” is damaged or was cut off on the way. Please upload it again.")
LOCKED = _(
    "“%(name)s” has a password, or is of an older kind that was only renamed. "
    "Please save it as %(kind)s without a password and upload that."
)


class DocumentForm(BaseDocumentForm):
    """Wagtail's document form; refuses a file that is not what its name says, and has its words read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" not in self.fields:
            return
        self.fields["file"].allow_empty_file = True  # refused below, by its name
        if self.instance.pk:
            self.fields["file"].help_text = self.instance.how_read

    def clean_file(self) -> Any:
        file = self.cleaned_data.get("file")
        if not file or "file" not in self.changed_data:
            return file
        uploads.refuse_by_size(file.name, file.size, LARGEST)
        disk.refuse_without_room(file.name, file.size)
        file.name = _fitting_name(file)
        return file

    def save(self, commit: bool = True) -> Any:
        if "file" in self.changed_data:
            self.instance.text, self.instance.text_state = "", TextState.WAITING
        return super().save(commit=commit)


def _fitting_name(file: Any) -> str:
    """The name of `file`, with the ending of what it is. Raises ValidationError where it is nothing that its name says."""
    name = file_names.plain(file.name)
    called = PurePath(name).suffix.lower().removeprefix(".")
    kind = "pdf" if pdf_words.is_pdf(file) else office.kind_of(file)
    if not kind and called in CHECKED:
        sentence = DAMAGED if office.is_cut_off(file, called) else LOCKED if office.is_old_or_locked(file) else LIE
        raise ValidationError(sentence, code="not_what_it_says", params={"name": file.name, "kind": called.upper()})
    if kind:
        name = file_names.fitting(name, [f".{kind}"], GIVING_WAY)
    return name if NAMED.search(PurePath(name).stem) else f"{file_names.NAMELESS}{PurePath(name).suffix}"
