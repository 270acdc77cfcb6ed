"""What came of a survey: counts, shares and means, for staff; and what of it everybody may know, as it is published.

A question is counted over all versions in which its key and wording are the same. Shares are of those who answered the question.

What is published is fixed at that moment (`Survey.published`): whole questions, and judgements split by one fact about who answered, in
lots (`disclosure`). By a second fact people are only counted, for two splits of the same answers can be joined. Nothing else of a survey
goes before the public, so nobody sets two views of it against each other.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from organisations.models import Unit, Village
from surveys.disclosure import FEWEST, lots
from surveys.enums import ABOUT_WHO, NUMBERS, WORDS, Age, Channel, Dimension, Face, Kind, YesNo
from surveys.models import Answer, Question, Response, Survey

TOO_FEW = 20  # answers in all, below which nothing is concluded
JUDGEMENTS = (Kind.FACES, Kind.SCALE)
SATISFIED = (Face.GOOD, Face.VERY_GOOD)
GOOD = {Kind.FACES: [str(face.value) for face in SATISFIED], Kind.YES_NO: [str(YesNo.YES.value)]}
FIELDS = {
    Dimension.VILLAGE: "village",
    Dimension.AGE: "age",
    Dimension.CHANNEL: "channel",
    Dimension.UNIT: "unit",
}


@dataclass(frozen=True)
class Bar:
    """One answer and how often it was given."""

    value: str
    label: str
    number: int
    share: float  # of those who answered the question, 0 to 1

    @property
    def percent(self) -> int:
        return round(self.share * 100)


@dataclass
class Tally:
    """How many answered a question, and how often each value was given."""

    answered: int = 0
    times: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.answered + other.answered, self.times + other.times)


@dataclass(frozen=True)
class Point:
    """One half-year. `value` is of a hundred who are satisfied or say yes; of a scale the mean."""

    label: str
    answered: int
    value: float
    x: float
    y: float


@dataclass(frozen=True)
class Trend:
    points: list[Point]
    percent_of: str = ""  # what the values are percents of; empty where they are means

    @property
    def line(self) -> str:
        """The points of an SVG polyline."""
        return " ".join(f"{point.x:.0f},{point.y:.0f}" for point in self.points)


@dataclass(frozen=True)
class Counted:
    """One question, counted; of a group of people where it has a label."""

    question: Question
    tally: Tally
    label: str = ""
    groups: tuple["Counted", ...] = ()
    is_earlier: bool = False  # a wording that people get no more
    trend: Trend | None = None  # the same question half-year after half-year (`surveys.trend`)

    @property
    def answered(self) -> int:
        return self.tally.answered

    @property
    def bars(self) -> list[Bar]:
        times, answered = self.tally.times, self.answered
        return [
            Bar(value, label, times[value], times[value] / answered if answered else 0.0)
            for value, label in self.question.choices()
        ]

    @property
    def mean(self) -> float | None:
        """The mean of numbers."""
        if self.question.kind not in NUMBERS or self.question.kind == Kind.YES_NO or not self.answered:
            return None
        return sum(int(value) * number for value, number in self.tally.times.items()) / self.answered

    @property
    def percent(self) -> int | None:
        """How many of a hundred are satisfied or very satisfied; of a question with yes and no, how many say yes."""
        if self.question.kind not in GOOD or not self.answered:
            return None
        good = sum(self.tally.times[value] for value in GOOD[Kind(self.question.kind)])
        return round(100 * good / self.answered)

    @property
    def percent_of(self) -> str:
        """What `percent` counts, in words."""
        return _("say yes") if self.question.kind == Kind.YES_NO else _("satisfied")

    @property
    def told_of(self) -> str:
        """What `told` is, in words."""
        return self.percent_of if self.question.kind in GOOD else _("mean") if self.is_scale else _("most often")

    @property
    def told(self) -> str:
        """The answers of a group in a word: how many of a hundred are content, the mean, or what was chosen most."""
        if not self.answered:
            return "–"
        if self.percent is not None:
            return f"{self.percent} %"
        if self.mean is not None:
            return number_format(self.mean, 1)
        return f"{self.most.label}, {self.most.percent} %" if self.most else "–"

    @property
    def is_scale(self) -> bool:
        return self.question.kind == Kind.SCALE

    @property
    def most(self) -> Bar | None:
        """The answer given most often."""
        return max(self.bars, key=lambda bar: bar.number, default=None)

    @property
    def too_few(self) -> bool:
        return self.answered < TOO_FEW


@dataclass(frozen=True)
class Lot:
    """A group, or several together: how many of them answered the survey, and the households of villages."""

    label: str
    people: int
    households: int | None = None


def count(survey: Survey, by: Dimension | None = None) -> list[Counted]:
    """The questions that people get, then those they got before; split `by` one fact where it is given."""
    counted = _tallies(survey, by)
    names = _Names()
    result = []
    for question, same, is_earlier in _wordings(survey):
        groups = _together((counted[each.pk] for each in same), by, names)
        split: tuple[Counted, ...] = ()
        if by and question.kind not in WORDS:
            split = tuple(
                Counted(question, groups[group], label=names.of(by, [group]))
                for group in sorted(groups, key=lambda group: names.place(by, group))
            )
        result.append(Counted(question, sum(groups.values(), Tally()), groups=split, is_earlier=is_earlier))
    return result


def _wordings(survey: Survey) -> list[tuple[Question, list[Question], bool]]:
    """Each question about something, with all that ask the same in the same words, and whether it is asked no more; today's come first."""
    now = (survey.asked or survey.newest).pk
    versions = {
        version.pk: version.number for version in survey.versions.all() if version.put_out_at or version.pk == now
    }
    asked = [
        question
        for question in Question.objects.filter(version__in=versions).prefetch_related("options")
        if question.kind not in ABOUT_WHO
    ]
    asked.sort(key=lambda question: (question.version_id != now, -versions[question.version_id], question.order))
    same: dict[Any, list[Question]] = {}
    for question in asked:
        same.setdefault((question.key, question.wording()), []).append(question)
    return [(questions[0], questions, questions[0].version_id != now) for questions in same.values()]


