"""Houses, the communal house, and the things people hold, sit on and work with."""

import math
import random

from svg import (
    BRICK,
    BRICK_D,
    BRICK_L,
    BROWN,
    CREAM,
    GOLD,
    GREY,
    INDIGO,
    LEAF,
    OCHRE,
    PINE,
    RED,
    STRAW,
    TEAL,
    TEAL_D,
    WHITE,
    WOOD,
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
    num,
    path,
    poly,
    quad,
    rect,
    ribbon,
    shadow,
    smooth,
    stroke,
)


def tiles(d, box, colour, row=14, lean=0.0):
    """A roof outline filled with rows of rounded tiles."""
    x0, y0, x1, y1 = box
    lines, y, odd = "", y0, 0
    middle = (x0 + x1) / 2
    while y < y1:
        x = x0 + odd * row * 0.6
        while x < x1:
            shift = (x - middle) * lean * (y - y0) / max(1, y1 - y0)
            lines += f"M{x + shift:.0f} {y:.0f}q{row * 0.6:.0f} {row * 0.8:.0f} {row * 1.2:.0f} 0"
            x += row * 1.2
        y, odd = y + row * 0.62, 1 - odd
    out = path(d, linear(light(colour, 0.2), (colour, 0.45), dark(colour, 0.3)))
    return out + clipped(d, stroke(lines, dark(colour, 0.34), 1.5, opacity=0.55))


def door(x, y, w, h, colour=WOOD, leaves=2):
    """A panelled wooden door whose foot is at y."""
    out = rect(x - 4, y - h - 5, w + 8, h + 5, dark(colour, 0.5)) + rect(
        x, y - h, w, h, linear(colour, dark(colour, 0.16))
    )
    step = w / leaves
    for i in range(leaves):
        for top, size in ((0.06, 0.36), (0.48, 0.14), (0.68, 0.28)):
            out += rect(x + i * step + step * 0.16, y - h + h * top, step * 0.68, h * size, dark(colour, 0.22), 2)
        out += line(x + i * step, y - h, x + i * step, y, dark(colour, 0.5), 2)
    return out


def window(x, y, w, h, colour=TEAL_D):
    """A shuttered window, x and y its upper left corner."""
    out = rect(x - 3, y - 3, w + 6, h + 6, WHITE) + rect(x, y, w, h, dark(colour, 0.5))
    for k in (0, 1):
        out += rect(x + k * w / 2 + 2, y + 2, w / 2 - 4, h - 4, colour)
        for i in range(1, 6):
            out += line(
                x + k * w / 2 + 5,
                y + h * i / 6,
                x + (k + 1) * w / 2 - 5,
                y + h * i / 6,
                dark(colour, 0.35),
                2,
            )
    return out + rect(x - 6, y + h + 3, w + 12, 5, dark(WHITE, 0.18))


def house(x, y, w, wall="#F0D7A2", roof=BRICK, seed=1, bays=3):
    """A village house with a tiled roof and a veranda; x is the left end and y the ground."""
    rng = random.Random(seed)
    h, rise, eave = w * 0.3, w * 0.22, w * 0.06
    top = y - h - 12
    out = shadow(x + w / 2, y + 4, w * 0.62, 18, 0.3)
    out += rect(x, top, w, h + 12, linear(wall, (light(wall, 0.1), 0.6), dark(wall, 0.08)))
    out += rect(x, top, w, h * 0.3, linear((INDIGO, 0, 0.4), (INDIGO, 1, 0)))
    step = w / bays
    for i in range(bays):
        middle = x + step * (i + 0.5)
        if i == bays // 2:
            out += door(middle - step * 0.26, y - 10, step * 0.52, h * 0.74, rng.choice([WOOD, "#8F5A38"]))
        else:
            out += window(middle - step * 0.2, y - h * 0.72, step * 0.4, h * 0.4, rng.choice([TEAL_D, "#5E7F4A"]))
    for i in range(bays + 1):
        px = x + step * i - 7 + (7 if i == 0 else -7 if i == bays else 0)
        out += rect(px, top, 14, h + 2, linear(light(wall, 0.4), dark(wall, 0.2), x2=1, y2=0))
    out += rect(x - 16, y - 11, w + 32, 12, linear("#D9CBB2", "#A99C90"))
    d = poly([(x - eave, top + 8), (x + w * 0.1, top - rise), (x + w * 0.9, top - rise), (x + w + eave, top + 8)])
    out += tiles(d, (x - eave, top - rise, x + w + eave, top + 8), roof, max(9, w / 38))
    out += path(
        poly(
            [
                (x - eave, top + 8),
                (x + w + eave, top + 8),
                (x + w + eave - 4, top + 16),
                (x - eave + 4, top + 16),
            ]
        ),
        dark(roof, 0.5),
    )
    return out + stroke(
        poly([(x + w * 0.09, top - rise), (x + w * 0.91, top - rise)], close=False), light(roof, 0.2), w / 60
    )


