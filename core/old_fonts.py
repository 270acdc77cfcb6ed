"""Text of the machines before Unicode: TCVN3 (.VnTime), VNI (VNI-Times), and UTF-8 that a program read as Western.

Their fonts drew Vietnamese where Western letters stand, and what is copied from them is Western letters: "KÕ HO¹CH", "Coäng hoøa",
"Káº¿ hoáº¡ch". It is known by what it becomes: words that were no Vietnamese syllables, and are after it. The tables are those of
TCVN 5712:1993 (VN3) and of VNI for Windows.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from core.syllables import is_syllable

FEWEST = 2  # words that come right before anything is believed, …
CLEAR = 3  # … and so many times as many as go wrong
TOKEN = re.compile(
    r"[^\s!-,./0-9:-@\[-`{-~]+"
)  # what stands between blanks, digits and signs; a hyphen is one letter more

SOFT_HYPHEN = "\u00ad"  # ư in TCVN3
SIGN_WITHIN = re.compile(r"(?<=[A-Za-z])[¡-©«-´¶-¸»-¿](?=[A-Za-z])")


def _table(written: str, meant: str) -> dict[str, str]:
    return dict(zip(written.split(), meant.split(), strict=True))


TCVN3 = (
    _table("µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë ® Ì Ð Î Ï Ñ ª", "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê")
    | _table("Ò Õ Ó Ô Ö × Ý Ø Ü Þ ß ã á â ä « å è æ ç é ¬ ê í", "ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ")
    | _table("ë ì î ï ó ñ ò ô \u00ad õ ø ö ÷ ù ú ý û ü þ", "ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ")
    | _table("¡ ¢ £ ¤ ¥ ¦ §", "Ă Â Ê Ô Ơ Ư Đ")
)
VNI_LETTERS = _table("ñ ö ô æ ó ò î", "đ ư ơ ỉ ĩ ị ỵ")
VNI_SIGNS = (  # each after its letter
    ("aeouyơư", _table("ù ø û õ ï", "\u0301 \u0300 \u0309 \u0303 \u0323")),
    ("aeo", _table("â á à å ã ä", "\u0302 \u0302\u0301 \u0302\u0300 \u0302\u0309 \u0302\u0303 \u0323\u0302")),
    ("a", _table("ê é è ú ü ë", "\u0306 \u0306\u0301 \u0306\u0300 \u0306\u0309 \u0306\u0303 \u0323\u0306")),
)


def _vni() -> dict[str, str]:
    """Each letter with its sign, in capitals too: both "Aùo" and "AÙo" are found."""
    western = {meant: written for written, meant in VNI_LETTERS.items()}
    small = VNI_LETTERS | {
        western.get(letter, letter) + sign: unicodedata.normalize("NFC", letter + mark)
        for letters, signs in VNI_SIGNS
        for letter in letters
        for sign, mark in signs.items()
    }
    capital = {written.upper(): meant.upper() for written, meant in small.items()}
    begun = {written.capitalize(): meant.upper() for written, meant in small.items()}
    return small | begun | capital


VNI = _vni()


@dataclass(frozen=True)
class Font:
    """How the words of one old font are read."""

    table: dict[str, str]
    has_capitals: bool  # letters of their own for marked capitals; else another font draws the small ones large
    same: str = ""  # marked letters that are themselves

    @cached_property
    def written(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(re.escape, self.table), key=len, reverse=True)))

    def word(self, token: str, *, hyphens: bool = False) -> str:
        """`token` as it was meant; `hyphens`, where a reader of PDF made those of the letter ư (a soft hyphen in TCVN3)."""
        whole = self._read(token.replace("-", SOFT_HYPHEN)) if hyphens and token.strip("-") else ""
        return whole if is_syllable(whole) else self._read(token)

    def writes(self, token: str) -> bool:
        """Whether a text of this font may hold `token`, which it leaves as it is."""
        return all(letter.isascii() or letter in self.same for letter in token)

    def _read(self, token: str) -> str:
        return self.written.sub(lambda found: self.table[found[0]], token)


FONTS = (Font(TCVN3, has_capitals=False), Font(VNI, has_capitals=True, same="ìíÌÍ"))


@dataclass(frozen=True)
class Evidence:
    """What a font makes of a text: words that come right, and what speaks against it."""

    right: tuple[str, ...] = ()
    wrong: int = 0  # no word any more
    unicode: int = 0  # words that are no text of this font
    were_right: int = 0  # words before and after
    foreign: int = 0  # plain words of no Vietnamese

    @classmethod
    def of_all(cls, several: Sequence["Evidence"]) -> "Evidence":
        right = tuple(word for seen in several for word in seen.right)
        names = ("wrong", "unicode", "were_right", "foreign")
        return cls(right, **{name: sum(getattr(seen, name) for seen in several) for name in names})

    @property
    def speaks_for(self) -> bool:
        """Scandinavian å is a word in TCVN3; around it stand words that are none in Vietnamese."""
        return len(self.right) > 0 and len(self.right) >= max(CLEAR * (self.wrong + self.unicode), self.foreign)

    @property
    def is_sure(self) -> bool:
        """Two words, or one with a sign within that stands in no word (c«ng), or with the letter that nobody sees."""
        is_plain = any(SIGN_WITHIN.search(word) or _is_horned(word) for word in self.right)
        return self.speaks_for and (len(set(self.right)) >= FEWEST or is_plain)

    @property
    def is_mixed(self) -> bool:
        """Words of an old font between others in Unicode, as Word keeps them in one line: two, with more than a mark of a footnote."""
        signs = {sign for word in self.right for sign in word if not sign.isascii()} - {"¹"}
        are_some = len(set(self.right)) >= FEWEST and len(signs) >= FEWEST
        return self.unicode > 0 and are_some and len(self.right) >= max(CLEAR * self.wrong, self.foreign)

    @property
    def allows(self) -> bool:
        return self.speaks_for or not (self.right or self.wrong or self.unicode or self.were_right)


def read(parts: Sequence[str]) -> list[str]:
    """The parts (lines) of one text as they were meant; those of an old font only where it is beyond doubt that they are."""
    whole = "\n".join(parts)
    if whole.isascii():
        return list(parts)
    parts = [_read_again(part) for part in parts] if _was_read_as_western(whole) else parts
    font, evidence = _likeliest(parts)
    is_whole = Evidence.of_all(evidence).is_sure
    word = partial(font.word, hyphens=_has_hyphens(font, parts))
    meant = []
    for part, seen in zip(parts, evidence, strict=True):
        if seen.is_sure or (is_whole and seen.allows):
            part = _converted(part, word, capitals=not font.has_capitals)
        elif seen.is_mixed:
            part = TOKEN.sub(partial(_only, seen.right, word), part)
        elif SOFT_HYPHEN in part:
            part = TOKEN.sub(_horned, part)
        meant.append(part)
    return meant


def _only(old: Sequence[str], word: Callable[[str], str], found: re.Match[str]) -> str:
    return word(found[0]) if found[0] in old else found[0]


def _is_horned(token: str) -> bool:
    """Whether a soft hyphen in `token` is the letter ư: no program breaks a line before the vowel of a syllable."""
    if SOFT_HYPHEN not in token or not any(map(str.isalpha, token)):
        return False
    return all(letter.isascii() or letter in TCVN3 for letter in token) and is_syllable(FONTS[0].word(token))


def _horned(found: re.Match[str]) -> str:
    """One word that would lose its letter, whatever stands around it."""
    if _is_of_a_code(found) or not _is_horned(found[0]):
        return found[0]
    return _converted(found[0], FONTS[0].word, capitals=True)


def _is_of_a_code(found: re.Match[str]) -> bool:
    """Whether the soft hyphen stands among letters and digits: a code (27NH-2G9K), broken where a line ends."""
    beside = found.string[max(found.start() - 1, 0) : found.start()] + found.string[found.end() : found.end() + 1]
    return SOFT_HYPHEN in found[0] and any(map(str.isdigit, beside))


def doubtful(text: str) -> list[str]:
    """The words of `text`, read already, that may be of an old font: too few to be sure."""
    if text.isascii():
        return []
    _font, evidence = _likeliest(text.split("\n"))
    return [word for seen in evidence if seen.speaks_for for word in seen.right]


def _likeliest(parts: Sequence[str]) -> tuple[Font, list[Evidence]]:
    both = [(font, [_evidence(font, part) for part in parts]) for font in FONTS]
    return max(both, key=lambda found: sum(len(seen.right) for seen in found[1] if seen.speaks_for or seen.is_mixed))


def _evidence(font: Font, part: str) -> Evidence:
    if part.isascii():
        return Evidence()
    right, wrong, unicode, were_right, foreign = [], 0, 0, 0, 0
    for token in (found[0] for found in TOKEN.finditer(part) if not _is_of_a_code(found)):
        was, read = is_syllable(token), font.word(token)
        if token.isascii():
            foreign += not was and token.islower() and token.isalpha()
        elif read == token:
            unicode += was and not font.writes(token)
        elif is_syllable(read) or is_syllable(font.word(token, hyphens=True)):
            were_right += was
            if not was and any(map(str.isalpha, token)):
                right.append(token)
        elif was or not token.isupper():  # of abbreviations one cannot say
            wrong += 1
            were_right += was
    return Evidence(tuple(right), wrong, unicode, were_right, foreign)


def _has_hyphens(font: Font, parts: Sequence[str]) -> bool:
    """Whether hyphens of this text are letters: a word with marks needs one to be a word."""
    if font.table is not TCVN3 or any(SOFT_HYPHEN in part for part in parts):
        return False
    tokens = (token for part in parts for token in TOKEN.findall(part) if "-" in token and not token.isascii())
    return any(not is_syllable(font.word(token)) and is_syllable(font.word(token, hyphens=True)) for token in tokens)


def _converted(part: str, word: Callable[[str], str], *, capitals: bool) -> str:
    tokens = TOKEN.findall(part)
    words = [word(token) for token in tokens]
    if capitals:
        words = _with_capitals(tokens, words)
    between = TOKEN.split(part)
    return between[0] + "".join(f"{said}{blank}" for said, blank in zip(words, between[1:], strict=True))


def _with_capitals(tokens: Sequence[str], words: Sequence[str]) -> list[str]:
    """In capitals what the font of capitals (.VnTimeH) drew so: "HO¹CH", and beside it "KÕ", which alone might be "Kế"."""
    is_large = [_is_large(token, word) for token, word in zip(tokens, words, strict=True)]
    for order in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for place in order:
            if is_large[place] is None and is_large[place + step]:
                is_large[place] = True
    return [word.upper() if large else word for word, large in zip(words, is_large, strict=True)]


def _is_large(token: str, word: str) -> bool | None:
    """None where it may be, or not: one capital at the beginning, or no plain letter at all."""
    if token.isascii() or any("a" <= letter <= "z" for letter in token):
        return False
    return True if any(letter.isupper() for letter in word[1:]) else None


# A letter of UTF-8, each of its bytes read as one of Windows-1252.
BYTES = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
LATER = "".join(letter for letter, byte in BYTES.items() if byte < 0xC0)
MISREAD = "[\u00c2-\u00df][{0}]|[\u00e0-\u00ef][{0}]{{2}}|[\u00f0-\u00f4][{0}]{{3}}"
SURELY_MISREAD = re.compile(MISREAD.format(LATER))
PERHAPS_MISREAD = re.compile(MISREAD.format(LATER + " "))  # the blank that does not break, copied, is one that does


def _was_read_as_western(text: str) -> bool:
    """Two letters that come right, or one of three bytes: by chance they do not."""
    found = [letters for letters in SURELY_MISREAD.findall(text) if _letter(letters) != letters]
    return len(found) >= FEWEST or any(len(letters) > FEWEST for letters in found)


def _read_again(part: str) -> str:
    return PERHAPS_MISREAD.sub(lambda found: _letter(found[0]), part)


def _letter(letters: str) -> str:
    try:
        return bytes(BYTES.get(letter, 0xA0) for letter in letters).decode("utf-8")
    except UnicodeDecodeError:
        return letters
