"""Sky, fields, water, trees and flowers. Light comes from the upper left."""

import itertools
import math
import random

from svg import (
    BROWN,
    CREAM,
    GOLD,
    INDIGO,
    LEAF,
    LEAF_D,
    LEAF_L,
    LOTUS,
    LOTUS_D,
    LOTUS_L,
    OCHRE,
    PINE,
    SKY,
    STRAW,
    TEAL,
    TEAL_D,
    TEAL_L,
    WHITE,
    blur,
    circle,
    clipped,
    dark,
    ellipse,
    fit,
    group,
    light,
    line,
    linear,
    mix,
    path,
    poly,
    quad,
    radial,
    rect,
    ribbon,
    shadow,
    smooth,
    stroke,
)


def sky(top=SKY, low=CREAM, horizon=520, sun=None, glow="#FFE3A1", size=70):
    """Sky down to the horizon, with a sun disc and its glow."""
    out = rect(0, 0, 1600, 1000, low) + rect(0, 0, 1600, horizon, linear(top, low))
    if sun:
        x, y = sun
        out += circle(x, y, size * 7, radial((glow, 0, 0.85), (glow, 0.35, 0.4), (glow, 1, 0)))
        out += circle(x, y, size, linear("#FFF6DC", "#FFDE94"))
    return out


def cloud(x, y, s=1, colour=WHITE, opacity=0.8):
    """A flat-bottomed cloud."""
    d = "M-120 0Q-150 -2 -140 -22Q-126 -44 -96 -34Q-84 -74 -38 -66Q-6 -92 34 -62"
    d += "Q72 -70 84 -36Q124 -44 134 -18Q140 0 112 0Z"
    return group(path(d, linear((colour, 0), (colour, 0.6), (colour, 1, 0.25))), x=x, y=y, s=s, opacity=opacity)


def birds(x, y, s=1, colour=WHITE, seed=1):
    """A few white egrets in flight."""
    rng, out = random.Random(seed), ""
    for i in range(5):
        bx, by, k = (
            x + i * 58 * s + rng.uniform(-12, 12),
            y - abs(i - 2) * -22 * s + rng.uniform(-8, 8),
            s * rng.uniform(0.7, 1.1),
        )
        wing = "M-26 -9Q-12 -16 0 0Q12 -16 26 -9Q12 -9 2 5L-8 3Q-2 2 -2 0Q-12 -9 -26 -9Z"
        out += group(path(wing, colour), x=bx, y=by, s=k, rot=rng.uniform(-10, 10))
    return out


def far_trees(y, height, colour, seed=1, x0=-40, x1=1640, palms=True, base=60):
    """A distant hedge of village trees."""
    rng, x = random.Random(seed), x0
    points = [(x0, y + base), (x0, y - height * 0.4)]
    extra = ""
    while x < x1:
        crown, tall = height * rng.uniform(0.3, 0.55), y - height * rng.uniform(0.45, 1)
        points += [
            (x + crown * k, tall + crown * drop)
            for k, drop in ((0.1, 0.55), (0.45, 0.08), (1, 0), (1.5, 0.14), (1.85, 0.6))
        ]
        x += crown * 2
        if palms and rng.random() < 0.1:
            top = y - height * rng.uniform(1.15, 1.55)
            extra += line(x, y, x + rng.uniform(-4, 4), top, colour, max(2, height / 22))
            for a in (-80, -40, 0, 40, 80, 115, -115):
                q = height * 0.36
                tip = (
                    x + math.sin(math.radians(a)) * q,
                    top - math.cos(math.radians(a)) * q * 0.6 + abs(a) * 0.05,
                )
                blade = quad((x, top), ((x + tip[0]) / 2, min(top, tip[1]) - q * 0.15), tip, 8)
                extra += path(poly(ribbon(blade, [2.4, 2, 0.3])), colour)
    points += [(x + 30, y - height * 0.4), (x + 30, y + base)]
    return path(smooth(points, tension=0.9), colour) + extra


