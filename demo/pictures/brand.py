"""Draw the brand files: the mark, its icons, the social card and the pattern, into `static/brand/`.

    python demo/pictures/brand.py

The mark is a lotus of five petals in a speech bubble; three of the petals are people. Needs Pillow and
Debian's `chromium`, as `draw.py` does.
"""

import math
from dataclasses import replace
from pathlib import Path

from built import dinh
from landscapes import horizon, water_sheen
from nature import (
    areca,
    banana,
    banyan,
    birds,
    cloud,
    ground,
    lotus,
    lotus_leaf,
    lotus_pad,
    mirrored,
    sky,
    water,
)
from people import (
    AODAI,
    FARMER_F,
    GRANDPA,
    GRANNY,
    MAN_A,
    PUPIL_F,
    PUPIL_M,
    STAND,
    YOUTH_F,
    YOUTH_M,
    person,
)
from PIL import Image
from svg import LEAF, LEAF_D, document, group, line, linear, raster, rect, save_jpeg

TARGET = Path(__file__).resolve().parents[2] / "static" / "brand"
DEEP_RED, GOLD, CREAM = "#B3201F", "#E0A526", "#FBF6EC"
BUBBLE = (
    "M24 2C36.7 2 46 11 46 22.5S36.7 43 24 43Q20.6 43 17.5 42.2L8.6 46.4Q7 47 7.3 45.3"
    "L8.7 37.4Q2 31.6 2 22.5C2 11 11.3 2 24 2Z"
)


def petal(angle, length, width, x=24.0, y=37.0, start=0.0):
    """Outline of one petal that leaves the base point at an angle from upright."""
    sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))

    def at(across, along):
        px, py = across * width, -(start + along * length)
        return f"{x + px * cos - py * sin:.1f} {y + px * sin + py * cos:.1f}"

    bows = f"C{at(-1, 0.3)} {at(-0.95, 0.75)} {at(0, 1)}C{at(0.95, 0.75)} {at(1, 0.3)} {at(0, 0)}Z"
    return f"M{at(0, 0)}{bows}"


def head(angle, distance, r):
    """A head beyond a petal, as an outline."""
    x, y = 24 + math.sin(math.radians(angle)) * distance, 37 - math.cos(math.radians(angle)) * distance
    return f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"


SIDES = petal(-46, 18.5, 5.6) + petal(46, 18.5, 5.6)
MIDDLE = petal(0, 20, 6.6)
HEADS = head(0, 25.6, 4.2) + head(-46, 22.8, 3.7) + head(46, 22.8, 3.7)
LEAVES = petal(-82, 15, 4.2) + petal(82, 15, 4.2)


def flower(gap, inside, accent):
    """Leaves, people and heads; lines in the colour of the gap part the petals."""
    layers = ((accent, LEAVES + HEADS), (inside, SIDES), (inside, MIDDLE))
    body = "".join(f'<path fill="{colour}" d="{d}"/>' for colour, d in layers)
    return f'<g stroke="{gap}" stroke-width="1.5">{body}</g>'


def mark(bubble=DEEP_RED, inside=CREAM, accent=GOLD):
    """The mark in colours."""
    body = f'<path fill="{bubble}" d="{BUBBLE}"/>' + flower(bubble, inside, accent)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{body}</svg>\n'


def mark_white():
    """The mark in white, the flower cut out."""
    cut = f'<mask id="m"><path fill="#fff" d="{BUBBLE}"/>{flower("#fff", "#000", "#000")}</mask>'
    body = f'{cut}<path fill="#fff" mask="url(#m)" d="{BUBBLE}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{body}</svg>\n'


def pattern():
    """A quiet tile of lotus outlines."""
    petals = "".join(petal(a, 30 - abs(a) / 8, 7, 0, 12) for a in (0, -34, 34, -66, 66))
    wave = "M-26 20Q-13 14 0 20T26 20M-16 26Q-8 22 0 26T16 26"
    places = ((40, 40), (120, 120))
    uses = "".join(f'<use href="#a" x="{x}" y="{y}"/>' for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="2" fill="{GOLD}" stroke="none"/>' for x, y in ((120, 40), (40, 120)))
    size = 'width="160" height="160" viewBox="0 0 160 160"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><defs><path id="a" d="{petals}{wave}"/></defs>'
        f'<g fill="none" stroke="{DEEP_RED}" stroke-width="1.2" stroke-linecap="round" opacity=".12">'
        f"{uses}{dots}</g></svg>\n"
    )


