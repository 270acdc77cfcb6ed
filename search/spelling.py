"""Near spellings of a syllable nobody wrote: sounds that Vietnamese confuses, and one letter more, less or other."""

from itertools import product

from search.engines import Engine
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
LETTERS = "abcdeghiklmnopqrstuvxy0123456789fjwz"
MOST_WAYS = 3
SHORTEST = 2  # letters; of one letter anything is near


def mended(query: Query, engine: Engine) -> Query:
    """`query`, where each word nobody wrote may also be one that is near and stands well beside its neighbours."""
    singles = {position: slot for position, slot in enumerate(query.slots) if len(slot.ways) == len(slot.typed) == 1}
    asked = {word for slot in singles.values() for word in (slot.typed[0].folded, slot.typed[0].exact)}
    if not asked:
        return query
    known = engine.known(asked)
    for position, slot in singles.items():
        word = slot.typed[0]
        if word.exact in known or len(word.folded) < SHORTEST or (slot.is_open and engine.begins(word.exact)):
            continue
        if word.is_marked and word.folded in known:  # marks as nobody set them: the letters are right
            query = query.with_ways(position, [Word(word.folded, word.folded)])
            continue
        if ways := _near(query, position, engine):
            query = query.with_ways(position, ways)
    return query


def _near(query: Query, position: int, engine: Engine) -> list[Word]:
    typed = query.slots[position].typed[0].folded
    numbers = engine.known(variants(typed))
    near = sorted(numbers, key=lambda word: -numbers[word])
    before = query.slots[position - 1].typed[-1].folded if position else ""
    after = query.slots[position + 1].typed[0].folded if position + 1 < len(query.slots) else ""
    if before or after:
        pairs = [(before, word) for word in near if before] + [(word, after) for word in near if after]
        fitting = engine.neighbours(pairs)
        fits = {word: fitting.get((before, word), 0) + fitting.get((word, after), 0) for word in near}
        near = [word for word in sorted(near, key=lambda word: -fits[word]) if fits[word]]
    return [Word(word, word) for word in near[:MOST_WAYS]]


def variants(word: str) -> set[str]:
    """Other ways to write a folded syllable."""
    found = set(_sounds(word))
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        found.update(head + letter + tail for letter in LETTERS)
        if tail:
            found.add(head + tail[1:])
            found.update(head + letter + tail[1:] for letter in LETTERS)
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
