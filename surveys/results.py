"""What came of a survey: counts, shares and means, for staff whole; for the public without small groups.

A question is counted over all versions in which its key and wording are the same. Shares are of those who answered the question.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from organisations.models import Village
from surveys.enums import NUMBERS, WORDS, Channel, Face, Kind
from surveys.models import Answer, Question, Response, Survey

FEWEST = 5  # answers of a group that may be told apart in public
MOST_WORDS = 300  # texts read on one screen
TOO_FEW = 20  # answers in all, below which nothing is concluded
SATISFIED = (Face.GOOD, Face.VERY_GOOD)


@dataclass(frozen=True)
class Bar:
    """One answer and how often it was given."""

    value: Any
    label: str
    number: int
    share: float  # of those who answered the question, 0 to 1

    @property
    def percent(self) -> int:
        return round(self.share * 100)


@dataclass
class Counted:
    """One question, counted."""

    question: Question
    answered: int = 0
    bars: list[Bar] = field(default_factory=list)
    mean: float | None = None  # of numbers

    @property
    def satisfied(self) -> int | None:
        """How many of a hundred are satisfied or very satisfied; of faces only."""
        if self.question.kind != Kind.FACES or not self.answered:
            return None
        return round(100 * sum(bar.number for bar in self.bars if bar.value in SATISFIED) / self.answered)

    @property
    def too_few(self) -> bool:
        return self.answered < TOO_FEW


def count(survey: Survey) -> list[Counted]:
    """The questions that people get, counted over every version with the same wording; in four queries."""
    asked = list(Question.objects.filter(version__survey=survey).prefetch_related("options"))
    rows = (
        Answer.objects.filter(question__version__survey=survey)
        .values_list("question", "number", "option__key")
        .annotate(times=Count("pk"))
    )
    people = dict(
        Answer.objects.filter(question__version__survey=survey)
        .values_list("question")
        .annotate(people=Count("response", distinct=True))
    )
    times: dict[int, dict[Any, int]] = defaultdict(dict)
    for question, number, option, how_often in rows:
        times[question][option if number is None else number] = how_often
    result = []
    for question in (survey.asked or survey.newest).questions_list:
        if question.kind in (Kind.VILLAGE, Kind.AGE):
            continue
        same = [other for other in asked if other.key == question.key and other.wording() == question.wording()]
        result.append(
            _counted(question, [times[other.pk] for other in same], sum(people.get(other.pk, 0) for other in same))
        )
    return result


def _counted(question: Question, times: list[dict[Any, int]], answered: int) -> Counted:
    if question.kind in WORDS:
        return Counted(question, answered)
    values = [int(value) if question.kind in NUMBERS else value for value, _label in question.choices()]
    numbers = {value: sum(each.get(value, 0) for each in times) for value in values}
    bars = [
        Bar(value, label, numbers[value], numbers[value] / answered if answered else 0.0)
        for value, (_value, label) in zip(values, question.choices(), strict=True)
    ]
    mean = None
    if question.kind in NUMBERS and question.kind != Kind.YES_NO and answered:
        mean = sum(int(value) * number for value, number in numbers.items()) / answered
    return Counted(question, answered, bars, mean)


def words(survey: Survey, question: Question) -> list[str]:
    """What people wrote to `question`, for staff, by lot and not all where it is much: not public before somebody looked it over."""
    keys = [
        other.pk
        for other in Question.objects.filter(version__survey=survey, key=question.key).prefetch_related("options")
        if other.wording() == question.wording()
    ]
    return list(Answer.objects.filter(question__in=keys).order_by("?").values_list("words", flat=True)[:MOST_WORDS])


def public(survey: Survey) -> dict[str, Any]:
    """What everybody reads once it is published: the chosen questions as a whole, no group apart; nothing where under five answered.

    How many answered stands beside the households there are: whoever did not answer has not said that she is content.
    """
    by_channel = dict(Response.objects.filter(version__survey=survey).values_list("channel").annotate(n=Count("pk")))
    number = sum(by_channel.values())
    enough = number >= FEWEST
    return {
        "number": number if enough else 0,
        "households": sum(village.households or 0 for village in Village.objects.current().prefetch_related("figures")),
        "channels": [
            (channel.label, by_channel[channel]) for channel in Channel if by_channel.get(channel, 0) >= FEWEST
        ],
        "counted": [item for item in count(survey) if item.question.is_public and item.bars] if enough else [],
    }