def roof_curve(x, top, low, ridge, span, lift):
    """Outline of a curved communal roof about x."""
    return (
        f"M{x - ridge:.0f} {top:.0f}Q{x:.0f} {top + lift * 0.22:.0f} {x + ridge:.0f} {top:.0f}"
        f"Q{x + ridge + (span - ridge) * 0.42:.0f} {low - lift * 0.35:.0f} {x + span:.0f} {low - lift:.0f}"
        f"C{x + span * 0.84:.0f} {low - lift * 0.06:.0f} {x + span * 0.66:.0f} {low:.0f} {x:.0f} {low:.0f}"
        f"C{x - span * 0.66:.0f} {low:.0f} {x - span * 0.84:.0f} {low - lift * 0.06:.0f} "
        f"{x - span:.0f} {low - lift:.0f}"
        f"Q{x - ridge - (span - ridge) * 0.42:.0f} {low - lift * 0.35:.0f} {x - ridge:.0f} {top:.0f}Z"
    )


def dinh(x, y, w, roof="#A94F33"):
    """The communal house: wide curved roof with raised corners on wooden pillars."""
    h, rise, lift = w * 0.15, w * 0.25, w * 0.085
    low, top = y - h - 26, y - h - 26 - rise
    ridge, span = w * 0.3, w * 0.56
    out = shadow(x, y + 6, w * 0.6, 24, 0.34)
    out += rect(x - w * 0.47, y - 26, w * 0.94, 26, linear("#DCCDB4", "#9F9088"))
    for i in range(3):
        out += rect(
            x - w * 0.14 - i * 8,
            y - 26 + i * 9,
            w * 0.28 + i * 16,
            9,
            mix("#E8DCC6", INDIGO, 0.06 + i * 0.08),
        )
    out += rect(x - w * 0.43, low - 14, w * 0.86, h + 14, linear("#4A2A2C", "#7A4532"))
    bays, step = 7, w * 0.86 / 7
    for i in range(bays):
        bx = x - w * 0.43 + i * step
        if i in (2, 3, 4):
            glow = linear("#6A2F2A", "#D08A3E") if i == 3 else linear("#59292B", "#9A5634")
            out += rect(bx + 6, y - 26 - h * 0.86, step - 12, h * 0.86, glow)
            if i != 3:
                out += door(bx + step * 0.18, y - 26, step * 0.64, h * 0.78, "#9B5A36")
        else:
            out += rect(bx + 8, y - 26 - h * 0.82, step - 16, h * 0.82, "#8B5035")
            for k in range(1, 9):
                lx = bx + 8 + (step - 16) * k / 9
                out += line(lx, y - 26 - h * 0.78, lx, y - 26 - h * 0.28, "#5A3029", 3)
            out += rect(bx + 8, y - 26 - h * 0.24, step - 16, h * 0.24, "#A8653F")
    for i in range(bays + 1):
        px = x - w * 0.43 + i * step
        out += rect(px - 8, low - 10, 16, h + 12, linear("#B4693F", "#7C4430", "#4F2C2B", x2=1, y2=0))
        out += rect(px - 12, y - 34, 24, 9, "#BDB1A4", 3)
    out += rect(x - w * 0.44, low - 18, w * 0.88, 24, linear("#2B1D2D", "#5F3530"))
    d = roof_curve(x, top, low, ridge, span, lift)
    thick = roof_curve(x, top + 10, low + 13, ridge, span, lift)
    out += path(thick, "#5A2A26") + tiles(d, (x - span, top, x + span, low + 20), roof, w / 62, lean=0.12)
    out += clipped(
        d,
        path(
            poly(
                [
                    (x + ridge * 0.96, top),
                    (x + span, low - lift),
                    (x + span * 0.6, low + 20),
                    (x + ridge * 0.62, low + 20),
                ]
            ),
            INDIGO,
            opacity=0.09,
        ),
    )
    out += stroke(
        f"M{x - ridge:.0f} {top:.0f}Q{x:.0f} {top + lift * 0.22:.0f} {x + ridge:.0f} {top:.0f}",
        "#D9A277",
        w / 52,
    )
    for way in (-1, 1):
        bow = x + way * (ridge + (span - ridge) * 0.42)
        hip = f"M{x + way * ridge:.0f} {top:.0f}Q{bow:.0f} {low - lift * 0.35:.0f} "
        hip += f"{x + way * span:.0f} {low - lift:.0f}"
        out += stroke(hip, "#CF9268", w / 80)
        tip = group(
            path(
                "M-26 12Q-4 8 4 -10Q10 -34 30 -34Q20 -26 22 -18Q34 -20 36 -12Q18 -8 14 4Q8 18 -26 20Z",
                "#CF9268",
            ),
            x=x + way * span,
            y=low - lift + 2,
            sx=way * w / 900,
            sy=w / 900,
        )
        end = group(
            path("M-20 6Q-10 -34 16 -40Q8 -28 14 -22Q26 -22 24 -12Q12 -12 12 6Z", "#D9A277"),
            x=x + way * ridge,
            y=top,
            sx=way * w / 900,
            sy=w / 900,
        )
        out += tip + end
    return out + group(
        circle(0, -26, 17, "#E3B06F")
        + path("M-34 0Q-20 -18 -14 -30M34 0Q20 -18 14 -30", "none", stroke="#D9A277", stroke_width=8)
        + circle(0, -26, 9, "#C77F4B"),
        x=x,
        y=top + 8,
        s=w / 900,
    )


