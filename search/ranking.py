"""The order of what was found: the same for every engine.

The known formula BM25 with the title as a field of its own (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009),
over words, neighbours side by side and the whole phrase. Marks that were typed count; what is fresh, a little.
"""

import math
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from search.models import Entry
from search.query import Phrase, Query, Slot

SATURATION, LENGTH = 1.2, 0.6  # k1, b
TITLE = 6.0  # one time in the title is so many in the text
PAIR, WHOLE = 2.0, 4.0  # of neighbours, of the whole phrase, beside single words
PHRASE_LENGTH = 0.2  # b, of phrases: they seldom stand somewhere by chance
BEGUN = 0.5  # a word of which only the beginning was typed
OTHER_WAY = 0.9  # a synonym, a near spelling
OTHER_MARKS = 0.4  # a phrase with other marks than those typed
MOST_TIMES = 12  # a phrase that stands there more often says no more
FRESH, FADES = 0.3, 730.0  # days until it is a third
SECONDS_A_DAY = 86400

Field = tuple[str, str]  # exact and folded, with a space before and after: letter stands over letter


def ranked(
    entries: list[Entry], query: Query, frequencies: dict[str, int], total: int, now: datetime
) -> list[tuple[float, Entry]]:
    """`entries` with their scores, the best first. `frequencies`: how many of all `total` entries hold a word."""
    usual = sum(len(entry.body_folded) for entry in entries) / max(len(entries), 1)
    ruler = _Ruler(query, frequencies, total, usual or 1.0, now)
    return sorted(((ruler.score(entry), entry) for entry in entries), key=lambda pair: pair[0], reverse=True)


def stands(way: Phrase, entry: Entry, *, is_open: bool) -> bool:
    """Whether the words of `way` stand side by side in `entry`, with the marks typed."""
    words = " ".join(word.folded for word in way)
    words = f" {words}" if is_open else f" {words} "
    title = (f" {entry.title_exact} ", f" {entry.title_folded} ")
    body = (f" {entry.body_exact} ", f" {entry.body_folded} ")
    return any(any(_places(way, words, exact, folded)) for exact, folded in (title, body))


class _Ruler:
    def __init__(self, query: Query, frequencies: dict[str, int], total: int, usual: float, now: datetime) -> None:
        self.slots, self.usual, self.now = query.slots, usual, now
        self.rarity = [_rarity(slot.ways, frequencies, total) for slot in query.slots]
        self.phrases = [
            (Slot.joined(pair), PAIR * (one + other) / 2)
            for pair, (one, other) in zip(pairwise(query.slots), pairwise(self.rarity), strict=True)
        ]
        if len(query.slots) > 1:
            self.phrases.append((Slot.joined(query.slots), WHOLE * sum(self.rarity) / len(self.rarity)))

    def score(self, entry: Entry) -> float:
        title = (f" {entry.title_exact} ", f" {entry.title_folded} ")
        body = (f" {entry.body_exact} ", f" {entry.body_folded} ")
        longer = len(entry.body_folded) / self.usual - 1
        words = [_value(slot, title, body, 1 + LENGTH * longer) for slot in self.slots]
        score = sum(rarity * value for rarity, value in zip(self.rarity, words, strict=True))
        norm = 1 + PHRASE_LENGTH * longer
        score += sum(weight * _value(slot, title, body, norm) for slot, weight in self.phrases)
        held = sum(rarity for rarity, value in zip(self.rarity, words, strict=True) if value)
        return score * held / (sum(self.rarity) or 1) + self._fresh(entry)

    def _fresh(self, entry: Entry) -> float:
        if entry.date is None:
            return 0.0
        age = max(0.0, (self.now - entry.date).total_seconds() / SECONDS_A_DAY)
        return FRESH * math.exp(-age / FADES)


def _value(slot: Slot, title: Field, body: Field, norm: float) -> float:
    best = 0.0
    for place, way in enumerate(slot.ways):
        times = TITLE * _times(way, title, is_open=slot.is_open) + _times(way, body, is_open=slot.is_open) / norm
        worth = times * (SATURATION + 1) / (times + SATURATION)
        best = max(best, worth if place == 0 else OTHER_WAY * worth)
    return best


def _times(way: Phrase, field: Field, *, is_open: bool) -> float:
    """How often `way` stands in `field`; less where it only begins there, or has other marks than those typed."""
    exact, folded = field
    if len(way) == 1:
        word, where = (way[0].exact, exact) if way[0].is_marked else (way[0].folded, folded)
        times = float(where.count(f" {word} "))
        return times if times or not is_open else BEGUN * where.count(f" {word}")
    words = " ".join(word.folded for word in way)
    times = _whole(way, f" {words} ", exact, folded)
    return times if times or not is_open else BEGUN * _whole(way, f" {words}", exact, folded)


def _whole(way: Phrase, words: str, exact: str, folded: str) -> float:
    if not any(word.is_marked for word in way):
        return folded.count(words)
    return sum(1.0 if agree else OTHER_MARKS for agree in _places(way, words, exact, folded))


def _places(way: Phrase, words: str, exact: str, folded: str) -> Iterator[bool]:
    """For each place where `way` stands, whether the marks are those typed."""
    place = folded.find(words)
    for _time in range(MOST_TIMES):
        if place < 0:
            break
        there = exact[place : place + len(words)].split()
        yield all(word.exact == other for word, other in zip(way, there, strict=False) if word.is_marked)
        place = folded.find(words, place + 1)


def _rarity(ways: Iterable[Phrase], frequencies: dict[str, int], total: int) -> float:
    numbers = [
        min(frequencies.get(word.exact if word.is_marked else word.folded, 0) for word in way) for way in ways if way
    ]
    number = max(numbers, default=0)
    return math.log(1 + (total - number + 0.5) / (number + 0.5)) if number < total else 0.05
