"""Which drafts use a picture or a document, and which ones a draft uses: the reference index follows only what is published."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, TextField
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision, WorkflowState


def drafts_using(file: Any) -> Iterator[Revision]:
    """The newest drafts that use `file`, of pages with changes that are not published, and drafts approved for a later day."""
    newest = Page.objects.filter(Q(live=False) | Q(has_unpublished_changes=True)).values("latest_revision")
    return _using(file, Revision.page_revisions.filter(Q(pk__in=newest) | Q(approved_go_live_at__isnull=False)))


def waiting_drafts_using(file: Any) -> Iterator[Revision]:
    """Those of them that wait for approval, or were approved for a later day: what was read must be what goes out."""
    page_ids = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, base_content_type=ContentType.objects.get_for_model(Page)
    ).values(number=Cast("object_id", BigIntegerField()))
    newest = Page.objects.filter(pk__in=page_ids).values("latest_revision")
    return _using(file, Revision.page_revisions.filter(Q(pk__in=newest) | Q(approved_go_live_at__isnull=False)))


def _using(file: Any, revisions: Any) -> Iterator[Revision]:
    # The number stands somewhere in the draft of whatever uses the file: the few that hold it are read whole.
    likely = revisions.annotate(words=Cast("content", TextField())).filter(words__contains=str(file.pk))
    for revision in likely.order_by("pk"):
        if refers_to(revision.as_object(), file):
            yield revision


def refers_to(thing: Any, file: Any) -> bool:
    """Whether `thing`, as it is in memory, uses `file`: in a field, a block or a link in the text."""
    return (ContentType.objects.get_for_model(file).pk, str(file.pk)) in _references(thing)


def digest_of_files(thing: Any) -> str:
    """Stands for the pictures and documents that `thing` uses, as they are now: another one after any of them was changed.

    Empty where it uses none.
    """
    references = _references(thing)
    lines = []
    for model in (get_image_model(), get_document_model()):
        kind = ContentType.objects.get_for_model(model).pk
        numbers = [int(number) for content_type, number in references if content_type == kind]
        shown = ["file_hash", *(name for name in model.admin_form_fields if name not in {"collection", "tags"})]
        for file in model.objects.filter(pk__in=numbers).order_by("pk"):
            lines.append("\n".join([f"{kind} {file.pk}", *(str(getattr(file, name)) for name in shown)]))
    return hashlib.sha256("\n\n".join(lines).encode()).hexdigest() if lines else ""


def _references(thing: Any) -> set[tuple[int, str]]:
    """Content type and number of all that `thing` refers to. (Wagtail's own reading has no public name.)"""
    return {reference[:2] for reference in ReferenceIndex._extract_references_from_object(thing)}
