"""Pictures led by the land: fields, water, lanes, the communal house."""

import random
from dataclasses import replace

from built import (
    boat,
    dinh,
    house,
    pole_baskets,
    rack,
    rice_sheet,
)
from nature import (
    areca,
    bamboo,
    banana,
    banyan,
    beams,
    birds,
    bush,
    cloud,
    far_trees,
    far_village,
    flower_row,
    ground,
    lotus,
    lotus_leaf,
    lotus_pad,
    mirrored,
    plots,
    reeds,
    rice_front,
    rice_rows,
    ripple,
    sheaf,
    sky,
    tree,
    vignette,
    water,
)
from people import (
    AODAI,
    BEND,
    FAIR,
    FARMER_F,
    FARMER_M,
    GRANNY,
    PUPIL_F,
    SLATE,
    SQUAT,
    STAND,
    TAN,
    WALK,
    Look,
    person,
)
from svg import (
    BRICK,
    CREAM,
    GOLD,
    INDIGO,
    LEAF,
    LEAF_D,
    LEAF_L,
    LOTUS,
    LOTUS_D,
    PINE,
    RED,
    STRAW,
    TEAL,
    TEAL_D,
    WHITE,
    blur,
    circle,
    clipped,
    dark,
    ellipse,
    fit,
    group,
    line,
    linear,
    mix,
    path,
    poly,
    rect,
    ribbon,
    smooth,
    stroke,
)


def haze(y, h, colour=CREAM, strength=0.8):
    """A band of mist."""
    return rect(-50, y - h / 2, 1700, h, linear((colour, 0, 0), (colour, 0.5, strength), (colour, 1, 0)))


def horizon(y, seed=1, tone=LEAF_D, tint=CREAM, village=True):
    """Distance in three layers, up to y."""
    out = far_trees(y - 4, 78, mix(tone, tint, 0.72), seed)
    out += far_trees(y, 56, mix(tone, tint, 0.54), seed + 1)
    if village:
        out += far_village(y + 4, seed + 2, tint=tint)
    return out + far_trees(y + 12, 34, mix(tone, tint, 0.34), seed + 3, palms=False)


def carrier(x, y, h, look, face=1, colours=(LEAF, GOLD)):
    """Somebody walking with two baskets on a shoulder pole."""
    pose = replace(WALK, hands=((15, -76), (-9, -50)), elbows=((0.3, 1), None))
    return person(x, y, h, look, pose, face, mid=group(pole_baskets(31, 46, 12, colours), x=-2, y=-82))


def lua_chin():
    """Ripe rice at harvest."""
    out = sky("#F9DDA6", "#FDF1D3", 430, sun=(1150, 235), glow="#FFD27A", size=76)
    out += (
        cloud(380, 190, 1.1, "#FFF4DC", 0.8) + cloud(760, 120, 0.6, "#FFF4DC", 0.6) + birds(560, 210, 0.9, "#FFFDF3", 4)
    )
    out += horizon(424, 11, LEAF_D, "#FBE9C0")
    out += ground(426, "#EFCB6B", "#D99E2B", 4) + plots(
        430, 1000, [GOLD, "#E8BC4E", STRAW, "#C9B54E", "#E3AE38"], (900, 426), 5, 4200, 13
    )
    out += rice_rows(452, 640, GOLD, 3) + haze(440, 60, "#FFF0C4", 0.7)
    out += areca(120, 560, 400, 3, "#7B9A4E") + areca(206, 548, 320, 5, "#7B9A4E") + banana(300, 560, 190, 4, "#86A552")
    out += rice_rows(650, 1000, GOLD, 8, 0.8)
    track = [(880, 432), (910, 432), (800, 620), (560, 1010), (190, 1010), (700, 620)]
    out += path(smooth(track, tension=0.5), linear("#E9CFA0", "#CFA368"))
    out += carrier(640, 640, 190, replace(FARMER_M, colour="#5C7A86"), -1, (GOLD, GOLD))
    for x, y, s in ((1010, 640, 0.62), (1090, 655, 0.66), (1410, 650, 0.64), (1330, 640, 0.6)):
        out += sheaf(x, y, s)
    out += person(1530, 700, 265, replace(FARMER_F, colour="#4A8F94"), BEND, -1)
    bundle = group(sheaf(0, 0, 0.5), x=2, y=-34, rot=64)
    hold = replace(STAND, turn=0.6, hands=((14, -56), (9, -50)), lean=4)
    out += person(960, 800, 360, FARMER_F, hold, mid=bundle)
    out += person(1190, 850, 370, FARMER_M, BEND)
    out += sheaf(760, 850, 0.95) + sheaf(690, 880, 1.0)
    out += rice_front(905, 130, 4, 840, 1640, 30, shade=0.04) + rice_front(1010, 190, 2, -40, 1640, 30, shade=0.1)
    return out + beams(1150, 235, count=5, opacity=0.1) + vignette()


