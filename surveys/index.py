"""The satisfaction index (*chỉ số hài lòng*) of a unit in a half-year: of a hundred judgements, how many are good ones.

Formula, version 1. A judgement is each answer to a question with five faces in a survey about the unit that was closed, and each
judgement of an answered case of the unit; a good one is "satisfied" or "very satisfied". Index = 100 * good / all. Under 20 judgements
nothing is said. Every wording counts, for here no two half-years are compared question by question.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from organisations.models import Unit
from surveys.enums import Kind, Purpose
from surveys.models import Answer
from surveys.results import SATISFIED, TOO_FEW

VERSION = 1


@dataclass(frozen=True)
class Part:
    """Where judgements come from: how many, and how many of them are good."""

    good: int = 0
    all: int = 0


@dataclass(frozen=True)
class Index:
    unit: Unit
    year: int
    half: int
    surveys: Part
    cases: Part
    version: int = VERSION

    @property
    def judgements(self) -> int:
        return self.surveys.all + self.cases.all

    @property
    def value(self) -> int | None:
        """0 to 100, whole; None where too few judged."""
        if self.judgements < TOO_FEW:
            return None
        return round(100 * (self.surveys.good + self.cases.good) / self.judgements)


def satisfaction(year: int, half: int) -> list[Index]:
    """The index of every unit that somebody judged in that half-year, in the order of the units; in two queries."""
    of_surveys: dict[int, Counter[bool]] = {}
    of_cases: dict[int, Counter[bool]] = {}
    answers = Answer.objects.filter(
        Q(question__version__survey__purpose=Purpose.CASES)
        | Q(
            question__version__survey__purpose=Purpose.SURVEY,
            question__version__survey__closes_at__lte=timezone.now(),
        ),
        question__kind=Kind.FACES,
        question__version__survey__year=year,
        question__version__survey__half=half,
    )
    rows = answers.values_list(
        "question__version__survey__purpose", "question__version__survey__about", "response__unit", "number"
    ).annotate(times=Count("pk"))
    for purpose, about, unit, number, times in rows.order_by():
        whose, kept = (unit, of_cases) if purpose == Purpose.CASES else (about, of_surveys)
        if whose:
            kept.setdefault(whose, Counter())[number in SATISFIED] += times
    units = Unit.objects.filter(pk__in={*of_surveys, *of_cases})
    return [
        Index(unit, year, half, _part(of_surveys.get(unit.pk)), _part(of_cases.get(unit.pk)))
        for unit in units.order_by("order", "name")
    ]


def _part(counted: Counter[bool] | None) -> Part:
    return Part(counted[True], counted.total()) if counted else Part()
