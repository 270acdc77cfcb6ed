"""Random people do random things at random times: the table holds, no event is lost, nothing internal comes out."""

import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feedback import moves, services
from feedback.enums import ActorKind, Judgement, Outcome, Status, Visibility
from feedback.models import Case
from feedback.moves import MOVES, Move
from tests.feedback.conftest import draft

pytestmark = pytest.mark.django_db
SECRET = "NỘI-BỘ"
PUBLIC = "CÔNG-KHAI"
STAFF = ["chair", "deputy", "author", "colleague", "farmer", "villager", "reader", "it"]
ACTS = ["note", "assign", "start", "forward", "ask", "propose", "withdraw", "send_back", "approve", "close", "reopen"]
ACTS += ["keep_closed", "write", "judge"]


def act(name: str, case: Case, user: Any, commune: Any, dice: int) -> Any:
    publish = {"publish": bool(dice % 2), "public_question": PUBLIC, "public_answer": PUBLIC}
    staff = {
        "note": lambda: services.add_note(case, by=user, note=SECRET),
        "assign": lambda: services.assign(
            case, by=user, unit=[commune.women, commune.committee][dice % 2], note=SECRET
        ),
        "start": lambda: services.start(case, by=user),
        "forward": lambda: services.forward(case, by=user, to="UBND xã", words=PUBLIC, note=SECRET),
        "ask": lambda: services.ask(case, by=user, question=PUBLIC),
        "propose": lambda: services.propose(case, by=user, draft=draft(text=f"{PUBLIC} {dice}", **publish)),
        "withdraw": lambda: services.withdraw(case, by=user),
        "send_back": lambda: services.send_back(case, by=user, reason=SECRET),
        "approve": lambda: services.approve(case, by=user),
        "close": lambda: services.close(case, by=user, outcome=Outcome.NO_CASE, reason=PUBLIC),
        "reopen": lambda: services.reopen(case, by=user, words=PUBLIC),
        "keep_closed": lambda: services.keep_closed(case, by=user, reason=PUBLIC),
        "write": lambda: services.write(case, words=f"Lời {dice}", key=uuid.uuid4()),
        "judge": lambda: services.judge(case, judgement=Judgement(Judgement.values[1 + dice % 4])),
    }
    return staff[name]()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    may_publish=st.booleans(),
    steps=st.lists(
        st.tuples(st.sampled_from(ACTS), st.sampled_from(STAFF), st.integers(0, 9), st.booleans()),
        min_size=5,
        max_size=30,
    ),
)
def test_random_histories(commune, send, may_publish, steps):
    case = send(may_publish=may_publish)
    written = 1
    for name, person, dice, on_old_version in steps:
        before = Case.objects.get(pk=case.pk)
        try:
            if on_old_version and before.version > 1 and name == "start":
                services.start(case, by=commune.users[person], seen=before.version - 1)
                pytest.fail("acted on an old version")
            act(name, before, commune.users[person], commune, dice)
        except services.MoveRefused:
            after = Case.objects.get(pk=case.pk)
            assert (after.status, after.version) == (before.status, before.version)
            continue
        after = Case.objects.get(pk=case.pk)
        if after.version == before.version:
            continue  # the citizen's same words twice
        written += 1
        event = after.events.latest("number")
        assert event.status == after.status == moves.target(Move(event.move), Status(before.status))
    check(case, written, may_publish)


def check(case: Case, written: int, may_publish: bool) -> None:
    case.refresh_from_db()
    events = list(case.events.all())
    assert [event.number for event in events] == list(range(1, written + 1))
    for event in case.events.for_citizen():
        assert SECRET not in event.public_text
    public = Case.objects.public().filter(pk=case.pk)
    if public.exists():
        assert may_publish
        assert case.visibility == Visibility.PUBLIC
    for answer in case.answers.exclude(approved_at=None):
        assert answer.approved_by_id != answer.written_by_id
    # A proposal is not read before its approval.
    approvals = {event.public_text for event in events if event.move == Move.APPROVE}
    assert approvals <= {answer.text for answer in case.answers.exclude(approved_at=None)}
    for event in events:
        assert (event.actor_kind == ActorKind.STAFF) == (event.actor_id is not None)


def test_table_names_every_move_once():
    assert set(MOVES) == set(Move) - {Move.SUBMIT}


def test_every_status_can_be_reached_and_left():
    reached, border = {Status.RECEIVED}, [Status.RECEIVED]
    while border:
        status = border.pop()
        targets = {target for move in Move if (target := moves.target(move, status))}
        border += targets - reached
        reached |= targets
    assert reached == set(Status)
    for status in Status:
        assert {moves.target(move, status) for move in Move} - {None, status}
