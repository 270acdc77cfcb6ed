"""Vietnamese text, folded once for everybody: search, duplicate hints, slugs.

*Exact* keeps the marks and forgives what no reader sees: Unicode form, case and where the tone mark sits (hoà = hòa).
*Folded* drops the marks too (dai doan ket).
"""

import re
import unicodedata
from collections.abc import Iterator
from html import escape, unescape

from anyascii import anyascii
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from core import keystrokes, letters, old_fonts
from core.syllables import TONES

TONE = "".join(TONES)
# A tone on the second vowel of an open "oa, oe, uy" is the newer spelling; we keep the traditional one.
# After "q" the u belongs to the consonant (quý, quỳ): there the tone stays.
NEW_PLACEMENT = re.compile(rf"(?<!q)([ou])([aey])([{TONE}])(?![\w\u0300-\u036f])", re.IGNORECASE)
# A keyboard that sets the tone first: é and then the roof. Unicode knows ế only in the other order.
TONE_FIRST = re.compile(f"([{TONE}])([\u0302\u0306])")
MARKS = re.compile("[\u0300-\u036f]")
OPEN_PAIRS = {"oa", "oe", "uy"}
WORDS = re.compile(r"[^\W_]+")
# The vowel i at the end of a syllable, by the spelling of 1984 (lí, kĩ, quí) or as most write (lý, kỹ, quý). Thuý is not thúi.
I_OR_Y = re.compile(r"(?<![^\W_])(?:[bcdđghklmnprstvx]*[yýỳỷỹỵ]|qu[yýỳỷỹỵ](?:nh|ch|t)?)(?![^\W_])")
Y_AS_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
LEADING_ZEROS = re.compile(r"(?<![^\W_])0+(?=[1-9])")
SENTENCE_END = re.compile(r"(?<=[.?!])\s")
SPACES = re.compile(r"\s+")
MOST_ROUNDS = 4  # what was spoilt on the way through several programs is mended in as many steps
TAG = re.compile(r"(<[^>]*>)")
LINK_OR_TAG = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.DOTALL)
PHONE = re.compile(r"(?<![\d/.,-])0\d{2,3}[ .]?\d{3,4}[ .]?\d{3,4}(?![\d/])")  # 0220 3700 102, 0912 345 678
# However somebody typed it, also without blanks or with +84; and an address for mail.
CONTACT = re.compile(r"(?<![\d.,])(?:\+?84|0)(?:[ .\-]?\d){8,10}(?![\d])|[\w.+\-]+@[\w\-]+\.[\w.\-]+")
DIVIDER = re.compile(r"[ .]")
LIST_MARK = re.compile(r"^\s*(?:[-–•+*]|\d{1,2}[.)])\s+")


def _traditional(match: re.Match[str]) -> str:
    first, second, tone = match.groups()
    return f"{first}{tone}{second}" if (first + second).lower() in OPEN_PAIRS else match.group()


def composed(text: str) -> str:
    """NFC, also of letters whose tone was set before the roof. The spelling stays: a name is written as its bearer writes it."""
    return unicodedata.normalize("NFC", _apart(text))


def canonical(text: str) -> str:
    """For comparison: NFC with the tone mark where tradition puts it: `hoà`, `thuý` become `hòa`, `thúy`. Case is kept."""
    return unicodedata.normalize("NFC", NEW_PLACEMENT.sub(_traditional, _apart(text)))


def _apart(text: str) -> str:
    return TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text))


def clean(text: str) -> str:
    """`text` as it may be kept, whatever it came from: the gate for all words that come in. Its lines stay. Twice is once.

    Composed; without control letters, marks of direction and what nobody sees; of old fonts and of look-alikes, the letters that
    were meant. How the words are spelled is left to whoever wrote them.
    """
    return _cleaned([text])[0].strip()


def clean_line(text: str) -> str:
    """The same for what is one line: a title, a name."""
    return " ".join(clean(text).split())


def clean_html(html: str) -> str:
    """The same for the words of rich text; its tags, and the addresses in them, stay as they are."""
    parts = TAG.split(html)  # every second one is a tag
    parts[::2] = [escape(part, quote=False) for part in _cleaned([unescape(part) for part in parts[::2]])]
    return "".join(parts)


def seen(text: str) -> str:
    """Only without what nobody sees: for what programs read (an address, a feed)."""
    return letters.seen(text).strip()


