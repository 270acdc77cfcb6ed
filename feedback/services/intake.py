"""What citizens do: send, write again, judge."""

import hashlib
import json
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import encryption, text
from feedback import deadlines, receipts, senders
from feedback.enums import ActorKind, Channel, Judgement, Kind
from feedback.models import Case, CaseEvent, CasePerson, MailNotice, Nomination, PendingUpload
from feedback.moves import Move
from feedback.services import files
from feedback.services.record import MoveRefused, locked, record
from models_showcase.models import ModelPage
from organisations.models import Topic, Unit, Village
from surveys.enums import Face, Purpose
from surveys.services import record_standing


class KeyReused(Exception):
    """The form already brought in other words. `case` is what it brought."""

    def __init__(self, case: Case) -> None:
        super().__init__(case.code)
        self.case = case


@dataclass(frozen=True)
class Sender:
    """What a citizen left about herself; all of it may be empty."""

    name: str = ""
    phone: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.phone or self.email)


@dataclass(frozen=True)
class Proposed:
    """Who is proposed for a good deed."""

    honoured: str
    is_group: bool = False
    is_child: bool = False
    guardian_name: str = ""
    guardian_phone: str = ""
    happened_on: date | None = None


@dataclass(frozen=True)
class Submission:
    """What the form (or an officer, for somebody) sends."""

    key: uuid.UUID
    kind: Kind
    text: str
    place: str = ""
    topic: Topic | None = None
    village: Village | None = None
    about: Any = None  # a wagtail Page
    wants_answer: bool = True
    may_publish: bool = False
    sender: Sender = field(default_factory=Sender)
    channel: Channel = Channel.WEB
    language: str = settings.LANGUAGE_CODE  # in which receipt and mail speak to her
    proposed: "Proposed | None" = None  # with a nomination

    def content_hash(self) -> str:
        """Tells one content from another under the same key; without the key of the installation it says nothing."""
        rows = [row and row.pk for row in (self.topic, self.village, self.about)]
        sender = [self.sender.name, self.sender.phone, self.sender.email]
        proposed = astuple(self.proposed) if self.proposed else ()
        parts = [self.kind, self.text, self.place, self.wants_answer, self.may_publish, *rows, *sender, *proposed]
        digest = hashlib.sha256(json.dumps([str(part) for part in parts]).encode())
        return encryption.keyed_hash("case.content", digest.hexdigest())


def unit_in_charge(submission: Submission) -> Unit:
    """Who works on it: of a wish to copy a model, the unit that leads it; of a nomination, the village's board."""
    if submission.kind == Kind.COPY and (leader := _leader_of(submission.about)):
        return leader
    if submission.kind == Kind.NOMINATION and submission.village and submission.village.board:
        return submission.village.board
    return unit_of_topic(submission.topic)


def _leader_of(page: Any) -> Unit | None:
    unit = page.specific.unit if page and issubclass(page.specific_class, ModelPage) else None
    return unit if unit and unit.closed_on is None else None


def unit_of_topic(topic: Topic | None) -> Unit:
    """The unit that owns the topic this year; the committee where none does."""
    year = timezone.localdate().year
    owner = (
        Unit.objects.open().filter(topic_assignments__topic=topic, topic_assignments__year=year).first()
        if topic
        else None
    )
    return owner or Unit.objects.committee()


def submit(
    submission: Submission, *, by: Any = None, uploads: Sequence[PendingUpload] = (), before: Sequence[Case] = ()
) -> Case:
    """Takes in what was sent, with the files kept under its key; the same key and content again returns the same case.

    So does the same content as one of `before`, which the same browser has just sent.

    `uploads` are files just stored (`files.store`), kept with the case in one transaction. Files that came only the second time
    are added to it. `by` is the officer who wrote it down for somebody. Raises KeyReused if the key already brought another content.
    """
    if existing := _sent_before(submission, uploads, before):
        return existing
    try:
        return _take_in(submission, by, uploads)
    except IntegrityError:  # the same key at the same moment, in another process
        if existing := _sent_before(submission, uploads):
            return existing
        raise


def _sent_before(submission: Submission, uploads: Sequence[PendingUpload], before: Sequence[Case] = ()) -> Case | None:
    """What the key already brought, if it is the same; raises KeyReused if it is not."""
    content = submission.content_hash()
    existing = Case.objects.filter(idempotency_key=submission.key).first()
    existing = existing or next((case for case in before if case.content_hash == content), None)
    if existing is None:
        return None
    files.keep(uploads)
    if existing.content_hash != content:
        raise KeyReused(existing)
    if files.pending_of(submission.key).exists():
        with suppress(MoveRefused):  # nothing new among them, or the case is closed by now
            write(existing, words="", key=submission.key)
    return existing


