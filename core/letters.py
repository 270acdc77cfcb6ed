"""Letters that are other ones than they look, and such as nobody sees: what phones, old files and programs put into words."""

import re
import unicodedata

from core.syllables import is_syllable

LINES = "\r\x0b\x0c\x85\u2028\u2029"  # ends of lines: Word's, a printer's, a mainframe's, Unicode's own
JOINS_EMOJI = 0x200D
# Letters and marks that have a place in Unicode and none on paper: fillers, the picture that was not copied.
UNSEEN = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC}
# The same letters in bold, wide or joined: what Facebook calls fonts, Japanese keyboards, typesetters.
DRESSED = ((0x1D400, 0x1D7FF), (0xFF01, 0xFF5E), (0xFB00, 0xFB06), (0x24B6, 0x24E9))
SYMBOLS = (0xE000, 0xF8FF)  # of a font's own: Word's bullets
ARROW = 0xF0E0

# Of other alphabets, within a word of Latin letters.
FOREIGN = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονɑ",
    "ABESIJKMHOPCTXYaesijopcyxdqwABEZHIKMNOPTYXova",
)
LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
ALPHABETS = re.compile("[\u0370-\u03ff\u0400-\u052f\u0251]")
# Of the Latin alphabets, where a Vietnamese word has another: each with what it may stand for, the likeliest first.
DOUBLES = {
    "ƣ": "ươ",  # oi, the neighbour of ơ in old tables
    "ð": "đđ",
    "ɖ": "đđ",
    "ƌ": "đđ",
    "₫": "đđ",
    "ǎ": "ăâ",
}
LIKELY, ELSE = (
    str.maketrans(
        {form(letter): form(others[place]) for letter, others in DOUBLES.items() for form in (str.upper, str)}
    )
    for place in (0, 1)
)
D = str.maketrans("ÐðƉɖƋƌ", "ĐđĐđĐđ")
DOUBLE = re.compile(f"[{''.join(map(chr, LIKELY))}]")
WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f₫])+")


class _Seen(dict[int, int | str | None]):
    """For `str.translate`: what becomes of each letter, found out once."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = seen = _seen(code)
        return seen


def _seen(code: int) -> int | str | None:
    letter = chr(code)
    kind = unicodedata.category(letter)
    if letter in LINES:
        return "\n"
    if letter in "\n\t" or code == JOINS_EMOJI:
        return code
    # Cc: control; Cs: half a letter; Cf: invisible; then what will never be a letter.
    if kind in {"Cc", "Cs", "Cf"} or code & 0xFFFE == 0xFFFE or code in UNSEEN:
        return None
    if kind == "Zs":
        return " "
    if any(first <= code <= last for first, last in DRESSED):
        return unicodedata.normalize("NFKC", letter)
    if SYMBOLS[0] <= code <= SYMBOLS[1]:
        return "→" if code == ARROW else "•"
    return code


_SEEN = _Seen()


def seen(text: str) -> str:
    """`text` as people see it: without control letters, marks of direction and of no width; one kind of blank, of line, of letter."""
    return text.replace("\r\n", "\n").translate(_SEEN)


def meant(text: str) -> str:
    """`text` with the letters of its own alphabet: Cyrillic and Greek ones within Latin words, ƣ for ư, Ð for Đ."""
    if ALPHABETS.search(text):
        text = WORD.sub(lambda found: _latin(found[0]), text)
    if DOUBLE.search(text):
        text = WORD.sub(lambda found: _vietnamese(found[0]), text)
    return text


def _latin(word: str) -> str:
    """All of it, if one letter is Latin and each of the others looks like one; a word of Russian or Greek stays."""
    if not (ALPHABETS.search(word) and LATIN.search(word)):
        return word
    read = word.translate(FOREIGN)
    return word if ALPHABETS.search(read) else read


def _vietnamese(word: str) -> str:
    """Where that makes a syllable of it; Ð also in what is all capitals (NÐ-CP). Tatar's ƣ and Iceland's ð stay."""
    if not DOUBLE.search(word):
        return word
    for table in (LIKELY, ELSE):
        if is_syllable(read := word.translate(table)):
            return unicodedata.normalize("NFC", read)
    return word.translate(D) if word.isupper() else word