def far_village(y, seed=1, x0=0, x1=1600, count=9, s=1.0, haze=0.4, tint=CREAM):
    """Small roofs between the far trees."""
    rng, out = random.Random(seed), ""
    for _ in range(count):
        x, w = rng.uniform(x0, x1), rng.uniform(50, 100) * s
        h = w * rng.uniform(0.26, 0.4)
        wall = mix(rng.choice([WHITE, "#F1D9A0", "#EFC9A8"]), tint, haze * 0.6)
        roof = mix(rng.choice(["#B8502F", "#A6482F", "#C56A45"]), tint, haze)
        out += rect(x, y - h, w, h, wall) + rect(x + w * 0.62, y - h, w * 0.38, h, mix(wall, INDIGO, 0.08))
        out += path(
            poly(
                [
                    (x - w * 0.08, y - h),
                    (x + w * 0.14, y - h * 1.75),
                    (x + w * 0.86, y - h * 1.75),
                    (x + w * 1.08, y - h),
                ]
            ),
            roof,
        )
        for k in (0.2, 0.42):
            out += rect(x + w * k, y - h * 0.62, w * 0.1, h * 0.4, mix(INDIGO, tint, haze + 0.15))
    return out


def ground(y, top, low, wave=10, seed=3, x0=-20, x1=1620, bottom=1010):
    """A gently waved band of land reaching to the bottom."""
    rng = random.Random(seed)
    edge = [(x0 + (x1 - x0) * i / 8, y + rng.uniform(-wave, wave)) for i in range(9)]
    return path(smooth(edge, close=False) + f"L{x1} {bottom}L{x0} {bottom}Z", linear(top, low))


def plots(y0, y1, colours, vanish=(800, 500), seed=1, spread=2600, count=9):
    """Field plots in perspective between two heights, edged by paths."""
    rng, out = random.Random(seed), ""
    vx, vy = vanish
    edges = [vx + spread * (i / count - 0.5) for i in range(count + 1)]

    def at(x, y):
        return vx + (x - vx) * (y - vy) / (y1 - vy), y

    rows = [y0, y0 + (y1 - y0) * 0.12, y0 + (y1 - y0) * 0.34, y0 + (y1 - y0) * 0.62, y1]
    for top, low in itertools.pairwise(rows):
        for a, b in itertools.pairwise(edges):
            colour = rng.choice(colours)
            quad_ = [at(a, top), at(b, top), at(b, low), at(a, low)]
            out += path(
                poly(quad_),
                linear(light(colour, 0.14), colour),
                stroke=mix(colour, "#F7E7B8", 0.55),
                stroke_width=(low - y0) / 60 + 1,
            )
    return out


def rice_rows(y0, y1, colour, seed=1, step=1.0, x0=-20, x1=1620):
    """Texture of standing rice: rows of short strokes that grow towards the viewer."""
    rng, out, y = random.Random(seed), [], y0
    while y < y1:
        near = (y - y0) / (y1 - y0)
        h, gap = 7 + 26 * near, (13 + 26 * near) * step
        tint = mix(colour, rng.choice([GOLD, OCHRE, STRAW]), 0.45)
        d = []
        x = x0 + rng.uniform(0, gap)
        while x < x1:
            sway = rng.uniform(-0.25, 0.6) * h
            d.append(f"M{x:.0f} {y:.0f}q{sway * 0.2:.0f} {-h:.0f} {sway:.0f} {-h * 0.9:.0f}")
            x += gap * rng.uniform(0.5, 1.5)
        out.append(stroke("".join(d), tint, 1.6 + 2.2 * near, opacity=0.55))
        y += h * 0.55
    return "".join(out)


def rice_clump(x, y, h, seed=1, ripe=True, shade=0.0):
    """A near clump of rice with nodding ears."""
    rng = random.Random(seed)
    stem, ear = ("#A6A148", GOLD) if ripe else (LEAF, "#B7BE55")
    stem, ear = dark(stem, shade), dark(ear, shade)
    leaves, ears = "", ""
    for _ in range(5):
        a = rng.uniform(-0.7, 0.7)
        tip = (x + a * h * 0.6, y - h * rng.uniform(0.6, 0.95))
        leaves += path(
            poly(ribbon(quad((x, y), (x + a * h * 0.1, y - h * 0.6), tip, 9), [2.8, 3, 0.3])),
            mix(stem, LEAF_D, rng.uniform(0, 0.4)),
        )
    for _ in range(5):
        a, k = rng.uniform(-0.45, 0.55), rng.uniform(0.8, 1.08)
        way = 1 if a > -0.1 else -1
        top, tip = (x + a * h * 0.45, y - h * k), (x + a * h * 0.45 + way * h * 0.3, y - h * (k - 0.28))
        curve = quad(top, (top[0] + way * h * 0.2, top[1] - h * 0.08), tip, 8)
        ears += line(x, y, *top, stem, 2)
        tone = mix(ear, rng.choice([STRAW, OCHRE]), rng.uniform(0, 0.45))
        for i, (gx, gy) in enumerate(curve):
            for side in (-1, 1):
                ears += ellipse(
                    gx + side * 3.4,
                    gy + 3 + i * 0.3,
                    3,
                    5.6,
                    tone,
                    transform=f"rotate({-side * 24 - way * 20} {gx:.0f} {gy:.0f})",
                )
    return leaves + ears


