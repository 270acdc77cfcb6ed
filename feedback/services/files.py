"""Files of citizens: checked by their bytes, kept over an error of the form, made harmless by the queue, swept."""

import hashlib
import logging
import os
import uuid
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_tasks import task

from core import disk, file_names, jobs, pdf_words, pictures, uploads
from feedback.enums import FileState
from feedback.models import Attachment, Case, CaseEvent, PendingUpload
from feedback.models.files import LARGEST_FILE, MOST_FILES, private_storage

logger = logging.getLogger(__name__)
PDF = "application/pdf"
PENDING_LIVES = timedelta(days=1)
UNREAD_LIVES = timedelta(days=30)
QUEUE_MAY_TAKE = timedelta(minutes=10)
ASIDE = "aside"  # in DATA_DIR
ASIDE_LIVES = timedelta(days=30)
FEW_ORPHANS, MANY_FILES_PER_ORPHAN = 20, 20  # a crash leaves a handful; one in twenty is no crash
MOST_SENTENCES = 30
INSTEAD = {  # of what the library of pictures says
    "not_a_picture": _(
        "“%(name)s” is neither a photo nor a PDF that we can read. We take pictures (%(taken)s) and PDFs."
    ),
    "sound": _(
        "“%(name)s” is a sound recording, which we cannot take here. Please write down what it says, or come and tell us."
    ),
}
BROKEN_PDF = _("“%(name)s” is damaged or was cut off on the way. Please send it again.")
LOCKED_PDF = _(
    "“%(name)s” asks for a password, so the officers could not open it. Please send it without one, or photos of it."
)


class FileRefused(ValidationError):
    """Why one file was not taken, naming it."""


def keep_pending(form_key: uuid.UUID, files: list[Any]) -> tuple[list[PendingUpload], list[str]]:
    """Keeps the good ones of `files` under the form's key; returns all it has by now, and a sentence for each that was refused."""
    uploads, refused = store(form_key, files)
    keep(uploads)
    return list(pending_of(form_key)), refused


def store(form_key: uuid.UUID, files: list[Any]) -> tuple[list[PendingUpload], list[str]]:
    """Writes the good ones of `files` to the disk; returns them, their rows not saved yet, and a sentence for each refused.

    The first five stay, whatever else comes; the same bytes sent twice are one file.
    """
    known = set(pending_of(form_key).values_list("digest", flat=True))
    stored, refused = [], []
    for file in files:
        try:
            kind, digest = check(file)
            if digest in known:
                continue
            if len(known) >= MOST_FILES:
                raise FileRefused(
                    _("“%(name)s” was not taken: at most %(limit)s files. The first %(limit)s are kept."),
                    params={"name": file.name, "limit": MOST_FILES},
                )
            disk.refuse_without_room(file.name, file.size)
        except ValidationError as refusal:
            refused += refusal.messages
            continue
        name = pictures.fitting_name(file_names.plain(file.name), kind)
        upload = PendingUpload(form_key=form_key, name=name, kind=kind, size=file.size, digest=digest)
        upload.file.save("upload", file, save=False)  # no name of hers: of signs alone, Django makes none for the disk
        known.add(digest)
        stored.append(upload)
    return stored, _not_too_long(refused)


def _not_too_long(sentences: list[str]) -> list[str]:
    """The first thirty: somebody chose her whole gallery."""
    more = len(sentences) - MOST_SENTENCES
    if more <= 0:
        return sentences
    rest = ngettext("%(number)s more file was not taken.", "%(number)s more files were not taken.", more)
    return [*sentences[:MOST_SENTENCES], rest % {"number": more}]


def keep(uploads: Iterable[PendingUpload]) -> None:
    """Saves the rows of stored files. One that another process keeps meanwhile (a form sent twice at once) is left out."""
    PendingUpload.objects.bulk_create(uploads, ignore_conflicts=True)


def keep_under(old_key: uuid.UUID, new_key: uuid.UUID) -> None:
    """Gives the files kept under one key of a form to its next one."""
    pending_of(old_key).update(form_key=new_key)


def drop_known(case: Case, form_key: uuid.UUID) -> None:
    """Drops the files kept under `form_key` that `case` already has: the same form was sent twice."""
    for pending in pending_of(form_key).filter(digest__in=case.attachments.values("digest")):
        _discard(pending)


def _discard(pending: PendingUpload) -> None:
    name = pending.file.name
    pending.delete()
    transaction.on_commit(lambda: private_storage().delete(name))


def pending_of(form_key: uuid.UUID) -> Any:
    return PendingUpload.objects.filter(form_key=form_key).order_by("pk")


def check(file: Any) -> tuple[str, str]:
    """Kind (by what reads it, whatever the name says) and SHA-256 of an upload. Raises ValidationError with the reason."""
    name = file_names.plain(file.name)
    uploads.refuse_by_size(name, file.size, LARGEST_FILE)
    kind = _opening_pdf(file, name) if pdf_words.is_pdf(file) else _kind_of_picture(file, name)
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in iter(lambda: file.read(2**16), b""):
        digest.update(chunk)
    file.seek(0)
    return kind, digest.hexdigest()


