"""Near spellings of a syllable nobody wrote: sounds that Vietnamese confuses, and one letter more, less or other.

And of one that fits worse where it stands than with the other of two tones: in the centre and the south hỏi and ngã sound alike.
"""

import unicodedata
from collections.abc import Container, Sequence
from itertools import pairwise, product

from search import ranking
from search.engines import Engine
from search.models import Entry
from search.query import Query, Word

AT_START = [
    ("tr", "ch"),
    ("s", "x"),
    ("d", "gi"),
    ("d", "r"),
    ("gi", "r"),
    ("l", "n"),
    ("ngh", "ng"),
    ("gh", "g"),
    ("k", "c"),
    ("q", "c"),
]
AT_END = [("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"), ("i", "y")]
HOOK, TILDE = 0x0309, 0x0303
OTHER_TONE = {HOOK: TILDE, TILDE: HOOK}
LETTERS, DIGITS = "abcdeghiklmnopqrstuvxyfjwz", "0123456789"
MOST_WAYS = 3
MOST_MENDED = 3  # words of a query: what is odd from end to end is no slip of the finger
SOUNDS_ALIKE = 5  # so many times likelier than a slip of the finger
SHORTEST, LONGEST = (
    2,
    12,
)  # letters; near one letter is anything, near a long word so much that a search would last seconds


def mended(query: Query, engine: Engine, known: Container[str]) -> Query:
    """`query`, where a word that nobody wrote, or never beside its neighbours, may also be one near it that was.

    `known`: of the words of `query`, exact and folded, those that somebody wrote.
    """
    singles = {place: slot for place, slot in enumerate(query.slots) if len(slot.ways) == len(slot.typed) == 1}
    if not singles:
        return query
    beside = engine.neighbours({pair for place in range(len(query.slots)) for pair in _pairs(query, place)})
    tried = 0
    for place, slot in singles.items():
        word = slot.typed[0]
        if (
            tried == MOST_MENDED
            or not SHORTEST <= len(word.folded) <= LONGEST
            or word.exact in query.short
            or (slot.is_open and (word.exact in known or engine.begins(word.exact)))
        ):
            continue
        if word.exact in known:
            pairs = _pairs(query, place)
            strange = pairs and not any(pair in beside for pair in pairs)
            tried += bool(strange)
            if strange and (ways := _near(query, place, engine)):
                query = query.with_ways(place, ways)
        elif (other := other_tone(word)) and other.exact in known:
            query = query.with_ways(place, [other], instead=True)
        elif word.is_marked and word.folded in known:  # marks as nobody set them: the letters are right
            query = query.with_ways(place, [Word(word.folded, word.folded)])
        else:
            tried += 1
            if ways := _near(query, place, engine):
                query = query.with_ways(place, ways, instead=True)
    return query


def other_tone(word: Word) -> Word | None:
    """`word` with ngã for hỏi, or hỏi for ngã; None where it has neither."""
    other = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.exact).translate(OTHER_TONE))
    return Word(other, word.folded) if other != word.exact else None


def toned(query: Query, engine: Engine, known: Container[str], found: Sequence[Entry], *, few: bool) -> Query:
    """`query`, rather with the other of hỏi and ngã where a word stands beside its neighbours in none of those `found`.

    Whether the other one fits better is seen in what that query finds: `fitting`. `few`: whether few hold all words as typed.
    """
    for place, slot in enumerate(query.slots):
        word = slot.typed[0]
        other = other_tone(word) if len(query.slots) > 1 and len(slot.ways) == len(slot.typed) == 1 else None
        if not other or other.exact not in known or _stands(query, place, word, found):
            continue
        around = query.slots[max(0, place - 1) : place + 2]
        if few or engine.neighbours([(one.typed[-1].folded, two.typed[0].folded) for one, two in pairwise(around)]):
            query = query.with_meant(place, other, rather=True)
    return query


def fitting(query: Query, before: Query, found: Sequence[Entry], *, more: bool) -> Query:
    """`before`, rather with those other tones of `query` that stand beside their neighbours in one of those `found`.

    `more`: whether that many more hold all words with them that they are sought too where they stand beside none.
    """
    for place, slot in enumerate(query.slots):
        if slot != before.slots[place]:
            stands = _stands(query, place, slot.typed[0], found)
            if stands or more:
                before = before.with_meant(place, slot.typed[0], rather=stands)
    return before


def _stands(query: Query, place: int, word: Word, found: Sequence[Entry]) -> bool:
    """Whether an entry holds `word` beside what may stand before or after it."""
    before = query.slots[place - 1].ways if place else ()
    after = query.slots[place + 1].ways if place + 1 < len(query.slots) else ()
    is_open = any(slot.is_open for slot in query.slots[place : place + 2])
    pairs = [(way[-1], word) for way in before] + [(word, way[0]) for way in after]
    return any(ranking.stands(pair, entry, is_open=is_open) for entry in found for pair in pairs)


def _pairs(query: Query, place: int, word: str = "") -> list[tuple[str, str]]:
    """The word at `place` (or `word` in its stead) with the one before and the one after it, folded."""
    word = word or query.slots[place].typed[0].folded
    pairs = []
    if place:
        pairs.append((query.slots[place - 1].typed[-1].folded, word))
    if place + 1 < len(query.slots) and not query.slots[place + 1].is_open:
        pairs.append((word, query.slots[place + 1].typed[0].folded))
    return pairs


def _near(query: Query, place: int, engine: Engine) -> list[Word]:
    """Words near the one at `place` that somebody wrote, and beside its neighbours, the likeliest first."""
    typed = query.slots[place].typed[0].folded
    near, alike = variants(typed), set(_sounds(typed))
    pairs = {word: _pairs(query, place, word) for word in near}
    if sought := {pair for several in pairs.values() for pair in several}:
        beside = engine.neighbours(sought)
        numbers = {word: sum(beside.get(pair, 0) for pair in several) for word, several in pairs.items()}
    else:
        numbers = engine.known(near)
    weights = {word: number * (SOUNDS_ALIKE if word in alike else 1) for word, number in numbers.items() if number}
    likeliest = sorted(weights, key=lambda word: (-weights[word], word))
    return [Word(word, word) for word in likeliest[:MOST_WAYS]]


def variants(word: str) -> set[str]:
    """Other ways to write a folded syllable."""
    found, letters = set(_sounds(word)), LETTERS if word.isalpha() else DIGITS + LETTERS
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        found.update(head + letter + tail for letter in letters)
        if tail:
            found.add(head + tail[1:])
            found.update(head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            found.add(head + tail[1] + tail[0] + tail[2:])
    return found - {word, ""}


def _sounds(word: str) -> list[str]:
    starts, ends = {word}, set()
    for one, other in AT_START:
        for was, now in ((one, other), (other, one)):
            if word.startswith(was):
                starts.add(now + word[len(was) :])
    for start, (one, other) in product(starts, AT_END):
        for was, now in ((one, other), (other, one)):
            if start.endswith(was):
                ends.add(start[: -len(was)] + now)
    return [*starts, *ends]