def rice_front(y, h, seed=1, x0=-30, x1=1630, gap=26, ripe=True, shade=0.0):
    """A row of near clumps along the bottom."""
    rng, out, x = random.Random(seed), "", x0
    while x < x1:
        out += rice_clump(x, y + rng.uniform(-6, 12), h * rng.uniform(0.8, 1.15), rng.random(), ripe, shade)
        x += gap * rng.uniform(0.7, 1.3)
    return out


def sheaf(x, y, s=1):
    """A bound sheaf of rice standing on the stubble."""
    out = shadow(0, 0, 46, 8)
    for i in range(-6, 7):
        out += path(
            poly(ribbon(quad((i * 3.4, 0), (i * 1.2, -40), (i * 7.4, -104 + abs(i) * 4)), [2.4, 2, 2.6, 4.4, 1])),
            mix(GOLD, OCHRE, (i % 3) * 0.3),
        )
    out += path("M-15 -46Q0 -40 15 -46L14 -36Q0 -30 -14 -36Z", "#8E9445")
    return group(out, x=x, y=y, s=s)


def blob(cx, cy, rx, ry, fill, rng, lumps=11):
    """A leafy lump."""
    points = []
    for i in range(lumps * 2):
        a = 2 * math.pi * i / (lumps * 2)
        k = (1.06 if i % 2 else 0.93) * rng.uniform(0.96, 1.05)
        points.append((cx + math.cos(a) * rx * k, cy + math.sin(a) * ry * k))
    return path(smooth(points), fill)


def dabs(cx, cy, rx, ry, colour, rng, count=26, size=7):
    """Leaf dabs inside an ellipse."""
    out = ""
    for _ in range(count):
        a, k = rng.uniform(0, 2 * math.pi), rng.uniform(0.1, 1) ** 0.5
        x, y = cx + math.cos(a) * rx * k, cy + math.sin(a) * ry * k
        turn = rng.uniform(-60, 20)
        out += ellipse(
            0,
            0,
            size,
            size * 0.45,
            colour,
            transform=f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})",
            opacity=f"{rng.uniform(0.45, 0.95):.2f}",
        )
    return out


def canopy(x, y, rx, ry, colour, seed=1, lumps=7):
    """A crown of overlapping leafy lumps, lit from the upper left."""
    rng = random.Random(seed)
    deep, mid, lit = dark(colour, 0.34), colour, light(mix(colour, LEAF_L, 0.5), 0.08)
    spots = []
    for i in range(lumps):
        a = 2 * math.pi * i / lumps + rng.uniform(-0.2, 0.2)
        spots.append(
            (
                x + math.cos(a) * rx * 0.56,
                y + math.sin(a) * ry * 0.5,
                rx * rng.uniform(0.4, 0.52),
                ry * rng.uniform(0.42, 0.56),
            )
        )
    out = blob(x, y + ry * 0.05, rx * 0.8, ry * 0.8, deep, rng)
    out += "".join(blob(sx + 4, sy + ry * 0.1, w, h, deep, rng) for sx, sy, w, h in spots)
    for sx, sy, w, h in sorted(spots, key=lambda spot: -spot[1]):
        out += blob(
            sx,
            sy,
            w * 0.93,
            h * 0.9,
            linear(mix(mid, lit, 0.35), (mid, 0.55), mix(mid, deep, 0.6), x2=0.5),
            rng,
        )
        out += blob(sx - w * 0.18, sy - h * 0.24, w * 0.58, h * 0.5, mix(mid, lit, 0.55), rng, 8)
        out += dabs(sx - w * 0.16, sy - h * 0.2, w * 0.75, h * 0.65, lit, rng, 12, max(3, rx * 0.035))
        out += dabs(sx + w * 0.2, sy + h * 0.42, w * 0.7, h * 0.4, deep, rng, 7, max(3, rx * 0.035))
    return out