def dinh_lang():
    """The communal house with its pond and banyan."""
    out = sky("#BFE0DC", "#FBF0D6", 560, sun=(420, 190), glow="#FFE7B0", size=56)
    out += cloud(980, 120, 1.1) + cloud(1400, 210, 0.8) + cloud(640, 210, 0.6) + birds(1130, 240, 0.7)
    out += far_trees(520, 120, mix(LEAF_D, CREAM, 0.6), 4) + far_trees(560, 90, mix(LEAF_D, CREAM, 0.34), 8)
    out += areca(1420, 640, 430, 4) + areca(1505, 650, 500, 6, lean=-0.03) + areca(1340, 630, 360, 8)
    yard = ground(606, "#E3B98E", "#C88C63", 0) + "".join(
        line(-20, y, 1620, y, "#A96F4E", 1.5, opacity=0.5) for y in (622, 642, 666, 694)
    )
    out += yard + "".join(
        line(820 + k * 70, 606, 820 + k * 96, 722, "#A96F4E", 1.3, opacity=0.35) for k in range(-12, 13)
    )
    house_ = dinh(840, 640, 900)
    trees = banyan(190, 668, 0.98, 4)
    out += (
        house_
        + trees
        + bush(1330, 672, 130, 90, LEAF_D, 4, [LOTUS, RED])
        + bush(1500, 690, 170, 110, LEAF, 7, [GOLD, WHITE])
    )
    folk = person(700, 700, 150, GRANNY, WALK) + person(640, 706, 104, PUPIL_F, WALK)
    folk += person(1010, 700, 156, Look("aodai", "#35508A", "wide", WHITE, hat="turban"), replace(STAND, turn=0.6), -1)
    folk += person(1062, 704, 150, replace(AODAI, colour="#C9567A"), replace(STAND, turn=0.6), -1)
    bank = rect(-10, 716, 1620, 18, linear("#D5C2A2", "#8C7A70"))
    out += folk + bank + water(732, 1010, "#9CCDBF", "#1F5F69", 5, count=60)
    out += mirrored(house_ + trees, 732, 0.5, 0.5, 3) + water_sheen(740, 1000, 9)
    for x, y, r in (
        (150, 800, 70),
        (300, 850, 96),
        (90, 900, 120),
        (1320, 800, 74),
        (1480, 850, 104),
        (1210, 880, 80),
        (1560, 790, 60),
        (480, 930, 110),
        (1380, 950, 130),
    ):
        out += lotus_pad(x, y, r, mix(LEAF_D, LEAF, (x % 7) / 7), x)
    out += (
        lotus(300, 838, 0.72)
        + lotus(1460, 826, 0.86)
        + lotus(90, 800, 0.6, 0.1, stem=60)
        + lotus(1290, 790, 0.55, 0.1, stem=40)
        + lotus(1210, 872, 0.5)
    )
    return out + reeds(30, 1020, 260, 5, 9) + reeds(1580, 1020, 230, 6, 8) + vignette()


def water_sheen(y0, y1, seed, colour=WHITE, count=34):
    """Thin glints laid over a reflection."""
    rng, out = random.Random(seed), ""
    for _ in range(count):
        t = rng.random()
        x, y, w = rng.uniform(0, 1600), y0 + (y1 - y0) * t, (20 + 90 * t) * rng.uniform(0.5, 1.3)
        out += ellipse(x, y, w, 1 + 2 * t, colour, opacity=f"{rng.uniform(0.1, 0.34):.2f}")
    return out


