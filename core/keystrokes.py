"""What was typed while the input method was off: Telex ("nuowcs sachj") and VNI ("nu7o7c1 sa5ch"), as the words they were to be."""

import re
import unicodedata
from functools import lru_cache

from core.syllables import is_syllable

TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
VNI_TONES = {"2": "\u0300", "1": "\u0301", "4": "\u0303", "3": "\u0309", "5": "\u0323"}
ROOF, BREVE, HORN = "\u0302", "\u0306", "\u031b"
TELEX = re.compile(r"[a-z]+")
VNI = re.compile(r"[a-z]+[1-9][a-z1-9]*")
NUCLEUS = re.compile(r"(?P<onset>qu(?=[aeiouy])|gi(?=[aeiouy])|[^aeiouy]*)(?P<vowels>[aeiouy]+)(?P<coda>[^aeiouy]*)")
LONGEST = 10  # nghieengs and a key or two more
SHORTEST = 3  # a1, a2, b5: houses, not á, à, ị
# Words that come right before a text is believed to be typed so; of them, with more keys than one (English has "who did what");
# and to each word that can be none.
FEWEST, FEWEST_SURE, MOST_OTHERS = 3, 2, 8


@lru_cache(maxsize=20_000)
def word(typed: str) -> str:
    """The syllable that `typed` (small letters, digits) was to be; "" where it is none, or one as it stands."""
    if len(typed) > LONGEST or is_syllable(typed):
        return ""
    keys = _telex(typed) if TELEX.fullmatch(typed) else _vni(typed) if VNI.fullmatch(typed) else None
    read = _composed(*keys) if keys else ""
    return read if read != typed and is_syllable(read) else ""


def read(text: str) -> str:
    """`text` with its words composed, where it is beyond doubt that it was typed so: of some words, and hardly one is another."""
    if not text.isascii():
        return text
    typed = re.findall(r"[^\W_]+", text.lower())
    right = [one for one in typed if len(one) >= SHORTEST and word(one)]
    others = sum(not word(one) and not is_syllable(one) and not one.isdigit() for one in typed)
    sure = sum(len(one) - len(word(one)) > 1 or not one.isalpha() for one in right)
    if len(right) < FEWEST or sure < FEWEST_SURE or others * MOST_OTHERS > len(right):
        return text
    return re.sub(r"[^\W_]+", lambda found: _with_case(found[0], word(found[0].lower())), text)


def _with_case(typed: str, read: str) -> str:
    if not read:
        return typed
    if typed.isupper() and len(read) > 1:
        return read.upper()
    return read.capitalize() if typed[0].isupper() else read


def _telex(typed: str) -> tuple[str, str, str]:
    """Letters without keys, what the marks are (roof, breve, horn, d), and the tone."""
    onset = re.match(r"[^aeiouyw]*", typed)[0]  # type: ignore[index]
    letters, marks, tone = onset, "", ""
    for key in typed[len(onset) :]:
        if key in TELEX_TONES:
            tone = TELEX_TONES[key]
        elif key == "w" and letters != onset:
            marks += "w"
        elif key in "aeo" and key in letters[len(onset) :]:
            marks += key
        elif key == "d" and onset.startswith("d"):
            marks += "d"
        else:
            letters += key
    if letters.startswith("dd"):
        letters, marks = letters[1:], f"{marks}d"
    return letters, marks, tone


def _vni(typed: str) -> tuple[str, str, str]:
    letters, marks, tone = "", "", ""
    for key in typed:
        if key in VNI_TONES:
            tone = VNI_TONES[key]
        elif key.isdigit():
            marks += {"6": "6", "7": "w", "8": "w", "9": "d"}[key]
        else:
            letters += key
    return letters, marks, tone


def _composed(letters: str, marks: str, tone: str) -> str:
    match = NUCLEUS.fullmatch(letters)
    if match is None:
        return ""
    onset, vowels, coda = match.group("onset", "vowels", "coda")
    if "d" in marks and onset == "d":
        onset = "đ"
    for mark in set(marks) - {"d"}:
        before, vowels = vowels, _marked(vowels, mark)
        if vowels == before:
            return ""
    place = _tone_place(vowels, coda)
    composed = "".join(letter + (tone if at == place else "") for at, letter in enumerate(vowels))
    return unicodedata.normalize("NFC", onset + composed + coda)


def _marked(vowels: str, mark: str) -> str:
    if mark == "w":
        if "uo" in vowels:
            return vowels.replace("uo", "ươ")
        for plain, horned in (("u", "ư"), ("o", "ơ"), ("a", "ă")):
            if plain in vowels:
                return vowels.replace(plain, horned, 1)
        return vowels
    roofs = {"a": "â", "e": "ê", "o": "ô"}
    if mark == "6":
        return "".join(roofs.get(letter, letter) for letter in vowels)
    return vowels.replace(mark, roofs[mark], 1)


def _tone_place(vowels: str, coda: str) -> int:
    """Where tradition puts the tone: on the marked vowel, the last before a coda, else the first of two, the second of three."""
    marked = [at for at, letter in enumerate(vowels) if not letter.isascii()]
    if marked:
        return marked[-1]
    return len(vowels) - 1 if coda else (len(vowels) - 1) // 2 if len(vowels) < 3 else 1
