"""Writing history: every change of a case is one event, along the table, on the version that the actor saw."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from feedback import moves
from feedback.enums import ActorKind, Status
from feedback.models import Case, CaseEvent
from feedback.moves import Move
from feedback.services import mail


class MoveRefused(Exception):
    """Why it could not be done: one sentence for the person who tried."""


class CaseChanged(MoveRefused):
    """Somebody else acted first; the sentence says what she did."""


def locked(case: Case, *, seen: int | None = None) -> Case:
    """The case as it is now, locked until the end of the transaction.

    `seen` is the version the actor had before her; raises CaseChanged if it is not the newest.
    """
    fresh = Case.objects.select_for_update().get(pk=case.pk)
    if seen is not None and fresh.version != seen:
        raise CaseChanged(_what_happened(fresh))
    return fresh


def record(
    case: Case,
    move: Move,
    *,
    by: Any = None,
    actor_kind: ActorKind = ActorKind.STAFF,
    public_text: str = "",
    internal_note: str = "",
    **changes: Any,
) -> CaseEvent:
    """Moves the locked `case`, writes the event, saves `changes` of the case. Raises MoveRefused where the table has no way."""
    status: str | None = moves.target(move, Status(case.status)) if move is not Move.SUBMIT else case.status
    if status is None:
        raise MoveRefused(
            _("This can no longer be done: the case is now “%(status)s”.") % {"status": case.get_status_display()}
        )
    case.status = status
    case.version += 1
    for name, value in changes.items():
        setattr(case, name, value)
    case.save(update_fields=["status", "version", *changes])
    event = CaseEvent.objects.create(
        case=case,
        number=case.version,
        move=move,
        status=status,
        actor_kind=actor_kind,
        actor=by,
        unit_id=case.unit_id,
        public_text=public_text.strip(),
        internal_note=internal_note.strip(),
    )
    mail.announce(event)
    return event


def _what_happened(case: Case) -> str:
    event = case.events.select_related("actor").latest("number")
    return _("%(who)s acted on this case at %(time)s; it is now “%(status)s”. Please look at it again.") % {
        "who": event.actor or event.get_actor_kind_display(),
        "time": date_format(timezone.localtime(event.at), "DATETIME_FORMAT"),
        "status": case.get_status_display(),
    }