def tree(x, y, h, colour=LEAF_D, seed=1, spread=0.36):
    """A broad-leaved tree."""
    trunk = mix(BROWN, INDIGO, 0.15)
    out = shadow(x + h * 0.06, y, h * 0.4, h * 0.045)
    for a in (-0.2, 0.18, 0.0):
        out += path(
            poly(
                ribbon(
                    quad((x, y), (x + a * h * 0.1, y - h * 0.35), (x + a * h, y - h * 0.66)),
                    [h * 0.04, h * 0.026, h * 0.02, h * 0.01],
                )
            ),
            linear(light(trunk, 0.18), dark(trunk, 0.2), x2=1, y2=0),
        )
    return out + canopy(x, y - h * 0.68, h * spread, h * 0.34, colour, seed)


def banyan(x, y, s=1, seed=4):
    """An old banyan with hanging roots."""
    rng = random.Random(seed)
    bark = linear("#8A6B55", "#5A4246", "#41324A", x2=1, y2=0)
    out = shadow(0, 0, 210, 26, 0.3)
    for a, w in ((-150, 13), (-70, 20), (10, 30), (90, 20), (165, 12)):
        curve = quad((a * 0.32, 4), (a * 0.16, -150), (a * 1.2, -300))
        out += path(poly(ribbon(curve, [w * 1.9, w * 1.3, w, w * 0.5])), bark)
    for a in (-60, -34, -8, 22, 48, 70):
        out += path(poly(ribbon(quad((a, -150), (a * 1.1, -60), (a * 1.6, 6)), [5, 7, 12])), bark)
        out += line(a, -130, a * 1.2, -30, "#A98A6B", 2, opacity=0.5)
    crown = canopy(0, -400, 300, 165, "#3F7444", seed, 9) + canopy(-160, -330, 130, 80, "#4C8247", seed + 1, 5)
    crown += canopy(190, -330, 130, 84, "#37693F", seed + 2, 5)
    for _ in range(16):
        rx = rng.uniform(-230, 240)
        out += stroke(
            f"M{rx:.0f} -300q{rng.uniform(-8, 8):.0f} 50 0 {rng.uniform(70, 190):.0f}",
            "#6D5547",
            rng.uniform(1.5, 3.5),
            opacity=0.8,
        )
    return group(out, crown, x=x, y=y, s=s)


def banana_leaf(x, y, length, angle, droop, colour, rng, wide=0.15):
    """One banana blade with torn edges."""
    a = math.radians(angle)
    tip = (x + math.sin(a) * length, y - math.cos(a) * length + droop * length)
    control = (x + math.sin(a) * length * 0.5, y - math.cos(a) * length * 0.8 - length * 0.12)
    rib = quad((x, y), control, tip, 40)
    halves = []
    for side in (-1, 1):
        edge = []
        for i, ((px, py), (qx, qy)) in enumerate(itertools.pairwise(rib)):
            t = i / 39
            size = math.hypot(qx - px, qy - py) or 1
            nx, ny = -(qy - py) / size, (qx - px) / size
            w = wide * length * math.sin(math.pi * min(1, max(0, t - 0.1) / 0.9) ** 0.8) ** 0.7
            edge.append((px + nx * w * side, py + ny * w * side))
            if t > 0.25 and rng.random() < 0.16:
                edge.append((px + nx * w * side * 0.35, py + ny * w * side * 0.35))
        halves.append(poly([*rib, *edge[::-1]]))
    over = 0 if angle > 0 else 1
    out = path(halves[1 - over], dark(colour, 0.26)) + path(halves[over], linear(light(colour, 0.2), colour, x2=1))
    return out + stroke(smooth(rib[::5], close=False), mix(colour, "#F3EFB5", 0.7), max(1.5, length * 0.014))


