"""The second person: approves an evaluation or a copy, or sends it back with a reason."""

from typing import Any, TypeVar, cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import text
from core.refusal import Refused
from models_showcase import permissions
from models_showcase.models import Adoption, Evaluation
from models_showcase.signals import copy_approved

Record = TypeVar("Record", bound=Evaluation | Adoption)


@transaction.atomic
def approve(record: Record, *, by: Any, seen: int) -> Record:
    """Shows `record` to everybody. `seen` is the version that `by` read. Raises Refused."""
    fresh = _waiting(record, by, seen)
    fresh.approved_by, fresh.approved_at = by, timezone.now()
    fresh.save(update_fields=["approved_by", "approved_at"])
    if isinstance(fresh, Adoption):
        log(fresh.model, "models_showcase.approve_copy", user=by, data={"adopter": str(fresh)})
        copy_approved.send(sender=Adoption, instance=fresh)
    else:
        log(fresh.model, "models_showcase.evaluate", user=by, data={"year": fresh.year})
    return fresh


@transaction.atomic
def send_back(record: Record, *, by: Any, reason: str, seen: int) -> Record:
    """Returns `record` to its author with a reason. Raises Refused."""
    fresh = _waiting(record, by, seen)
    if not (words := text.clean(reason)):
        raise Refused(_("Please say what should be changed, so that the author knows."))
    fresh.returned_at, fresh.return_reason = timezone.now(), words[:500]
    fresh.save(update_fields=["returned_at", "return_reason"])
    return fresh


def _waiting(record: Record, by: Any, seen: int) -> Record:
    locked = type(record)._default_manager.select_for_update(of=("self",)).select_related("model")
    fresh = cast("Record", locked.get(pk=record.pk))
    if not permissions.may_approve(by, fresh):
        raise Refused(_("You wrote this yourself, or may not approve: somebody else has to."))
    if not fresh.waits:
        raise Refused(_("This no longer waits: it was approved or returned meanwhile."))
    if fresh.version != seen:
        raise Refused(_("This was changed while you were reading. Please read it again."))
    return fresh
