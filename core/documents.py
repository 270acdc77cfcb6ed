"""The words of uploaded documents, read by the queue: a page at a time, so that a long one needs no more memory.

PDF by pypdfium2 (Chromium's own reader), Word by `core.word`. What cannot be read says why (`TextState`).
"""

import logging
import zlib
from collections.abc import Iterator
from datetime import timedelta
from typing import IO, Any
from zipfile import BadZipFile

import pypdfium2
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from django_tasks import task
from wagtail.documents import get_document_model

from core import text, word
from core.models.files import TextState

words_read = Signal()  # of the document `instance`, within the transaction that keeps them
logger = logging.getLogger(__name__)
MOST_LETTERS = 2_000_000  # about 800 pages; the rest of a longer document is not searched
PASSWORD_NEEDED = 4  # PDFium's FPDF_ERR_PASSWORD
QUEUE_MAY_TAKE = timedelta(minutes=10)


@task(backend="jobs")
def read_text(document_id: int) -> str:
    """Reads the words of one document and keeps them; returns what became of it. A deleted document is no error."""
    document = get_document_model().objects.filter(pk=document_id).first()
    if document is None:
        return "nothing to do"
    state, words = _read(document)
    with transaction.atomic():
        # Not `save()`: that would be a change of the document, with all that follows from one.
        get_document_model().objects.filter(pk=document_id).update(text=words, text_state=state)
        words_read.send(sender=type(document), instance=document)
    return str(state)


def requeue() -> int:
    """Hands documents that still wait after ten minutes to the queue again; returns how many."""
    waiting = get_document_model().objects.filter(
        text_state=TextState.WAITING, created_at__lt=timezone.now() - QUEUE_MAY_TAKE
    )
    ids = list(waiting.values_list("pk", flat=True))
    for pk in ids:
        read_text.enqueue(pk)
    return len(ids)


def _read(document: Any) -> tuple[TextState, str]:
    readers = {"pdf": pages_of_pdf, "docx": word.paragraphs}
    reader = readers.get(document.file_extension.lower())
    if reader is None:
        return TextState.NONE, ""
    try:
        with document.file.open("rb") as file:
            words = _joined(reader(file))
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == PASSWORD_NEEDED
        return (TextState.ENCRYPTED if encrypted else TextState.BROKEN), ""
    except (OSError, ValueError, KeyError, BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        logger.info("The words of document %s were not read: %s", document.pk, type(error).__name__)
        return TextState.BROKEN, ""
    return (TextState.READ, words) if words else (TextState.SCANNED, "")


def pages_of_pdf(file: IO[bytes]) -> Iterator[str]:
    """The words of each page. Raises pypdfium2.PdfiumError for what is no PDF, is damaged, or asks for a password."""
    pdf = pypdfium2.PdfDocument(file)
    try:
        for number in range(len(pdf)):
            page = pdf[number]
            words = page.get_textpage()
            yield words.get_text_bounded()
            words.close()
            page.close()
    finally:
        pdf.close()


def _joined(parts: Iterator[str]) -> str:
    """Cleaned as a whole: a heading alone does not tell of which old font it is."""
    kept, letters = [], 0
    for part in parts:
        kept.append(part)
        letters += len(part)
        if letters > MOST_LETTERS:
            break
    lines = text.clean("\n".join(kept)[:MOST_LETTERS]).splitlines()
    return "\n".join(line for line in lines if line.strip())