def duong_hoa():
    """A village road lined with flowers."""
    out = (
        sky("#BEE0E4", "#FDF3DA", 460, sun=(1260, 170), size=54)
        + cloud(330, 150, 1.1)
        + cloud(700, 90, 0.7)
        + birds(880, 190, 0.6)
    )
    out += horizon(452, 21) + ground(462, "#C3CF76", LEAF, 3)
    out += areca(612, 500, 150, 3) + areca(1010, 505, 160, 4) + areca(560, 520, 210, 5) + areca(1066, 530, 230, 6)
    out += house(100, 610, 370, "#F3DFAE", BRICK, 2) + house(1150, 600, 360, "#DDE6D2", "#A6503A", 5)
    out += (
        banana(500, 600, 240, 3)
        + tree(1130, 590, 260, LEAF, 5)
        + areca(60, 640, 520, 7)
        + areca(1545, 640, 540, 8, lean=-0.02)
        + tree(20, 640, 300, LEAF_D, 9)
    )
    for x0, x1 in ((-20, 520), (1090, 1620)):
        out += rect(x0, 606, x1 - x0, 62, linear("#F6E9CC", "#D9BFA0")) + rect(x0, 598, x1 - x0, 12, BRICK)
    road = [(790, 464), (820, 464), (1300, 1010), (310, 1010)]
    out += path(poly([(770, 464), (840, 464), (1640, 1010), (-40, 1010)]), linear("#A9BC5E", "#5E8E40"))
    out += path(poly(road), linear("#EFE6D3", "#CFC4B4"))
    for t in (0.05, 0.13, 0.25, 0.43, 0.7):
        y = 464 + 546 * t
        out += line(790 - 480 * t, y, 820 + 480 * t, y, "#B3A797", 1 + 2 * t, opacity=0.6)
    for i, (x, y, w) in enumerate(
        (
            (90, 740, 200),
            (260, 700, 150),
            (400, 690, 110),
            (20, 850, 210),
            (1240, 700, 120),
            (1400, 720, 170),
            (1560, 760, 210),
        )
    ):
        out += bush(
            x,
            y,
            w,
            w * 0.5,
            (LEAF_D, LEAF, "#4F8A4A")[i % 3],
            i + 3,
            ([LOTUS, WHITE], None, [GOLD, "#F08A4B"])[i % 3],
        )
    colours = [LOTUS, RED, GOLD, WHITE, "#D86B8D", "#F08A4B", "#8C6FB0"]
    for side in (-1, 1):
        points = []
        for i in range(34):
            t = 0.035 + 0.99 * (i / 33) ** 1.9
            edge = 805 + side * (15 + 480 * t)
            points += [
                (edge + side * (k * 46 + 24) * (0.16 + t), 464 + 546 * t + (6 if k else 0), 0.16 + 1.25 * t)
                for k in (1.5, 0.6, -0.2)
            ]
        out += flower_row(points, colours, 12, 5 + side)
    stroll = replace(WALK, back=True, turn=0.3, hands=((11, -50), (-10, -50)), lean=0, feet=((4, -3), (-4, -4)))
    out += person(760, 800, 270, GRANNY, stroll, hat="non", hat_colour=LOTUS_D) + person(
        850, 806, 180, PUPIL_F, replace(stroll, hands=((9, -50), (-13, -58)))
    )
    can = group(
        path("M-8 -6L7 -6L8 8L-8 8Z", linear(TEAL, TEAL_D)) + stroke("M7 4L18 -6M-6 -6Q0 -16 7 -6", TEAL_D, 1.8),
        x=19,
        y=-44,
    )
    drops = stroke("M37 -50q5 5 6 12M37 -50q8 5 10 12M37 -50q2 7 1 13", "#9FD0DA", 0.9)
    water_ = replace(STAND, turn=0.7, hands=((20, -54), (15, -53)), lean=6)
    out += person(
        1030,
        850,
        330,
        Look("short", "#E7B25A", "long", SLATE, FAIR, "bob", woman=True, happy=True),
        water_,
        mid=can + drops,
    )
    return (
        out
        + flower_row(
            [(1180 + i * 44, 985 + i % 2 * 20, 1.4) for i in range(10)]
            + [(20 + i * 44, 985 + i % 2 * 20, 1.4) for i in range(9)],
            colours,
            13,
            9,
        )
        + vignette()
    )


