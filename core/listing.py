"""Lists that are narrowed by their address: `/tin-tuc/?chu-de=…&thon=…&nam=…&page=…`.

A wrong value never breaks a page: it gets a sentence, and the list is shown without it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import CharField, Count, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear, NullIf
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from core.models import in_language

PER_PAGE = 12


@dataclass(frozen=True)
class Choice:
    """One value of a facet, as it stands in the address, its label, and what the records hold (the same, if not said)."""

    value: str
    label: str
    held: str = ""

    @property
    def record(self) -> str:
        return self.held or self.value


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list."""

    name: str  # the parameter in the address
    label: str
    lookup: str  # what is compared with the value
    rows: Any = None  # the values there are: a queryset of (name, value, label, English label, order) …
    labels: tuple[tuple[str, Any], ...] = ()  # … or value and label, where they stand in code
    words: Mapping[Any, str] = field(default_factory=dict)  # the word of a value in the address, where it has one


def facet_of_things(name: str, label: str, lookup: str, things: Any, *, short: str = "name") -> Facet:
    """Narrows by the slug of one of `things`, which are called by their `short` name where they have one."""
    rows = things.order_by().values_list(
        Value(name),
        "slug",
        Coalesce(NullIf(short, Value("")), "name", output_field=CharField()),
        Coalesce(NullIf(f"{short}_en", Value("")), "name_en", output_field=CharField()),
        "order",
    )
    return Facet(name, label, lookup, rows)


def facet_of_labels(
    name: str, label: str, lookup: str, labels: Iterable[tuple[str, Any]], words: Mapping[Any, str] | None = None
) -> Facet:
    """Narrows by one of a few values that stand in code, in their order; `words` are what the address calls them."""
    return Facet(name, label, lookup, labels=tuple(labels), words=words or {})


def facet_of_years(name: str, label: str, date: str, things: Any) -> Facet:
    """Narrows by the year of the field `date` of `things`, the newest first."""
    year = ExtractYear(date)
    written = Cast(year, CharField())
    rows = things.order_by().values_list(Value(name), written, written, Value(""), Value(0) - year).distinct()
    return Facet(name, label, f"{date}__year", rows)


@dataclass
class Listing:
    """What the visitor asked for, understood."""

    facets: list[Facet]
    path: str
    query: QueryDict
    kept: dict[str, str] = field(default_factory=dict)  # parameters of the page itself, which every address keeps
    selected: dict[str, Choice] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for facet in self.facets:
            value = self.query.get(facet.name, "")
            choice = next((choice for choice in self.choices[facet.name] if choice.value == value), None)
            if choice:
                self.selected[facet.name] = choice
            elif value:
                self.notices.append(
                    _("“%(value)s” is not known under %(filter)s, so we show everything there.")
                    % {"value": value[:40], "filter": facet.label.lower()}
                )

    @cached_property
    def choices(self) -> dict[str, list[Choice]]:
        """The values of every facet in their order, by the facet's name; in one query."""
        first, *others = (facet.rows for facet in self.facets if facet.rows is not None)
        choices: dict[str, list[Choice]] = defaultdict(list)
        for facet in self.facets:
            choices[facet.name] = [
                Choice(facet.words.get(value, value), str(label), held=value) for value, label in facet.labels
            ]
        for name, value, label, label_en, _order in sorted(
            first.union(*others, all=True), key=lambda row: (row[4], row[2])
        ):
            choices[name].append(Choice(value, in_language(label, label_en)))
        return choices

    def narrow(self, things: Any, but: str = "") -> Any:
        """`things` under every filter that is set, `but` for one."""
        lookups = {
            facet.lookup: self.selected[facet.name].record
            for facet in self.facets
            if facet.name in self.selected and facet.name != but
        }
        return things.filter(**lookups)

    def counts(self, things: Any) -> dict[tuple[str, str], int]:
        """How many of `things` each value of each facet would leave, the other filters being as they are; in one query."""
        first, *others = (
            self.narrow(things, but=facet.name)
            .order_by()
            .values_list(Value(facet.name), Cast(facet.lookup, CharField()))
            .annotate(number=Count("pk"))
            for facet in self.facets
        )
        return {(name, value): number for name, value, number in first.union(*others, all=True)}

    def url(self, **changes: str) -> str:
        """The address of this list with `changes` (an empty value leaves a parameter out); page 1 unless said."""
        query = QueryDict(mutable=True)
        values = self.kept | {name: choice.value for name, choice in self.selected.items()} | changes
        query.update({name: value for name, value in values.items() if value})
        return f"{self.path}?{query.urlencode()}" if query else self.path

    def filters(self, things: Any) -> list[dict[str, Any]]:
        """The facets as a page shows them; a choice that would leave nothing is not offered."""
        counts = self.counts(things)
        filters = [
            {
                "name": facet.name,
                "label": facet.label,
                "options": [
                    {
                        "label": choice.label,
                        "value": choice.value,
                        "url": self.url(**{facet.name: choice.value}),
                        "active": self.selected.get(facet.name) == choice,
                        "count": counts.get((facet.name, choice.record), 0),
                    }
                    for choice in self.choices[facet.name]
                    if (facet.name, choice.record) in counts or self.selected.get(facet.name) == choice
                ],
                "active_label": self.selected[facet.name].label if facet.name in self.selected else "",
                "clear_url": self.url(**{facet.name: ""}),
            }
            for facet in self.facets
        ]
        return [filter_ for filter_ in filters if filter_["options"]]

    def active_filters(self) -> list[dict[str, str]]:
        return [{"label": choice.label, "remove_url": self.url(**{name: ""})} for name, choice in self.selected.items()]

    def page(self, found: Any) -> Page[Any]:
        """The page of `found` that the address asks for; the first one, and a notice, if there is none of that number."""
        paginator = Paginator(found, PER_PAGE)
        asked = self.query.get("page", "1")
        if not (asked.isascii() and asked.isdigit() and len(asked) < 7) or not 1 <= int(asked) <= paginator.num_pages:
            self.notices.append(_("There is no page “%(page)s”; this is the first one.") % {"page": asked[:20]})
            return paginator.page(1)
        return paginator.page(int(asked))

    def page_url(self, number: int) -> str:
        return self.url(page=str(number) if number > 1 else "")

    def page_entries(self, page: Page[Any]) -> list[dict[str, Any]]:
        """The numbers under the list: {number, url, active}; `None` for a gap."""
        return [
            {"number": number, "url": self.page_url(number), "active": number == page.number}
            if isinstance(number, int)
            else {"number": None, "url": "", "active": False}
            for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        ]

    def context(self, things: Any, ordered: Any = None) -> dict[str, Any]:
        """What `components/filter_bar.html` and `pagination.html` need, and the `listed` page of `things`.

        `ordered` stands for the narrowed `things` where they have an order that the database does not know.
        """
        page = self.page(self.narrow(things) if ordered is None else ordered)
        return {
            "listed": page,
            "filters": self.filters(things),
            "active_filters": self.active_filters(),
            "notices": self.notices,
            "pages": self.page_entries(page),
            "previous_url": self.page_url(page.number - 1) if page.has_previous() else "",
            "next_url": self.page_url(page.number + 1) if page.has_next() else "",
            "reset_url": self.url(**dict.fromkeys(self.selected, "")),
        }


def context(request: HttpRequest, facets: list[Facet], things: Any) -> dict[str, Any]:
    """What `components/filter_bar.html` and `pagination.html` need, and the `listed` page of `things`."""
    return Listing(facets, request.path, request.GET).context(things)
