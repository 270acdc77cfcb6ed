"""Small SVG vocabulary: colours, curves, shapes, gradients, and the way from SVG to a Pillow image.

Every function returns SVG text. Gradients, clips and filters go to a registry which `document()` empties
into `<defs>`, so parts stay plain functions.
"""

import itertools
import math
import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

PAPER, CREAM, STRAW, GOLD, OCHRE = "#FBF6EC", "#F7E8C6", "#F2D184", "#E0A526", "#BF7F1E"
LEAF_L, LEAF, LEAF_D, PINE = "#A9C25C", "#6B9A41", "#3B7043", "#23503F"
LOTUS_L, LOTUS, LOTUS_D = "#F9D3D6", "#E88BA1", "#C9567A"
TEAL_L, TEAL, TEAL_D = "#A5D2C6", "#4A9A99", "#23666F"
BRICK_L, BRICK, BRICK_D = "#D98355", "#B8502F", "#883524"
RED, INDIGO, BROWN, WOOD, WHITE = "#B3201F", "#2C2F57", "#6B4130", "#A86F3F", "#FFFDF7"
SKY, GREY = "#CFE6E0", "#8E8C93"

_defs: dict[str, str] = {}


def num(value):
    """A number as short SVG text."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def mix(first, second, share):
    """Colour between two hex colours; share 0 gives the first, 1 the second."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (first, second))
    return "#" + "".join(f"{round(p + (q - p) * share):02X}" for p, q in zip(a, b, strict=True))


def light(colour, share=0.25):
    """The colour in warm light."""
    return mix(colour, "#FFF3CF", share)


def dark(colour, share=0.25):
    """The colour in indigo shadow."""
    return mix(colour, INDIGO, share)


def attrs(**extra):
    """Attributes as text: underscores become hyphens, None is left out."""
    return "".join(f' {key.replace("_", "-")}="{value}"' for key, value in extra.items() if value is not None)


def define(template):
    """Register a definition ("@" stands for its id) and return its id."""
    if template not in _defs:
        _defs[template] = f"d{len(_defs)}"
    return _defs[template]


def _stops(stops):
    parts = []
    for index, stop in enumerate(stops):
        colour, *more = stop if isinstance(stop, tuple) else (stop,)
        offset = more[0] if more else index / (len(stops) - 1)
        opacity = more[1] if len(more) > 1 else 1
        parts.append(f'<stop offset="{offset:.3g}" stop-color="{colour}" stop-opacity="{opacity}"/>')
    return "".join(parts)


def linear(*stops, x1=0, y1=0, x2=0, y2=1, user=False):
    """Linear gradient; a stop is a colour or (colour, offset[, opacity])."""
    space = ' gradientUnits="userSpaceOnUse"' if user else ""
    ends = f'x1="{x1:.4g}" y1="{y1:.4g}" x2="{x2:.4g}" y2="{y2:.4g}"'
    text = f'<linearGradient id="@" {ends}{space}>{_stops(stops)}</linearGradient>'
    return f"url(#{define(text)})"


def radial(*stops, cx=0.5, cy=0.5, r=0.5):
    """Radial gradient; a stop is a colour or (colour, offset[, opacity])."""
    text = f'<radialGradient id="@" cx="{cx}" cy="{cy}" r="{r}">{_stops(stops)}</radialGradient>'
    return f"url(#{define(text)})"


def blur(deviation):
    """Blur filter."""
    text = (
        f'<filter id="@" x="-50%" y="-50%" width="200%" height="200%">'
        f'<feGaussianBlur stdDeviation="{deviation}"/></filter>'
    )
    return f"url(#{define(text)})"


def clipped(d, *children):
    """Children inside the outline d."""
    name = define(f'<clipPath id="@"><path d="{d}"/></clipPath>')
    return f'<g clip-path="url(#{name})">{"".join(children)}</g>'


