"""Events as iCalendar (RFC 5545), for the calendars of phones and of other programs."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from core import addresses
from news import selectors
from news.models import EventPage
from organisations.models import Commune

USUAL_LENGTH = timedelta(hours=2)  # of an event whose end nobody knows
MOST = 200
FEED_LOOKS_BACK = timedelta(days=90)


@require_safe
def events_ics(request: HttpRequest) -> HttpResponse:
    """What is coming, and what was in the last three months: a calendar to subscribe to."""
    coming = selectors.events().coming(timezone.now() - FEED_LOOKS_BACK)[:MOST]
    return _response(request, coming, "lich.ics")


@require_safe
def event_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """One event, to put into one's own calendar."""
    event = get_object_or_404(selectors.events_of_any_language(), pk=pk)
    return _response(request, [event], f"{event.slug}.ics")


def _response(request: HttpRequest, events: Iterable[EventPage], name: str) -> HttpResponse:
    calendar = Calendar()
    calendar.add("prodid", "-//Mat tran so//Lich//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", Commune.load().organisation_label)
    for event in events:
        calendar.add_component(_entry(request, event))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _entry(request: HttpRequest, event: EventPage) -> Event:
    entry = Event()
    values: dict[str, Any] = {
        "uid": f"{event.translation_key}-{event.locale_id}@mat-tran-so",
        "dtstamp": event.last_published_at or event.starts_at,
        "dtstart": event.starts_at,
        "dtend": event.ends_at or event.starts_at + USUAL_LENGTH,
        "summary": event.title,
        "location": event.place,
        "description": "\n".join(filter(None, [event.called_off, event.summary])),
        "url": addresses.absolute(event.get_url(request)),
        "status": "CANCELLED" if event.called_off else "CONFIRMED",
    }
    for name, value in values.items():
        entry.add(name, value)
    return entry
