"""How people judged the same question half-year after half-year: only where its words are the same."""

from dataclasses import replace

from surveys import results
from surveys.enums import Dimension, Kind
from surveys.models import Survey
from surveys.results import GOOD, Counted, Point, Published, Trend

LONGEST = 12  # half-years on one line
WIDTH, HEIGHT, EDGE, TOP = 320, 100, 20, 30  # of the drawing, in its own units; above the top stand the numbers


def published(survey: Survey) -> Published | None:
    """What everybody reads of `survey`, each question beside what was published of it before."""
    found = results.published(survey)
    if found is None:
        return None
    before = [(each, results.published(each)) for each in _before(survey)]
    chain = [(each, of_it.counted) for each, of_it in before if of_it]
    return replace(found, counted=_with_trends(survey, found.counted, chain))


def count(survey: Survey, by: Dimension | None = None) -> list[Counted]:
    """The same for staff, from what was counted."""
    chain = [(each, results.count(each)) for each in _before(survey)]
    return _with_trends(survey, results.count(survey, by), chain)


def _before(survey: Survey) -> list[Survey]:
    """Those that `survey` repeats, the oldest first; one query for each."""
    chain = [survey]
    while (before := chain[-1].repeats) and len(chain) < LONGEST:
        chain.append(before)
    return chain[:0:-1]


def _with_trends(survey: Survey, counted: list[Counted], chain: list[tuple[Survey, list[Counted]]]) -> list[Counted]:
    return [replace(last, trend=_trend(last, [*chain, (survey, [last])])) for last in counted]


def _trend(last: Counted, chain: list[tuple[Survey, list[Counted]]]) -> Trend | None:
    """The line of one question, if it was asked more than once in the same words."""
    wording = last.question.key, last.question.wording()
    same = [
        (survey, counted)
        for survey, questions in chain
        for counted in questions
        if (counted.question.key, counted.question.wording()) == wording and counted.answered
    ]
    is_percent = last.question.kind in GOOD
    if len(same) < 2 or not (is_percent or last.question.kind == Kind.SCALE):
        return None
    return _drawn(same, last.percent_of if is_percent else "")


def _drawn(same: list[tuple[Survey, Counted]], percent_of: str) -> Trend:
    step = (WIDTH - 2 * EDGE) / (len(same) - 1)
    points = []
    for place, (survey, counted) in enumerate(same):
        value = float(counted.percent or 0) if percent_of else counted.mean or 0.0
        share = value / (100 if percent_of else 10)
        points.append(
            Point(
                survey.period_label,
                counted.answered,
                value,
                EDGE + place * step,
                HEIGHT - share * (HEIGHT - TOP),
            )
        )
    return Trend(points, percent_of)