def poly(points, close=True):
    """Straight outline through points."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + ("Z" if close else "")


def fit(d, sx, sy=None, x=0, y=0):
    """Outline d (absolute M, L, Q, C only) drawn for a unit size, scaled and moved."""
    sy, out, odd = sx if sy is None else sy, [], False
    for token in re.findall(r"[A-Z]|-?[\d.]+", d):
        if token.isalpha():
            out.append(token)
        else:
            out.append(f"{float(token) * (sy if odd else sx) + (y if odd else x):.2f} ")
            odd = not odd
    return "".join(out)


def smooth(points, close=True, tension=1.0):
    """Round outline through points (Catmull-Rom)."""
    count = len(points)

    def at(index):
        return points[index % count] if close else points[max(0, min(count - 1, index))]

    d = f"M{num(points[0][0])} {num(points[0][1])}"
    for i in range(count if close else count - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (at(i + k) for k in (-1, 0, 1, 2))
        k = tension / 6
        d += (
            f"C{num(x1 + (x2 - x0) * k)} {num(y1 + (y2 - y0) * k)} "
            f"{num(x2 - (x3 - x1) * k)} {num(y2 - (y3 - y1) * k)} {num(x2)} {num(y2)}"
        )
    return d + ("Z" if close else "")


def path(d, fill="none", **extra):
    """A path."""
    return f'<path d="{d}" fill="{fill}"{attrs(**extra)}/>'


def stroke(d, colour, width=2, **extra):
    """An open line with round ends."""
    extra = {"stroke_linecap": "round", "stroke_linejoin": "round"} | extra
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}"{attrs(**extra)}/>'


def line(x1, y1, x2, y2, colour, width=2, **extra):
    """A straight line."""
    return stroke(poly([(x1, y1), (x2, y2)], close=False), colour, width, **extra)


def ellipse(cx, cy, rx, ry, fill, **extra):
    """An ellipse."""
    place = f'cx="{num(cx)}" cy="{num(cy)}" rx="{num(rx)}" ry="{num(ry)}"'
    return f'<ellipse {place} fill="{fill}"{attrs(**extra)}/>'


def circle(cx, cy, r, fill, **extra):
    """A circle."""
    return ellipse(cx, cy, r, r, fill, **extra)


def rect(x, y, w, h, fill, rx=0, **extra):
    """A rectangle."""
    round_ = attrs(rx=num(rx)) if rx else ""
    place = f'x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"'
    return f'<rect {place}{round_} fill="{fill}"{attrs(**extra)}/>'


def group(*children, x=0, y=0, s=1, sx=None, sy=None, rot=0, **extra):
    """Children moved, turned and scaled (in that order from outside)."""
    move = f"translate({num(x)} {num(y)})" if x or y else ""
    turn = f"rotate({num(rot)})" if rot else ""
    sx, sy = s if sx is None else sx, s if sy is None else sy
    size = f"scale({sx:.4g} {sy:.4g})" if (sx, sy) != (1, 1) else ""
    transform = " ".join(part for part in (move, turn, size) if part) or None
    return f"<g{attrs(transform=transform, **extra)}>{''.join(children)}</g>"


def shadow(x, y, rx, ry, strength=0.22):
    """A soft shadow on the ground."""
    fill = radial((INDIGO, 0, strength), (INDIGO, 0.55, strength * 0.75), (INDIGO, 1, 0))
    return ellipse(x, y, rx, ry, fill)


def bend(points, steps=7, round_=0.45):
    """A polyline with rounded corners, as many points."""
    if len(points) < 3:
        (x0, y0), (x1, y1) = points
        return [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps) for i in range(steps + 1)]
    out = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        a = tuple(c + (b - c) * round_ for b, c in zip(before, corner, strict=True))
        b = tuple(c + (n - c) * round_ for n, c in zip(after, corner, strict=True))
        for i in range(steps + 1):
            t = i / steps
            out.append(
                tuple((1 - t) ** 2 * p + 2 * t * (1 - t) * q + t * t * r for p, q, r in zip(a, corner, b, strict=True))
            )
    return [*out, points[-1]]


def quad(start, control, end, steps=16):
    """Points of a quadratic curve."""
    out = []
    for i in range(steps + 1):
        t = i / steps
        out.append(
            tuple(
                (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in zip(start, control, end, strict=True)
            )
        )
    return out


def normals(points):
    """Unit normals along a polyline."""
    out = []
    for i in range(len(points)):
        (x0, y0), (x1, y1) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        size = math.hypot(x1 - x0, y1 - y0) or 1
        out.append((-(y1 - y0) / size, (x1 - x0) / size))
    return out


def ribbon(points, widths):
    """Outline of a band along points; widths is a list of half-widths spread evenly, or a function of 0…1."""
    count = len(points) - 1
    lengths = [0.0]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, y1 - y0))
    total = lengths[-1] or 1

    def width(t):
        if callable(widths):
            return widths(t)
        place = t * (len(widths) - 1)
        i = min(int(place), len(widths) - 2)
        return widths[i] + (widths[i + 1] - widths[i]) * (place - i)

    left, right = [], []
    for i, ((x, y), (nx, ny)) in enumerate(zip(points, normals(points), strict=True)):
        w = width(lengths[i] / total if count else 0)
        left.append((x + nx * w, y + ny * w))
        right.append((x - nx * w, y - ny * w))
    return left + right[::-1]


def document(*children, width=1600, height=1000):
    """The whole drawing; empties the registry."""
    body = "".join(children)
    defs = "".join(template.replace("@", name, 1) for template, name in _defs.items())
    _defs.clear()
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><defs>{defs}</defs>{body}</svg>'


def raster(text, width=1600, height=1000, transparent=False):
    """SVG text as a Pillow image, drawn by Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        source, shot = Path(folder, "p.html"), Path(folder, "p.png")
        source.write_text(
            f"<!doctype html><meta charset=utf-8><style>body{{margin:0}}svg{{display:block}}</style>{text}"
        )
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        # The window is taller than the drawing: some versions keep room for a bar that is not there.
        command += [f"--window-size={max(width, 500)},{height + 200}", f"--screenshot={shot}"]
        command += ["--default-background-color=00000000"] if transparent else []
        command += ["--force-device-scale-factor=1", f"--user-data-dir={folder}/profile", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        with Image.open(shot) as image:
            return image.crop((0, 0, width, height)).copy()


def save_jpeg(image, target, limit, best=88):
    """Save as JPEG with the best quality that stays under limit bytes."""
    for quality in range(best, 40, -3):
        image.convert("RGB").save(target, quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        if target.stat().st_size <= limit:
            return quality
    raise ValueError(f"{target.name} cannot be made smaller than {limit} bytes")