def hall(x, y, w, wall="#F2D48E", roof=BRICK):
    """The village cultural house: a portico with a pediment; x is its middle."""
    h = w * 0.3
    out = shadow(x, y + 4, w * 0.6, 20, 0.3)
    out += rect(x - w / 2, y - h, w, h, linear(wall, dark(wall, 0.06)))
    out += tiles(
        poly(
            [
                (x - w * 0.53, y - h + 6),
                (x - w * 0.47, y - h - w * 0.13),
                (x + w * 0.47, y - h - w * 0.13),
                (x + w * 0.53, y - h + 6),
            ]
        ),
        (x - w * 0.53, y - h - w * 0.13, x + w * 0.53, y - h + 6),
        roof,
        w / 52,
    )
    for k in (-0.42, -0.28, 0.2, 0.34):
        out += window(x + k * w, y - h * 0.74, w * 0.08, h * 0.42)
    out += rect(x - w * 0.17, y - h, w * 0.34, h, dark(wall, 0.22)) + door(x - w * 0.07, y - 12, w * 0.14, h * 0.7)
    for k in (-0.17, -0.1, 0.08, 0.15):
        out += rect(x + k * w, y - h, w * 0.022, h, linear(WHITE, dark(WHITE, 0.25), x2=1, y2=0))
    out += path(
        poly([(x - w * 0.21, y - h + 4), (x, y - h - w * 0.16), (x + w * 0.21, y - h + 4)]),
        linear(light(wall, 0.3), wall),
    )
    out += stroke(
        poly([(x - w * 0.22, y - h + 6), (x, y - h - w * 0.165), (x + w * 0.22, y - h + 6)], close=False),
        roof,
        w / 55,
        stroke_linecap="butt",
    )
    out += rect(x - w * 0.2, y - h - 2, w * 0.4, 12, light(wall, 0.5)) + circle(
        x, y - h - w * 0.06, w * 0.022, linear(light(roof, 0.3), roof)
    )
    return (
        out
        + rect(x - w * 0.52, y - 12, w * 1.04, 14, linear("#D9CBB2", "#A99C90"))
        + rect(x - w * 0.19, y - 4, w * 0.38, 12, "#CFC2AC")
    )


def star(r, colour="#FFD93B"):
    """A five-pointed star about 0, 0, one point up."""
    points = []
    for i in range(10):
        size, a = r * (0.382 if i % 2 else 1), math.pi * i / 5
        points.append((math.sin(a) * size, -math.cos(a) * size))
    return path("M" + "L".join(f"{px:.2f} {py:.2f}" for px, py in points) + "Z", colour)


def flag(x, y, h, size, way=1):
    """A plain red flag with a yellow star, on a pole standing at y."""
    w, tall = size * 1.5, size
    cloth = rect(0, 0, w, tall, RED) + group(star(tall * 0.3), x=w / 2, y=tall / 2)
    x0 = x if way > 0 else x - w
    return line(x, y, x, y - h, "#B99257", max(3, h / 60)) + group(cloth, x=x0, y=y - h + 4)


FESTIVE = (RED, GOLD, TEAL, "#E88BA1", LEAF, "#3C5BA0")


def pennants(x0, y0, x1, y1, sag=60, count=16, size=34, seed=0):
    """A string of triangular pennants."""
    curve = quad((x0, y0), ((x0 + x1) / 2, max(y0, y1) + sag), (x1, y1), count * 2)
    out = stroke(smooth(curve, close=False), "#7A6A5C", 2)
    for i in range(count):
        (ax, ay), (bx, by) = curve[2 * i], curve[2 * i + 1]
        colour = FESTIVE[(i + seed) % len(FESTIVE)]
        out += path(
            poly([(ax, ay), (bx, by), ((ax + bx) / 2 + 3, (ay + by) / 2 + size)]),
            linear(light(colour, 0.18), colour),
        )
    return out


