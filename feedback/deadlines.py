"""The day an answer is due, with the sum that leads to it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

import holidays
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from feedback.enums import Kind
from feedback.models.deadlines import DayOff, DeadlineRule

WORKING_DAYS = 10
SATURDAY = 5


@dataclass(frozen=True)
class Deadline:
    """`working_days` after the day `begins` (not counted), without the days in `skipped` and weekends, but with those in `worked`."""

    begins: date
    due_on: date
    working_days: int
    skipped: tuple[tuple[date, str], ...]  # holidays on weekdays in between
    worked: tuple[date, ...]  # of weekends in between
    legal_basis: str

    def as_json(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "begins": self.begins.isoformat(),
            "due_on": self.due_on.isoformat(),
            "skipped": [[day.isoformat(), name] for day, name in self.skipped],
            "worked": [day.isoformat() for day in self.worked],
        }


def compute(begins: date, working_days: int, legal_basis: str = "") -> Deadline:
    """The deadline that many working days after `begins`, by Vietnam's public holidays and the commune's own days."""
    own = {day_off.day: day_off for day_off in DayOff.objects.filter(day__gt=begins)}
    # It grows by years as days are asked for; a Saturday of December is worked for a day off of the year after.
    public = holidays.country_holidays("VN", language="vi", years=(begins.year, begins.year + 1))
    day, left, skipped, worked = begins, working_days, [], []
    while left:
        day += timedelta(days=1)
        name = own[day].name if day in own else public.get(day, "")
        is_worked = own[day].worked if day in own else public.is_working_day(day)
        left -= is_worked
        if is_worked and day.weekday() >= SATURDAY:
            worked.append(day)
        elif not is_worked and day.weekday() < SATURDAY:
            skipped.append((day, name))
    return Deadline(begins, day, working_days, tuple(skipped), tuple(worked), legal_basis)


def for_kind(kind: Kind | str, begins: date) -> Deadline:
    """The deadline for a case of `kind` that came in on the day `begins`."""
    rule = DeadlineRule.objects.filter(kind=kind).first()
    return compute(begins, rule.working_days if rule else WORKING_DAYS, rule.legal_basis if rule else "")


def set_up() -> None:
    """A rule for every kind that has none yet: ten working days. Safe to repeat."""
    DeadlineRule.objects.bulk_create([DeadlineRule(kind=kind) for kind in Kind], ignore_conflicts=True)


def explain(reason: dict[str, Any]) -> str:
    """The sum in words, from what `Deadline.as_json` kept."""
    days = reason["working_days"]
    sentence = ngettext(
        "%(days)s working day from %(begins)s, weekends not counted",
        "%(days)s working days from %(begins)s, weekends not counted",
        days,
    ) % {"days": days, "begins": _day(reason["begins"])}
    if reason["skipped"]:
        sentence += _(", nor the holidays %(holidays)s") % {"holidays": _listed(reason["skipped"])}
    if worked := reason.get("worked"):  # what was kept of older cases does not say
        sentence += _("; but these, worked for a day off, are: %(days)s") % {"days": ", ".join(map(_day, worked))}
    return f"{sentence}."


def _listed(skipped: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{_day(day)} ({name})" for day, name in skipped)


def _day(iso: str) -> str:
    return str(date_format(date.fromisoformat(iso), "SHORT_DATE_FORMAT"))
