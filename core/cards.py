"""The picture that stands for a page in Facebook and Zalo where it has no photo: its title, whose it is, the lotus.

Drawn with the site's own heading font (Pillow reads WOFF2), which has every Vietnamese letter; a sign it lacks is left out.
"""

import hashlib
import math
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from core import text

VERSION = "1"  # part of every address: raised when the drawing changes
SIZE = (1200, 630)  # pixels; what Facebook and Zalo show without cutting
TITLE_BOX = (80, 190, 1120, 520)  # left, top, right, bottom
FOOT_TOP = 560
SIZES = range(104, 39, -4)  # of the title; the largest that fits
# Of a line, in sizes: from baseline to baseline; above it (a capital with two marks); below it (a letter with the dot).
LINE, ABOVE, BELOW = 1.22, 1.19, 0.27
FONT = Path(settings.BASE_DIR) / "static" / "fonts" / "heading.woff2"

PAPER, INK, GOLD, CREAM, TINT = "#fbf6ec", "#2b1d18", "#e0a526", "#fffaf2", "#f3e4c9"
RED, GREEN, BROWN = "#8c1515", "#2f5d38", "#7a4a00"


@dataclass(frozen=True)
class Card:
    """What stands on a card."""

    title: str
    owner: str = ""  # a unit, a village, a section: in the foot
    colour: str = RED

    @property
    def digest(self) -> str:
        """Changes with whatever the card says: social networks fetch a picture anew only under a new address."""
        parts = (VERSION, self.title, self.owner, self.colour)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Setting:
    """A title as it is set: its lines, and the size of its letters in pixels."""

    lines: tuple[str, ...]
    size: int

    def boxes(self) -> list[tuple[float, float, float, float]]:
        """Where each line's ink lies on the card: left, top, right, bottom."""
        left = TITLE_BOX[0]
        font = _font(self.size)
        return [
            _moved(font.getbbox(line, anchor="ls"), left, self.baseline(number))
            for number, line in enumerate(self.lines)
        ]

    def baseline(self, number: int) -> float:
        """The baseline of a line; the title stands in the middle of its box."""
        _left, top, _right, bottom = TITLE_BOX
        begin = top + (bottom - top - _height(len(self.lines), self.size)) / 2
        return begin + (ABOVE + number * LINE) * self.size


def draw(card: Card, organisation: str) -> bytes:
    """The card as a JPEG of 1200×630 pixels; `organisation` stands above the title."""
    image = Image.new("RGB", SIZE, PAPER)
    image.paste(TINT, (SIZE[0] - 470, 150), _lotus(470))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, FOOT_TOP, *SIZE), fill=card.colour)
    pen.rectangle((0, FOOT_TOP - 8, SIZE[0], FOOT_TOP - 1), fill=GOLD)
    image.paste(card.colour, (80, 56), _lotus(104))
    _one_line(pen, (208, 108), organisation, size=36, width=910, fill=card.colour)
    setting = typeset(card.title)
    for number, line in enumerate(setting.lines):
        pen.text((TITLE_BOX[0], setting.baseline(number)), line, font=_font(setting.size), fill=INK, anchor="ls")
    _one_line(pen, (80, (FOOT_TOP + SIZE[1]) // 2), card.owner, size=34, width=1040, fill=CREAM)
    data = BytesIO()
    image.save(data, "JPEG", quality=88, optimize=True)
    return data.getvalue()


def typeset(title: str) -> Setting:
    """Sets `title` in the largest letters that fit, in lines of like length; what fits in none is cut with an ellipsis."""
    left, top, right, bottom = TITLE_BOX
    words = _drawable(title).split() or ["…"]
    for size in SIZES:
        lines = _balanced(words, size, right - left)
        if _height(len(lines), size) <= bottom - top:
            return Setting(tuple(lines), size)
    most = next(number for number in range(len(lines), 0, -1) if _height(number, size) <= bottom - top)
    return Setting((*lines[: most - 1], _cut(lines[most - 1], size, right - left)), size)


def _height(lines: int, size: int) -> float:
    return (ABOVE + BELOW + (lines - 1) * LINE) * size


def _balanced(words: list[str], size: int, width: float) -> list[str]:
    """As few lines as `width` allows, then the narrowest setting with no more of them: no word alone in the last line."""
    lines = _filled(words, size, width)
    low, high = width / 2, width
    while high - low > 8:
        middle = (low + high) / 2
        if len(_filled(words, size, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return _filled(words, size, high)


def _filled(words: list[str], size: int, width: float) -> list[str]:
    """Lines filled from the left; a word wider than a line is broken where it must be."""
    font = _font(size)
    lines: list[str] = []
    for piece in (piece for word in words for piece in _pieces(word, font, width)):
        longer = f"{lines[-1]} {piece}" if lines else piece
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def _pieces(word: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and font.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, size: int, width: float) -> str:
    font = _font(size)
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip(' ,.;:–-')}…"


def _one_line(
    pen: ImageDraw.ImageDraw, place: tuple[int, int], words: str, *, size: int, width: int, fill: str
) -> None:
    """Words beside a middle line; smaller, then cut, where they are too long."""
    words = _drawable(words)
    while size > 24 and _font(size).getlength(words) > width:
        size -= 2
    if _font(size).getlength(words) > width:
        words = _cut(words, size, width)
    pen.text(place, words, font=_font(size), fill=fill, anchor="lm")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


def _drawable(words: str) -> str:
    return "".join(letter for letter in text.composed(words) if letter.isspace() or _has_glyph(letter))


@cache
def _has_glyph(letter: str) -> bool:
    font = _font(40)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def _moved(box: tuple[float, ...], left: float, top: float) -> tuple[float, float, float, float]:
    return box[0] + left, box[1] + top, box[2] + left, box[3] + top


@cache
def _lotus(width: int) -> Image.Image:
    """A lotus as a mask, `width` pixels square: five petals in front, drawn large and made small, so that edges are smooth."""
    scale = 4
    side = width * scale
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    root = (side / 2, side * 0.86)
    for angle, length, breadth in (
        (-62, 0.58, 0.19),
        (62, 0.58, 0.19),
        (-34, 0.68, 0.2),
        (34, 0.68, 0.2),
        (0, 0.76, 0.22),
    ):
        outline = _petal(root, angle, length * side, breadth * side)
        # A rim of the ground around each petal keeps it apart from those behind it.
        pen.polygon(_petal(root, angle, length * side * 1.03, breadth * side * 1.14), fill=0)
        pen.polygon(outline, fill=255)
    return mask.resize((width, width), Image.Resampling.LANCZOS)


def _petal(root: tuple[float, float], angle: float, length: float, breadth: float) -> list[tuple[float, float]]:
    """A lens from `root` outwards, `angle` degrees from upright."""
    turn = math.radians(angle)
    steps = [step / 24 for step in range(25)]
    side = [(math.sin(math.pi * step**0.8) * breadth, -step * length) for step in steps]
    points = [*side, *((-across, along) for across, along in reversed(side))]
    return [
        (
            root[0] + across * math.cos(turn) - along * math.sin(turn),
            root[1] + across * math.sin(turn) + along * math.cos(turn),
        )
        for across, along in points
    ]