def festival_flag(x, y, h, size, way=1):
    """The five-coloured square festival flag with a wavy fringe."""
    colours, out = (
        (RED, "#2E8B57", "#F2C230", "#E88BA1", "#2F5FA8"),
        line(x, y, x, y - h, "#A97C45", max(4, h / 70)),
    )
    cx, cy = x + way * size / 2, y - h + size / 2 + 4
    out += circle(x, y - h - 4, max(4, h / 60), GOLD)
    edge = [
        (
            cx + math.cos(a) * size * (0.66 if i % 2 else 0.6),
            cy + math.sin(a) * size * (0.66 if i % 2 else 0.6),
        )
        for i, a in ((i, 2 * math.pi * i / 36 + 0.1) for i in range(36))
    ]
    box = [
        (min(max(px, cx - size * 0.58), cx + size * 0.58), min(max(py, cy - size * 0.58), cy + size * 0.58))
        for px, py in edge
    ]
    out += path(smooth(box), colours[0])
    for i, colour in enumerate(colours[1:], 1):
        s = size * (1 - i * 0.21)
        out += rect(cx - s / 2, cy - s / 2, s, s, colour)
    return out


def drum(x, y, s=1):
    """A big drum on its stand."""
    legs = (
        line(-46, -30, -64, 60, WOOD, 11)
        + line(46, -30, 64, 60, dark(WOOD, 0.2), 11)
        + line(-60, 36, 60, 36, dark(WOOD, 0.3), 8)
    )
    body = path(
        "M-60 -52C-92 -20 -92 20 -60 52L60 52C92 20 92 -20 60 -52Z",
        linear("#D5483B", RED, "#7A1623", x2=1, y2=0.3),
    )
    hoops = stroke("M-76 -14Q0 -4 76 -14M-76 16Q0 26 76 16", GOLD, 4)
    skin = ellipse(0, -52, 60, 17, linear("#F7E6BF", "#DDBB85")) + ellipse(0, -52, 22, 6, "#E7CE9A")
    nails = "".join(
        circle(math.cos(a) * 60, -50 + math.sin(a) * 17, 3.2, GOLD) for a in (math.pi * i / 9 for i in range(10))
    )
    return group(shadow(0, 62, 96, 15), legs, body, hoops, skin, nails, x=x, y=y - 60 * s, s=s)


def bicycle(colour=TEAL):
    """A bicycle in the units of a rider (wheels of 13); the ground is y = 0."""
    out = ""
    for wx in (-20, 21):
        out += f'<circle cx="{wx}" cy="-13" r="12.2" fill="none" stroke="#3A3846" stroke-width="1.9"/>'
        out += f'<circle cx="{wx}" cy="-13" r="11" fill="none" stroke="#C9C4BC" stroke-width="0.6"/>'
        spokes = "".join(
            f"M{wx} -13L{wx + math.cos(a) * 11:.1f} {-13 + math.sin(a) * 11:.1f}"
            for a in (math.pi * i / 6 for i in range(12))
        )
        out += stroke(spokes, "#A9A6A8", 0.3)
    out += stroke("M-20 -13L-1 -12L-8 -33L14 -33L-1 -12M-20 -13L-8.6 -31M14 -34L21 -13", colour, 1.9)
    out += stroke("M14 -33L12.6 -40Q12 -43 17 -43", "#55525E", 1.6) + stroke("M-8 -33L-9 -37", "#55525E", 1.6)
    out += path(smooth([(-14, -38.6), (-9, -37), (-3.6, -37.6), (-7, -39.4), (-13, -40)]), "#3B3342")
    out += stroke("M-22 -28L-9 -28M-21 -28L-19 -14", "#6C6870", 1.1)
    out += path("M9 -41L25 -41L23 -30L11 -30Z", linear("#D9B26C", "#A97C3F")) + stroke(
        "M10 -37.6H24M10.6 -34H23.4", "#8A6231", 0.5
    )
    return out + circle(-1, -12, 3.2, "#55525E") + stroke("M-1 -12L3 -8M-1 -12L-5 -16", "#55525E", 1.2)


