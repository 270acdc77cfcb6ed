"""The words of uploaded documents, read by the queue: a piece at a time, so that a long one needs no more memory.

PDF by `core.pdf_words`, files of offices by `core.office`. What cannot be read says why (`TextState`), and how much could.
"""

import logging
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import IO, Any
from zipfile import BadZipFile

import pypdfium2
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from django_tasks import task
from wagtail.documents import get_document_model

from core import office, pdf_words, text
from core.models.files import TextState

words_read = Signal()  # of the document `instance`, within the transaction that keeps them
logger = logging.getLogger(__name__)
# About 190 pages. The search holds little more (`search.indexing.LONGEST_BODY`, with the words of the page that shows the document):
# what is kept is found, and of a longer one the editor is told.
MOST_LETTERS = 380_000
WITHOUT_WORDS = {"mp3", "mp4"}
QUEUE_MAY_TAKE = timedelta(minutes=10)


@dataclass(frozen=True)
class Reading:
    """What came of reading a file; of a PDF, how many pages that are not blank it has, and of how many the words are known."""

    text_state: TextState
    text: str = ""
    pages: int = 0
    pages_read: int = 0


class _Words:
    """What is kept of the words, as they come."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._room = MOST_LETTERS

    def add(self, part: str) -> bool:
        """Keeps `part`, or as much of it as there is room for; whether all of it is kept."""
        if part.strip() and self._room > 0:
            self._kept.append(part[: self._room])
            self._room -= len(part) + 1
        return self._room > 0

    def __str__(self) -> str:
        """Cleaned as a whole: a heading alone does not tell of which old font it is."""
        lines = text.clean("\n".join(self._kept)).splitlines()
        return "\n".join(line for line in lines if line.strip())


@task(backend="jobs")
def read_text(document_id: int) -> str:
    """Reads the words of one document and keeps them; returns what became of it. A deleted document is no error."""
    document = get_document_model().objects.filter(pk=document_id).first()
    if document is None:
        return "nothing to do"
    reading = _read(document)
    with transaction.atomic():
        # Not `save()`: that would be a change of the document, with all that follows from one.
        get_document_model().objects.filter(pk=document_id).update(**asdict(reading))
        words_read.send(sender=type(document), instance=document)
    return str(reading.text_state)


def requeue() -> int:
    """Hands documents that still wait after ten minutes to the queue again; returns how many."""
    waiting = get_document_model().objects.filter(
        text_state=TextState.WAITING, created_at__lt=timezone.now() - QUEUE_MAY_TAKE
    )
    ids = list(waiting.values_list("pk", flat=True))
    for pk in ids:
        read_text.enqueue(pk)
    return len(ids)


def _read(document: Any) -> Reading:
    kind = document.file_extension.lower()
    if kind != "pdf" and kind not in office.DIALECTS:
        return Reading(TextState.NONE if kind in WITHOUT_WORDS else TextState.UNREAD)
    try:
        with document.file.open("rb") as file:
            return _read_pdf(file) if kind == "pdf" else _read_paragraphs(office.paragraphs(file, kind))
    except pypdfium2.PdfiumError as error:
        return Reading(TextState.ENCRYPTED if pdf_words.asks_for_password(error) else TextState.BROKEN)
    except office.Locked:
        return Reading(TextState.ENCRYPTED)
    except (OSError, ValueError, KeyError, BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        logger.info("The words of document %s were not read: %s", document.pk, type(error).__name__)
        return Reading(TextState.BROKEN)


def _read_pdf(file: IO[bytes]) -> Reading:
    words, pages, read, is_coded = _Words(), 0, 0, False
    for page in pdf_words.pages(file):
        is_kept = words.add(page.words)
        pages += not page.is_blank
        read += is_kept and not (page.is_picture or page.is_coded or page.is_blank)
        is_coded |= page.is_coded
    if not pages:
        return Reading(TextState.EMPTY)
    if not read:
        return Reading(TextState.CODED if is_coded else TextState.SCANNED, str(words), pages)
    return Reading(TextState.READ if read == pages else TextState.PARTLY, str(words), pages, read)


def _read_paragraphs(paragraphs: Iterable[str]) -> Reading:
    words = _Words()
    try:
        is_whole = all(words.add(paragraph) for paragraph in paragraphs)
    except office.Incomplete:
        is_whole = False
    if not str(words):
        return Reading(TextState.EMPTY if is_whole else TextState.UNREAD)
    return Reading(TextState.READ if is_whole else TextState.PARTLY, str(words))
