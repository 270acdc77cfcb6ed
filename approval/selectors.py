"""What waits, for whom, and who wrote it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Page, PageLogEntry, Revision, TaskState, WorkflowState

from approval.models import SecondPersonTask
from core.permissions import has_written


@dataclass(frozen=True)
class Waiting:
    """A page that waits for approval, as one person sees it."""

    page: Page
    submitted_at: datetime
    submitted_by: Any
    own: bool  # she wrote it: somebody else must approve


def current_task(page: Page) -> SecondPersonTask | None:
    """The approval that `page` waits for now, or None."""
    task = page.current_workflow_task
    return task if isinstance(task, SecondPersonTask) else None


def governing_task(page: Page) -> SecondPersonTask | None:
    """The approval that `page` has to pass, whether or not it was submitted."""
    workflow = page.get_workflow()
    return SecondPersonTask.objects.filter(workflow_tasks__workflow=workflow).first() if workflow else None


def writers(page: Page) -> QuerySet[Any]:
    """The users with a revision of `page` since it was last published."""
    candidates = get_user_model().objects.filter(
        pk__in=Revision.page_revisions.filter(object_id=str(page.pk)).values("user_id")
    )
    return candidates.filter(pk__in=[user.pk for user in candidates if has_written(user, page)])


def waiting_for(user: Any) -> list[Waiting]:
    """Pages whose approval waits, oldest first; `own` marks those that `user` wrote."""
    states = (
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task__in=SecondPersonTask.objects.all(),
            workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        )
        .select_related("workflow_state__requested_by")
        .order_by("started_at")
    )
    states_by_page = {int(state.workflow_state.object_id): state for state in states}
    pages = {page.pk: page for page in Page.objects.filter(pk__in=states_by_page).specific()}
    return [
        Waiting(pages[pk], state.started_at, state.workflow_state.requested_by, own=has_written(user, pages[pk]))
        for pk, state in states_by_page.items()
        if pk in pages
    ]


def returned_to(user: Any) -> list[TaskState]:
    """The returned submissions of `user` that she has not sent again, newest first, with `page` set."""
    states = list(
        TaskState.objects.filter(
            status=TaskState.STATUS_REJECTED,
            workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
            workflow_state__requested_by=user,
            workflow_state__current_task_state__isnull=False,
        )
        .filter(pk__in=WorkflowState.objects.values("current_task_state"))
        .select_related("workflow_state", "finished_by")
        .order_by("-finished_at")
    )
    pages = Page.objects.in_bulk([int(state.workflow_state.object_id) for state in states])
    for state in states:
        state.page = pages.get(int(state.workflow_state.object_id))
    return [state for state in states if state.page]


def return_reason(page: Page) -> TaskState | None:
    """The last return of `page`, if it still waits for changes."""
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return state.current_task_state
    return None


def published_alone(limit: int = 10) -> QuerySet[PageLogEntry]:
    """The last times somebody published her own text, with the reason in `data`."""
    return (
        PageLogEntry.objects.filter(action="approval.publish_alone")
        .select_related("page", "user")
        .order_by("-timestamp")[:limit]
    )
