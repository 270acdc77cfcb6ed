"""What somebody typed, understood: words one after another, each with the ways in which it may be written.

Whatever is typed, only so much of it is sought: each bound here bounds what a search may cost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from core import keystrokes, text
from core.syllables import is_syllable
from search import folding, notations
from search.models import Synonym

LONGEST = 300  # characters
MOST_WORDS = 24
LONGEST_WORD = 40  # letters or digits
MOST_TIMES = 2  # the same word: "xanh xanh" is one, "thôn thôn thôn" a stuck key
GLUED = re.compile(r"(\d+)([^\W\d_]{2,})|([^\W\d_]{2,})0*(\d+)")  # 7KH, covid19
CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-z]{2,}(?!\w)")
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
    meant: dict[str, str] = field(
        default_factory=dict
    )  # words that fit worse where they stand than another sought with them
    short: frozenset[str] = frozenset()  # words typed as abbreviations: each is right, or another one
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

    def with_meant(self, position: int, word: Word, *, rather: bool) -> "Query":
        """Also with `word` in the place of the one at `position`; `rather`, where it fits better there."""
        slot = self.slots[position]
        ways = ((word,), *slot.ways) if rather else (*slot.ways, (word,))
        return replace(
            self,
            slots=(*self.slots[:position], replace(slot, ways=ways), *self.slots[position + 1 :]),
            meant={**self.meant, slot.typed[0].exact: word.exact},
        )


def words_of(typed: str) -> list[Word]:
    return [_word(word) for word in folding.words(typed)]


def understand(typed: str) -> Query:
    """`typed` as a query; empty where it holds no letter or digit. One query of the database, for the synonyms."""
    line = text.clean(typed[:LONGEST])
    groups = _synonyms() if line else []
    said = notations.read(line, {words[0].folded for group in groups for words in group if len(words) == 1})
    sought = _bounded(said)
    slots = [Slot(_ways(*ways[0]) if len(ways) == 1 else tuple(map(_phrase, ways))) for ways in sought]
    if slots and len(slots[-1].typed) == 1 and not typed[-1].isspace():
        slots[-1] = replace(slots[-1], is_open=True)
    return Query(
        tuple(_with_synonyms(slots, groups)),
        is_cut=len(typed) > LONGEST or sought != said,
        short=_abbreviations(line),
    )


def _word(exact: str) -> Word:
    return Word(exact, text.folded(exact))


def _phrase(words: Sequence[str]) -> Phrase:
    return tuple(map(_word, words))


def _ways(typed: str) -> tuple[Phrase, ...]:
    """Also what was to be typed, where the input method was off ("nuowcs sachj"), or a sign left out ("7KH")."""
    if meant := keystrokes.word(typed):
        return (_phrase([text.alike(meant)]), _phrase([typed]))
    if glued := GLUED.fullmatch(typed):
        return (_phrase([typed]), _phrase(list(filter(None, glued.groups()))))
    return (_phrase([typed]),)


def _abbreviations(line: str) -> frozenset[str]:
    """What was typed in capitals and is no syllable; not where all of several words are, by a key that got stuck."""
    if line.isupper() and " " in line:
        return frozenset()
    return frozenset(word for word in folding.words(" ".join(CAPITALS.findall(line))) if not is_syllable(word))


def _bounded(said: list[notations.Ways]) -> list[notations.Ways]:
    """The first of what was said, the long words cut, and none too often."""
    sought: list[notations.Ways] = []
    left = MOST_WORDS
    for ways in said:
        cut = tuple(tuple(word[:LONGEST_WORD] for word in way) for way in ways)
        if len(cut[0]) <= left and sought.count(cut) < MOST_TIMES:
            sought.append(cut)
            left -= len(cut[0])
    return sought


def _synonyms() -> list[list[list[Word]]]:
    return [[words_of(line) for line in row.words.splitlines()] for row in Synonym.objects.all()]


def _with_synonyms(slots: list[Slot], groups: list[list[list[Word]]]) -> list[Slot]:
    """The longest phrases first: "ủy ban nhân dân" is UBND, not UB nhân dân."""
    said = [(phrase, group) for group in groups for phrase in group]
    for phrase, group in sorted(said, key=lambda pair: len(pair[0]), reverse=True):
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