def _tallies(survey: Survey, by: Dimension | None) -> dict[int, dict[Any, Tally]]:
    """The answers to each question (by its primary key) of each group; all in one group where `by` is not given."""
    group = [f"response__{FIELDS[by]}"] if by else []
    answers = Answer.objects.filter(question__version__survey=survey)
    keys = dict(
        Question.objects.filter(version__survey=survey, options__isnull=False).values_list("options", "options__key")
    )
    result: dict[int, dict[Any, Tally]] = defaultdict(lambda: defaultdict(Tally))
    rows = answers.values_list("question", "number", "option", *group).annotate(times=Count("pk")).order_by()
    for question, number, option, *who, times in rows:
        tally = result[question][who[0] if who else None]
        tally.answered += times
        if number is not None or option is not None:
            tally.times[keys[option] if number is None else str(number)] += times
    # Who chose several answers has answered once.
    several = answers.filter(question__kind=Kind.SEVERAL)
    people = several.values_list("question", *group).annotate(people=Count("response", distinct=True)).order_by()
    for question, *who, number in people:
        result[question][who[0] if who else None].answered = number
    return result


def _together(counted: Iterable[Mapping[Any, Tally]], by: Dimension | None, names: "_Names") -> defaultdict[Any, Tally]:
    """The same question of several versions; the groups as they are today."""
    result: defaultdict[Any, Tally] = defaultdict(Tally)
    for groups in counted:
        for group, tally in groups.items():
            result[names.now(by, group) if by else None] += tally
    return result


def words(survey: Survey) -> QuerySet[Answer]:
    """What people wrote, for whoever asked: question by question, by lot (the key is random)."""
    rows = Answer.objects.filter(question__version__survey=survey, question__kind__in=WORDS)
    return rows.select_related("question__version__survey").order_by(
        "question__order", "question__key", "response__idempotency_key"
    )