def fish(x, y, s=1.0, rot=0.0, colour="#8FA9B0"):
    """A carp."""
    body = "M-30 0Q-8 -17 20 -6Q28 -2 30 1Q20 11 -4 12Q-20 11 -30 0Z"
    out = path("M-26 0L-46 -13Q-40 0 -46 13Z", dark(colour, 0.2)) + path(
        body, linear(dark(colour, 0.25), colour, WHITE)
    )
    out += (
        path("M-4 -11Q4 -20 12 -8Z", dark(colour, 0.3))
        + circle(21, -1, 2, INDIGO)
        + stroke("M13 -6Q10 1 13 8", dark(colour, 0.3), 1.4)
    )
    return group(out, x=x, y=y, s=s, rot=rot)


def ao_ca():
    """A fish pond where neighbours haul the net."""
    out = sky("#C6E4DE", "#FCF1D8", 420, sun=(360, 160), size=54) + cloud(1080, 130, 1.1) + cloud(700, 180, 0.6)
    out += (
        far_trees(410, 90, mix(LEAF_D, CREAM, 0.62), 14)
        + far_trees(430, 60, mix(LEAF_D, CREAM, 0.4), 16)
        + ground(430, LEAF_L, "#7FA548", 3)
    )
    land = (
        house(960, 470, 330, "#F2DDAA", BRICK, 4)
        + banana(900, 476, 210, 5, fruit=True)
        + banana(1345, 480, 260, 6)
        + areca(1440, 480, 330, 4)
        + areca(1500, 486, 280, 9)
    )
    land += (
        bamboo(180, 480, 330, 3, 10)
        + tree(480, 470, 200, LEAF_D, 6)
        + bush(640, 478, 120, 70, LEAF, 3)
        + bush(760, 476, 90, 60, LEAF_D, 4, [LOTUS, GOLD])
    )
    bank = path("M-10 466Q400 452 800 466T1610 462L1610 496Q1200 482 800 496T-10 494Z", linear("#9DB55A", "#8A6A48"))
    out += (
        land
        + water(486, 1010, "#A9D3C4", "#1D6069", 8, count=90)
        + mirrored(land, 488, 0.5, 0.32, 3)
        + bank
        + water_sheen(510, 990, 3)
    )
    for i in range(7):
        x = 620 + i * 40
        out += group(
            path("M-16 0Q-14 -12 2 -10Q6 -20 14 -18Q20 -16 18 -12L12 -10Q18 0 6 4L-8 4Z", WHITE)
            + path("M18 -14L25 -12L18 -11Z", "#E59A2D"),
            x=x,
            y=540 + (i * 37) % 30,
            s=0.9,
        )
    mesh = [(288, 668), (520, 748), (820, 780), (1120, 746), (1312, 668)]
    sag = [(1308, 760), (1120, 850), (820, 890), (500, 850), (292, 760)]
    shape = smooth(mesh, close=False) + "L" + smooth(sag, close=False)[1:] + "Z"
    rows = "".join(
        smooth(
            [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(mesh, sag[::-1], strict=True)],
            close=False,
        )
        for t in (0.2, 0.4, 0.6, 0.8)
    )
    cols = "".join(f"M{300 + i * 26} 600V920" for i in range(40))
    mesh_lines = clipped(shape, stroke(cols, "#EFE3BF", 1.5)) + stroke(rows, "#EFE3BF", 1.6)
    out += path(shape, "#F4E9C8", opacity=0.16) + group(mesh_lines, opacity=0.55)
    floats = smooth(mesh, close=False)
    out += stroke(floats, "#D9BE85", 4) + "".join(
        ellipse(x, y, 9, 6, RED if i % 2 else WHITE) for i, (x, y) in enumerate(along(mesh, 22))
    )
    for x, y, s, r in (
        (640, 815, 1.0, -14),
        (860, 828, 1.15, 8),
        (1010, 800, 0.9, -160),
        (470, 790, 0.8, 20),
    ):
        out += ripple(x, y + 12, 60) + fish(x, y, s, r, "#9DB2B4")
    out += (
        fish(760, 690, 1.5, -52, "#B7A66E")
        + ripple(742, 752, 70)
        + stroke("M700 740q-14 -30 -30 -34M786 742q10 -30 30 -40M740 735q-2 -20 -10 -30", WHITE, 4, opacity=0.8)
    )
    pull = replace(STAND, turn=0.7, lean=-10, hands=((20, -54), (17, -50)), hip=(-3, -46), feet=((9, -3), (-8, -3)))
    out += ripple(210, 800, 130) + ripple(1390, 800, 130)
    out += wader(215, 800, 370, replace(FARMER_M, top="short", colour="#3E7F8C"), pull, 1) + wader(
        1385, 800, 370, replace(FARMER_F, colour="#C46A5A"), pull, -1
    )
    out += (
        lotus_pad(90, 930, 110, LEAF_D, 3)
        + lotus_pad(1500, 940, 120, LEAF, 5)
        + lotus(1490, 918, 0.9)
        + lotus_pad(260, 970, 90, LEAF, 7)
    )
    return out + reeds(20, 1020, 300, 3, 10) + reeds(1590, 1020, 260, 9, 10) + vignette()