def boat(x, y, w, colour=WOOD, way=1):
    """A sampan seen from the side; x is its middle and y the water line."""
    rim = "Q.2 -.035 -.05 -.035Q-.3 -.04 -.5 -.11Z"
    side = fit(f"M-.5 -.11Q-.34 .035 -.1 .035L.18 .035Q.38 .03 .5 -.085{rim}", w)
    inner = fit(f"M-.5 -.11Q-.3 -.075 0 -.06Q.26 -.06 .5 -.085{rim}", w)
    out = ellipse(0, w * 0.035, w * 0.42, w * 0.018, INDIGO, opacity=0.35) + path(inner, dark(colour, 0.45))
    out += path(side, linear(light(colour, 0.12), dark(colour, 0.32)))
    plank = fit("M-.46 -.075Q-.28 0 0 0Q.3 0 .46 -.06", w)
    out += stroke(plank, dark(colour, 0.4), 2, opacity=0.6)
    return group(out, x=x, y=y, sx=way, sy=1)


def basket(x, y, r, content="", colour="#CFA15B", handle=False):
    """A round woven basket, with fruit or leaves on top when a colour is given."""
    out = "" if handle else shadow(0, 2, r * 1.15, r * 0.2)
    if handle:
        out += stroke(
            f"M{-r * 0.9} {-r * 0.6}C{-r * 0.8} {-r * 2.1} {r * 0.8} {-r * 2.1} {r * 0.9} {-r * 0.6}",
            dark(colour, 0.2),
            r * 0.13,
        )
    if content:
        rng = random.Random(round(x + y))
        for i in range(15):
            k = (i % 5 - 2) / 2.2
            out += circle(
                k * r * 0.72 + rng.uniform(-3, 3),
                -r * 0.66 - (i // 5) * r * 0.14 + abs(k) * r * 0.1,
                r * 0.21,
                linear(light(content, 0.35), dark(content, 0.12)),
            )
    body = fit("M-1 -.62Q-.92 0 -.56 0L.56 0Q.92 0 1 -.62Q0 -.36 -1 -.62Z", r)
    out += path(body, linear(light(colour, 0.15), dark(colour, 0.24), x2=1, y2=0.4))
    weave = "".join(f"M{-r} {-r * k:.1f}Q0 {-r * (k - 0.25):.1f} {r} {-r * k:.1f}" for k in (0.5, 0.36, 0.22, 0.08))
    weave += "".join(f"M{r * k} {-r * 0.5}L{r * k * 0.62} 0" for k in (-0.8, -0.5, -0.2, 0.2, 0.5, 0.8))
    out += clipped(body, stroke(weave, dark(colour, 0.35), 1.6, opacity=0.5))
    return group(
        out,
        stroke(f"M{-r} {-r * 0.62}Q0 {-r * 0.36} {r} {-r * 0.62}", dark(colour, 0.22), r * 0.09),
        x=x,
        y=y,
    )


def bin_(x, y, w, colour):
    """A waste bin on wheels with its lid open a little."""
    h = w * 1.25
    out = shadow(0, 2, w * 0.75, w * 0.14)
    out += path(
        poly([(-w * 0.46, -h), (w * 0.46, -h), (w * 0.36, 0), (-w * 0.36, 0)]),
        linear(light(colour, 0.16), (colour, 0.5), dark(colour, 0.24), x2=1, y2=0),
    )
    for k in (-0.2, 0, 0.2):
        out += line(w * k * 1.15, -h * 0.82, w * k, -h * 0.1, dark(colour, 0.18), w * 0.03)
    out += rect(-w * 0.53, -h * 1.07, w * 1.06, h * 0.1, dark(colour, 0.12), 6)
    return group(out, circle(-w * 0.27, 0, w * 0.08, "#3A3846"), circle(w * 0.27, 0, w * 0.08, "#3A3846"), x=x, y=y)


def stool(x, y, s=1, colour="#3C6FB0"):
    """A low plastic stool."""
    legs = path("M-26 -46L26 -46L32 0L22 0L16 -24L-16 -24L-22 0L-32 0Z", linear(colour, dark(colour, 0.28)))
    return group(shadow(0, 0, 40, 7), legs, rect(-30, -54, 60, 11, light(colour, 0.18), 5), x=x, y=y, s=s)


def chair(x, y, s=1, colour=WOOD, face=1):
    """A wooden chair from the side, its seat 70 units high."""
    out = shadow(0, 0, 50, 7) + line(-30, 0, -26, -74, dark(colour, 0.3), 8) + line(30, 0, 27, -70, colour, 8)
    out += line(-26, -70, -38, -156, colour, 9) + line(-22, -74, -33, -150, dark(colour, 0.25), 4)
    out += rect(-34, -78, 68, 11, light(colour, 0.15), 4) + line(-28, -28, 29, -28, dark(colour, 0.2), 5)
    return group(out, x=x, y=y, sx=s * face, sy=s)


def table(x, y, w, h, colour=WOOD):
    """A wooden table seen from a little above."""
    out = shadow(x, y + 4, w * 0.56, 15, 0.25)
    for k in (-0.44, 0.44):
        out += rect(x + k * w - 7, y - h, 14, h, linear(colour, dark(colour, 0.3), x2=1, y2=0))
    for k in (-0.36, 0.36):
        out += rect(x + k * w - 5, y - h, 10, h - 16, dark(colour, 0.4))
    out += path(
        poly(
            [
                (x - w * 0.5, y - h),
                (x - w * 0.43, y - h - 26),
                (x + w * 0.43, y - h - 26),
                (x + w * 0.5, y - h),
            ]
        ),
        linear(light(colour, 0.34), light(colour, 0.12)),
    )
    return out + rect(x - w * 0.5, y - h, w, 13, dark(colour, 0.1), 3)


def teapot(x, y, s=1, colour=BRICK):
    """A round teapot."""
    out = path("M-40 -34Q-62 -38 -54 -18Q-48 -6 -32 -8", "none", stroke=dark(colour, 0.2), stroke_width=6)
    out += path("M32 -18Q48 -20 54 -42L60 -40Q56 -10 34 -6Z", colour)
    out += (
        ellipse(0, -22, 38, 24, linear(light(colour, 0.35), colour, dark(colour, 0.25), x2=0.8))
        + ellipse(0, -42, 20, 5, dark(colour, 0.2))
        + circle(0, -50, 5, colour)
    )
    return group(out, x=x, y=y, s=s)


def cup(x, y, s=1, colour=WHITE):
    """A small tea cup with its steam."""
    out = path("M-13 -20L13 -20Q12 0 6 0L-6 0Q-12 0 -13 -20Z", linear(colour, dark(colour, 0.18), x2=1, y2=0))
    out += ellipse(0, -20, 13, 4, "#B8823F") + line(-11, -11, 11, -11, TEAL, 2)
    return group(out, stroke("M-3 -28q-7 -10 0 -18q6 -8 0 -17", WHITE, 2.4, opacity=0.6), x=x, y=y, s=s)


def phone(x, y, rot=0.0, s=1.0):
    """A smartphone in figure units."""
    out = rect(-2.7, -5, 5.4, 10, "#2B2B3A", 1) + rect(-2.1, -4.2, 4.2, 8.2, linear("#D8F0EA", "#6FB7B4"), 0.4)
    return group(out, rect(-1.4, -2.8, 2.8, 1.4, WHITE, 0.3), rect(-1.4, -0.6, 2, 0.8, WHITE), x=x, y=y, rot=rot, s=s)


def clipboard(x, y, rot=0.0):
    """A clipboard in figure units."""
    out = rect(-6, -8, 12, 16, WOOD, 0.8) + rect(-5, -6.6, 10, 13.8, WHITE) + rect(-2.4, -8.8, 4.8, 2.6, GREY, 0.8)
    rows = "".join(line(-3.6, k, 3.4 - abs(k) * 0.3, k, "#9AA5B4", 0.7) for k in (-3.4, -0.8, 1.8, 4.4))
    return group(out, rows, x=x, y=y, rot=rot)


def tool(x0, y0, x1, y1, kind="hoe"):
    """A long-handled hoe, shovel or broom in figure units; the head is at the second end."""
    angle = math.degrees(math.atan2(y1 - y0, x1 - x0)) - 90
    out = line(x0, y0, x1, y1, "#B98B52", 1.7)
    heads = {
        "hoe": path("M-1.2 -1L1.2 -1L2 2L9 5.4L8.4 8L-1 4Z", "#6E7280"),
        "shovel": path("M-3.4 0L3.4 0L3.8 7Q0 12.5 -3.8 7Z", linear("#9A9EAA", "#5B5F70")),
        "broom": path("M-1.4 0L1.4 0L6 14L-6 14Z", linear("#D2AE62", "#9A743A"))
        + stroke("M-3 3.4L3 3.4M-2 13L-1 4M2 13L1 4", "#7A5A2C", 0.7),
    }
    return out + group(heads[kind], x=x1, y=y1, rot=angle)


def bricks(x, y, columns, rows, size=30, colour=BRICK, seed=1):
    """A stack of bricks; x, y is its lower left corner."""
    rng, out, h = (
        random.Random(seed),
        shadow(x + columns * size / 2, y + 2, columns * size * 0.6, 10),
        size * 0.46,
    )
    for r in range(rows):
        for c in range(columns):
            px = x + c * size + (size * 0.5 if r % 2 else 0) - (size * 0.25 if rows > 1 else 0)
            tone = mix(colour, rng.choice([BRICK_L, BRICK_D]), rng.uniform(0, 0.5))
            out += rect(px + 1, y - (r + 1) * h + 1, size - 2, h - 2, tone, 2) + rect(
                px + 1, y - (r + 1) * h + 1, size - 2, h * 0.2, light(tone, 0.25)
            )
    return out


def brickwork(d, box, colour=BRICK, size=26, seed=1):
    """A wall outline filled with courses of bricks."""
    rng, (x0, y0, x1, y1) = random.Random(seed), box
    out, y, odd = path(d, "#DDBFA0"), y0, 0
    inner = ""
    while y < y1:
        x = x0 - odd * size * 0.5
        while x < x1:
            tone = mix(colour, rng.choice([BRICK_L, BRICK_D, BRICK_L]), rng.uniform(0, 0.6))
            inner += rect(x + 1, y + 1, size - 2.4, size * 0.42 - 2, tone)
            x += size
        y, odd = y + size * 0.42, 1 - odd
    return out + clipped(d, inner)


def ladder(x0, y0, x1, y1, w=34, colour="#C69A5A", rungs=9):
    """A bamboo ladder."""
    out = line(x0 - w / 2, y0, x1 - w / 2, y1, colour, 7) + line(x0 + w / 2, y0, x1 + w / 2, y1, dark(colour, 0.15), 7)
    for i in range(1, rungs):
        t = i / rungs
        px, py = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
        out += line(px - w / 2 - 3, py, px + w / 2 + 3, py, dark(colour, 0.25), 5)
    return out


def rice_sheet(x, y, r, flat=1.0, tone="#FFF4DC", seed=1, cast=True):
    """One round bánh đa with sesame."""
    rng = random.Random(seed)
    out = ellipse(x + 2, y + 3, r, r * flat, INDIGO, opacity=0.2) if cast else ""
    fill = linear("#FFFDF5", (tone, 0.6), mix(tone, OCHRE, 0.1), x2=1)
    out += ellipse(x, y, r, r * flat, fill, stroke=mix(tone, OCHRE, 0.45), stroke_width=num(max(0.3, r * 0.035)))
    for _ in range(18):
        a, k = rng.uniform(0, 6.3), rng.uniform(0, 0.86) ** 0.5
        out += ellipse(
            x + math.cos(a) * r * k,
            y + math.sin(a) * r * flat * k,
            r * 0.045,
            r * 0.034,
            rng.choice(["#8A6A45", "#5B4638", "#B58C57"]),
        )
    return out


def rack(x, y, w, h, across, down, seed=1, slant=0.0):
    """A bamboo drying rack leaning on legs, full of rice sheets; x, y is its lower left corner."""
    colour, out = "#C59A57", shadow(x + w * 0.5, y + h * 0.32, w * 0.56, h * 0.1)
    foot = y + h * 0.3
    for k in (0.05, 0.95):
        out += line(x + w * k + slant * 0.8, y - h * 0.86, x + w * k + slant * 0.4, foot - 6, dark(colour, 0.4), 7)
        out += line(x + w * k, y - 6, x + w * k, foot, dark(colour, 0.2), 8)

    def at(u, v):
        return x + w * u + slant * v, y - h * v

    frame = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)]
    out += path(poly(frame), "#B98D4C", opacity=0.5)
    bars = "".join(poly([at(i / (across * 3), 0), at(i / (across * 3), 1)], close=False) for i in range(across * 3 + 1))
    bars += "".join(poly([at(0, i / (down * 3)), at(1, i / (down * 3))], close=False) for i in range(down * 3 + 1))
    out += stroke(bars, dark(colour, 0.12), 2.4) + stroke(poly(frame), colour, 7)
    r = min(w / across, h / down / 0.78) * 0.46
    for j in reversed(range(down)):
        for i in range(across):
            cx, cy = at((i + 0.5) / across, (j + 0.5) / down)
            out += rice_sheet(cx, cy, r, 0.78, seed=seed * 100 + j * 20 + i)
    return out