def banana(x, y, h, seed=1, colour=LEAF, fruit=False):
    """A banana plant."""
    rng = random.Random(seed)
    trunk = [(x, y), (x + h * 0.015, y - h * 0.3), (x - h * 0.01, y - h * 0.56)]
    out = shadow(x, y, h * 0.24, h * 0.03)
    tx, ty = trunk[-1]
    fan = [(-80, 0.35), (75, 0.32), (-50, 0.2), (48, 0.16), (-22, 0.05), (20, 0.03), (-100, 0.4), (98, 0.36)]
    back, front = fan[4:6] + fan[2:4], fan[:2] + fan[6:]
    for a, d in back:
        out += banana_leaf(
            tx,
            ty,
            h * rng.uniform(0.46, 0.54),
            a + rng.uniform(-6, 6),
            d,
            mix(colour, LEAF_D, rng.uniform(0.1, 0.5)),
            rng,
        )
    out += path(
        poly(ribbon(trunk, [h * 0.042, h * 0.034, h * 0.022])),
        linear("#C5CB83", "#8FA25A", "#64713F", x2=1, y2=0),
    )
    for a, d in front:
        out += banana_leaf(
            tx,
            ty,
            h * rng.uniform(0.38, 0.46),
            a + rng.uniform(-6, 6),
            d,
            mix(colour, LEAF_L, rng.uniform(0, 0.35)),
            rng,
        )
    if fruit:
        stem = quad((tx, ty), (tx + h * 0.12, ty), (tx + h * 0.11, ty + h * 0.2))
        out += stroke(smooth(stem[::4], close=False), "#7C8C45", h * 0.014)
        for r in range(4):
            for k in (-1, 0, 1):
                fx, fy = tx + h * (0.108 + k * 0.022), ty + h * (0.06 + r * 0.032)
                out += path(
                    poly(
                        ribbon(
                            quad(
                                (fx, fy),
                                (fx + k * h * 0.02, fy + h * 0.01),
                                (fx + k * h * 0.018, fy - h * 0.028),
                                6,
                            ),
                            [h * 0.012, h * 0.011, h * 0.004],
                        )
                    ),
                    mix("#C9CB57", GOLD, (k + 1) * 0.3),
                )
        out += ellipse(tx + h * 0.11, ty + h * 0.225, h * 0.018, h * 0.034, "#8A3350")
    return out


def frond(x, y, length, angle, droop, colour):
    """A feathered palm frond."""
    a = math.radians(angle)
    tip = (x + math.sin(a) * length, y - math.cos(a) * length * 0.8 + droop * length)
    rib = quad((x, y), (x + math.sin(a) * length * 0.55, y - math.cos(a) * length - length * 0.18), tip, 18)
    out = ""
    for i, ((px, py), (qx, qy)) in enumerate(itertools.pairwise(rib[2:])):
        t = i / 16
        along = math.atan2(qy - py, qx - px)
        size = length * 0.3 * math.sin(math.pi * (0.25 + 0.72 * t))
        for side in (-1, 1):
            way = along + side * 0.75
            end = (px + math.cos(way) * size, py + math.sin(way) * size + size * 0.22)
            tone = light(colour, 0.16) if side * math.cos(along) < 0 else dark(colour, 0.16)
            out += path(
                poly(
                    ribbon(
                        quad((px, py), ((px + end[0]) / 2, (py + end[1]) / 2 - size * 0.1), end, 5),
                        [length * 0.012, length * 0.02, 0.4],
                    )
                ),
                tone,
            )
    return out + stroke(smooth(rib[::3], close=False), mix(colour, "#EBE6A0", 0.5), max(1.2, length * 0.016))


def areca(x, y, h, seed=1, colour="#5B8F48", lean=0.02):
    """A slim areca palm."""
    rng = random.Random(seed)
    top = (x + lean * h, y - h * 0.8)
    trunk = quad((x, y), (x + lean * h * 0.2, y - h * 0.4), top, 24)
    out = path(
        poly(ribbon(trunk, [h * 0.017, h * 0.013, h * 0.011])),
        linear("#CDBFA5", "#97866F", "#6A5B5A", x2=1, y2=0),
    )
    for px, py in trunk[1:-1]:
        out += line(px - h * 0.013, py, px + h * 0.013, py - 1, "#6F6258", max(1, h * 0.004), opacity=0.6)
    for a, d in ((-18, 0.04), (22, 0.02), (-62, 0.14), (58, 0.12)):
        out += frond(*top, h * rng.uniform(0.24, 0.28), a + rng.uniform(-6, 6), d, dark(colour, 0.16))
    shaft = quad((top[0], top[1] + h * 0.1), (top[0], top[1] + h * 0.04), (top[0], top[1] - h * 0.02))
    out += path(poly(ribbon(shaft, [h * 0.014, h * 0.016, h * 0.009])), linear("#A5BF6B", "#5F8B4A", x2=1, y2=0))
    for a, d in ((-98, 0.22), (95, 0.2), (-40, 0.06), (38, 0.06), (0, 0)):
        out += frond(*top, h * rng.uniform(0.22, 0.27), a + rng.uniform(-6, 6), d, colour)
    for i in range(8):
        out += circle(top[0] + rng.uniform(-0.03, 0.03) * h, top[1] + h * 0.1 + i * 2, h * 0.008, "#D9A23A")
    return out


