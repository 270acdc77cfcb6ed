"""The one table along which a case moves."""

from dataclasses import dataclass
from enum import StrEnum

from feedback.enums import Status


class Move(StrEnum):
    """What can happen to a case. Each is the kind of one event."""

    SUBMIT = "submit"
    WRITE = "write"  # the citizen adds words or a file
    NOTE = "note"  # an officer notes something for colleagues
    ASSIGN = "assign"
    START = "start"
    FORWARD = "forward"
    ASK = "ask"
    PROPOSE = "propose"
    WITHDRAW = "withdraw"  # the author takes her proposed answer back
    SEND_BACK = "send_back"
    APPROVE = "approve"
    CLOSE = "close"  # without an answer, with a reason
    JUDGE_WELL = "judge_well"
    JUDGE_NOT_YET = "judge_not_yet"
    REOPEN = "reopen"
    KEEP_CLOSED = "keep_closed"
    PUBLISH = "publish"  # the good deed that the sender proposed is public: said by the system
    COPIED = "copied"  # the sender's village does the same as the model now, and it is recorded there


@dataclass(frozen=True)
class Way:
    """From which statuses a move is allowed, and to which it leads (None: it stays)."""

    origins: frozenset[Status]
    target: Status | None


WORKED_ON = frozenset({Status.RECEIVED, Status.IN_PROGRESS, Status.FORWARDED, Status.WAITS_FOR_SENDER})
EVERY = frozenset(Status)
MOVES: dict[Move, Way] = {
    Move.WRITE: Way(EVERY - {Status.WAITS_FOR_SENDER, Status.CLOSED}, None),
    Move.NOTE: Way(EVERY, None),
    Move.ASSIGN: Way(WORKED_ON, None),
    Move.START: Way(frozenset({Status.RECEIVED, Status.FORWARDED}), Status.IN_PROGRESS),
    Move.FORWARD: Way(frozenset({Status.RECEIVED, Status.IN_PROGRESS, Status.FORWARDED}), Status.FORWARDED),
    Move.ASK: Way(WORKED_ON - {Status.WAITS_FOR_SENDER}, Status.WAITS_FOR_SENDER),
    Move.PROPOSE: Way(WORKED_ON, Status.WAITS_FOR_APPROVAL),
    Move.WITHDRAW: Way(frozenset({Status.WAITS_FOR_APPROVAL}), Status.IN_PROGRESS),
    Move.SEND_BACK: Way(frozenset({Status.WAITS_FOR_APPROVAL}), Status.IN_PROGRESS),
    Move.APPROVE: Way(frozenset({Status.WAITS_FOR_APPROVAL}), Status.ANSWERED),
    Move.CLOSE: Way(WORKED_ON, Status.CLOSED),
    Move.JUDGE_WELL: Way(frozenset({Status.ANSWERED}), Status.CLOSED),
    Move.JUDGE_NOT_YET: Way(frozenset({Status.ANSWERED}), Status.REOPENING_ASKED),
    Move.REOPEN: Way(frozenset({Status.REOPENING_ASKED, Status.CLOSED}), Status.IN_PROGRESS),
    Move.KEEP_CLOSED: Way(frozenset({Status.REOPENING_ASKED}), Status.CLOSED),
    Move.PUBLISH: Way(WORKED_ON, Status.ANSWERED),
    Move.COPIED: Way(WORKED_ON, Status.ANSWERED),
}
# The citizen's answer to a question takes the case up again: the one move whose target depends on where it begins.
ANSWERED_QUESTION = Way(frozenset({Status.WAITS_FOR_SENDER}), Status.IN_PROGRESS)


def target(move: Move, status: Status) -> Status | None:
    """The status that `move` leads to from `status`; None if it is not allowed there."""
    if move is Move.WRITE and status in ANSWERED_QUESTION.origins:
        return ANSWERED_QUESTION.target
    way = MOVES.get(move)
    if way is None or status not in way.origins:
        return None
    return way.target or status


# What the sender is told of. The rest is the house's own affair.
PUBLIC_MOVES = frozenset(
    {
        Move.SUBMIT,
        Move.WRITE,
        Move.ASSIGN,
        Move.START,
        Move.FORWARD,
        Move.ASK,
        Move.APPROVE,
        Move.CLOSE,
        Move.JUDGE_WELL,
        Move.JUDGE_NOT_YET,
        Move.REOPEN,
        Move.KEEP_CLOSED,
        Move.PUBLISH,
        Move.COPIED,
    }
)