def stall(x, y, w, colours=(RED, WHITE), h=330):
    """A market stall: poles, striped awning and a counter board."""
    out = shadow(x + w / 2, y + 4, w * 0.6, 16)
    for k in (0.02, 0.98):
        out += line(x + w * k, y, x + w * k, y - h, "#A77B45", 9)
    count, step = 9, w * 1.14 / 9
    x0 = x - w * 0.07
    for i in range(count):
        colour = colours[i % 2]
        a, b = x0 + i * step, x0 + (i + 1) * step
        ta, tb = x + w * 0.06 + i * w * 0.88 / count, x + w * 0.06 + (i + 1) * w * 0.88 / count
        out += path(
            f"M{ta:.0f} {y - h - 66}L{tb:.0f} {y - h - 66}L{b:.0f} {y - h}"
            f"Q{(a + b) / 2:.0f} {y - h + 30} {a:.0f} {y - h}Z",
            linear(light(colour, 0.12), dark(colour, 0.08)),
        )
    return out + rect(x + 8, y - h + 12, w - 16, 44, linear((INDIGO, 0, 0.22), (INDIGO, 1, 0)))


def pole_baskets(span, drop, r=13.0, colours=(LEAF, GOLD)):
    """A shoulder pole with two hanging baskets, in figure units about the shoulder."""
    out = stroke(f"M{-span} 2Q0 -6 {span} 2", "#B98B52", 2)
    for way, colour in zip((-1, 1), colours, strict=True):
        cords = [(way * span - r * 0.9, drop - 8), (way * span, 2), (way * span + r * 0.9, drop - 8)]
        out += stroke(poly(cords, close=False), "#8A6A3C", 0.6)
        out += basket(way * span, drop, r, colour)
    return out


