"""The page on which people search."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.listing import Facet, Listing, facet_of_labels, facet_of_years
from core.sharing import described
from search import engines, finding, insight, picks, registry, snippets
from search.models import Entry
from search.query import LONGEST

NEWEST = "moi-nhat"
SUGGESTIONS = 6
FEWEST_LETTERS = 2


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What answers `?q=`, narrowed by the other parameters; without it, the form and where to look else."""
    typed = _typed(request)
    context: dict[str, Any] = {**described(request, _("Search")), "typed": typed}
    if typed.strip():
        context |= _found(request, typed)
        context["picks"] = [] if context["active_filters"] or "page" in request.GET else picks.picked(typed)
    return render(request, "search/results.html", context)


def _typed(request: HttpRequest) -> str:
    """One character more than is sought, so that the search can tell that something was left out."""
    return request.GET.get("q", "")[: LONGEST + 1]


def _found(request: HttpRequest, typed: str) -> dict[str, Any]:
    found = finding.find(typed)
    if set(request.GET) == {"q"} and (not found.is_whole or found.query.replaced):  # once, not for each page and filter
        insight.note(typed)
    by_date = request.GET.get("xep") == NEWEST
    kept = {"q": typed, "xep": NEWEST if by_date else ""}
    listing = Listing(_facets(found.entries), request.path, request.GET, kept=kept)
    if not listing.selected:
        numbers, best = found.numbers, [entry.pk for entry in found.best]
    elif len(found.numbers) == len(found.best):
        left = set(listing.narrow(found.entries).values_list("pk", flat=True))
        numbers = best = [entry.pk for entry in found.best if entry.pk in left]
    else:
        narrowed = finding.find(typed, among=listing.narrow(finding.visible()))
        numbers, best = narrowed.numbers, [entry.pk for entry in narrowed.best]
    order: Any = list(dict.fromkeys([*best, *numbers]))
    if by_date:
        order = engines.chosen(numbers).order_by("-date", "-pk").values_list("pk", flat=True)
    shared = listing.context(found.entries, order)
    shown = list(shared["listed"].object_list)
    rows = Entry.objects.in_bulk(shown)
    return {
        **shared,
        "hits": _hits([rows[number] for number in shown if number in rows], found),
        "total": len(numbers),
        "result_label": _result_label(len(numbers)),
        "replaced": found.query.replaced,
        "meant": found.query.meant,
        "is_cut": found.query.is_cut,
        "sort_url": listing.url(xep="" if by_date else NEWEST),
        "by_date": by_date,
    }


def _result_label(number: int) -> str:
    if number == finding.MOST_COUNTED:
        return _("%(number)s results or more") % {"number": intcomma(number)}
    return ngettext("%(number)s result", "%(number)s results", number) % {"number": intcomma(number)}


def _facets(entries: Any) -> list[Facet]:
    kinds = [(source.name, source.label) for source in registry.sources()]
    return [
        facet_of_labels("loai", _("Kind"), "source", kinds),
        *registry.facets(),
        facet_of_years("nam", _("Year"), "date", entries.filter(date__isnull=False)),
    ]


def _hits(entries: list[Entry], found: finding.Found) -> list[dict[str, Any]]:
    addresses, notices = _addresses(entries), _notices(entries)
    language = get_language() or settings.LANGUAGE_CODE
    return [
        {
            "title": snippets.marked(entry.title, found.query),
            "notice": notices.get((entry.source, entry.object_id), ""),
            "snippet": snippets.snippet(entry.body, found.query),
            "url": addresses[entry.source, entry.object_id],
            "kind": registry.source(entry.source).label,
            "date": entry.date,
            "language": entry.language if entry.language != language else "",
        }
        for entry in entries
        if (entry.source, entry.object_id) in addresses
    ]


def _addresses(entries: list[Entry]) -> dict[tuple[str, int], str]:
    """Where each leads."""
    return _said(entries, lambda source: source.addresses)


def _notices(entries: list[Entry]) -> dict[tuple[str, int], str]:
    """What must be known of some of them before they are opened."""
    return _said(entries, lambda source: source.notices)


def _said(entries: list[Entry], by: Callable[[registry.Source], Any]) -> dict[tuple[str, int], str]:
    """What their sources say of each; sources that know it in the same way are asked once."""
    asked: dict[Any, list[Entry]] = defaultdict(list)
    for entry in entries:
        asked[by(registry.source(entry.source))].append(entry)
    result: dict[tuple[str, int], str] = {}
    for say, alike in asked.items():
        known = say([entry.object_id for entry in alike])
        result |= {
            (entry.source, entry.object_id): known[entry.object_id] for entry in alike if entry.object_id in known
        }
    return result


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Titles that begin to answer what is being typed: `{"suggestions": [{"title", "url"}]}`."""
    typed = _typed(request)
    entries = (
        finding.find(typed, most=finding.LOOKED_AT).best[:SUGGESTIONS] if len(typed.strip()) >= FEWEST_LETTERS else []
    )
    addresses, notices = _addresses(entries), _notices(entries)
    found = [
        {
            "title": " · ".join(filter(None, [entry.title, notices.get((entry.source, entry.object_id))])),
            "url": addresses[entry.source, entry.object_id],
        }
        for entry in entries
        if (entry.source, entry.object_id) in addresses
    ]
    return JsonResponse({"suggestions": found})
