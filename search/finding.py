"""What people find: the entries everybody may see that answer a query, in order.

Whatever the number of texts, only so many are read: the latest that hold every word, those where the words stand side by side or in
the title, and where hardly anything holds them all, those that hold the most, the rarest first. `search.ranking` has the last word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from itertools import combinations, pairwise
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import get_language

from search import engines, ranking, registry, spelling
from search.models import Entry
from search.query import Query, Slot, understand

MOST_COUNTED = 2000  # entries: "more than …" says as much as the number
LOOKED_AT = 200  # so many of the likeliest are put in order
MUCH_MORE = 1.5  # times as many, with another tone
ENOUGH = 10  # entries that hold every word; else those that hold some are shown after them, …
MOST_NEAR = 20  # … up to so many in all, …
AT_LEAST = 0.15  # … where they score this much of the best: what is further off is no answer
RAREST = 4  # pairs, and words, by which these are sought


@dataclass(frozen=True)
class Found:
    """What answers a query: the keys of the entries to narrow and count, and the best of these in order."""

    query: Query
    numbers: list[int] = field(default_factory=list)
    best: list[Entry] = field(default_factory=list)
    held: int = 0  # how many entries hold every word

    @property
    def is_whole(self) -> bool:
        return self.held > 0

    @property
    def entries(self) -> Any:
        return engines.chosen(self.numbers)


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


def find(typed: str, among: Any = None, *, now: datetime | None = None, most: int = MOST_COUNTED) -> Found:
    """What answers `typed` among the entries `among` (those visible to everybody), `most` of them."""
    query = understand(typed)
    if not query.slots:
        return Found(query)
    search = _Search(
        engines.current(), visible() if among is None else among, most, now or timezone.now(), Entry.objects.count()
    )
    search.learn(_compared(query.slots) | {other.exact for word in query.words if (other := spelling.other_tone(word))})
    search.learn(word.folded for word in query.words if word.exact not in search.known)
    query = spelling.mended(query, search.engine, search.known)
    found = search.answer(query)
    few = found.held < ENOUGH
    toned = spelling.toned(query, search.engine, search.known, found.best, few=few)
    if toned == query:
        return found
    again = search.answer(toned)
    fitting = spelling.fitting(toned, query, again.best, more=few and again.held > MUCH_MORE * found.held)
    return again if fitting == toned else found if fitting == query else search.answer(fitting)


@dataclass
class _Search:
    """One search: what it is asked of, and what it has learnt."""

    engine: engines.Engine
    entries: Any
    most: int
    when: datetime
    total: int  # of all entries
    known: dict[str, int] = field(default_factory=dict)  # how many entries hold a word
    asked: set[str] = field(default_factory=set)

    def learn(self, words: Iterable[str]) -> None:
        if new := set(words) - self.asked:
            self.known |= self.engine.known(new)
            self.asked |= new

    def hold(self, alternatives: Sequence[Sequence[Slot]], most: int, *, in_title: bool = False) -> list[int]:
        return self.engine.holding(self.entries, alternatives, most, total=self.total, in_title=in_title)

    def answer(self, query: Query) -> Found:
        self.learn(_compared(query.slots))
        whole = self.hold([query.slots], self.most)
        close = _close(query, self.hold) if len(whole) > LOOKED_AT else []
        best = [entry for _score, entry in self._likeliest(query, [*whole[:LOOKED_AT], *close])]
        if len(best) >= ENOUGH or len(query.words) == 1:
            return Found(query, whole, best, held=len(whole))
        more = self._likeliest(query, [*whole, *_near(query, self.hold, self.known)])
        seen = {entry.pk for entry in best}
        near = [entry for score, entry in more if score >= AT_LEAST * more[0][0] and entry.pk not in seen]
        best += near[: MOST_NEAR - len(best)]
        return Found(query, [entry.pk for entry in best], best, held=len(whole))

    def _likeliest(self, query: Query, numbers: Iterable[int]) -> list[tuple[float, Entry]]:
        likely = set(numbers)
        chosen = list(engines.chosen(list(likely)).defer("body")) if likely else []
        return ranking.ranked(chosen, query, self.known, self.total, self.when)


def _close(query: Query, hold: Any) -> Iterator[int]:
    """Entries with the words in the title, or side by side."""
    phrase, pairs = Slot.joined(query.slots), [Slot.joined(pair) for pair in pairwise(query.slots)]
    yield from hold([[phrase]], LOOKED_AT // 2, in_title=True)
    yield from hold([query.slots], LOOKED_AT // 2, in_title=True)
    if len(query.slots) > 1:
        yield from hold([[phrase]], LOOKED_AT // 2)
    if len(query.slots) > 2:
        yield from hold([pairs], LOOKED_AT // 2)


def _near(query: Query, hold: Any, frequencies: dict[str, int]) -> Iterator[int]:
    """Entries that hold all words but one, or some two side by side, or some one word: what is rarest, first."""

    def frequency(slot: Slot) -> int:
        return min((frequencies.get(word, 0) for word in _compared([slot])), default=0)

    some = hold([[slot] for slot in query.slots], LOOKED_AT)
    if len(some) < LOOKED_AT and len(query.words) == len(query.slots):
        yield from some
        return
    if len(query.slots) > 2:
        yield from hold(list(combinations(query.slots, len(query.slots) - 1)), LOOKED_AT)
    pairs = [Slot((pair,)) for pair in pairwise(query.words)]
    for slots in (pairs, query.slots):
        for slot in sorted(slots, key=frequency)[:RAREST]:
            yield from hold([[slot]], LOOKED_AT // RAREST)


def _compared(slots: Iterable[Slot]) -> set[str]:
    """The words of `slots` as they are looked for: with their marks, where these were typed."""
    return {word.exact if word.is_marked else word.folded for slot in slots for way in slot.ways for word in way}