def net_pole(x, y, h, w, colour="#E9DDBF"):
    """A volleyball net between two posts."""
    out = line(x, y, x, y - h, WOOD, 9) + line(x + w, y, x + w, y - h, dark(WOOD, 0.1), 9)
    top, low = y - h + 6, y - h * 0.6
    mesh = "".join(f"M{x + w * i / 34:.0f} {top:.0f}V{low:.0f}" for i in range(35))
    mesh += "".join(f"M{x} {top + (low - top) * i / 6:.0f}H{x + w}" for i in range(7))
    return out + stroke(mesh, colour, 1.6, opacity=0.75) + line(x, top, x + w, top, WHITE, 8)


def mixer(x, y, s=1):
    """A small concrete mixer."""
    out = (
        shadow(0, 2, 90, 14)
        + line(-50, -60, -70, 0, "#5A5D6C", 9)
        + line(40, -60, 62, 0, "#4A4D5C", 9)
        + rect(-66, -18, 124, 10, "#5A5D6C")
    )
    drum_ = path(
        "M-70 -120L-20 -150Q40 -168 72 -128Q84 -94 54 -62Q20 -34 -34 -58L-74 -78Z",
        linear("#F0B63E", OCHRE, "#8C5A22"),
    )
    out += (
        drum_
        + ellipse(-73, -99, 10, 23, "#4A3B35", transform="rotate(8 -73 -99)")
        + stroke("M-20 -150Q2 -104 -34 -58M34 -154Q62 -108 30 -46", "#9A6820", 5)
    )
    return group(
        out,
        circle(-40, -4, 17, "#3A3846"),
        circle(-40, -4, 7, GREY),
        circle(46, -4, 17, "#3A3846"),
        circle(46, -4, 7, GREY),
        x=x,
        y=y,
        s=s,
    )


