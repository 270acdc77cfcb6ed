"""Lists of articles in stable addresses: `/tin-tuc/?chu-de=…&don-vi=…&thon=…&phong-trao=…&nam=…&page=…`.

A wrong value never breaks a page: it gets a sentence, and the list is shown without it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Max, Min, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import renditions
from movements.models import Campaign
from news import selectors
from organisations.models import Topic, Unit, UnitFolderPage, Village

PER_PAGE = 12
Choice = tuple[str, str, Any]  # value in the address, label, what is filtered by


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list."""

    name: str  # the parameter in the address
    label: str
    choices: list[Choice]
    narrow: Callable[[Any, Any], Any]


@dataclass
class Listing:
    """What the visitor asked for, understood."""

    facets: list[Facet]
    path: str
    query: QueryDict
    selected: dict[str, Choice] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for facet in self.facets:
            value = self.query.get(facet.name, "")
            choice = next((choice for choice in facet.choices if choice[0] == value), None)
            if choice:
                self.selected[facet.name] = choice
            elif value:
                self.notices.append(
                    _("“%(value)s” is not known under %(filter)s, so we show everything there.")
                    % {"value": value[:40], "filter": facet.label.lower()}
                )

    def narrow(self, articles: Any) -> Any:
        for facet in self.facets:
            if facet.name in self.selected:
                articles = facet.narrow(articles, self.selected[facet.name][2])
        return articles

    def url(self, **changes: str) -> str:
        """The address of this list with `changes` (an empty value leaves a parameter out); page 1 unless said."""
        query = QueryDict(mutable=True)
        values = {name: choice[0] for name, choice in self.selected.items()} | changes
        query.update({name: value for name, value in values.items() if value})
        return f"{self.path}?{query.urlencode()}" if query else self.path

    def filters(self) -> list[dict[str, Any]]:
        return [
            {
                "name": facet.name,
                "label": facet.label,
                "options": [
                    {
                        "label": label,
                        "value": value,
                        "url": self.url(**{facet.name: value}),
                        "active": self.selected.get(facet.name, ("",))[0] == value,
                    }
                    for value, label, _object in facet.choices
                ],
                "active_label": self.selected[facet.name][1] if facet.name in self.selected else "",
                "clear_url": self.url(**{facet.name: ""}),
            }
            for facet in self.facets
            if facet.choices
        ]

    def active_filters(self) -> list[dict[str, str]]:
        return [{"label": choice[1], "remove_url": self.url(**{name: ""})} for name, choice in self.selected.items()]


def context(section: Any, request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
    """The template's view of the list under `section`, or of one unit's `folder` in it."""
    articles = selectors.articles()
    if folder:
        articles = articles.filter(unit=folder.unit_id)
    listing = Listing(_facets(articles, folder), request.path, request.GET)
    found = listing.narrow(articles)
    paginator = Paginator(found, PER_PAGE)
    page = paginator.get_page(_page_number(request, paginator, listing.notices))
    page.object_list = selectors.in_active_language(list(page.object_list))
    renditions.prefetch(article.lead_image for article in page.object_list)
    return {
        "articles": page,
        "filters": listing.filters(),
        "active_filters": listing.active_filters(),
        "notices": listing.notices,
        "result_count": paginator.count,
        "pages": _pages(listing, page),
        "previous_url": _page_url(listing, page.number - 1) if page.has_previous() else "",
        "next_url": _page_url(listing, page.number + 1) if page.has_next() else "",
        "reset_url": request.path,
        "rss_url": reverse("rss_unit", args=[folder.slug]) if folder else reverse("rss"),
        "filtered": bool(listing.selected),
    }


def _facets(articles: Any, folder: UnitFolderPage | None) -> list[Facet]:
    """The facets of the list; that of the unit is left out in a unit's folder."""
    by_unit = Facet("don-vi", _("Unit"), _choices(Unit.objects.writing(), "short_label"), lambda a, unit: a.filter(unit=unit))
    facets = [
        Facet("chu-de", _("Topic"), _choices(Topic.objects.all()), lambda a, topic: a.filter(topic=topic)),
        by_unit,
        Facet("thon", _("Village"), _choices(Village.objects.current()), lambda a, village: a.about(village)),
        Facet("phong-trao", _("Campaign"), _choices(Campaign.objects.all(), "short_label"), lambda a, c: a.filter(campaign=c)),
        Facet("nam", _("Year"), _years(articles), lambda a, year: a.filter(date__year=year)),
    ]
    return [facet for facet in facets if not (folder and facet is by_unit)]


def _choices(things: Iterable[Any], label: str = "label") -> list[Choice]:
    return [(thing.slug, getattr(thing, label), thing) for thing in things]


def _years(articles: QuerySet) -> list[Choice]:
    bounds = articles.order_by().aggregate(first=Min("date"), last=Max("date"))
    if not bounds["first"]:
        return []
    first, last = (timezone.localtime(bounds[key]).year for key in ("first", "last"))
    return [(str(year), str(year), year) for year in range(last, first - 1, -1)]


def _page_number(request: HttpRequest, paginator: Paginator, notices: list[str]) -> int:
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 7) or not 1 <= int(asked) <= paginator.num_pages:
        notices.append(_("There is no page “%(page)s”; this is the first one.") % {"page": asked[:20]})
        return 1
    return int(asked)


def _page_url(listing: Listing, number: int) -> str:
    return listing.url(page=str(number) if number > 1 else "")


def _pages(listing: Listing, page: Any) -> list[dict[str, Any]]:
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [
        {"number": number, "url": _page_url(listing, number), "active": number == page.number}
        if isinstance(number, int)
        else {"number": None, "url": "", "active": False}
        for number in numbers
    ]