def _cleaned(parts: list[str]) -> list[str]:
    """The parts of one text, which are of one old font if any, cleaned until nothing is left to clean; blanks at their ends stay."""
    for _round in range(MOST_ROUNDS):
        before, parts = parts, _cleaned_once(parts)
        if parts == before:
            break
    return parts


def _cleaned_once(parts: list[str]) -> list[str]:
    lines = [part.split("\n") for part in parts]
    read = iter(old_fonts.read([line for several in lines for line in several]))
    whole = ("\n".join(next(read) for _line in several) for several in lines)
    return [composed(keystrokes.read(letters.meant(letters.seen(part)))) for part in whole]


def exact(text: str) -> str:
    """`text` for comparison with marks: canonical, lower case, single spaces."""
    return SPACES.sub(" ", canonical(text).lower()).strip()


def folded(text: str) -> str:
    """`text` for comparison without marks: exact, then marks removed and đ as d."""
    return without_marks(exact(text))


def without_marks(exact_text: str) -> str:
    """`folded` of what is exact already. Letter stands over letter."""
    return MARKS.sub("", unicodedata.normalize("NFD", exact_text.replace("đ", "d")))


def alike(folded: str) -> str:
    """What is exact or folded already, with one spelling for what people write now so, now so: lý do = lí do, 07/KH = 7/KH."""
    return LEADING_ZEROS.sub("", I_OR_Y.sub(lambda found: found[0].translate(Y_AS_I), folded))


def sought(typed: str) -> list[tuple[str, ...]]:
    """The words typed into a box of search, folded and alike; beside one that is none, what it was to be (lys: li)."""
    return [(word, *_meant(word)) for word in alike(folded(typed)).split()]


def _meant(word: str) -> Iterator[str]:
    if read := keystrokes.word(word):
        yield alike(folded(read))


def words(text: str) -> list[str]:
    """The syllables of `text`, exact: what stands between spaces and signs."""
    return WORDS.findall(canonical(text).lower())


def slug(text: str, length: int = 80) -> str:
    """An ASCII slug of at most `length` characters, cut between words: `Đại đoàn kết` becomes `dai-doan-ket`."""
    result = ""
    for word in WORDS.findall(anyascii(folded(text)).lower()):
        longer = f"{result}-{word}" if result else word
        if len(longer) > length:
            break
        result = longer
    return result


def count_words(text: str) -> int:
    """Syllables, as Vietnamese writes them: what stands between spaces."""
    return len(text.split())


def shortened(words: str, length: int) -> str:
    """The whole sentences with which `words` begin, as many as fit; the first one cut between words where it is too long."""
    line = SPACES.sub(" ", words).strip()
    if len(line) <= length:
        return line
    ends = [match.start() for match in SENTENCE_END.finditer(line, 0, length)]
    return line[: ends[-1]] if ends else f"{line[:length].rpartition(' ')[0] or line[:length]}…"


def call_links(html: str) -> SafeString:
    """`html` (clean already) with each phone number in its words as a link to ring it; links there are stay as they are."""
    parts = LINK_OR_TAG.split(html)  # every second one is a link or a tag
    parts[::2] = [
        PHONE.sub(lambda found: f'<a href="tel:{DIVIDER.sub("", found[0])}">{found[0]}</a>', part)
        for part in parts[::2]
    ]
    return mark_safe("".join(parts))  # noqa: S308


def lines(words: str) -> list[str]:
    """The lines of `words` that hold something, without the dash or number some people write before them."""
    return [line for line in (LIST_MARK.sub("", line).strip() for line in words.splitlines()) if line]


def paragraphs(words: str) -> SafeString:
    """Plain text as HTML: every line somebody wrote is a paragraph."""
    return format_html_join("", "<p>{}</p>", ((line,) for line in words.splitlines() if line.strip()))


def dialled(phone: str) -> str:
    """A phone number as a `tel:` address of the world (RFC 3966) has it: `0220 3700.102` becomes `+842203700102`."""
    digits = re.sub(r"\D", "", phone)
    return f"+84{digits[1:]}" if digits.startswith("0") else f"+{digits}"


def contacts_in(text: str) -> list[str]:
    """The phone numbers and mail addresses in `text`, as they stand there."""
    return CONTACT.findall(text)
