"""The order of what was found: the same for every engine.

The known formula BM25 with the title as a field of its own (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009),
over words, neighbours side by side and the whole phrase. Marks that were typed count; what is fresh, a little.
"""

import math
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from search.models import Entry
from search.query import Phrase, Query, Slot

SATURATION, LENGTH = 1.2, 0.6  # k1, b
TITLE = 6.0  # one time in the title is so many in the text
PAIR, WHOLE = 1.2, 1.5  # of neighbours, of the whole phrase, beside single words
BEGUN = 0.5  # a word of which only the beginning was typed
OTHER_WAY = 0.85  # a synonym, a near spelling
MARKS_TOO = 1.15  # a phrase letter by letter as it was typed
FRESH, FADES = 0.3, 730.0  # days until it is a third
SECONDS_A_DAY = 86400

Field = tuple[str, str]  # exact and folded, with a space before and after


def ranked(
    entries: list[Entry], query: Query, frequencies: dict[str, int], total: int, now: datetime
) -> list[tuple[float, Entry]]:
    """`entries` with their scores, the best first. `frequencies`: how many of all `total` entries hold a word."""
    usual = sum(len(entry.body_folded) for entry in entries) / max(len(entries), 1)
    ruler = _Ruler(query, frequencies, total, usual or 1.0, now)
    return sorted(((ruler.score(entry), entry) for entry in entries), key=lambda pair: pair[0], reverse=True)


class _Ruler:
    def __init__(self, query: Query, frequencies: dict[str, int], total: int, usual: float, now: datetime) -> None:
        self.slots, self.usual, self.now = query.slots, usual, now
        self.rarity = [_rarity(slot.ways, frequencies, total) for slot in query.slots]
        self.phrases = [
            (Slot((first.typed + second.typed,), second.is_open), PAIR * (one + other) / 2)
            for (first, one), (second, other) in pairwise(zip(query.slots, self.rarity, strict=True))
        ]
        if len(query.slots) > 2:
            weight = WHOLE * sum(self.rarity) / len(self.rarity)
            self.phrases.append((Slot((tuple(query.words),), query.slots[-1].is_open), weight))

    def score(self, entry: Entry) -> float:
        title = (f" {entry.title_exact} ", f" {entry.title_folded} ")
        body = (f" {entry.body_exact} ", f" {entry.body_folded} ")
        norm = 1 - LENGTH + LENGTH * len(entry.body_folded) / self.usual
        words = [self._value(slot, title, body, norm) for slot in self.slots]
        score = sum(rarity * value for rarity, value in zip(self.rarity, words, strict=True))
        score += sum(weight * self._value(slot, title, body, norm) for slot, weight in self.phrases)
        held = sum(rarity for rarity, value in zip(self.rarity, words, strict=True) if value)
        return score * held / (sum(self.rarity) or 1) + self._fresh(entry)

    def _value(self, slot: Slot, title: Field, body: Field, norm: float) -> float:
        return max(
            (1.0 if place == 0 else OTHER_WAY) * _worth(way, title, body, norm, is_open=slot.is_open)
            for place, way in enumerate(slot.ways)
        )

    def _fresh(self, entry: Entry) -> float:
        if entry.date is None:
            return 0.0
        age = max(0.0, (self.now - entry.date).total_seconds() / SECONDS_A_DAY)
        return FRESH * math.exp(-age / FADES)


def _worth(way: Phrase, title: Field, body: Field, norm: float, *, is_open: bool) -> float:
    exact, folded = " ".join(word.exact for word in way), " ".join(word.folded for word in way)
    if len(way) == 1 and way[0].is_marked:
        return _saturated(exact, title[0], body[0], norm, is_open=is_open)
    worth = _saturated(folded, title[1], body[1], norm, is_open=is_open)
    if worth and any(word.is_marked for word in way) and (f" {exact}" in title[0] or f" {exact}" in body[0]):
        worth *= MARKS_TOO
    return worth


def _saturated(words: str, title: str, body: str, norm: float, *, is_open: bool) -> float:
    times = TITLE * title.count(f" {words} ") + body.count(f" {words} ") / norm
    if is_open and not times:
        times = BEGUN * (TITLE * title.count(f" {words}") + body.count(f" {words}") / norm)
    return times * (SATURATION + 1) / (times + SATURATION)


def _rarity(ways: Iterable[Phrase], frequencies: dict[str, int], total: int) -> float:
    numbers = [
        min(frequencies.get(word.exact if word.is_marked else word.folded, 0) for word in way) for way in ways if way
    ]
    number = max(numbers, default=0)
    return math.log(1 + (total - number + 0.5) / (number + 0.5)) if number < total else 0.05