def bamboo(x, y, h, seed=1, count=9, colour="#6E9A4C"):
    """A clump of bamboo."""
    rng, stems, leaves = random.Random(seed), "", ""
    for i in range(count):
        k = (i / (count - 1) - 0.5) * 2
        tip = (x + k * h * 0.42 + rng.uniform(-20, 20), y - h * rng.uniform(0.82, 1))
        curve = quad((x + k * h * 0.07, y), (x + k * h * 0.1, y - h * 0.7), tip, 22)
        tone = mix(colour, rng.choice(["#C3B45A", LEAF_D]), rng.uniform(0.1, 0.5))
        stems += path(poly(ribbon(curve, [h * 0.011, h * 0.009, h * 0.003])), tone)
        for px, py in curve[2:16:3]:
            stems += line(px - h * 0.011, py, px + h * 0.011, py, mix(tone, "#F0EBB0", 0.6), 2)
        for px, py in curve[8:]:
            for _ in range(4):
                a, size = rng.uniform(-0.4, 3.5), h * rng.uniform(0.06, 0.11)
                end = (px + math.cos(a) * size, py + abs(math.sin(a)) * size * 0.8 + size * 0.1)
                leaf = quad((px, py), ((px + end[0]) / 2, min(py, end[1])), end, 5)
                leaves += path(
                    poly(ribbon(leaf, [0.5, h * 0.011, 0.4])),
                    mix(colour, rng.choice([LEAF_L, LEAF_D, LEAF]), rng.uniform(0.1, 0.7)),
                )
    return shadow(x, y, h * 0.3, h * 0.03) + stems + leaves


def bush(x, y, w, h, colour=LEAF_D, seed=1, flowers=None):
    """A bush, with blossoms when colours are given."""
    rng = random.Random(seed)
    out = shadow(x, y, w * 0.62, h * 0.14) + canopy(x, y - h * 0.42, w * 0.52, h * 0.5, colour, seed, 5)
    for _ in range(int(w / 9) if flowers else 0):
        a, k = rng.uniform(0, 6.3), rng.uniform(0, 1) ** 0.5
        out += blossom(
            x + math.cos(a) * w * 0.44 * k,
            y - h * 0.45 + math.sin(a) * h * 0.38 * k,
            rng.uniform(5, 9),
            rng.choice(flowers),
        )
    return out


def blossom(x, y, r, colour):
    """A small five-petalled flower."""
    out = "".join(
        circle(
            x + math.cos(a) * r * 0.6,
            y + math.sin(a) * r * 0.55,
            r * 0.52,
            light(colour, 0.25 if a < 2 else 0),
        )
        for a in (math.pi * 2 * i / 5 - 1.5 for i in range(5))
    )
    return out + circle(x, y, r * 0.3, "#F7C948" if colour != GOLD else "#B5651D")


def flower_row(points, colours, size=11, seed=1, green=LEAF):
    """Flowers on leafy stems along points (x, y, scale)."""
    rng, out = random.Random(seed), ""
    for x, y, k in points:
        for _ in range(4):
            tip = (x + rng.uniform(-20, 20) * k, y - rng.uniform(20, 46) * k)
            out += path(
                poly(ribbon(quad((x, y), (x, tip[1]), tip, 6), [2.4 * k, 3.6 * k, 0.4])),
                mix(green, rng.choice([LEAF_D, LEAF_L]), rng.uniform(0, 0.6)),
            )
        for _ in range(3):
            fx, fy = x + rng.uniform(-17, 17) * k, y - rng.uniform(28, 62) * k
            out += line(x, y, fx, fy, dark(green, 0.2), 2 * k) + blossom(
                fx, fy, size * k * rng.uniform(0.75, 1.15), rng.choice(colours)
            )
    return out