def _said(survey: Survey) -> list[dict[str, Any]]:
    """What everybody may read of what people wrote, question by question, by the alphabet: nobody's words stand at one place twice."""
    rows = Answer.objects.filter(question__version__survey=survey, question__is_public=True).exclude(public_words="")
    found: dict[str, dict[str, Any]] = {}
    for answer in rows.select_related("question").order_by("question__order", "question__key"):
        said = found.setdefault(answer.question.key, {"question": answer.question_id, "words": []})
        said["words"].append(answer.public_words)
    return [{**said, "words": sorted(said["words"])} for said in found.values()]


class _Names:
    """Groups by their names and in their order, which has nothing to do with the answers."""

    def __init__(self) -> None:
        self.villages = {village.pk: village for village in Village.objects.prefetch_related("figures")}
        self.units = {unit.pk: unit for unit in Unit.objects.all()}

    def now(self, by: Dimension, group: Any) -> Any:
        """The group as it is today: a village that was merged is the one it became."""
        return self.villages[group].became().pk if by == Dimension.VILLAGE and group else group

    def all(self, by: Dimension) -> list[Any]:
        """Every group there can be."""
        groups: dict[Dimension, list[Any]] = {
            Dimension.VILLAGE: [*(village.pk for village in self.villages.values() if not village.valid_to)],
            Dimension.AGE: Age.values,
            Dimension.CHANNEL: Channel.values,
            Dimension.UNIT: [*self.units],
        }
        return groups[by]

    def place(self, by: Dimension, group: Any) -> tuple[int, int]:
        if by == Dimension.VILLAGE:
            return (self.households(group) or 0, group or 0)
        if by == Dimension.UNIT:
            return (self.units[group].order if group else -1, group or 0)
        order = ["", *Age.values, *Channel.values]
        return (order.index(group), 0)

    def households(self, group: Any) -> int | None:
        return self.villages[group].households if group in self.villages else None

    def of(self, by: Dimension, groups: Iterable[Any]) -> str:
        return ", ".join(self._label(by, group) for group in groups)

    def _label(self, by: Dimension, group: Any) -> str:
        if not group:
            return _("not said")
        if by == Dimension.VILLAGE:
            return str(self.villages[group].label)
        if by == Dimension.UNIT:
            return str(self.units[group].label)
        return str((Age if by == Dimension.AGE else Channel)(group).label)


def _people(survey: Survey, by: Dimension, names: _Names) -> dict[Hashable, int]:
    """How many answered, of each group there can be; who did not say is a group if there is anybody in it."""
    rows = Response.objects.filter(version__survey=survey).values_list(FIELDS[by]).annotate(people=Count("pk"))
    found: Counter[Hashable] = Counter()
    for group, people in rows.order_by():
        found[names.now(by, group)] += people
    groups = sorted({*names.all(by), *found}, key=lambda group: names.place(by, group))
    return {group: found[group] for group in groups}


def people(survey: Survey) -> int:
    """How many answered."""
    return Response.objects.filter(version__survey=survey).count()


def typed_in(survey: Survey) -> list[tuple[str, int]]:
    """Who typed in how many sheets."""
    rows = Response.objects.filter(version__survey=survey).exclude(entered_by=None).values_list("entered_by")
    sheets = dict(rows.annotate(sheets=Count("pk")).order_by())
    return [(str(user), sheets[user.pk]) for user in get_user_model().objects.filter(pk__in=sheets)]


def numbers(survey: Survey, by: Dimension) -> list[Lot]:
    """How many answered, group by group, for staff."""
    names = _Names()
    sizes = _people(survey, by, names)
    return [Lot(names.of(by, [group]), size, names.households(group)) for group, size in sizes.items()]