def along(points, count):
    """Evenly chosen points of the smooth line through points."""
    out = []
    for i in range(count + 1):
        t = i / count * (len(points) - 1)
        k = min(int(t), len(points) - 2)
        (x0, y0), (x1, y1) = points[k], points[k + 1]
        f = t - k
        out.append((x0 + (x1 - x0) * f, y0 + (y1 - y0) * f))
    return out


def wader(x, y, h, look, pose, face):
    """Somebody standing knee-deep: what is under water is cut off."""
    figure = person(x, y + h * 0.22, h, look, pose, face, ground=False)
    cut = f"M{x - h} {y - h * 1.4}H{x + h}V{y}Q{x} {y + 14} {x - h} {y}Z"
    return clipped(cut, figure) + ellipse(x, y + 3, h * 0.2, h * 0.022, WHITE, opacity=0.5)


def ho_sen():
    """A lotus lake."""
    out = (
        sky("#F6D9C4", "#FDF2DC", 380, sun=(1090, 210), glow="#FFD7A8", size=66)
        + cloud(420, 150, 1.0, "#FFF6EA", 0.8)
        + birds(620, 170, 0.8)
    )
    out += horizon(372, 31, LEAF_D, "#F9E6CC") + haze(380, 70, "#FFF0DA", 0.8)
    out += water(384, 1010, "#F1D9C0", "#1F6670", 4, "#FFF3DE", 90)
    out += rect(0, 384, 1600, 300, linear(("#F7D9BE", 0, 0.7), ("#F7D9BE", 1, 0))) + ellipse(
        1090, 470, 60, 80, "#FFF2CF", opacity=0.55, filter=blur(12)
    )
    rng = random.Random(7)
    for i in range(170):
        t = (i / 170) ** 1.5
        y, k = 420 + 330 * t, 0.12 + 0.6 * t
        x = rng.uniform(-20, 1620)
        gap = abs(x - (900 - 60 * t)) < 130 + 60 * t and y < 640
        if not gap:
            tone = mix(mix(LEAF_D, LEAF, rng.random()), "#F3DFC4", 0.5 * (1 - t))
            out += (
                lotus_pad(x, y, 110 * k, tone, i, 0.26)
                if rng.random() < 0.65
                else lotus_leaf(x, y - 50 * k, 84 * k, 60 * k, rng.uniform(-16, 16), tone)
            )
            if rng.random() < 0.2:
                out += lotus(x + 30 * k, y - 50 * k, 0.8 * k, rng.choice([1, 1, 0.8, 0.1]), stem=60)
    girl = Look("long", "#F2E6D2", "wide", "#7A3B44", FAIR, "long", hat="non", woman=True, hat_colour=RED)
    sit = replace(STAND, hip=(0, -26), turn=0.7, hands=((24, -40), (20, -36)), lean=14, legs=False)
    bunch = group(
        lotus(-4, 0, 0.16, stem=110) + lotus(10, 6, 0.15, stem=110) + lotus(2, -8, 0.15, 0.1, stem=110),
        x=22,
        y=-46,
        rot=14,
    )
    vessel = person(880, 682, 300, girl, sit, mid=bunch, ground=False) + boat(910, 618, 430, "#8A5E3E")
    out += mirrored(vessel, 628, 0.5, 0.3, 4) + vessel + water_sheen(640, 700, 5, "#FFF3DE", 12)
    spots = [
        (110, 770, 150, -12),
        (1490, 760, 160, 12),
        (420, 830, 170, 8),
        (1180, 830, 170, -10),
        (780, 900, 190, 4),
    ]
    for i, (x, y, r, tilt) in enumerate(spots):
        out += lotus_leaf(x, y, r, 260, tilt, mix(LEAF_D, LEAF, (i * 0.37) % 1), sway=20)
    out += (
        lotus(280, 760, 1.5, stem=180, sway=20)
        + lotus(1330, 770, 1.75, stem=160, sway=-10)
        + lotus(620, 800, 1.15, 0.85, stem=180)
    )
    out += (
        lotus(1010, 790, 1.0, 0.1, stem=200, sway=10)
        + lotus(1560, 690, 0.9, 0.1, stem=240)
        + lotus(70, 650, 0.9, 0.1, stem=240)
    )
    for x, y, r in (
        (40, 960, 200),
        (560, 985, 210),
        (1010, 1000, 190),
        (1500, 970, 230),
        (280, 1010, 170),
        (1240, 1010, 150),
    ):
        out += lotus_leaf(x, y, r, 100, (x % 30) - 14, mix(PINE, LEAF_D, (x % 11) / 11))
    return out + lotus(830, 975, 1.35, 0.9, stem=80) + vignette()