def _kind_of_picture(file: Any, name: str) -> str:
    try:
        return pictures.look(file, name)
    except ValidationError as refusal:
        if sentence := INSTEAD.get(str(refusal.code)):
            raise FileRefused(sentence, params={"name": name, "taken": pictures.TAKEN}) from refusal
        raise


def _opening_pdf(file: Any, name: str) -> str:
    sentences = {pdf_words.Opening.BROKEN: BROKEN_PDF, pdf_words.Opening.LOCKED: LOCKED_PDF}
    if sentence := sentences.get(pdf_words.opening(file)):
        raise FileRefused(sentence, params={"name": name})
    return PDF


def adopt(case: Case, event: CaseEvent, form_key: uuid.UUID) -> list[Attachment]:
    """Makes the files kept under `form_key` those of `event`, without copying a byte; the queue cleans them after the commit."""
    attachments = []
    for pending in pending_of(form_key):
        attachments.append(
            Attachment.objects.create(
                case=case,
                event=event,
                name=pending.name,
                kind=pending.kind,
                size=pending.size,
                digest=pending.digest,
                file=pending.file.name,
            )
        )
        pending.delete()
    for attachment in attachments:
        jobs.enqueue(clean_attachment, attachment.pk)
    return attachments


@task(backend="jobs")
def clean_attachment(attachment_id: int) -> str:
    """Decodes a picture and writes it anew, upright and without what the camera noted (place, time, device).

    The original goes once it is sure that what came out shows the same. A PDF stays as it is: it leaves only as a download.
    What cannot be read is refused, its original kept a month, and the words of the case stay.
    """
    attachment = Attachment.objects.filter(pk=attachment_id, state=FileState.QUARANTINED).first()
    if attachment is None:
        return "nothing to do"
    original = attachment.file.name
    with attachment.file.open() as file:
        if not attachment.is_picture:
            opens = pdf_words.opening(file) in {pdf_words.Opening.WELL, pdf_words.Opening.LOCKED}
            attachment.state = FileState.CLEAN if opens else FileState.REFUSED
        else:
            _clean_picture(attachment, file)
    attachment.save()
    if (
        attachment.file.name != original
    ):  # only now: a held lock or a full disk may have kept the row from being written
        transaction.on_commit(partial(private_storage().delete, original))
    return str(attachment.state)


def _clean_picture(attachment: Attachment, file: Any) -> None:
    try:
        clean = pictures.normalise(file, attachment.name)
    except ValidationError as refusal:
        attachment.state = FileState.UNLIKE if refusal.code == "unlike" else FileState.REFUSED
        return
    attachment.file.save(str(clean.name), clean, save=False)
    attachment.kind, attachment.size = str(clean.content_type), int(clean.size or 0)
    attachment.name = pictures.fitting_name(attachment.name, attachment.kind)
    attachment.state = FileState.CLEAN


def sweep() -> int:
    """Deletes files of forms that were never sent (after a day), and puts files without a row aside; returns how many."""
    old = PendingUpload.objects.filter(created_at__lt=timezone.now() - PENDING_LIVES)
    count = len(old)
    for pending in old:
        _discard(pending)
    return count + _sweep_unread() + _sweep_orphans()


def _sweep_unread() -> int:
    """Deletes, after a month, originals that could not be made harmless; the row stays and says so."""
    unread = Attachment.objects.filter(
        state__in=[FileState.REFUSED, FileState.UNLIKE], event__at__lt=timezone.now() - UNREAD_LIVES
    ).exclude(file="")
    for attachment in unread:
        name, attachment.file, attachment.size = attachment.file.name, "", 0
        attachment.save(update_fields=["file", "size"])
        transaction.on_commit(partial(private_storage().delete, name))
    return len(unread)


def requeue() -> int:
    """Hands files that still wait after ten minutes to the queue again: it may have been down when they came."""
    waiting = Attachment.objects.filter(state=FileState.QUARANTINED, event__at__lt=timezone.now() - QUEUE_MAY_TAKE)
    ids = list(waiting.values_list("pk", flat=True))
    for pk in ids:
        clean_attachment.enqueue(pk)
    return len(ids)


def _sweep_orphans() -> int:
    storage = private_storage()
    root, aside = Path(storage.location), Path(settings.DATA_DIR) / ASIDE
    known = {name for model in (PendingUpload, Attachment) for name in model.objects.values_list("file", flat=True)}
    border = (timezone.now() - PENDING_LIVES).timestamp()
    orphans = [
        path
        for path in root.rglob("*")
        if path.is_file() and path.stat().st_mtime < border and path.relative_to(root).as_posix() not in known
    ]
    if len(orphans) > max(FEW_ORPHANS, len(known) // MANY_FILES_PER_ORPHAN):
        # The rows are missing rather than the files too many: another database, an older dump.
        logger.error("%s of citizens' files have no row: none was touched. Is this the right database?", len(orphans))
        return 0
    for path in orphans:
        target = aside / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        os.utime(target)  # its time aside begins
    if orphans:
        logger.info("Put %s files without a row aside, into %s", len(orphans), aside)
    return len(orphans) + _sweep_aside(aside)


def _sweep_aside(aside: Path) -> int:
    """Deletes what nobody has missed for a month; returns how many files."""
    border = (timezone.now() - ASIDE_LIVES).timestamp()
    old = [path for path in aside.rglob("*") if path.is_file() and path.stat().st_mtime < border]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
