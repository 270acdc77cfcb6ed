"""Lists of articles in stable addresses: `/tin-tuc/?chu-de=…&don-vi=…&thon=…&phong-trao=…&nam=…&page=…`.

A wrong value never breaks a page: it gets a sentence, and the list is shown without it.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear, NullIf
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from core import renditions
from core.models import in_language
from movements.models import Campaign
from news import selectors
from organisations.models import Topic, Unit, UnitFolderPage, Village

PER_PAGE = 12


@dataclass(frozen=True)
class Choice:
    """One value of a facet, as it stands in the address, and its label."""

    value: str
    label: str


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list."""

    name: str  # the parameter in the address
    label: str
    lookup: str  # what is compared with the value
    choices: list[Choice]


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
            choice = next((choice for choice in facet.choices if choice.value == value), None)
            if choice:
                self.selected[facet.name] = choice
            elif value:
                self.notices.append(
                    _("“%(value)s” is not known under %(filter)s, so we show everything there.")
                    % {"value": value[:40], "filter": facet.label.lower()}
                )

    def narrow(self, articles: Any, but: str = "") -> Any:
        """`articles` under every filter that is set, `but` for one."""
        lookups = {
            facet.lookup: self.selected[facet.name].value
            for facet in self.facets
            if facet.name in self.selected and facet.name != but
        }
        return articles.filter(**lookups)

    def counts(self, articles: Any) -> dict[tuple[str, str], int]:
        """How many articles each value of each facet would leave, the other filters being as they are; in one query."""
        first, *others = (
            self.narrow(articles, but=facet.name)
            .order_by()
            .values_list(Value(facet.name), Cast(facet.lookup, CharField()))
            .annotate(number=Count("pk"))
            for facet in self.facets
        )
        return {(name, value): number for name, value, number in first.union(*others, all=True)}

    def url(self, **changes: str) -> str:
        """The address of this list with `changes` (an empty value leaves a parameter out); page 1 unless said."""
        query = QueryDict(mutable=True)
        values = {name: choice.value for name, choice in self.selected.items()} | changes
        query.update({name: value for name, value in values.items() if value})
        return f"{self.path}?{query.urlencode()}" if query else self.path

    def filters(self, articles: Any) -> list[dict[str, Any]]:
        """The facets as a page shows them; a choice that would leave nothing is not offered."""
        counts = self.counts(articles)
        return [
            {
                "name": facet.name,
                "label": facet.label,
                "options": [
                    {
                        "label": choice.label,
                        "value": choice.value,
                        "url": self.url(**{facet.name: choice.value}),
                        "active": self.selected.get(facet.name) == choice,
                        "count": counts.get((facet.name, choice.value), 0),
                    }
                    for choice in facet.choices
                    if (facet.name, choice.value) in counts or self.selected.get(facet.name) == choice
                ],
                "active_label": self.selected[facet.name].label if facet.name in self.selected else "",
                "clear_url": self.url(**{facet.name: ""}),
            }
            for facet in self.facets
            if facet.choices
        ]

    def active_filters(self) -> list[dict[str, str]]:
        return [{"label": choice.label, "remove_url": self.url(**{name: ""})} for name, choice in self.selected.items()]


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
        "filters": listing.filters(articles),
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
    """The facets of the list with their choices, in one query; that of the unit is left out in a unit's folder."""
    facets = {
        "chu-de": (_("Topic"), "topic__slug"),
        "don-vi": (_("Unit"), "unit__slug"),
        "thon": (_("Village"), "village_links__village__slug"),
        "phong-trao": (_("Campaign"), "campaign__slug"),
        "nam": (_("Year"), "date__year"),
    }
    choices = _choices(articles)
    return [
        Facet(name, label, lookup, choices[name])
        for name, (label, lookup) in facets.items()
        if not (folder and name == "don-vi")
    ]


def _choices(articles: Any) -> dict[str, list[Choice]]:
    years = articles.order_by().annotate(year=Cast(ExtractYear("date"), CharField())).distinct()
    rows = _rows("chu-de", Topic.objects.all()).union(
        _rows("don-vi", Unit.objects.writing(), "short_name"),
        _rows("thon", Village.objects.current()),
        _rows("phong-trao", Campaign.objects.all(), "short_name"),
        years.values_list(Value("nam"), "year", "year", Value(""), Value(0)),
        all=True,
    )
    choices: dict[str, list[Choice]] = defaultdict(list)
    for name, value, label, label_en, _order in sorted(rows, key=lambda row: (row[4], row[2])):
        choices[name].append(Choice(value, in_language(label, label_en)))
    choices["nam"].reverse()
    return choices


def _rows(name: str, things: QuerySet, short: str = "name") -> QuerySet:
    """(facet, slug, label, English label, order) of every thing; the short name where there is one."""
    english = f"{short}_en"
    return things.order_by().values_list(
        Value(name),
        "slug",
        Coalesce(NullIf(short, Value("")), "name", output_field=CharField()),
        Coalesce(NullIf(english, Value("")), "name_en", output_field=CharField()),
        "order",
    )


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