def song_sat():
    """The river at dawn with a boat."""
    out = sky("#E9A98F", "#FBE3B6", 440, sun=(860, 372), glow="#FFE7A6", size=84)
    for x, y, w in ((260, 130, 420), (980, 90, 520), (1330, 210, 380), (520, 250, 330), (80, 300, 260)):
        d = fit("M-.5 0Q-.2 -22 0 -10Q.3 -30 .5 0Q0 12 -.5 0Z", w, 1, x, y)
        out += path(d, linear("#FFF0D2", "#F2B79A"), opacity=0.75)
    out += birds(1120, 240, 0.9, "#7E4A55", 9)
    far = far_trees(440, 66, mix("#6C5B73", "#F6CFA4", 0.55), 41) + far_trees(
        444, 46, mix("#4F5F70", "#F6CFA4", 0.4), 43
    )
    far += (
        far_village(446, 45, 0, 620, 5, tint="#F3C9A0", haze=0.45)
        + far_village(446, 46, 1050, 1600, 4, tint="#F3C9A0", haze=0.45)
        + far_trees(450, 26, mix(PINE, "#F3C9A0", 0.35), 44, palms=False)
    )
    out += (
        far
        + water(450, 1010, "#F8D9A6", "#2B6474", 6, "#FFF1CC", 120)
        + rect(0, 450, 1600, 330, linear(("#F5BF93", 0, 0.85), ("#F5BF93", 1, 0)))
    )
    out += mirrored(far, 450, 0.6, 0.45, 4)
    rng = random.Random(5)
    for i in range(60):
        t = i / 60
        w = (26 + 120 * t) * rng.uniform(0.5, 1.1)
        out += ellipse(
            860 + rng.uniform(-40, 40) * (0.5 + t),
            456 + 480 * t,
            w,
            1.6 + 4 * t,
            "#FFF4CE",
            opacity=f"{0.75 - 0.55 * t:.2f}",
        )
    out += haze(448, 70, "#FFE9C2", 0.75) + haze(520, 40, "#FFE9C2", 0.35)
    bank = path("M1620 470Q1380 480 1280 520Q1200 556 1300 580Q1450 600 1620 604Z", linear("#7C8A55", "#4B5A4C"))
    out += (
        bank
        + house(1370, 520, 190, "#E9C79A", "#8F4433", 4)
        + banana(1330, 536, 150, 3, "#5F7B48")
        + areca(1580, 560, 300, 4, "#4D6B49")
        + areca(1530, 552, 240, 7, "#4D6B49")
    )
    oar = line(4, -88, 70, -4, "#7A5638", 1.8) + path(poly(ribbon([(58, -19), (76, 4)], [0.8, 2.4])), "#7A5638")
    row = replace(STAND, turn=0.8, lean=16, hands=((22, -64), (15, -72)), feet=((8, -3), (-8, -3)), hip=(-2, -48))
    rower = person(
        470,
        706,
        250,
        replace(FARMER_M, colour="#3F4A6E", below="#2F3557", skin="#B97A55"),
        row,
        front="",
        behind=oar,
        ground=False,
    )
    passenger = person(
        650,
        756,
        250,
        replace(FARMER_F, colour="#A6485A"),
        replace(STAND, hip=(0, -26), turn=0.6, legs=False, hands=((13, -34), (9, -32))),
        ground=False,
    )
    load = "".join(circle(735 + i * 30, 690 - (i % 2) * 6, 24, linear("#C9A15B", "#7A5638")) for i in range(2))
    vessel = rower + passenger + load + boat(590, 716, 560, "#6B4436", 1)
    out += mirrored(vessel, 734, 0.55, 0.4, 5) + vessel + water_sheen(745, 990, 12, "#FFF1CC", 30)
    shore = path("M-10 850Q180 830 330 890Q460 950 520 1010L-10 1010Z", linear("#3F5A48", "#24383F"))
    out += (
        shore
        + reeds(60, 900, 330, 3, 12, "#1F3F44")
        + reeds(210, 930, 260, 5, 10, "#24484A")
        + reeds(360, 990, 220, 7, 9, "#1F3F44")
    )
    return (
        out
        + group(reeds(0, 0, 320, 8, 12, "#1F3F44"), x=1560, y=1020)
        + group(banana(0, 0, 700, 9, "#3E6247"), x=1640, y=1120)
        + vignette()
    )


