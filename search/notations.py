"""What is written in several notations, read as one: days of the year, quarters, numbers of papers, abbreviations."""

import re
from collections.abc import Collection

from core import keystrokes, text
from core.syllables import is_syllable
from search import folding

Ways = tuple[tuple[str, ...], ...]  # exact words one after another, in each of the notations

# 20/11, 20-11, 20.11, 20 tháng 11, with a year or without; not the number of a paper (15/2026/NQ), nor one of many (1.2.3)
DAY = re.compile(
    r"(?<![\w/.\-])(?:ng[àa]y\s+)?(\d{1,2})(?:\s*[/.\-]\s*|\s+th[áa]ng\s+)(\d{1,2})"
    r"(?:(?:\s*[/.\-]\s*|\s+n[ăa]m\s+)(\d{4}))?(?!\w|[/.\-]\w)",
    re.IGNORECASE,
)
LAST_DAY, LAST_MONTH = 31, 12
QUARTER, QUARTERS = folding.folded("quý"), {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
# The kinds of papers, as Decree 30/2020/NĐ-CP shortens them, without marks: their number stands before them.
PAPERS = frozenset(
    ["nq", "qd", "ct", "qc", "qyd", "tb", "hd", "ctr", "kh", "pa", "da", "bc", "bb", "ttr", "cv", "cd", "gm"]
)
NUMBER = re.compile(r"(?!(?:19|20)\d\d)\d{1,4}")  # a year is none
GLUED = re.compile(r"([^\W\d_]{2,4})0*([1-9]\d{0,3})")
MOST_JOINED = 4


def read(line: str, abbreviations: Collection[str]) -> list[Ways]:
    """The words of `line`, or of what several of them say together. `abbreviations`: those known, without marks."""
    found: list[Ways] = []
    last = 0
    for day in DAY.finditer(line):
        if ways := _day(*day.groups()):
            found += _words(line[last : day.start()], abbreviations)
            found.append(ways)
            last = day.end()
    return found + _words(line[last:], abbreviations)


def _day(day: str, month: str, year: str | None) -> Ways:
    if not (1 <= int(day) <= LAST_DAY and 1 <= int(month) <= LAST_MONTH):
        return ()
    short, long = (str(int(day)), str(int(month))), (str(int(day)), "tháng", str(int(month)))
    return ((*short, year), (*long, "năm", year)) if year else (short, long)


def _words(line: str, abbreviations: Collection[str]) -> list[Ways]:
    return _quarters(_papers(_abbreviated(folding.words(line), abbreviations)))


def _abbreviated(words: list[str], known: Collection[str]) -> list[str]:
    """The abbreviations there are, where somebody wrote "mt tq" or "ubmttq"."""
    result: list[str] = []
    place = 0
    while place < len(words):
        size = next(
            (size for size in range(MOST_JOINED, 1, -1) if _is_one(words[place : place + size], size, known)), 1
        )
        joined = "".join(words[place : place + size])
        result += [joined] if size > 1 else _taken_apart(joined, known)
        place += size
    return result


def _is_one(words: list[str], size: int, known: Collection[str]) -> bool:
    return len(words) == size and text.folded("".join(words)) in known and not any(map(is_syllable, words))


def _taken_apart(word: str, known: Collection[str]) -> list[str]:
    if text.folded(word) in known or is_syllable(word):
        return [word]
    parts = ([word[:cut], word[cut:]] for cut in range(2, len(word) - 1))
    return next((both for both in parts if all(text.folded(part) in known for part in both)), [word])


def _papers(words: list[str]) -> list[str]:
    """KH02, KH 02 as 2 KH: it stands so on every paper."""
    result: list[str] = []
    for word in words:
        glued = GLUED.fullmatch(word)
        if glued and text.folded(glued[1]) in PAPERS and not keystrokes.word(word):
            result += [glued[2], glued[1]]
        elif NUMBER.fullmatch(word) and _is_paper(result):
            result.insert(-1, word)
        else:
            result.append(word)
    return result


def _is_paper(words: list[str]) -> bool:
    """Whether `words` end with the kind of a paper that has no number yet."""
    return bool(words) and text.folded(words[-1]) in PAPERS and not (len(words) > 1 and words[-2].isdigit())


def _quarters(words: list[str]) -> list[Ways]:
    """Quý 4 is quý IV."""
    result: list[Ways] = []
    by_roman = {roman: number for number, roman in QUARTERS.items()}
    for word in words:
        number = by_roman.get(word, word)
        if number in QUARTERS and result and len(result[-1]) == 1 and text.folded(result[-1][0][-1]) == QUARTER:
            [(quarter,)] = result.pop()
            result.append(((quarter, number), (quarter, QUARTERS[number])))
        else:
            result.append(((word,),))
    return result