@transaction.atomic
def _take_in(submission: Submission, by: Any, uploads: Sequence[PendingUpload]) -> Case:
    files.keep(uploads)
    random_id = _unused_id()
    receipt = receipts.of(random_id)
    now = timezone.now()
    deadline = deadlines.for_kind(submission.kind, timezone.localdate(now))
    words, place = text.clean(submission.text), text.clean(submission.place)
    case = Case.objects.create(
        random_id=random_id,
        lookup_hash=receipt.lookup_hash,
        code_hash=receipt.code_hash,
        idempotency_key=submission.key,
        content_hash=submission.content_hash(),
        kind=submission.kind,
        topic=submission.topic,
        village=submission.village,
        text=words,
        place=place,
        folded=text.alike(text.folded(f"{words} {place}")),
        about=submission.about,
        language=submission.language,
        channel=submission.channel,
        entered_by=by,
        wants_answer=submission.wants_answer,
        may_publish=submission.may_publish,
        unit=unit_in_charge(submission),
        submitted_at=now,
        due_on=deadline.due_on,
        due_reason=deadline.as_json(),
    )
    if submission.sender:
        _keep_person(case, submission.sender)
    if submission.proposed:
        Nomination.objects.create(case=case, **asdict(submission.proposed))
    actor_kind = ActorKind.STAFF if by else ActorKind.CITIZEN
    event = record(case, Move.SUBMIT, by=by, actor_kind=actor_kind)
    files.adopt(case, event, submission.key)
    return case


@transaction.atomic
def write(case: Case, *, words: str, key: uuid.UUID) -> CaseEvent | None:
    """The sender adds words or files; a question of ours is answered by it. Sent twice (by `key`), kept once."""
    case = locked(case)
    files.drop_known(case, key)
    words = text.clean(words)
    last = case.events.filter(move=Move.WRITE).order_by("-number").first()
    pending = files.pending_of(key).exists()
    if last and last.public_text == words and not pending:
        return last
    if not words and not pending:
        raise MoveRefused(_("Please write something or add a file."))
    event = record(case, Move.WRITE, actor_kind=ActorKind.CITIZEN, public_text=words)
    files.adopt(case, event, key)
    return event


@transaction.atomic
def add_to(case: Case, submission: Submission, *, uploads: Sequence[PendingUpload] = ()) -> None:
    """Adds to `case` what a form brought that was changed after it had been sent: new words, files, who sends it if nobody had said.

    Raises MoveRefused where the case takes nothing more, or nothing in it is new.
    """
    files.keep(uploads)
    person_is_new = bool(submission.sender) and not CasePerson.objects.filter(case=case).exists()
    if person_is_new:
        _keep_person(case, submission.sender)
    words = text.clean(submission.text).removeprefix(case.text).strip()
    if words or files.pending_of(submission.key).exists() or not person_is_new:
        write(case, words=words, key=submission.key)


AS_A_FACE = {
    Judgement.SATISFIED: Face.GOOD,
    Judgement.PARTLY: Face.MIDDLING,
    Judgement.NOT_YET: Face.BAD,
    Judgement.BESIDE_THE_POINT: Face.BAD,
}


@transaction.atomic
def judge(case: Case, *, judgement: Judgement, words: str = "") -> CaseEvent:
    """The sender says whether the answer helped. "Not yet" and "beside the point" ask for reopening. Sent twice, kept once."""
    case = locked(case)
    said = "\n".join(filter(None, [str(judgement.label), text.clean(words)]))
    last = case.events.order_by("-number").first()
    if last and last.move in {Move.JUDGE_WELL, Move.JUDGE_NOT_YET} and last.public_text == said:
        return last
    asks_again = judgement in {Judgement.NOT_YET, Judgement.BESIDE_THE_POINT}
    changes = restarted_clock(case) if asks_again else {}
    event = record(
        case,
        Move.JUDGE_NOT_YET if asks_again else Move.JUDGE_WELL,
        actor_kind=ActorKind.CITIZEN,
        public_text=said,
        judgement=judgement,
        **changes,
    )
    # Counted beside the surveys, without the case: only that somebody judged an answer of this unit.
    record_standing(Purpose.CASES, value=AS_A_FACE[judgement], unit=case.unit, key=uuid.uuid4())
    return event


def restarted_clock(case: Case) -> dict[str, Any]:
    """The changes that give `case` a whole new deadline from today."""
    deadline = deadlines.for_kind(case.kind, timezone.localdate())
    return {"due_on": deadline.due_on, "due_reason": deadline.as_json()}


def stop_mail(case: Case) -> None:
    """No more mail to the sender of `case`, not even what waits. Safe to repeat."""
    CasePerson.objects.filter(case=case, mail_stopped_at=None).update(mail_stopped_at=timezone.now())
    MailNotice.objects.filter(event__case=case, sent_at=None).delete()


def _unused_id() -> uuid.UUID:
    """A random id whose code nobody else has (one in ten thousand would be taken, of a hundred thousand cases)."""
    while True:
        random_id = receipts.new_id()
        if not Case.objects.filter(code_hash=receipts.of(random_id).code_hash).exists():
            return random_id


def _keep_person(case: Case, sender: Sender) -> CasePerson:
    return CasePerson.objects.create(
        case=case,
        name=sender.name,
        phone=sender.phone,
        email=sender.email,
        phone_hash=senders.phone_hash(sender.phone),
        email_hash=senders.email_hash(sender.email),
    )
