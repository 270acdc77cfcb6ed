"""What somebody typed, understood: words one after another, each with the ways in which it may be written.

Whatever is typed, only so much of it is sought: each bound here bounds what a search may cost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from core import keystrokes, text
from search import folding
from search.models import Synonym

LONGEST = 300  # characters
MOST_WORDS = 24
LONGEST_WORD = 40  # letters or digits
MOST_TIMES = 2  # the same word: "xanh xanh" is one, "thôn thôn thôn" a stuck key
GLUED = re.compile(r"(\d+)([^\W\d_]{2,})")  # the number of a paper
MOST_WAYS = 6  # to say one phrase


@dataclass(frozen=True)
class Word:
    """A syllable: as it was typed, and without marks."""

    exact: str
    folded: str

    @property
    def is_marked(self) -> bool:
        """Whether its marks were typed: then they count."""
        return self.exact != self.folded


Phrase = tuple[Word, ...]


@dataclass(frozen=True)
class Slot:
    """One place in the query and the phrases that may stand there, the typed one first."""

    ways: tuple[Phrase, ...]
    is_open: bool = False  # the last word may go on

    @classmethod
    def joined(cls, slots: "Sequence[Slot]") -> "Slot":
        """One slot for several side by side, in the likeliest of all ways."""
        ways = islice(product(*(slot.ways for slot in slots)), MOST_WAYS)
        return cls(tuple(tuple(word for way in chosen for word in way) for chosen in ways), slots[-1].is_open)

    @property
    def typed(self) -> Phrase:
        return self.ways[0]


@dataclass(frozen=True)
class Query:
    slots: tuple[Slot, ...] = ()
    replaced: dict[str, str] = field(default_factory=dict)  # words nobody wrote, and what was sought instead
    is_cut: bool = False  # whether more was typed than is sought

    @property
    def words(self) -> list[Word]:
        return [word for slot in self.slots for word in slot.typed]

    def with_ways(self, position: int, ways: list[Word], *, instead: bool = False) -> "Query":
        """Also with other words in the place of the one word at `position`; `instead`, where nobody wrote that one."""
        slot = self.slots[position]
        new = replace(slot, ways=(*slot.ways, *((word,) for word in ways)), is_open=False)
        return replace(
            self,
            slots=(*self.slots[:position], new, *self.slots[position + 1 :]),
            replaced={**self.replaced, slot.typed[0].exact: ways[0].exact} if instead else self.replaced,
        )


def words_of(typed: str) -> list[Word]:
    return [_word(word) for word in folding.words(typed)]


def understand(typed: str) -> Query:
    """`typed` as a query; empty where it holds no letter or digit. One query of the database, for the synonyms."""
    line = text.clean(typed[:LONGEST])
    said = folding.words(line)
    sought = _bounded(said)
    slots = [Slot(_ways(word)) for word in sought]
    if slots and not line.endswith(" "):
        slots[-1] = replace(slots[-1], is_open=True)
    return Query(tuple(_with_synonyms(slots)), is_cut=len(typed) > LONGEST or sought != said)


def _word(exact: str) -> Word:
    return Word(exact, text.folded(exact))


def _ways(typed: str) -> tuple[Phrase, ...]:
    """Also what was to be typed, where the input method was off ("nuowcs sachj"), or a sign left out ("7KH")."""
    if glued := GLUED.fullmatch(typed):
        return ((_word(typed),), tuple(map(_word, glued.groups())))
    meant = keystrokes.word(typed)
    return ((_word(text.alike(meant)),), (_word(typed),)) if meant else ((_word(typed),),)


def _bounded(words: list[str]) -> list[str]:
    """The first of `words`, the long ones cut, and none too often."""
    sought: list[str] = []
    for word in (word[:LONGEST_WORD] for word in words):
        if len(sought) < MOST_WORDS and sought.count(word) < MOST_TIMES:
            sought.append(word)
    return sought


def _with_synonyms(slots: list[Slot]) -> list[Slot]:
    groups = [[words_of(line) for line in row.words.splitlines()] for row in Synonym.objects.all()] if slots else []
    for group in groups:
        for phrase in group:
            others = tuple(tuple(other) for other in group if other != phrase and other)
            slots = _replaced(slots, phrase, others)
    return slots


def _replaced(slots: list[Slot], phrase: list[Word], others: tuple[Phrase, ...]) -> list[Slot]:
    """The slots with each run of them that says `phrase` made one slot, which `others` may fill too."""
    size = len(phrase)
    result, position = [], 0
    while position < len(slots):
        run = slots[position : position + size]
        typed = tuple(word for slot in run for word in slot.typed)
        if size and len(run) == size == len(typed) and all(map(_says, typed, phrase)):
            result.append(Slot((typed, *others)))
            position += size
        else:
            result.append(slots[position])
            position += 1
    return result


def _says(typed: Word, meant: Word) -> bool:
    return typed.exact == meant.exact if typed.is_marked else typed.folded == meant.folded