def grass(x0, x1, y, h, colour, seed=1, gap=14):
    """Tufts of grass along a line."""
    rng, out, x = random.Random(seed), "", x0
    while x < x1:
        for _ in range(3):
            tip = (x + rng.uniform(-0.7, 0.7) * h, y - h * rng.uniform(0.5, 1))
            out += path(
                poly(ribbon(quad((x, y + 2), (x, tip[1]), tip, 5), [h * 0.06, h * 0.06, 0.3])),
                mix(colour, rng.choice([LEAF_L, LEAF_D]), rng.uniform(0, 0.6)),
            )
        x += gap * rng.uniform(0.5, 1.6)
    return out


def water(y0, y1=1010, top=TEAL_L, low=TEAL_D, seed=1, shine=WHITE, count=70, x0=-10, x1=1610):
    """Water with glints that widen towards the viewer."""
    rng = random.Random(seed)
    out = rect(x0, y0, x1 - x0, y1 - y0, linear(top, mix(top, low, 0.6), low))
    for _ in range(count):
        t = rng.random() ** 1.3
        x, y = rng.uniform(x0, x1), y0 + 6 + (y1 - y0 - 12) * t
        w, h = (16 + 80 * t) * rng.uniform(0.5, 1.4), 1 + 2.6 * t
        tone = rng.choice([shine, shine, low])
        out += path(
            fit("M-1 0Q0 -2 1 0Q0 2 -1 0Z", w, h, x, y),
            tone,
            opacity=f"{rng.uniform(0.12, 0.4):.2f}",
        )
    return out


def mirrored(content, y, squeeze=0.6, opacity=0.3, soft=3):
    """Reflection of drawn content in water whose edge is at y."""
    flip = f"translate(0 {y * (1 + squeeze):.0f}) scale(1 {-squeeze})"
    return f'<g transform="{flip}" opacity="{opacity}" filter="{blur(soft)}">{content}</g>'


def ripple(x, y, rx, colour=WHITE, rings=3):
    """Rings on the water."""
    out = ""
    for i in range(rings):
        k = 1 - i * 0.3
        strength = f"{0.25 + i * 0.15:.2f}"
        out += ellipse(x, y, rx * k, rx * k * 0.24, "none", stroke=colour, stroke_width=2, opacity=strength)
    return out


def petal(length, width, rot, fill, x=0.0, y=0.0):
    """One lotus petal pointing up before turning."""
    d = fit("M0 0C-1 -.25 -1 -.72 0 -1C1 -.72 1 -.25 0 0Z", width, length)
    return group(path(d, fill), x=x, y=y, rot=rot)


def lotus(x, y, s=1, open_=1.0, tint=LOTUS, stem=0, sway=0):
    """A lotus flower seen from the side; a bud when open_ is small."""
    back = linear(LOTUS_D, tint, LOTUS_L)
    mid = linear(mix(tint, LOTUS_D, 0.35), tint, LOTUS_L)
    front = linear(tint, mix(tint, LOTUS_L, 0.6), "#FFF3EA")
    stalk = ""
    if stem:
        curve = quad((0, -4), (sway * 0.2, stem * 0.5), (sway, stem))
        stalk = path(poly(ribbon(curve, [3.6, 4, 4.6])), linear("#88A85A", "#4C7A49", x2=1, y2=0))
    if open_ < 0.3:
        out = petal(74, 26, 0, back) + petal(70, 17, -8, mid) + petal(68, 15, 9, front)
        return group(stalk, out, x=x, y=y, s=s)
    out = "".join(petal(76, 17, a * open_, back) for a in (-38, 38, -14, 14))
    out += ellipse(0, -34, 17, 12, "#E9C34B")
    out += "".join(petal(70, 18, a * open_, mid) for a in (-62, 62, -30, 30))
    out += "".join(petal(62, 16, a * open_, front, y=3) for a in (-86, 86))
    out += "".join(petal(58, 19, a * open_, front, y=5) for a in (-46, 46, -17, 17))
    out += petal(50, 17, 0, front, y=6)
    return group(stalk, out, x=x, y=y, s=s)


