"""Taking in what somebody answered: once, whole, and without knowing who she is."""

import hashlib
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import codes, encryption, text
from core.refusal import Refused
from organisations.models import Village
from surveys import permissions
from surveys.enums import ABOUT_WHO, CHOICES, NUMBERS, WORDS, Channel, Kind, State
from surveys.models import Answer, Question, Response, Slip, Survey, SurveyVersion

LONGEST = {Kind.SHORT: 200, Kind.LONG: 2000}  # characters


class SentBefore(Refused):
    """Other answers came under the key of this form."""


class SlipSpent(Refused):
    """The slip is of this survey, and was used: no guess at a code."""


@dataclass(frozen=True)
class Filled:
    """A filled-in survey: the value of each question by its key (a key of an option, or several; a number; words)."""

    key: uuid.UUID
    values: Mapping[str, Any]
    channel: Channel = Channel.OPEN
    village: Village | None = None
    age: str = ""
    code: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.values

    def content_hash(self) -> str:
        parts = [
            sorted((key, str(value)) for key, value in self.values.items()),
            self.village and self.village.pk,
            self.age,
        ]
        digest = hashlib.sha256(json.dumps(parts).encode())
        return encryption.keyed_hash("survey.content", digest.hexdigest())


def submit(survey: Survey, version: SurveyVersion, filled: Filled, *, by: Any = None) -> Response:
    """Keeps the answers; the same key and content again brings the same response. `by` typed them in from paper.

    Raises Refused: not open (on paper: results are published), a code that was used, or of another survey, another content under the key.
    """
    if version.survey_id != survey.pk:
        raise Refused(_("These questions are of another survey."))
    if version.put_out_at is None:
        raise Refused(_("This survey is not open yet."))
    try:
        with transaction.atomic():
            if filled.channel == Channel.PAPER:  # not while the results are being published
                survey = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
            return _before(survey, filled) or _take_in(survey, version, filled, by)
    except (IntegrityError, Refused):  # the same form at the same moment, in another process
        if existing := _before(survey, filled):
            return existing
        raise


@transaction.atomic
def print_slips(survey: Survey, *, by: Any, number: int, village: Village | None = None) -> list[str]:
    """New codes, each for one answer; they are told once, here, and only their hashes are kept. Raises Refused."""
    if not permissions.may_write(by, survey):
        raise Refused(_("You may not print slips for this survey."))
    new = _unused_codes(number)
    Slip.objects.bulk_create(Slip(survey=survey, village=village, code_hash=code_hash(code)) for code in new)
    log(survey, "surveys.print_slips", user=by, data={"number": number, "village": str(village or "")})
    return new


def _unused_codes(number: int) -> list[str]:
    found: dict[str, str] = {}
    while len(found) < number:
        made = {code_hash(code): code for code in (codes.new() for _slip in range(number - len(found)))}
        taken = set(Slip.objects.filter(code_hash__in=made).values_list("code_hash", flat=True))
        found |= {hashed: code for hashed, code in made.items() if hashed not in taken}
    return list(found.values())


def code_hash(code: str) -> str:
    """What a slip is found by."""
    return encryption.keyed_hash("survey.slip", code)


def unspent(survey: Survey, code: str) -> Slip:
    """The slip with this code. Raises Refused where it is of another survey, or used."""
    slips = Slip.objects.filter(code_hash__in=map(code_hash, codes.readings(code)))
    slip = slips.select_related("village").first()
    if slip is None or slip.survey_id != survey.pk:
        raise Refused(_("This code is not of this survey. Please look at the slip again."))
    if slip.is_spent:
        raise SlipSpent(_("This code was used already: each slip is for one answer."))
    return slip


def _before(survey: Survey, filled: Filled) -> Response | None:
    existing = Response.objects.filter(idempotency_key=filled.key).select_related("version").first()
    if existing and (existing.version.survey_id != survey.pk or existing.content_hash != filled.content_hash()):
        raise SentBefore(_("This form was sent already. Please open the survey again to answer once more."))
    return existing


def is_kept(survey: Survey, filled: Filled) -> bool:
    """Whether these very answers came already, by this form. Raises SentBefore where it brought others."""
    return _before(survey, filled) is not None


def keep(version: SurveyVersion, filled: Filled, **about: Any) -> Response:
    """The rows of one filled-in survey; `about` are further fields of the response. Called within a transaction."""
    response = Response.objects.create(
        version=version,
        channel=filled.channel,
        age=filled.age,
        idempotency_key=filled.key,
        content_hash=filled.content_hash(),
        **about,
    )
    Answer.objects.bulk_create(
        answer for question in version.questions_list for answer in _answers(response, question, filled.values)
    )
    return response


def _take_in(survey: Survey, version: SurveyVersion, filled: Filled, by: Any) -> Response:
    _refuse_closed(survey, filled.channel)
    if filled.channel == Channel.PAPER and not (by and permissions.may_write(by, survey)):
        raise Refused(_("You may not type in answers to this survey."))
    village = filled.village
    if filled.channel == Channel.SLIP:
        slip = _spend(survey, filled.code)
        if all(question.kind != Kind.VILLAGE for question in version.questions_list):
            village = slip.village  # where it is asked, who says nothing has said nothing
    return keep(version, filled, village=village, entered_by=by)


def _refuse_closed(survey: Survey, channel: Channel) -> None:
    state = survey.state
    if channel == Channel.PAPER and state in {State.OPEN, State.CLOSED}:
        return  # papers come in after the last day too
    if state in {State.DRAFT, State.WAITING}:
        raise Refused(_("This survey is not open yet."))
    if state in {State.CLOSED, State.PUBLISHED}:
        raise Refused(_("This survey is closed, so these answers were not counted. Thank you for wanting to answer."))


def _spend(survey: Survey, code: str) -> Slip:
    slip = unspent(survey, code)
    if not Slip.objects.filter(pk=slip.pk, is_spent=False).update(is_spent=True):
        raise SlipSpent(_("This code was used already: each slip is for one answer."))
    return slip


def _answers(response: Response, question: Question, values: Mapping[str, Any]) -> list[Answer]:
    value = values.get(question.key)
    if question.kind in ABOUT_WHO or value in (None, "", []):
        return []
    if question.kind in NUMBERS:
        return [Answer(response=response, question=question, number=int(value))]
    if question.kind in CHOICES:
        keys = {value} if isinstance(value, str) else set(value)
        return [
            Answer(response=response, question=question, option=option)
            for option in question.options_list
            if option.key in keys
        ]
    assert question.kind in WORDS  # noqa: S101
    return [Answer(response=response, question=question, words=text.clean(str(value))[: LONGEST[Kind(question.kind)]])]