def icon(size, background=None, margin=0.0):
    """The mark as pixels."""
    inner = mark() if background is None else mark(CREAM, DEEP_RED, GOLD)
    inner = inner.replace(
        "<svg ", f'<svg x="{margin}" y="{margin}" width="{480 - 2 * margin}" height="{480 - 2 * margin}" '
    )
    back = rect(0, 0, 480, 480, background) if background else ""
    picture = raster(document(back, inner, width=480, height=480), 480, 480, transparent=background is None)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def card():
    """The default social card: people of the commune before the communal house."""
    out = sky("#BFE0DC", "#FDF0D2", 520, sun=(1240, 170), size=60)
    out += cloud(330, 110, 1.0) + cloud(960, 90, 0.7) + birds(480, 220, 0.7)
    out += horizon(470, 201) + ground(486, "#C9D27C", "#9DB84F", 3)
    out += areca(1420, 560, 430, 4) + areca(1510, 570, 360, 6) + banana(1310, 560, 250, 5)
    house = dinh(800, 560, 760)
    out += house + banyan(130, 580, 0.92, 4) + rect(-10, 560, 1620, 130, linear("#E9C79A", "#CFA070"))
    out += "".join(line(800 + k * 90, 560, 800 + k * 130, 690, "#A9764E", 1.4, opacity=0.4) for k in range(-11, 12))
    out += rect(-10, 684, 1620, 14, linear("#D5C2A2", "#8C7A70")) + water(698, 850, "#9CCDBF", "#1F5F69", 5, count=40)
    wave = replace(STAND, turn=0.4, hands=((17, -98), (-9, -49)), elbows=((1, 0.2), None))
    folk = ((430, 330, MAN_A, STAND, 1), (545, 320, GRANNY, STAND, 1), (650, 235, PUPIL_M, wave, 1))
    folk += ((755, 340, YOUTH_M, STAND, 1), (865, 330, AODAI, STAND, -1), (965, 230, PUPIL_F, wave, -1))
    folk += (
        (1070, 330, FARMER_F, STAND, -1),
        (1180, 325, GRANDPA, STAND, -1),
        (1290, 325, YOUTH_F, wave, -1),
    )
    row = "".join(person(x, 672, h, look, pose, way) for x, h, look, pose, way in folk)
    out += row + mirrored(row, 698, 0.4, 0.28, 3) + water_sheen(706, 840, 4, count=16)
    for x, y, r in ((120, 770, 110), (1480, 775, 120), (330, 815, 100), (1290, 820, 96), (760, 822, 90)):
        out += lotus_pad(x, y, r, LEAF_D if x % 20 else LEAF, x)
    out += lotus_leaf(40, 730, 90, 120, -10, LEAF_D) + lotus_leaf(1570, 730, 90, 120, 10, LEAF)
    out += lotus(150, 760, 1.05) + lotus(1450, 765, 1.15) + lotus(330, 810, 0.7) + lotus(1300, 800, 0.6, 0.1, stem=30)
    return document(group(out, s=0.75), width=1200, height=630)


def main():
    """Write every brand file."""
    TARGET.mkdir(parents=True, exist_ok=True)
    texts = {
        "mark.svg": mark(),
        "mark-white.svg": mark_white(),
        "favicon.svg": mark(),
        "lotus-pattern.svg": pattern(),
    }
    for name, text in texts.items():
        (TARGET / name).write_text(text)
    small = [icon(size) for size in (16, 32, 48)]
    small[-1].save(TARGET / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)], append_images=small[:-1])
    touch = icon(180, DEEP_RED, 56).convert("RGB")
    touch.save(TARGET / "apple-touch-icon.png", optimize=True)
    save_jpeg(raster(card(), 1200, 630), TARGET / "card.jpg", 118_000)
    for file in sorted(TARGET.iterdir()):
        print(f"{file.name}: {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
