"""What officers do. Each takes `seen`, the version of the case that was on the officer's screen."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import text
from feedback import permissions, redaction
from feedback.enums import Outcome, Status, Visibility
from feedback.models import Case, CaseEvent, ProposedAnswer
from feedback.moves import Move
from feedback.services.intake import restarted_clock
from feedback.services.record import MoveRefused, locked, record
from organisations.models import Unit


@dataclass(frozen=True)
class Draft:
    """An answer to be approved: to the sender, and, redacted, to everybody."""

    text: str
    outcome: Outcome
    publish: bool = False
    public_question: str = ""
    public_answer: str = ""
    looked_over: bool = False  # what looks personal in the public texts was seen and is meant


@transaction.atomic
def add_note(case: Case, *, by: Any, note: str, seen: int | None = None) -> CaseEvent:
    """A note for colleagues; no citizen ever reads it."""
    if not permissions.may_note(by, case):
        raise MoveRefused(_("You may not work on this case."))
    return record(locked(case, seen=seen), Move.NOTE, by=by, internal_note=_needed(note, _("Please write the note.")))


@transaction.atomic
def assign(case: Case, *, by: Any, unit: Unit, note: str = "", seen: int | None = None) -> CaseEvent:
    """Gives the case to another unit of ours, which answers from now on."""
    case = _to_work_on(case, by, seen)
    if unit.pk == case.unit_id:
        raise MoveRefused(_("%(unit)s is already in charge.") % {"unit": unit})
    return record(case, Move.ASSIGN, by=by, internal_note=text.clean(note), unit=unit)


@transaction.atomic
def start(case: Case, *, by: Any, seen: int | None = None) -> CaseEvent:
    return record(_to_work_on(case, by, seen), Move.START, by=by)


@transaction.atomic
def forward(case: Case, *, by: Any, to: str, words: str = "", note: str = "", seen: int | None = None) -> CaseEvent:
    """Passes the case to an office outside the house; we stay answerable to the sender."""
    office = _needed(to, _("Please say to which office."))
    public_text = "\n".join(filter(None, [office, text.clean(words)]))
    return record(_to_work_on(case, by, seen), Move.FORWARD, by=by, public_text=public_text, internal_note=note)


@transaction.atomic
def ask(case: Case, *, by: Any, question: str, seen: int | None = None) -> CaseEvent:
    """Asks the sender something."""
    words = _needed(question, _("Please write the question."))
    return record(_to_work_on(case, by, seen), Move.ASK, by=by, public_text=words)


@transaction.atomic
def propose(case: Case, *, by: Any, draft: Draft, seen: int | None = None) -> ProposedAnswer:
    """Sends a drafted answer to approval by a second person."""
    case = _to_work_on(case, by, seen)
    words = _needed(draft.text, _("Please write the answer."))
    if draft.outcome == Outcome.NONE:
        raise MoveRefused(_("Please choose how the case ends."))
    if draft.publish and not case.may_publish:
        raise MoveRefused(_("The sender did not agree to publication."))
    if draft.publish and not (draft.public_question.strip() and draft.public_answer.strip()):
        raise MoveRefused(_("For publication both question and answer are needed, without anything personal."))
    if draft.publish and not draft.looked_over:
        _refuse_what_looks_personal(case, f"{draft.public_question}\n{draft.public_answer}")
    record(case, Move.PROPOSE, by=by)
    return ProposedAnswer.objects.create(
        case=case,
        text=words,
        outcome=draft.outcome,
        publish=draft.publish,
        public_question=text.clean(draft.public_question),
        public_answer=text.clean(draft.public_answer),
        written_by=by,
    )


@transaction.atomic
def withdraw(case: Case, *, by: Any, seen: int | None = None) -> CaseEvent:
    """Takes a proposed answer back before it is approved; its text stays for the next draft."""
    case = _to_work_on(case, by, seen)
    event = record(case, Move.WITHDRAW, by=by)
    _drop(_waiting(case))
    return event


@transaction.atomic
def send_back(case: Case, *, by: Any, reason: str, seen: int | None = None) -> CaseEvent:
    """Returns a proposed answer to its author with a reason."""
    case = locked(case, seen=seen)
    answer = _waiting(case)
    if not permissions.may_approve(by, answer):
        raise MoveRefused(_("You may not return this answer."))
    reason = _needed(reason, _("Please say what should be changed, so that the author knows."))
    event = record(case, Move.SEND_BACK, by=by, internal_note=reason)
    _drop(answer)
    return event


@transaction.atomic
def approve(case: Case, *, by: Any, seen: int | None = None) -> CaseEvent:
    """Sends the proposed answer to the sender, and publishes question and answer if that was proposed and wished."""
    case = locked(case, seen=seen)
    answer = _waiting(case)
    if not permissions.may_approve(by, answer):
        raise MoveRefused(_("You wrote this answer yourself, or may not approve: somebody else has to."))
    now = timezone.now()
    answer.approved_by, answer.approved_at = by, now
    answer.save(update_fields=["approved_by", "approved_at"])
    visibility = Visibility.PUBLIC if answer.publish and case.may_publish else Visibility.PRIVATE
    return record(
        case,
        Move.APPROVE,
        by=by,
        public_text=answer.text,
        answered_at=now,
        outcome=answer.outcome,
        visibility=visibility,
    )


@transaction.atomic
def close(case: Case, *, by: Any, outcome: Outcome, reason: str, seen: int | None = None) -> CaseEvent:
    """Closes a case that gets no answer (said already, nothing to answer). The sender reads the reason."""
    reason = _needed(reason, _("Please give the reason; the sender reads it."))
    return record(_to_work_on(case, by, seen), Move.CLOSE, by=by, public_text=reason, outcome=outcome)


@transaction.atomic
def reopen(case: Case, *, by: Any, words: str = "", seen: int | None = None) -> CaseEvent:
    """Takes the case up again; what was public about it is public no more until the next answer is approved."""
    case = _to_work_on(case, by, seen)
    clock = restarted_clock(case) if case.status == Status.CLOSED else {}  # else it began when the sender asked
    return record(
        case,
        Move.REOPEN,
        by=by,
        public_text=text.clean(words),
        visibility=Visibility.PRIVATE,
        outcome=Outcome.NONE,
        **clock,
    )


@transaction.atomic
def keep_closed(case: Case, *, by: Any, reason: str, seen: int | None = None) -> CaseEvent:
    """Says no to a wish for reopening, with a reason the sender reads: the standing committee only."""
    if not by.has_perm("feedback.approve_answer"):
        raise MoveRefused(_("Only the standing committee refuses to look again."))
    reason = _needed(reason, _("Please give the reason; the sender reads it."))
    return record(_to_work_on(case, by, seen), Move.KEEP_CLOSED, by=by, public_text=reason)


def _refuse_what_looks_personal(case: Case, words: str) -> None:
    if found := redaction.personal_in(words, case):
        raise MoveRefused(
            _("The text for everybody still holds: %(found)s. Take it out, or tick that you have looked it over.")
            % {"found": ", ".join(found)}
        )


def _to_work_on(case: Case, by: Any, seen: int | None) -> Case:
    case = locked(case, seen=seen)
    if not permissions.may_work(by, case):
        raise MoveRefused(_("You may not work on this case."))
    return case


def _needed(words: str, sentence: str) -> str:
    if not (cleaned := text.clean(words)):
        raise MoveRefused(sentence)
    return cleaned


def _waiting(case: Case) -> ProposedAnswer:
    answer = case.answers.filter(approved_at=None, dropped_at=None).first()
    if answer is None:
        raise MoveRefused(_("No answer waits for approval."))
    return answer


def _drop(answer: ProposedAnswer) -> None:
    answer.dropped_at = timezone.now()
    answer.save(update_fields=["dropped_at"])
