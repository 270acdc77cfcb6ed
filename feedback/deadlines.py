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
    """`working_days` after the day `begins` (not counted), without weekends and the days in `skipped`."""

    begins: date
    due_on: date
    working_days: int
    skipped: tuple[tuple[date, str], ...]  # holidays on weekdays in between
    legal_basis: str

    def as_json(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "begins": self.begins.isoformat(),
            "due_on": self.due_on.isoformat(),
            "skipped": [[day.isoformat(), name] for day, name in self.skipped],
        }


def compute(begins: date, working_days: int, legal_basis: str = "") -> Deadline:
    """The deadline that many working days after `begins`, by Vietnam's public holidays and the commune's own days."""
    own = {day_off.day: day_off for day_off in DayOff.objects.filter(day__gt=begins)}
    public = holidays.country_holidays("VN", language="vi")  # grows by years as days are asked for
    day, left, skipped = begins, working_days, []
    while left:
        day += timedelta(days=1)
        if day in own:
            name = "" if own[day].worked else own[day].name
            off = not own[day].worked
        else:
            name = public.get(day, "") or ""
            off = bool(name) or day.weekday() >= SATURDAY
        if not off:
            left -= 1
        elif name and day.weekday() < SATURDAY:
            skipped.append((day, name))
    return Deadline(begins, day, working_days, tuple(skipped), legal_basis)


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
    return f"{sentence}."


def _listed(skipped: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{_day(day)} ({name})" for day, name in skipped)


def _day(iso: str) -> str:
    return str(date_format(date.fromisoformat(iso), "SHORT_DATE_FORMAT"))