def sapling(x, y, h, colour=LEAF):
    """A young tree with a few leaves."""
    out = line(0, 0, 0, -h * 0.8, "#7A5A3E", max(3, h * 0.03))
    for a, k in (
        (-60, 0.5),
        (55, 0.58),
        (-40, 0.75),
        (40, 0.82),
        (-12, 0.95),
        (20, 1.0),
        (-70, 0.9),
        (70, 0.68),
    ):
        size, way = h * 0.22, math.radians(a)
        tip = (math.sin(way) * size, -h * k * 0.8 - math.cos(way) * size)
        leaf = quad((0, -h * k * 0.78), (tip[0] * 0.5, tip[1] + size * 0.1), tip, 8)
        out += path(
            poly(ribbon(leaf, lambda t, size=size: math.sin(math.pi * min(1, t + 0.02)) * size * 0.24)),
            mix(colour, PINE if a > 0 else STRAW, 0.22),
        )
    return group(out, x=x, y=y)


def rug(points, colour=CREAM, weave=BROWN):
    """A woven mat on the ground through four corners."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    out = path(poly(points), linear(light(colour, 0.2), colour))
    for i in range(1, 12):
        t = i / 12
        out += line(
            ax + (dx - ax) * t,
            ay + (dy - ay) * t,
            bx + (cx - bx) * t,
            by + (cy - by) * t,
            weave,
            1.4,
            opacity=0.3,
        )
    return out + stroke(poly(points), mix(colour, RED, 0.5), 4)


def yard(y, top="#EBCF9F", low="#C99B66", joint="#A97C4E", vanish=800):
    """A tiled yard in perspective."""
    out = rect(-10, y, 1620, 1010 - y, linear(top, low))
    out += "".join(line(vanish + k * 110, y, vanish + k * 290, 1010, joint, 1.6, opacity=0.35) for k in range(-10, 11))
    step, place = 22.0, y + 18.0
    while place < 1010:
        out += line(-10, place, 1610, place, joint, 1.6, opacity=0.35)
        step, place = step * 1.45, place + step
    return out