def freeze(survey: Survey, by: Dimension | None) -> dict[str, Any]:
    """What everybody may know of `survey`, as JSON: numbers and keys, no names.

    `people` of the whole; `lots` of each dimension, with `of` the groups in it; `questions` with `answered`, `times` and the same of each
    lot of `by`; `said`, the words that somebody looked over, by question. Only what everybody had to judge, in every version, is split:
    else the people of a lot less those who answered would be a small group, or that the split is missing would tell one.
    """
    names = _Names()
    whole = people(survey)
    result: dict[str, Any] = {"people": 0, "by": by.value if by else "", "lots": {}, "questions": [], "said": []}
    if whole < FEWEST:
        return result
    result |= {"people": whole, "said": _said(survey)}
    together: dict[Dimension, list[list[Any]]] = {}
    for dimension in Dimension:
        sizes = _people(survey, dimension, names)
        if not any(sizes[group] for group in sizes if group):
            continue  # nobody was asked
        groups = list(sizes)
        together[dimension] = [[groups[place] for place in lot] for lot in lots(list(sizes.values()))]
        result["lots"][dimension.value] = [
            {
                "of": lot,
                "people": sum(sizes[group] for group in lot),
                "households": sum(names.households(group) or 0 for group in lot),
            }
            for lot in together[dimension]
        ]
    counted = _tallies(survey, by)
    put_out = {version.pk for version in survey.versions.all() if version.put_out_at}
    for question, same, is_earlier in _wordings(survey):
        if not question.is_public or question.kind in WORDS:
            continue
        by_group = _together((counted[each.pk] for each in same), by, names)
        all_of_it = sum(by_group.values(), Tally())
        if all_of_it.answered < FEWEST:
            continue
        split: list[Tally] = []
        all_had_to_answer = put_out == {each.version_id for each in same if each.is_required}
        if by and question.kind in JUDGEMENTS and all_had_to_answer:
            split = [sum((by_group[group] for group in lot), Tally()) for lot in together.get(by, [])]
        result["questions"].append(
            {
                "question": question.pk,
                "is_earlier": is_earlier,
                **_as_json(all_of_it),
                "split": [_as_json(tally) for tally in split],
            }
        )
    return result


def _as_json(tally: Tally) -> dict[str, Any]:
    return {"answered": tally.answered, "times": dict(tally.times)}


@dataclass(frozen=True)
class Published:
    """What everybody reads."""

    people: int
    households: int
    by: str  # what the questions are split by, in words; empty if they are not
    participants: list[tuple[str, list[Lot]]]  # by village, age, channel
    counted: list[Counted]
    said: list[tuple[Question, list[str]]]

    @property
    def columns(self) -> list[tuple[int, str]]:
        """The questions that are split, by their number, with what is told of each group."""
        return [(number, each.told_of) for number, each in enumerate(self.counted, 1) if each.groups]

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """Each group with what it answered to each question that is split."""
        split = [each.groups for each in self.counted if each.groups]
        return [(groups[0].label, [group.told for group in groups]) for groups in zip(*split, strict=True)]


def published(survey: Survey) -> Published | None:
    """What was published of `survey`, with its words in the active language; None before that."""
    return read(survey.published) if survey.published else None


def read(kept: Mapping[str, Any]) -> Published:
    """What `freeze` made, with its words in the active language."""
    names = _Names()
    by = Dimension(kept["by"]) if kept["by"] else None
    participants = [
        (
            str(Dimension(dimension).label),
            [Lot(names.of(Dimension(dimension), lot["of"]), lot["people"], lot["households"] or None) for lot in found],
        )
        for dimension, found in kept["lots"].items()
    ]
    numbers = [row["question"] for row in [*kept["questions"], *kept["said"]]]
    questions = Question.objects.prefetch_related("options").in_bulk(numbers)
    said = [(questions[row["question"]], row["words"]) for row in kept["said"]]
    counted = [
        Counted(
            questions[row["question"]],
            _from_json(row),
            groups=tuple(
                Counted(questions[row["question"]], _from_json(split), label=names.of(by, lot["of"]))
                for split, lot in zip(row["split"], kept["lots"].get(by.value, []), strict=False)
            )
            if by
            else (),
            is_earlier=row["is_earlier"],
        )
        for row in kept["questions"]
    ]
    households = sum(lot["households"] for lot in kept["lots"].get(Dimension.VILLAGE.value, []))
    return Published(kept["people"], households, str(by.label) if by else "", participants, counted, said)


def _from_json(row: Mapping[str, Any]) -> Tally:
    return Tally(row["answered"], Counter(row["times"]))