def lotus_pad(x, y, rx, colour=LEAF_D, seed=1, flat=0.34):
    """A leaf floating on the water."""
    rng = random.Random(seed)
    cut = rng.uniform(0.5, 2.6)
    points = [
        (
            math.cos(cut + 0.16 + a * 5.96) * rx * rng.uniform(0.97, 1.03),
            math.sin(cut + 0.16 + a * 5.96) * rx * flat * rng.uniform(0.97, 1.03),
        )
        for a in (i / 26 for i in range(27))
    ]
    centre = (math.cos(cut) * rx * 0.12, math.sin(cut) * rx * flat * 0.12)
    d = smooth(points, close=False) + f"L{centre[0]:.0f} {centre[1]:.0f}Z"
    out = ellipse(4, rx * 0.07, rx * 1.02, rx * flat, INDIGO, opacity=0.22)
    out += path(d, linear(light(colour, 0.32), (colour, 0.6), dark(colour, 0.15), x2=0.6))
    veins = "".join(f"M{centre[0]:.0f} {centre[1]:.0f}L{px * 0.9:.0f} {py * 0.9:.0f}" for px, py in points[1::3])
    return group(out, stroke(veins, light(colour, 0.42), max(1, rx * 0.014), opacity=0.7), x=x, y=y)


def lotus_leaf(x, y, r, stem=120, tilt=0, colour=LEAF, sway=0):
    """A raised leaf like a shallow bowl on its stem."""
    curve = quad((0, 0), (sway * 0.2, stem * 0.5), (sway, stem))
    out = path(poly(ribbon(curve, [r * 0.035, r * 0.045, r * 0.05])), linear("#88A85A", "#41704A", x2=1, y2=0))
    under = fit("M-1 0C-.8 .5 .8 .5 1 0C.6 .2 -.6 .2 -1 0Z", r)
    rim = [
        (-r, 0),
        (-r * 0.62, -r * 0.25),
        (-r * 0.2, -r * 0.3),
        (r * 0.3, -r * 0.32),
        (r * 0.72, -r * 0.22),
        (r, 0),
    ]
    rim += [(r * 0.7, r * 0.19), (r * 0.25, r * 0.27), (-r * 0.3, r * 0.24), (-r * 0.72, r * 0.2)]
    bowl = path(under, dark(colour, 0.4)) + path(
        smooth(rim), linear(light(colour, 0.34), colour, dark(colour, 0.22), x2=0.7)
    )
    veins = "".join(f"M0 {-r * 0.03:.0f}L{px * 0.88:.0f} {py * 0.86:.0f}" for px, py in rim)
    bowl += stroke(veins, light(colour, 0.45), max(1, r * 0.016), opacity=0.7)
    return group(out, group(bowl, rot=tilt), x=x, y=y)


def reeds(x, y, h, seed=1, count=9, colour=PINE):
    """Dark reeds for a corner of the foreground."""
    rng, out = random.Random(seed), ""
    for _ in range(count):
        a = rng.uniform(-0.55, 0.55)
        tip = (x + a * h, y - h * rng.uniform(0.6, 1.05) + abs(a) * h * 0.2)
        curve = quad((x + rng.uniform(-0.1, 0.1) * h, y), (x + a * h * 0.15, y - h * 0.7), tip, 12)
        out += path(
            poly(ribbon(curve, [h * 0.018, h * 0.022, 0.5])),
            mix(colour, rng.choice([LEAF_D, LEAF, TEAL]), rng.uniform(0, 0.6)),
        )
    return out


def beams(x, y, colour="#FFF1C4", count=6, opacity=0.16, length=1500):
    """Slanting light."""
    out = ""
    for i in range(count):
        a = math.radians(18 + i * 9)
        b = math.radians(18 + i * 9 + 3.5)
        points = [
            (x, y),
            (x + math.cos(a) * length, y + math.sin(a) * length),
            (x + math.cos(b) * length, y + math.sin(b) * length),
        ]
        out += path(poly(points), colour, opacity=opacity)
    return group(out, filter=blur(14))


def vignette():
    """Quiet corners."""
    return rect(0, 0, 1600, 1000, radial((INDIGO, 0, 0), (INDIGO, 0.62, 0), (INDIGO, 1, 0.3), cy=0.3, r=0.92))


def dapple(outline, seed=1, colour="#FFF3C9", count=40, box=(0, 0, 1600, 1000), size=30):
    """Spots of sun inside an outline."""
    rng = random.Random(seed)
    x0, y0, x1, y1 = box
    spots = ""
    for _ in range(count):
        r = size * rng.uniform(0.4, 1.2)
        spots += ellipse(
            rng.uniform(x0, x1),
            rng.uniform(y0, y1),
            r,
            r * 0.34,
            colour,
            opacity=f"{rng.uniform(0.15, 0.4):.2f}",
        )
    return clipped(outline, spots)
