"""People: jointed figures 100 units tall, posed by where hands and feet are, dressed by a `Look`."""

import itertools
import math
from dataclasses import dataclass, replace

from svg import (
    BRICK,
    BROWN,
    GOLD,
    INDIGO,
    LEAF,
    RED,
    TEAL,
    WHITE,
    bend,
    clipped,
    dark,
    ellipse,
    group,
    light,
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

TAN, FAIR, DEEP = "#E3AC7C", "#EFC197", "#C98B5E"
BLACK_HAIR, GREY_HAIR = "#2B2530", "#CFCAC6"
NAVY, SLATE, SILK, BLUE = "#343B63", "#5A6075", "#F5EFE2", "#2F74B5"


@dataclass(frozen=True)
class Look:
    """Clothes and body. top: short, long, aodai, vest. legs: long, wide, rolled, shorts, skirt."""

    top: str = "short"
    colour: str = TEAL
    legs: str = "long"
    below: str = NAVY
    skin: str = TAN
    hair: str = "short"
    hair_colour: str = BLACK_HAIR
    hat: str = ""
    hat_colour: str = ""
    shoes: str = BROWN
    woman: bool = False
    head: float = 1.0
    scarf: str = ""
    happy: bool = False
    glasses: bool = False
    beard: bool = False
    collar: str = ""


@dataclass(frozen=True)
class Pose:
    """Joints in units; +x is where the figure faces, the first of a pair is the far limb."""

    hip: tuple = (0, -49)
    lean: float = 0
    curve: float = 0
    nod: float = 0
    turn: float = 0.5
    hands: tuple = ((10, -48), (-10, -48))
    feet: tuple = ((4.5, -3), (-4.5, -3))
    elbows: tuple = (None, None)
    knees: tuple = (None, None)
    back: bool = False
    legs: bool = True
    heel: float = 0


STAND = Pose()
WALK = Pose(turn=0.8, lean=4, hands=((11, -52), (-10, -52)), feet=((10, -3), (-11, -4)))
SIT = Pose(hip=(0, -26), turn=0.7, hands=((16, -33), (12, -31)), feet=((17, -3), (13, -3)))
SQUAT = Pose(hip=(-4, -15), lean=16, curve=14, turn=0.8, hands=((17, -18), (14, -14)), feet=((5, -3), (1, -3)))
BEND = Pose(hip=(-6, -46), lean=62, curve=34, nod=34, turn=0.8, hands=((25, -24), (19, -22)), feet=((4, -3), (-9, -3)))


def joint(start, end, upper, lower, pole):
    """Middle joint of a limb and its clamped end; of two solutions the one towards the pole."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = math.hypot(dx, dy) or 0.01
    reach = min(size, (upper + lower) * 0.998)
    reach = max(reach, abs(upper - lower) * 1.02)
    ux, uy = dx / size, dy / size
    end = (start[0] + ux * reach, start[1] + uy * reach)
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    off = math.sqrt(max(0, upper**2 - along**2))
    base = (start[0] + ux * along, start[1] + uy * along)
    options = [(base[0] - uy * off * k, base[1] + ux * off * k) for k in (1, -1)]
    return max(options, key=lambda p: (p[0] - base[0]) * pole[0] + (p[1] - base[1]) * pole[1]), end


def part_of(points, start, end):
    """The stretch of a polyline between two shares of its length."""
    last = len(points) - 1
    return points[round(start * last) : round(end * last) + 1]


def dense(points):
    """A limb's centre line as 25 even points."""
    raw = bend(points, steps=12, round_=0.42)
    lengths = [0.0]
    for a, b in itertools.pairwise(raw):
        lengths.append(lengths[-1] + math.dist(a, b))
    out, j = [], 0
    for i in range(25):
        goal = lengths[-1] * i / 24
        while j < len(raw) - 2 and lengths[j + 1] < goal:
            j += 1
        span = (lengths[j + 1] - lengths[j]) or 1
        t = (goal - lengths[j]) / span
        out.append(tuple(p + (q - p) * t for p, q in zip(raw[j], raw[j + 1], strict=True)))
    return out


def hand(wrist, elbow, skin):
    """A mitten-simple hand that continues the forearm."""
    turn = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
    shape = smooth([(-0.8, -1.6), (2.2, -2.1), (4.8, -1.4), (5.4, 0.3), (4.2, 1.7), (1.6, 2), (-0.8, 1.5)])
    thumb = stroke("M1.2 -1.4Q2.4 -3 3.8 -2.8", skin, 1.5)
    return group(thumb, path(shape, skin), x=wrist[0], y=wrist[1], rot=turn)


def arm(look, shoulder, target, pole, far):
    """One arm with its sleeve."""
    elbow, wrist = joint(shoulder, target, 15, 13.5, pole)
    line = dense([shoulder, elbow, wrist])
    skin = dark(look.skin, 0.14) if far else look.skin
    cloth = dark(look.colour, 0.2) if far else look.colour
    thin = 0.88 if look.woman else 1
    out = path(poly(ribbon(line, [3 * thin, 2.7 * thin, 2.4 * thin, 1.9 * thin])), skin)
    out += hand(wrist, elbow, skin)
    widths, upto = ([4, 3.5, 3, 2.9], 0.96) if look.top in ("long", "aodai") else ([4.1, 4.2], 0.42)
    if look.top == "vest":
        cloth = look.collar or WHITE
        cloth = dark(cloth, 0.14) if far else cloth
    sleeve = ribbon(part_of(line, 0, upto), [w * thin for w in widths])
    out += path(poly(sleeve), cloth) + ellipse(*shoulder, 4 * thin, 4 * thin, cloth)
    hem = part_of(line, upto - 0.05, upto)
    fold = [line[8], line[11], line[13]]
    out += path(poly(ribbon(hem, [widths[-1] * thin, widths[-1] * thin])), dark(cloth, 0.14))
    if upto > 0.5:
        out += stroke(smooth([(x + 0.8, y + 0.6) for x, y in fold], close=False), dark(cloth, 0.2), 0.7)
    return out


def foot(look, ankle, way, length, far, heel=0):
    """A shoe, or a bare foot when shoes are empty."""
    colour = look.shoes or look.skin
    colour = dark(colour, 0.2) if far else colour
    tip = 7.6 * length
    shape = [
        (-2.1, -2.6),
        (-2.7, 1.6),
        (-2, 3),
        (tip * 0.6, 3),
        (tip, 2.9),
        (tip, 1.5),
        (tip * 0.55, -0.4),
        (2, -2.4),
    ]
    out = path(smooth(shape, tension=0.7), colour)
    if look.shoes:
        out += stroke(f"M-2.2 2.8L{num(tip - 0.4)} 2.8", dark(colour, 0.4), 0.9)
    return group(out, x=ankle[0], y=ankle[1], sx=way, sy=1, rot=heel * way)


def leg(look, hip, target, pole, far, turn, heel):
    """One leg: trousers, skin where they end, and the foot."""
    knee, ankle = joint(hip, target, 23, 22.6, pole)
    line = dense([hip, knee, ankle])
    skin = dark(look.skin, 0.16) if far else look.skin
    cloth = dark(look.below, 0.22) if far else look.below
    thin = 0.93 if look.woman else 1
    way = 1 if turn > 0.3 or far else -1
    out = ""
    upto = {"rolled": 0.72, "shorts": 0.5, "skirt": 0.3}.get(look.legs, 1)
    if upto < 1:
        out += path(poly(ribbon(line, [4.6 * thin, 3.6 * thin, 3.2 * thin, 2.1 * thin])), skin)
    out += foot(look, ankle, way, 0.68 + 0.32 * turn if turn > 0.3 else 0.74, far, heel)
    widths = {"wide": [5.2, 4.9, 4.9, 5.2], "rolled": [5.1, 4.6, 4.3, 4.2], "shorts": [5.3, 5.4]}
    shape = widths.get(look.legs, [5.3, 4.5, 3.9, 3.4])
    if look.legs != "skirt":
        cover = part_of(line, 0, upto)
        if upto == 1 and math.dist(hip, target) > 30:
            dx, dy = line[-1][0] - line[-3][0], line[-1][1] - line[-3][1]
            size = math.hypot(dx, dy) or 1
            cover = [*cover, (ankle[0] + dx / size * 1.4, ankle[1] + dy / size * 1.4)]
        out += path(poly(ribbon(cover, [w * thin for w in shape])), cloth)
        out += ellipse(*hip, 5 * thin, 5 * thin, cloth)
        if math.dist(hip, target) < 41:
            crease = [(knee[0] - 2.6, knee[1] + 0.8), (knee[0] - 0.4, knee[1] + 1.6)]
            out += stroke(poly(crease, close=False), dark(cloth, 0.25), 0.7)
    return out


class Spine:
    """The torso's centre line; `at(u, v)` is u along it and v across."""

    def __init__(self, pose, length=31):
        low, high = (math.radians(pose.lean + k * pose.curve) for k in (-0.5, 0.5))
        half = length / 2
        x, y = pose.hip
        mid = (x + math.sin(low) * half, y - math.cos(low) * half)
        top = (mid[0] + math.sin(high) * half, mid[1] - math.cos(high) * half)
        self.points, self.length, self.angle = (pose.hip, mid, top), length, math.degrees(high)

    def at(self, u, v=0.0):
        """Point on the torso."""
        (x0, y0), (x1, y1), (x2, y2) = self.points
        t = min(1, max(0, u))
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t * t * x2
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t * t * y2
        dx, dy = 2 * (1 - t) * (x1 - x0) + 2 * t * (x2 - x1), 2 * (1 - t) * (y1 - y0) + 2 * t * (y2 - y1)
        size = math.hypot(dx, dy)
        dx, dy = dx / size, dy / size
        extra = (u - t) * self.length
        return x + dx * extra - dy * v, y + dy * extra + dx * v

    def outline(self, profile, wide):
        """Closed outline from (u, half-width) pairs, hem first."""
        left = [self.at(u, -v * wide) for u, v in profile]
        right = [self.at(u, v * wide) for u, v in profile]
        return smooth(left + right[::-1], tension=0.8)


def torso(look, spine, wide, face, pose):
    """Shirt, vest or the top of an áo dài."""
    if look.woman:
        profile = [(-0.2, 8.7), (0.06, 8.2), (0.4, 6), (0.72, 7.1), (0.9, 7.4), (0.99, 6), (1.05, 2.6)]
    else:
        profile = [(-0.2, 8.8), (0.06, 8.4), (0.4, 7.3), (0.72, 8.3), (0.9, 8.9), (0.99, 7.2), (1.05, 2.8)]
    if look.top == "aodai":
        profile = profile[1:]
    elif pose.hip[1] > -36:  # seated: the hem lies on the lap
        profile[0] = (-0.07, profile[0][1])
    shape = spine.outline(profile, wide)
    ends = (light(look.colour, 0.14), 0.1), (look.colour, 0.6), (dark(look.colour, 0.12), 1)
    fill = linear(*ends, x1=0 if face > 0 else 1, x2=1 if face > 0 else 0, y2=0.3)
    out = path(shape, fill)
    side = 1 if face > 0 else -1
    dim = [spine.at(u, v * wide * side) for u, v in ((-0.3, 2.4), (0.3, 4.2), (0.6, 3.4), (0.9, 5.4), (1.1, 9))]
    dim += [spine.at(1.1, 14 * side), spine.at(-0.3, 14 * side)]
    inside = path(smooth(dim), INDIGO, opacity=0.13)
    if not pose.back:
        neck = [spine.at(1.08, v * wide) for v in (-3.2, 3.2 + pose.turn)]
        low = spine.at(0.86, 1.6 * pose.turn)
        if look.top == "vest":
            inside += path(smooth([*neck, spine.at(0.5, 1 + 2 * pose.turn)], tension=0.2), look.collar or WHITE)
        elif look.top == "aodai":
            inside += stroke(
                poly([spine.at(1, 2 * pose.turn), spine.at(0.74, -6 * wide)], close=False),
                dark(look.colour, 0.3),
                0.6,
            )
        else:
            inside += path(smooth([*neck, low], tension=0.2), dark(look.skin, 0.08))
            inside += stroke(poly([neck[0], low, neck[1]], close=False), light(look.colour, 0.4), 1.3)
            seam = [spine.at(u, (1.6 - 0.5 * (1 - u)) * pose.turn) for u in (0.84, 0.4, -0.2)]
            inside += stroke(smooth(seam, close=False), dark(look.colour, 0.22), 0.6)
    out += clipped(shape, inside)
    return out


def tunic(look, spine, pose, wide, face, rear=False):
    """The flaps of an áo dài, from waist to shin."""
    feet_x = sum(f[0] for f in pose.feet) / 2
    spread = 7.2 + abs(pose.feet[0][0] - pose.feet[1][0]) * 0.22
    hem = pose.feet[0][1] - (9 if rear else 7)
    shift = -3 if rear else 1.5
    waist = 6.2 if look.woman else 7.4
    left, right = spine.at(0.4, -waist * wide), spine.at(0.4, waist * wide)
    hips = spine.at(0.02, -8 * wide), spine.at(0.02, 8 * wide)
    low = (feet_x + shift - spread, hem), (feet_x + shift, hem + 1.6), (feet_x + shift + spread, hem - 0.4)
    shape = smooth([left, hips[0], low[0], low[1], low[2], hips[1], right], tension=0.55)
    base = dark(look.colour, 0.25) if rear else look.colour
    ends = (light(base, 0.12), base, dark(base, 0.14))
    fill = linear(*ends, x1=0 if face > 0 else 1, x2=1 if face > 0 else 0, y2=0.2)
    x, y = spine.at(0.1, 1.5)
    folds = [(x, y), (feet_x + shift + 1, hem + 1.4)], [(x + 3, y + 2), (feet_x + shift + 4.4, hem + 1)]
    inner = "".join(stroke(poly(f, close=False), dark(base, 0.2), 0.7, opacity=0.7) for f in folds)
    return path(shape, fill) + ("" if rear else clipped(shape, inner))


def skirt(look, spine, pose, wide):
    """A knee-long skirt."""
    knees = sum(f[0] for f in pose.feet) / 2 * 0.6 + pose.hip[0] * 0.4
    y = pose.hip[1] + 22
    a, b = spine.at(0.2, -6.6 * wide), spine.at(0.2, 6.6 * wide)
    shape = smooth([a, (knees - 10, y), (knees, y + 1.4), (knees + 10, y), b], tension=0.5)
    return path(shape, linear(light(look.below, 0.1), dark(look.below, 0.1), x2=1, y2=0.2))


# Heads: units of the figure, the centre of the skull at 0, 0.


def hair_back(look, turn):
    """Hair behind the head and the shoulders."""
    colour = look.hair_colour
    if look.hair == "bob":
        pts = [
            (-8, -3),
            (-8.4, 4),
            (-6.6, 8.6),
            (0, 8.2),
            (6.2 - turn * 3, 8.4),
            (7.6 - turn * 2, 3),
            (7.4, -3),
        ]
        return path(smooth([*pts, (4.5, -9.2), (-0.4, -10), (-5.2, -9)]), dark(colour, 0.1))
    if look.hair == "long":
        pts = [
            (-8, -3),
            (-8.6, 6),
            (-8.8, 18),
            (-5, 23),
            (-1, 20),
            (3 - turn * 2, 10),
            (6.6 - turn * 2, 4),
            (7, -3),
        ]
        return path(smooth([*pts, (4.5, -9), (-0.4, -9.8), (-5.2, -9)]), dark(colour, 0.1))
    if look.hair == "bun":
        return ellipse(-7.4 * max(turn, 0.3), -7.6 + turn * 3, 4.2, 4, dark(colour, 0.08))
    if look.hair == "lowbun":
        return ellipse(-7 * max(turn, 0.5), 3.2, 3.7, 3.5, dark(colour, 0.08))
    if look.hair == "pony":
        tail = quad((-5.5, -5), (-13.5, -5), (-10.5, 12))
        return path(poly(ribbon(tail, [1.8, 3.2, 3, 0.4])), dark(colour, 0.08))
    return ""


def hair_front(look, turn):
    """Hair over the skull, leaving the face open."""
    colour, t = look.hair_colour, turn
    fill = linear(mix(colour, "#FFE2B8", 0.16), (colour, 0.5), colour, x2=0.8)
    if look.hair == "bald":
        nape = [(-6.6, -2), (-5.4 + 2 * t, -1.4), (-5 + 2.4 * t, 2), (-5.6, 4.6), (-6.6, 2)]
        return path(smooth(nape), colour)
    if look.hair == "short":
        inner = [
            (-5.3 + 3.2 * t, 1.4),
            (-4.7 + 3.2 * t, -2.4),
            (-1.6 + 2 * t, -4.2),
            (2.4 + t, -5.4),
            (5.4, -3.6),
        ]
        outer = [(6.5, -1), (7, -4.6), (4.8, -8.8), (0, -9.8), (-5, -8.6), (-7.2, -4.4), (-7, 0)]
        return path(smooth([*inner, *outer, (-6.2, 3 + 1.4 * t), (-5 + 1.4 * t, 3.6 * t + 1.4)]), fill)
    part = 0.4 + 2.4 * t
    inner = [
        (-5.6 + 2.6 * t, 2.8),
        (-5 + 2.6 * t, -1.6),
        (-2 + 2 * t, -4.4),
        (part, -6),
        (3.6 + t, -4.6),
        (5.9, -1.8),
    ]
    outer = [(6.5, 1.2), (7.3, -3.2), (5.2, -8.5), (0, -9.8), (-5.2, -8.7), (-7.5, -3.6), (-7.2, 2)]
    out = path(smooth([*inner, *outer, (-6.4, 4)]), fill)
    if look.hair in ("bob", "long"):
        lock = [(-5.6 + 2.4 * t, -2), (-4.6 + 2.4 * t, 2), (-5 + 2 * t, 6.4), (-7, 8), (-8, 3), (-7.2, -3)]
        out += path(smooth(lock), fill)
    return out


def features(look, turn):
    """Eyes, brows, nose, mouth and blush."""
    fx, ink = turn * 2.4, mix(look.skin, "#3A1D24", 0.86)
    far, near = fx + 2.6 - turn * 0.7, fx - 2.4 + turn * 0.2
    warm = mix(look.skin, "#D9503F", 0.55)
    out = ellipse(near - 0.9, 3, 1.7, 1.2, warm, opacity=0.42) + ellipse(far + 0.9, 3, 1.4, 1.2, warm, opacity=0.42)
    for x in (near, far):
        if look.happy:
            out += stroke(f"M{num(x - 0.9)} 0.9Q{num(x)} -0.5 {num(x + 0.9)} 0.9", ink, 0.65)
        else:
            out += ellipse(x, 0.6, 0.62, 0.82, ink)
        brow = look.hair_colour if look.hair_colour == GREY_HAIR else ink
        out += stroke(f"M{num(x - 1.1)} -1.6Q{num(x)} -2.3 {num(x + 1.1)} -1.7", brow, 0.55, opacity=0.8)
    nose = fx + 0.3 + turn * 0.9
    out += stroke(f"M{num(nose)} 1.2L{num(nose + 0.7)} 2.7L{num(nose - 0.3)} 2.9", dark(look.skin, 0.35), 0.6)
    out += stroke(f"M{num(fx - 1.3)} 4.5Q{num(fx + 0.3)} 5.9 {num(fx + 1.8)} 4.4", mix(ink, RED, 0.35), 0.7)
    if look.glasses:
        for x in (near, far):
            out += f'<circle cx="{num(x)}" cy="0.7" r="1.7" fill="none" stroke="{ink}" stroke-width="0.5"/>'
    if look.beard:
        out += path(
            smooth([(fx - 2.2, 5.9), (fx + 2.4, 5.8), (fx + 1.4, 10), (fx + 0.3, 11.6), (fx - 1.2, 9.6)]),
            GREY_HAIR,
        )
    return out


def conical(face=1, colour="#EFD9A0"):
    """Nón lá."""
    cone = "M-14.6 -2.9Q-7 -9.6 -0.6 -15.3Q0 -15.8 0.6 -15.3Q7 -9.6 14.6 -2.9Q0 2.3 -14.6 -2.9Z"
    ends = light(colour, 0.5), (colour, 0.45), (mix(colour, "#A8743C", 0.55), 1)
    out = path(cone, linear(*ends, x1=0 if face > 0 else 1, x2=1 if face > 0 else 0, y2=0.25))
    rings = ""
    for k in (0.3, 0.52, 0.76):
        y, w = -15.3 + 12.4 * k, 14.6 * k
        rings += stroke(f"M{num(-w)} {num(y)}Q0 {num(y + 5.2 * k)} {num(w)} {num(y)}", "#B98A4A", 0.45, opacity=0.55)
    out += clipped(cone, rings)
    return out + stroke("M-14.6 -2.9Q0 2.3 14.6 -2.9", mix(colour, "#8A5A2E", 0.5), 0.7)


def hat(look, turn, face):
    """What is on the head."""
    t, tone = turn, look.hat_colour
    if look.hat == "non":
        strap = stroke(f"M{num(-5.6 + 2 * t)} 0Q{num(-4 + 2 * t)} 6 {num(0.5 + 2 * t)} 8", tone or "#C4576F", 0.9)
        return strap + group(conical(face), y=-1.6, x=0.4)
    if look.hat == "cap":
        tone = tone or BLUE
        dome = smooth([(-7.3, -2.6), (-6.8, -7), (-2, -10.6), (3, -10), (6.6, -6.4), (7, -2.9), (0, -2)], tension=0.8)
        peak = smooth([(1 + t, -3.6), (7.4, -4), (9 + 4 * t, -2.6), (7 + 3 * t, -1.6), (1 + t, -1.9)], tension=0.8)
        return path(dome, linear(light(tone, 0.2), dark(tone, 0.12), x2=1)) + path(peak, dark(tone, 0.22))
    if look.hat == "bucket":
        tone = tone or LEAF
        dome = smooth([(-7, -3), (-6, -8.6), (-2, -10.6), (2.6, -10.5), (6.2, -8.4), (7.2, -3)], tension=0.8)
        brim = smooth(
            [(-6.6, -4.6), (7, -4.6), (11.4, -0.8), (7, -1.7), (0, -1.2), (-7, -1.5), (-11, -0.4)],
            tension=0.8,
        )
        return path(dome, linear(light(tone, 0.2), dark(tone, 0.12), x2=1)) + path(brim, dark(tone, 0.14))
    if look.hat == "helmet":
        tone = tone or GOLD
        dome = "M-8 -3.2Q-8 -11.4 0 -11.6Q8 -11.4 8 -3.2Z"
        rim = "M-8.8 -3.4Q0 -5 9 -3.6Q12 -2.6 11.6 -1.6Q0 -3.2 -8.8 -1.8Z"
        ridge = stroke("M-1 -11.4Q1.4 -8 1.4 -4.4", light(tone, 0.5), 1.4)
        return path(dome, linear(light(tone, 0.3), dark(tone, 0.14), x2=1)) + ridge + path(rim, dark(tone, 0.18))
    if look.hat == "turban":
        tone = tone or INDIGO
        ring = "M-7.6 -1.8Q-8.4 -8.4 0 -9.6Q8.2 -8.6 7.6 -2.2Q6.8 -5 0 -5.4Q-6.6 -5 -7.6 -1.8Z"
        fold = stroke("M-7.2 -4.2Q0 -8.4 7.2 -4.6M-6.4 -6.4Q0 -9.6 6.4 -6.6", light(tone, 0.2), 0.5)
        return path(ring, tone) + fold
    if look.hat == "scarf":
        tone = tone or BRICK
        wrap = [
            (-7.4, 3),
            (-6 + 2 * t, -2),
            (-1 + t, -5),
            (5.6, -3.4),
            (6.9, -1),
            (7, -5),
            (4.6, -9.4),
            (0, -10.3),
        ]
        knot = [(-6.2, 2), (-8.6, 7.6), (-5.4, 8.6), (-4, 3.6)]
        return path(smooth(knot), dark(tone, 0.15)) + path(smooth([*wrap, (-5.4, -9), (-7.8, -4)]), tone)
    return ""


def head(look, pose, face):
    """Head with hair, face and hat."""
    t = pose.turn
    if pose.back:
        low = {"short": 4.6, "bald": 4.6, "bob": 8.6, "long": 20, "bun": 5.6, "lowbun": 5.4, "pony": 5.4}[look.hair]
        colour = look.hair_colour
        shape = smooth(
            [
                (-6.9, -2),
                (-5.4, -8),
                (0, -9.8),
                (5.4, -8),
                (6.9, -2),
                (6, low - 1),
                (0, low + 0.6),
                (-6, low - 1),
            ]
        )
        out = (
            ellipse(0, 0, 6, 7.4, look.skin)
            + ellipse(-6.3, 1, 1.2, 1.9, look.skin)
            + ellipse(6.3, 1, 1.2, 1.9, look.skin)
        )
        out += path(shape, linear(mix(colour, "#FFE2B8", 0.16), (colour, 0.5), colour, x2=0.8))
        if look.hair == "bun":
            out += ellipse(0, -6.5, 4.4, 4, dark(mix(colour, "#FFE2B8", 0.1), 0.1))
        if look.hair == "lowbun":
            out += ellipse(0, 3, 4, 3.6, dark(mix(colour, "#FFE2B8", 0.14), 0.1))
        if look.hair == "pony":
            out += path(
                poly(ribbon(quad((0, -4), (1, 4), (-0.5, 16)), [2.4, 3.4, 3, 0.5])),
                mix(colour, "#FFE2B8", 0.12),
            )
        return out + hat(look, 0, face)
    skull = [(-6.1, -1.5), (-5.6, -5.5), (-2.5, -7.8), (2, -7.9), (5.4, -5.6), (6.2, -1.5), (5.8, 2.6)]
    jaw = [(3.6 + t * 0.8, 6.4), (0.5 + t * 1.4, 7.7), (-2.8 + t, 6.4), (-5.4 + t * 0.6, 2.8)]
    shape = smooth([*skull, *jaw])
    skin = linear(
        light(look.skin, 0.16),
        (look.skin, 0.55),
        dark(look.skin, 0.07),
        x1=0 if face > 0 else 1,
        x2=1 if face > 0 else 0,
        y2=0.4,
    )
    out = hair_back(look, t)
    if t < 0.3:
        out += ellipse(6.2, 1, 1.1, 1.8, dark(look.skin, 0.12))
    if t > 0.6:
        out += path(smooth([(5.6, 0), (7.4 + t * 0.3, 2.4), (5.8, 3.2)], tension=0.6), look.skin)
    out += path(shape, skin) + features(look, t) + hair_front(look, t)
    if look.hat in ("", "cap", "helmet", "turban") and look.hair in (
        "short",
        "bald",
        "bun",
        "lowbun",
        "pony",
    ):
        x = -5.7 + t * 3.7
        out += ellipse(x, 1.2, 1.25, 1.9, look.skin) + stroke(
            f"M{num(x - 0.3)} 0.4Q{num(x + 0.6)} 1 {num(x)} 2", dark(look.skin, 0.3), 0.4
        )
    if look.hat in ("non", "bucket", "helmet", "cap"):
        out += clipped(shape, rect(-10, -10, 20, 10.6, INDIGO, opacity=0.2))
    return out + hat(look, t, face)


def person(x, y, h, look=None, pose=STAND, face=1, mid="", front="", behind="", ground=True, **changes):
    """A figure standing at x, y. Extra keywords change the look.

    behind, mid and front are props in its units; mid lies between the body and the near arm.
    """
    look = replace(look or Look(), **changes)
    wide = 1 - 0.36 * pose.turn
    spine = Spine(pose)
    breadth = (7.4 if look.woman else 8.9) - 2.2
    shoulders = spine.at(0.9, breadth * wide), spine.at(0.9, -breadth * wide)
    if pose.back:
        wide = 1
    hips = tuple((pose.hip[0] + k * 3 * wide, pose.hip[1]) for k in (1, -1))
    side = pose.turn > 0.4
    out_pole = ((-1, 0.5) if side else (1, 0.4)), (-1, 0.5)
    knee_pole = ((1, -0.3) if side else (0.6, -0.2)), ((1, -0.3) if side else (-0.6, -0.2))
    arms = [arm(look, shoulders[i], pose.hands[i], pose.elbows[i] or out_pole[i], far=i == 0 and side) for i in (0, 1)]
    legs = ""
    if pose.legs:
        for i in (0, 1):
            pole = pose.knees[i] or knee_pole[i]
            legs += leg(look, hips[i], pose.feet[i], pole, i == 0, pose.turn, pose.heel if i == 1 else 0)
    neck = spine.at(1, 0), spine.at(1.3, pose.turn * 1.2)
    throat = path(poly(ribbon([neck[0], neck[1]], [2.9, 2.6] if look.woman else [3.3, 3.1])), dark(look.skin, 0.17))
    if look.top == "aodai":
        throat += path(poly(ribbon([spine.at(0.99), spine.at(1.13, 0.3)], [3.3, 3.1])), dark(look.colour, 0.08))
    body = torso(look, spine, wide, face, pose)
    if look.legs == "skirt":
        legs += skirt(look, spine, pose, wide)
    if look.top == "aodai" and pose.legs:
        legs = tunic(look, spine, pose, wide, face, rear=True) + legs + tunic(look, spine, pose, wide, face)
    if look.scarf and not pose.back:
        a, b, c = spine.at(1.06, -3.6), spine.at(1.06, 3.8), spine.at(0.72, 1.5 * pose.turn)
        body += path(poly([a, spine.at(0.98, -4), c, spine.at(0.98, 4.6), b]), look.scarf)
        knot = [c, spine.at(0.5, -2), spine.at(0.52, 0.4), c, spine.at(0.52, 1.8), spine.at(0.48, 4.2)]
        body += path(poly(knot), dark(look.scarf, 0.12))
    tilt = spine.angle * 0.55 + pose.nod
    top = spine.at(1.06, 0)
    lift = 7.6 * look.head + 1.2
    angle = math.radians(spine.angle * 0.8 + pose.nod * 0.5)
    skull = (top[0] + math.sin(angle) * lift + pose.turn * 0.8, top[1] - math.cos(angle) * lift)
    face_group = group(head(look, pose, face), x=skull[0], y=skull[1], s=look.head * 1.1, rot=tilt)
    inner = [behind]
    if pose.back:
        inner += [legs, mid, *arms, throat, body, face_group]
    elif side:
        inner += [arms[0], legs, throat, body, face_group, mid, arms[1]]
    else:
        inner += [legs, throat, body, face_group, mid, *arms]
    s = h / 100
    under = shadow(x + s * 5, y, s * 24, s * 4.2) if ground else ""
    return under + group(*inner, front, x=x, y=y, sx=s * face, sy=s)


# Ready-made people.

FARMER_F = Look("long", "#B06A7C", "rolled", NAVY, hat="non", hair="lowbun", shoes="", woman=True)
FARMER_M = Look("long", "#8A6B45", "rolled", SLATE, hat="non", shoes="", skin=DEEP)
GRANNY = Look("long", "#8C5A50", "wide", "#3A3340", hair="lowbun", hair_colour=GREY_HAIR, woman=True, happy=True)
GRANDPA = Look("long", "#E9E2D0", "long", "#6A6470", hair="bald", hair_colour=GREY_HAIR, happy=True, beard=True)
YOUTH_F = Look("short", BLUE, "long", NAVY, FAIR, "pony", woman=True, shoes=WHITE, hat="bucket", hat_colour="#5F8C45")
YOUTH_M = Look("short", BLUE, "long", NAVY, TAN, "short", shoes=WHITE)
AODAI = Look("aodai", RED, "wide", SILK, FAIR, "long", woman=True, shoes=RED)
PUPIL_F = Look("short", WHITE, "skirt", NAVY, FAIR, "pony", woman=True, head=1.28, scarf=RED, shoes=WHITE)
PUPIL_M = Look("short", WHITE, "shorts", NAVY, TAN, "short", head=1.28, scarf=RED, shoes=INDIGO)
BACK = replace(STAND, back=True, turn=0.0, feet=((4, -3), (-4, -3)))
CLAP = replace(STAND, turn=0.5, hands=((11, -64), (7, -63)))
CHEER = replace(STAND, turn=0.4, hands=((15, -103), (-12, -102)), elbows=((1, 0.4), (-1, 0.4)))
MAN_A = Look("short", "#E8D9B8", "long", SLATE, TAN, glasses=True, hair_colour=GREY_HAIR)
MAN_B = Look("short", "#5C8C6A", "long", "#4A4550", DEEP)
WOMAN_A = Look("short", "#C4576F", "long", NAVY, FAIR, "bob", woman=True)
WOMAN_B = Look("long", "#3F7F86", "wide", "#3A3340", TAN, "bun", woman=True)
WOMAN_C = Look("short", "#E2A33C", "long", "#5B4A58", FAIR, "pony", woman=True, happy=True)
