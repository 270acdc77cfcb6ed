"""The calendar: a month as a grid, and the events as a list: `/lich/`, `/lich/?thang=2026-11`."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import listing
from core.languages import in_active_language
from movements.listing import by_campaign
from news import selectors
from news.listing import OF_LINKS
from news.models import EventPage
from organisations.listing import by_topic, by_unit, by_village, of_folder
from organisations.models import UnitFolderPage

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
PARAMETER = "thang"


@dataclass(frozen=True)
class Day:
    """One square of the grid."""

    date: date
    in_month: bool
    is_today: bool
    events: list[EventPage]


@dataclass(frozen=True)
class Month:
    """A calendar month of the commune's own time."""

    first: date

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.replace(day=1))

    @classmethod
    def from_address(cls, written: str) -> "Month | None":
        """The month `2026-11`; None for anything else."""
        match = MONTH.fullmatch(written)
        return cls(date(int(match[1]), int(match[2]), 1)) if match else None

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def next(self) -> "Month":
        return Month.of(self.first + timedelta(days=31))

    @property
    def previous(self) -> "Month":
        return Month.of(self.first - timedelta(days=1))

    def weeks(self, events: list[EventPage]) -> list[list[Day]]:
        """Its weeks from Monday to Sunday, each day with the `events` that last into it."""
        today = timezone.localdate()
        return [
            [
                Day(
                    day,
                    in_month=day.month == self.first.month,
                    is_today=day == today,
                    events=[event for event in events if event.first_day <= day <= event.last_day],
                )
                for day in week
            ]
            for week in calendar.Calendar(calendar.MONDAY).monthdatescalendar(self.first.year, self.first.month)
        ]


def context(request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
    """The template's view: what is coming, or one month; narrowed as the address says; beside it the month's grid."""
    asked = request.GET.get(PARAMETER, "")
    month = Month.from_address(asked)
    everything = of_folder(selectors.events(), folder)
    found = everything.between(*_limits(month)) if month else everything.coming()
    kept = {PARAMETER: month.key} if month else {}
    facets = [by_topic(), *by_unit(folder), by_village(OF_LINKS), by_campaign()]
    list_ = listing.Listing(facets, request.path, request.GET, kept)
    if asked and not month:
        list_.notices.append(_("“%(value)s” is no month, so we show what is coming.") % {"value": asked[:20]})
    shared = list_.context(found)
    page = shared["listed"]
    page.object_list = in_active_language(page.object_list)
    shown = month or Month.of(timezone.localdate())
    in_grid = list_.narrow(everything.between(*_limits(shown)))
    return {
        **shared,
        "events": page,
        "month": month,
        "grid": {
            "month": shown,
            "weeks": shown.weeks(in_active_language(in_grid)),
            "previous_url": list_.url(**{PARAMETER: shown.previous.key}),
            "next_url": list_.url(**{PARAMETER: shown.next.key}),
        },
        "coming_url": list_.url(**{PARAMETER: ""}),
        "ics_url": reverse("events_ics"),
        "result_label": ngettext("%(number)s event", "%(number)s events", page.paginator.count)
        % {"number": intcomma(page.paginator.count)},
    }


def _limits(month: Month) -> tuple[datetime, datetime]:
    begin = datetime.combine(month.first, datetime.min.time(), timezone.get_current_timezone())
    return begin, datetime.combine(month.next.first, datetime.min.time(), timezone.get_current_timezone())