def drying_sky(seed=51):
    """Background of the rice-sheet yard."""
    out = (
        sky("#BFE1E6", "#FDF2D8", 470, sun=(280, 150), size=56)
        + cloud(760, 120, 1.0)
        + cloud(1250, 190, 0.8)
        + horizon(450, seed)
    )
    return out + ground(470, "#D6CF86", "#C8A468", 3)


def banh_da():
    """Rice sheets drying on bamboo racks."""
    out = (
        drying_sky()
        + bamboo(1490, 560, 380, 5, 11)
        + areca(90, 570, 440, 3)
        + areca(180, 560, 360, 6)
        + house(300, 570, 400, "#F3DDA6", BRICK, 3)
    )
    out += banana(770, 570, 250, 5, fruit=True) + banana(860, 566, 200, 8) + tree(1180, 560, 240, LEAF_D, 6)
    yard = path("M-10 590Q800 560 1610 590V1010H-10Z", linear("#EBCF9F", "#C99B66"))
    joints = "".join(line(800 + k * 110, 580, 800 + k * 260, 1010, "#A97C4E", 1.6, opacity=0.35) for k in range(-9, 10))
    out += yard + joints + "".join(line(-10, y, 1610, y, "#A97C4E", 1.6, opacity=0.35) for y in (612, 655, 730, 850))
    out += rack(900, 650, 520, 66, 12, 2, 1, 30) + rack(250, 660, 520, 66, 12, 2, 2, 30)
    walk = replace(WALK, hands=((19, -70), (15, -68)))
    tray = group("".join(rice_sheet(k % 2, -2.2 * k, 10, 0.32, seed=k, cast=False) for k in range(4)), x=22, y=-73)
    out += person(
        1470,
        750,
        290,
        Look("short", "#4D8C8F", "long", SLATE, TAN, hat="cap", hat_colour="#A34B3A"),
        walk,
        -1,
        mid=tray,
    )
    out += rack(850, 812, 560, 130, 8, 2, 3, 60)
    place = replace(
        STAND,
        turn=0.8,
        lean=30,
        curve=16,
        nod=8,
        hip=(-3, -47),
        hands=((29, -48), (25, -44)),
        feet=((5, -3), (-7, -3)),
    )
    disc = group(rice_sheet(0, 0, 12, 0.74, seed=9, cast=False), x=34, y=-42, rot=-8)
    out += person(690, 860, 390, replace(FARMER_F, colour="#B84A4A", hat_colour=GOLD), place, 1, mid=disc)
    squat = replace(SQUAT, hands=((21, -22), (18, -18)))
    out += rack(-60, 860, 560, 140, 7, 2, 6, 70)
    out += person(1420, 900, 380, replace(GRANNY, hat="non", colour="#7C5A86"), squat, -1)
    out += rack(330, 1040, 1000, 128, 10, 1, 8, 60)
    return out + group(banana(0, 0, 640, 4, LEAF_D), x=-40, y=1160) + vignette()


LANDSCAPES = {
    "lua-chin": lua_chin,
    "dinh-lang": dinh_lang,
    "duong-hoa": duong_hoa,
    "ao-ca": ao_ca,
    "ho-sen": ho_sen,
    "song-sat": song_sat,
    "banh-da": banh_da,
}
