"""Codes that people hold in their hands: of receipts, of slips. Read aloud, copied with what stands around them, typed on any keyboard.

A keyboard that writes Vietnamese makes one letter of several keys: EE becomes Ê, and with an X behind it Ễ (Telex); Y3 becomes Ỷ
(VNI). Codes of today give it nothing to compose. Older ones held vowels: what was made of them is taken apart again.
"""

import re
import secrets
import unicodedata
from collections.abc import Iterator

from core import letters, text

# Digits and consonants: none looks or sounds like another (0 O, 1 I L, 5 S, 8 B, C K Q, V U), none makes another letter of one
# before it (no vowel, no D, no W), none is a tone to Telex (no F J R S X Z).
LETTERS = "234679GHKMNPT"
LENGTH = 8
EVER_USED = set(LETTERS) | set("ACDEFGHJKMNPQRTUVWXY")
NEVER_USED = "0, 1, 5, 8, B, I, L, O, S, Z"
# What old eyes read for the one letter that it can be; and letters of a Russian or Greek keyboard.
LOOK_ALIKES = letters.FOREIGN | str.maketrans("ZB1И", "267N")
VOWELS = set("AEIOUY")
MOST_READINGS = 24  # each is a guess at a code
# What each mark is typed with, by Telex and by VNI; "=" is the letter itself once more.
TONES = {"\u0300": "F2", "\u0301": "S1", "\u0303": "X4", "\u0309": "R3", "\u0323": "J5"}
SHAPES = {"\u0302": "=6", "\u0306": "W8", "\u031b": "W7", "\u0335": "=9"}
KEYS = set("FSXRJWAEOD123456789")  # of which a second one takes back what the first did
STROKED = str.maketrans({"Đ": "D\u0335", "Ð": "D\u0335"})
BETWEEN = re.compile(r"[\W_]+")


def new() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))


def of_number(number: int, letters: str = LETTERS) -> str:
    """The code that a large number stands for."""
    code = ""
    for _place in range(LENGTH):
        number, rest = divmod(number, len(letters))
        code += letters[rest]
    return code


def in_groups(code: str) -> str:
    """K7M42GHP as people read it: K7M4-2GHP."""
    return f"{code[:4]}-{code[4:]}"


def readings(typed: str) -> list[str]:
    """The codes, without dash, that `typed` may stand for: as it is, with its label, with full-width digits, composed by a keyboard.

    The likeliest first, at most two dozen; empty where it holds none. Look-alikes only where it holds none without them.
    """
    written = unicodedata.normalize("NFKC", text.clean(typed)).upper()
    return _readings(written) or _readings(written.translate(LOOK_ALIKES))


def _readings(written: str) -> list[str]:
    words = [list(dict.fromkeys(_as_typed(word))) for word in BETWEEN.split(written) if word]
    found = sorted(_runs(words), key=len)  # fewer words before many
    return list(dict.fromkeys("".join(run) for run in found))[:MOST_READINGS]


def _runs(words: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """Words one after the other that make a code together: one, two of four letters, or single letters."""
    begun: list[tuple[str, ...]] = []
    for spellings in words:
        longer = [(*run, word) for run in [*begun, ()] for word in spellings]
        begun = [run for run in longer if sum(map(len, run)) < LENGTH][: LENGTH * MOST_READINGS]
        yield from (run for run in longer if sum(map(len, run)) == LENGTH and (len(run) != 2 or len(run[0]) == 4))


def _as_typed(word: str) -> Iterator[str]:
    """The keys with which `word` may have been typed, as far as a code can hold them."""
    letters = unicodedata.normalize("NFD", word.translate(STROKED))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if len(letters) > LENGTH or not EVER_USED.issuperset(plain):
        return
    for method in (0, 1):
        for keys in _with_keys(plain, list(_marks(letters, plain, method))):
            if EVER_USED.issuperset(keys):
                yield keys
    if plain == letters:
        yield from (plain[:place] + plain[place - 1 :] for place in _undone(plain))


def _marks(letters: str, plain: str, method: int) -> Iterator[tuple[int, str]]:
    """Each mark: the place of the first letter behind which its key may stand, and the key (a "?" for a mark of no keyboard)."""
    place = -1
    for letter in letters:
        if not unicodedata.combining(letter):
            place += 1
        elif letter in TONES:  # it may have moved on from a vowel before
            yield len(plain[: place + 1].rstrip("AEIOUY")), TONES[letter][method]
        else:
            key = SHAPES.get(letter, "??")[method]
            yield place, plain[place] if key == "=" else key


def _with_keys(plain: str, marks: list[tuple[int, str]]) -> Iterator[str]:
    """`plain` with the key of each mark somewhere behind its letter, at once or later: a keyboard takes both."""
    if not marks:
        yield plain
        return
    *others, (place, key) = marks  # from the end: the places of the letters before stay as they are
    for gap in range(place + 1, len(plain) + 1):
        yield from _with_keys(plain[:gap] + key + plain[gap:], others)


def _undone(plain: str) -> Iterator[int]:
    """Behind which places a second key may have been lost: EXX leaves EX, the first making Ẽ and the second taking it back."""
    for place, letter in enumerate(plain):
        if letter in KEYS and VOWELS.intersection(plain[:place]):
            yield place + 1
