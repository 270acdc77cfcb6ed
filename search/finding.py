"""What people find: the entries everybody may see that answer a query, in order."""

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import get_language

from search import engines, ranking, registry, spelling
from search.models import Entry
from search.query import Query, understand

LOOKED_AT = 200  # so many of the likeliest are put in order
ENOUGH = 10  # entries that hold every word; else those that hold some are shown after them, …
MOST_NEAR = 20  # … up to so many in all, …
AT_LEAST = 0.15  # … where they score this much of the best: what is further off is no answer


@dataclass(frozen=True)
class Found:
    """What answers a query: `entries` to narrow and count, and the best of them in order."""

    query: Query
    entries: Any
    best: list[Entry]
    is_whole: bool = True  # whether some entry holds every word


def visible(language: str | None = None) -> Any:
    """The entries that everybody may see at this moment, in `language` (the active one); Vietnamese where not translated."""
    language = language or get_language() or settings.LANGUAGE_CODE
    shown = reduce(or_, (_shown(source) for source in registry.sources()), Q(pk__in=[]))
    entries = Entry.objects.filter(shown)
    if language == settings.LANGUAGE_CODE:
        return entries.filter(language=language)
    translated = Entry.objects.filter(shown, language=language, group=OuterRef("group"))
    return entries.filter(Q(language=language) | Q(language=settings.LANGUAGE_CODE) & ~Exists(translated))


def _shown(source: registry.Source) -> Q:
    return Q(source=source.name) & Q(Exists(source.visible().filter(pk=OuterRef("object_id")).order_by()))


def find(typed: str, among: Any = None, *, now: datetime | None = None) -> Found:
    """What answers `typed` among the entries `among` (those visible to everybody)."""
    entries = visible() if among is None else among
    engine = engines.current()
    query = understand(typed)
    if not query.slots:
        return Found(query, entries.none(), [])
    query = spelling.mended(query, engine)
    asked = {word for slot in query.slots for way in slot.ways for word in _compared(way)}
    frequencies, total = engine.known(asked), Entry.objects.count()
    when = now or timezone.now()

    def likeliest(found: Any) -> list[tuple[float, Entry]]:
        chosen = list(engine.best_first(found.defer("body"), query)[:LOOKED_AT])
        return ranking.ranked(chosen, query, frequencies, total, when)

    holding = engine.holding_all(entries, query)
    best = [entry for _score, entry in likeliest(holding)]
    if len(best) >= ENOUGH or len(query.words) == 1:
        return Found(query, holding, best, is_whole=bool(best))
    more = likeliest(engine.holding_some(entries, query))
    seen = {entry.pk for entry in best}
    near = [entry for score, entry in more if score >= AT_LEAST * more[0][0] and entry.pk not in seen]
    best += near[: MOST_NEAR - len(best)]
    return Found(query, entries.filter(pk__in=[entry.pk for entry in best]), best, is_whole=bool(seen))


def _compared(way: tuple[Any, ...]) -> list[str]:
    return [word.exact if word.is_marked else word.folded for word in way]
