"""Events as iCalendar (RFC 5545), for the calendars of phones and of other programs."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from core import addresses, facts, text
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
    return _response(request, coming, "lich.ics", "PUBLISH")


@require_safe
def event_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """One event, to put into one's own calendar."""
    event = get_object_or_404(selectors.events_of_any_language(), pk=pk)
    # By CANCEL a phone that has the event strikes it out (RFC 5546).
    return _response(request, [event], f"{event.slug}.ics", "CANCEL" if event.called_off else "PUBLISH")


def _response(request: HttpRequest, events: Iterable[EventPage], name: str, method: str) -> HttpResponse:
    calendar = Calendar()
    calendar.add("prodid", "-//Mat tran so//Lich//VI")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add("x-wr-calname", Commune.load().organisation_label)
    for event in events:
        calendar.add_component(_entry(request, event))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _entry(request: HttpRequest, event: EventPage) -> Event:
    """The same event whatever the language it is read in: one UID, numbered on as the page in Vietnamese is published anew."""
    source = facts.source_of(event)
    entry = Event()
    values: dict[str, Any] = {
        "uid": f"{event.translation_key}@mat-tran-so",
        "sequence": _sequence(source),
        "dtstamp": source.last_published_at or event.starts_at,
        **_times(event),
        "summary": text.seen(event.title),
        "location": text.seen(event.place),
        "description": text.seen("\n".join(filter(None, [event.called_off, event.summary]))),
        "url": addresses.absolute(event.get_url(request)),
        "status": "CANCELLED" if event.called_off else "CONFIRMED",
    }
    for name, value in values.items():
        entry.add(name, value)
    return entry


def _sequence(source: EventPage) -> int:
    """Seconds from the first publishing to the last: a number that grows with each change, as programs compare it."""
    first, last = source.first_published_at, source.last_published_at
    return int((last - first).total_seconds()) if first and last else 0


def _times(event: EventPage) -> dict[str, date | datetime]:
    """Days (VALUE=DATE, the end not included) where the hours say nothing."""
    if not event.has_hours:
        return {"dtstart": event.first_day, "dtend": event.last_day + timedelta(days=1)}
    return {"dtstart": event.starts_at, "dtend": event.ends_at or event.starts_at + USUAL_LENGTH}
