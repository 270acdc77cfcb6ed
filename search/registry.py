"""What can be found: each app says so of its own things, in `ready()`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page

from core import languages
from core.visibility import visible_to_public


@dataclass(frozen=True)
class Text:
    """One thing as it is found: its words, and what a list is narrowed by."""

    title: str
    body: str
    also: str = ""  # words that count as much as the title: a number, a name
    language: str = settings.LANGUAGE_CODE
    group: UUID | None = None  # the same thing in another language
    topic: str = ""  # slug
    unit: str = ""  # slug
    villages: tuple[str, ...] = ()  # slugs
    date: datetime | None = None


def _none(numbers: Iterable[int]) -> dict[int, str]:
    return {}


@dataclass(frozen=True)
class Source:
    """A kind of thing that can be found. Its `name` stands in addresses (`?loai=tin-tuc`)."""

    name: str
    label: Any
    model: type[Model]
    text: Callable[[Any], Text]
    kept: Callable[[], Any]  # the rows that the index holds
    visible: Callable[[], Any]  # those of them that everybody may see, asked with each search
    addresses: Callable[[Iterable[int]], dict[int, str]]  # where they stand, in the active language
    # Rows whose change is a change of the thing: the model, and the name of its field that leads there.
    parts: tuple[tuple[type[Model], str], ...] = field(default=())
    # What a reader must know of some of them before she opens them (called off): a sentence, asked with each search.
    notices: Callable[[Iterable[int]], dict[int, str]] = _none


_sources: dict[str, Source] = {}
_facets: list[Callable[[], Any]] = []


def register(source: Source) -> None:
    _sources[source.name] = source


def sources() -> list[Source]:
    return list(_sources.values())


def source(name: str) -> Source:
    return _sources[name]


def register_facet(facet: Callable[[], Any]) -> None:
    """A way to narrow what was found: makes a `core.listing.Facet` over `search.models.Entry`."""
    _facets.append(facet)


def facets() -> list[Any]:
    return [facet() for facet in _facets]


def register_pages(
    name: str,
    label: Any,
    model: type[Page],
    text: Callable[[Any], Text],
    *,
    parts: tuple[tuple[type[Model], str], ...] = (),
    notices: Callable[[Iterable[int]], dict[int, str]] = _none,
) -> None:
    """A kind of page: the index holds what is live, a search shows what stands under no restriction."""
    register(
        Source(
            name=name,
            label=label,
            model=model,
            text=text,
            kept=lambda: model.objects.filter(live=True),  # type: ignore[attr-defined]
            visible=lambda: visible_to_public(Page.objects.all()),
            addresses=_addresses,
            parts=parts,
            notices=notices,
        )
    )


def _addresses(numbers: Iterable[int]) -> dict[int, str]:
    return {page.pk: page.url or "" for page in Page.objects.filter(pk__in=list(numbers)).specific(defer=True)}


def page_text(page: Any, *, date: datetime | None, also: str = "", extra: Iterable[str] = ()) -> Text:
    """What every page of ours says of itself: title, summary, body, topic, unit, villages."""
    body = getattr(page, "body", None)
    words: Iterable[Any] = [page.summary, *extra, *(body.stream_block.get_searchable_content(body) if body else [])]
    village = getattr(page, "village", None)
    links = page.village_links.all() if hasattr(page, "village_links") else ()
    return Text(
        title=page.title,
        also=also,
        body="\n".join(dict.fromkeys(str(part).strip() for part in words if part)),
        language=languages.code_of(page.locale_id),
        group=page.translation_key,
        topic=getattr(getattr(page, "topic", None), "slug", ""),
        unit=getattr(getattr(page, "unit", None), "slug", ""),
        villages=(village.slug,) if village else tuple(link.village.slug for link in links),
        date=date,
    )
