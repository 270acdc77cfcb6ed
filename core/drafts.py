"""Which drafts use a picture or a document: the reference index follows only what is published."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, TextField
from django.db.models.functions import Cast
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
    target = (ContentType.objects.get_for_model(file).pk, str(file.pk))
    # Wagtail's own reading of references; it has no public name.
    return any(reference[:2] == target for reference in ReferenceIndex._extract_references_from_object(thing))
