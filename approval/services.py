"""Submitting, approving, returning. Every way a text goes live leads through here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from approval import permissions
from approval.models import SecondPersonTask
from core.drafts import digest_of_files

WORKFLOW, TASK = "Duyệt bài", "Thường trực duyệt"


class ApprovalRefused(Exception):
    """Why it could not be done: one sentence for the person who tried."""


@dataclass(frozen=True)
class Shown:
    """The version that a person had before her eyes: autosave keeps the number and changes the time, and what hangs on it has
    its own changes."""

    revision_id: int
    saved_at: datetime
    files: str = ""  # `core.drafts.digest_of_files`

    @classmethod
    def of(cls, revision: Revision) -> "Shown":
        return cls(revision.pk, revision.created_at, digest_of_files(revision.as_object()))


@transaction.atomic
def submit(page: Page, *, by: Any) -> None:
    """Sends the newest draft of `page` to approval, or again after it was returned. Nothing happens if it already waits."""
    if not page.permissions_for_user(by).can_edit():
        raise ApprovalRefused(_("You may not edit this page."))
    _refuse_unready(page)
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return
    if state:
        state.resume(user=by)
    elif workflow := page.get_workflow():
        workflow.start(page, by)
    else:
        raise ApprovalRefused(_("No approval has been set up for this part of the site."))


@transaction.atomic
def approve(page: Page, *, by: Any, shown: Shown) -> None:
    """Approves and publishes the newest draft of `page`, if it is the one `by` was shown and none of hers.

    Raises ApprovalRefused with the reason: it no longer waits, it changed meanwhile, or she wrote it.
    """
    task_state = _waiting_task_state(page)
    revision = _newest_if_shown(page, shown)
    _refuse_unready(page)
    if not permissions.may_approve(by, page):
        raise ApprovalRefused(_("You have written on this text yourself, so somebody else has to approve it."))
    if task_state.revision_id != revision.pk:
        task_state.revision = revision
        task_state.save(update_fields=["revision"])
    task_state.approve(user=by)


@transaction.atomic
def send_back(page: Page, *, by: Any, reason: str, shown: Shown) -> None:
    """Returns `page` to its author with a reason. Raises ApprovalRefused as `approve` does, or if the reason is empty."""
    task_state = _waiting_task_state(page)
    _newest_if_shown(page, shown)
    if not permissions.may_review(by, page):
        raise ApprovalRefused(_("You may not return this text."))
    if not reason.strip():
        raise ApprovalRefused(_("Please say what should be changed, so that the author knows."))
    task_state.reject(user=by, comment=reason.strip())


@transaction.atomic
def publish_alone(page: Page, *, by: Any, reason: str, shown: Shown) -> None:
    """Publishes the newest draft though `by` wrote it, where the task allows it; the reason is logged and shown.

    Raises ApprovalRefused if the task does not allow it, the reason is empty, or the draft changed meanwhile.
    """
    revision = _newest_if_shown(page, shown)
    _refuse_unready(page)
    if not permissions.may_publish_alone(by, page):
        raise ApprovalRefused(_("Publishing alone is not allowed here: somebody else has to approve this text."))
    if not reason.strip():
        raise ApprovalRefused(_("Please give the reason for publishing alone; it is kept in the history."))
    log(
        instance=page.specific,
        action="approval.publish_alone",
        user=by,
        revision=revision,
        data={"reason": reason.strip()},
    )
    revision.publish(user=by, skip_permission_checks=True)


def publish_approved(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publishes what was approved, when the workflow ends: the newest draft, and nothing that changed since."""
    page = workflow_state.content_object.specific
    revision = workflow_state.current_task_state.revision
    if revision.pk != page.latest_revision_id:
        raise ApprovalRefused(_changed(page.latest_revision))
    _refuse_unready(page)
    if not permissions.may_approve(user, page):
        raise ApprovalRefused(_("You have written on this text yourself, so somebody else has to approve it."))
    revision.publish(user=user)


@transaction.atomic
def include_approvers(group: Group, pages: Iterable[Page]) -> None:
    """Lets the members of `group` approve whatever stands under `pages`; makes the workflow on first use. Safe to repeat."""
    workflow, _new = Workflow.objects.get_or_create(name=WORKFLOW)
    task = SecondPersonTask.objects.first() or SecondPersonTask.objects.create(name=TASK)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    task.groups.add(group)
    for page in pages:
        WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": workflow})


def _waiting_task_state(page: Page) -> TaskState:
    """The task state that `page` waits in, locked until the end of the transaction: two approvers come one after the other."""
    state = (
        WorkflowState.objects.select_for_update()
        .filter(
            object_id=str(page.pk),
            base_content_type=page.get_base_content_type(),
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
        .first()
    )
    if state is None:
        raise ApprovalRefused(_what_happened(page))
    return state.current_task_state


def _newest_if_shown(page: Page, shown: Shown) -> Revision:
    newest = page.get_latest_revision()
    if newest is None or Shown.of(newest) != shown:
        raise ApprovalRefused(_changed(newest))
    return newest


def _refuse_unready(page: Page) -> None:
    draft = page.get_latest_revision_as_object()
    if reasons := [*_errors(draft), *draft.unready()]:
        raise ApprovalRefused(" ".join(str(reason) for reason in reasons))


def _errors(draft: Page) -> list[str]:
    """What the editor would say of `draft` now: it may have become wrong since it was written."""
    try:
        draft.full_clean()
    except ValidationError as error:
        return [
            message if field == NON_FIELD_ERRORS else f"{capfirst(_label(draft, field))}: {message}"
            for field, messages in error.message_dict.items()
            for message in messages
        ]
    return []


def _label(draft: Page, field: str) -> str:
    return str(draft._meta.get_field(field).verbose_name)


def _changed(newest: Revision | None) -> str:
    if newest is None:
        return _("This page has no draft.")
    return _("This text was changed at %(time)s while you were reading. Please read the new version below.") % {
        "time": _when(newest.created_at)
    }


def _what_happened(page: Page) -> str:
    """Tells the second of two approvers what the first one did."""
    done = (
        TaskState.objects.filter(workflow_state__object_id=str(page.pk), finished_at__isnull=False)
        .select_related("finished_by")
        .order_by("-finished_at")
        .first()
    )
    if done is None:
        return _("This text does not wait for approval.")
    sentences = {
        TaskState.STATUS_APPROVED: _("%(name)s already approved this text at %(time)s."),
        TaskState.STATUS_REJECTED: _("%(name)s already returned this text at %(time)s."),
    }
    sentence = sentences.get(done.status, _("The author took this text back at %(time)s."))
    return sentence % {"name": done.finished_by or "?", "time": _when(done.finished_at)}


def _when(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
