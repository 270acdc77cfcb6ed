"""Pictures of common work: waste, building, planting, the way to school, road works."""

from dataclasses import replace

from built import (
    basket,
    bicycle,
    bin_,
    bricks,
    brickwork,
    clipboard,
    cup,
    flag,
    house,
    ladder,
    mixer,
    sapling,
    tiles,
    tool,
    yard,
)
from landscapes import horizon
from nature import (
    areca,
    bamboo,
    banana,
    birds,
    bush,
    cloud,
    far_trees,
    flower_row,
    grass,
    ground,
    plots,
    rice_front,
    rice_rows,
    sky,
    tree,
    vignette,
)
from people import (
    AODAI,
    BLUE,
    DEEP,
    FAIR,
    FARMER_F,
    GRANDPA,
    GRANNY,
    MAN_A,
    NAVY,
    PUPIL_F,
    PUPIL_M,
    SLATE,
    SQUAT,
    STAND,
    TAN,
    WALK,
    WOMAN_A,
    WOMAN_B,
    YOUTH_F,
    YOUTH_M,
    Look,
    Pose,
    person,
)
from svg import (
    BRICK,
    CREAM,
    GOLD,
    INDIGO,
    LEAF,
    LEAF_D,
    LOTUS,
    OCHRE,
    RED,
    TEAL_D,
    WHITE,
    WOOD,
    circle,
    dark,
    ellipse,
    group,
    light,
    line,
    linear,
    mix,
    path,
    poly,
    rect,
    shadow,
    smooth,
    stroke,
)


def phan_loai_rac():
    """Women sorting waste into coloured bins."""
    out = (
        sky("#C4E3E2", "#FDF3DA", 420, sun=(1320, 140), size=50)
        + cloud(360, 120, 0.9)
        + far_trees(400, 90, mix(LEAF_D, CREAM, 0.5), 71)
    )
    out += (
        house(960, 500, 470, "#F3DDA6", BRICK, 3)
        + areca(880, 480, 380, 4)
        + areca(100, 480, 420, 5)
        + banana(300, 500, 280, 4)
        + tree(560, 480, 280, LEAF, 5)
    )
    out += (
        rect(-10, 420, 1620, 160, linear("#F8ECCF", "#E2CBA4"))
        + rect(-10, 408, 1620, 16, BRICK)
        + "".join(
            rect(x, 400, 34, 180, linear("#FBF3DE", "#D9C4A2")) + rect(x - 5, 390, 44, 14, BRICK)
            for x in (40, 560, 1080, 1560)
        )
    )
    for x in range(110, 1600, 260):
        out += "".join(rect(x + i * 26, 452, 8, 74, "#D9BE92", 4) for i in range(6))
    out += yard(578, "#E4D6BE", "#BFA88E", "#9A8672")
    out += bush(120, 590, 220, 120, LEAF_D, 3, [LOTUS, RED]) + bush(1490, 592, 230, 130, LEAF_D, 5, ["#D86B8D", LOTUS])
    out += flower_row(
        [(330 + i * 34, 592, 0.8) for i in range(7)] + [(1180 + i * 34, 592, 0.8) for i in range(6)],
        [GOLD, WHITE, "#F08A4B"],
        11,
        4,
    )
    bins = ((1, "#E8B12E"), (2, "#3C78B4"), (3, "#C8473A"), (0, "#4F9A4A"))
    for i, (kind, colour) in enumerate(bins):
        x = 640 + i * 150
        out += bin_(x, 770, 128, colour) + circle(x, 690, 27, WHITE, opacity=0.92)
        out += sign(x, 690, kind, colour)
    bottle = group(
        rect(-2.4, -5, 4.8, 10, linear("#CFECEA", "#79BDBB"), 1.6) + rect(-1.2, -8, 2.4, 3.4, "#3C78B4", 0.6),
        x=25,
        y=-72,
        rot=24,
    )
    drop_ = replace(STAND, turn=0.7, hands=((15, -56), (25, -66)), lean=6, elbows=(None, (0.2, 1)))
    out += person(
        500,
        800,
        390,
        Look("short", "#C4576F", "long", NAVY, FAIR, "bob", woman=True, happy=True, hat="non"),
        drop_,
        front=bottle,
    )
    leaf_bag = group(
        path("M-9 -6Q-12 8 -9 13L9 13Q12 8 9 -6Q4 -9 3 -13L-3 -13Q-4 -9 -9 -6Z", linear("#8FC37F", "#4A8A4A"))
        + path("M-4 -13L4 -13L2 -16L-2 -16Z", "#3B7043"),
        x=18,
        y=-40,
    )
    carry = replace(WALK, hands=((18, -54), (12, -52)))
    out += person(
        1300,
        810,
        385,
        Look("long", "#3F7F86", "long", "#4A4550", TAN, "bun", woman=True, hat="scarf", hat_colour="#E2A33C"),
        carry,
        -1,
        mid=leaf_bag,
    )
    out += basket(330, 900, 84, "#86B14F")
    for i, (tone, lean) in enumerate(
        (("#79BDBB", -20), ("#9CC98A", -8), ("#CFECEA", 6), ("#E6C46A", 18), ("#79BDBB", 30))
    ):
        shape = rect(-13, -70, 26, 90, linear(light(tone, 0.35), tone, x2=1, y2=0), 9) + rect(
            -6, -86, 12, 18, RED if i % 2 else "#3C78B4", 3
        )
        out += group(shape, x=520 + i * 21, y=870, rot=lean)
    out += basket(562, 930, 82)
    peel = path("M-5 0Q0 -6 5 0Q2 4 0 2Q-2 4 -5 0Z", GOLD)
    out += person(
        180,
        920,
        400,
        replace(GRANNY, colour="#8C6A9A"),
        replace(SQUAT, hands=((24, -24), (21, -19))),
        1,
        mid=group(peel, x=27, y=-27),
    )
    out += person(
        868,
        950,
        290,
        replace(PUPIL_F, scarf="", colour="#F0C04A"),
        replace(STAND, turn=0.5, hands=((13, -58), (9, -56))),
        -1,
        mid=group(rect(-8, -6, 16, 12, "#C99A62", 1) + line(-8, 0, 8, 0, "#A87B45", 1), x=13, y=-58),
    )
    out += box(1120, 935, 150, 90) + box(1200, 960, 90, 60)
    return out + group(banana(0, 0, 620, 6, LEAF_D), x=1640, y=1150) + vignette()


def sign(x, y, kind, colour):
    """A wordless sign for a bin: leaf, bottle, paper, battery."""
    shapes = (
        path("M-14 12Q-16 -14 14 -14Q16 12 -14 12Z", colour) + stroke("M-14 14L6 -6", WHITE, 3),
        rect(-8, -8, 16, 24, colour, 5) + rect(-4, -17, 8, 10, colour, 2),
        path("M-11 -15L5 -15L12 -8L12 15L-11 15Z", colour) + stroke("M-5 -4H6M-5 3H6", WHITE, 3),
        rect(-9, -12, 18, 26, colour, 3) + rect(-4, -17, 8, 6, colour) + path("M2 -7L-5 3L0 3L-2 10L5 0L0 0Z", WHITE),
    )
    return group(shapes[kind], x=x, y=y)


def box(x, y, w, h, colour="#C99A62"):
    """A cardboard box."""
    out = shadow(w / 2, 0, w * 0.6, 10) + rect(0, -h, w, h, linear(light(colour, 0.1), dark(colour, 0.1)))
    out += path(poly([(0, -h), (w * 0.2, -h - h * 0.3), (w * 1.05, -h - h * 0.3), (w, -h)]), dark(colour, 0.25)) + path(
        poly([(0, -h), (-w * 0.14, -h + h * 0.2), (w * 0.3, -h + h * 0.2), (w * 0.42, -h)]),
        light(colour, 0.25),
    )
    return group(out, rect(w * 0.42, -h, w * 0.14, h, dark(colour, 0.12)), x=x, y=y)


def nha_dai_doan_ket():
    """Neighbours build a house for a poor family."""
    out = sky("#C2E2E6", "#FDF2D6", 520, sun=(220, 160), size=54) + cloud(600, 110, 0.9) + cloud(1300, 150, 1.1)
    out += (
        horizon(500, 81)
        + ground(520, "#C9D07C", "#B99A62", 3)
        + areca(1500, 600, 460, 4)
        + areca(1420, 600, 360, 7)
        + banana(90, 610, 330, 5, fruit=True)
        + bamboo(240, 600, 330, 6)
    )
    out += ground(610, "#DDBB86", "#B98A5A", 5, 4)
    x, y, w, h = 520, 700, 700, 250
    out += ellipse(x + w / 2, y + 4, w * 0.6, 22, INDIGO, opacity=0.25)
    gable = [(x, y), (x, y - h), (x + w, y - h), (x + w, y)]
    out += brickwork(poly(gable), (x, y - h, x + w, y), "#C4643C", 30, 3)
    for k, width, tall in ((80, 120, 120), (300, 110, 196), (500, 120, 120)):
        out += rect(x + k, y - (196 if tall > 150 else 190), width, tall, "#5B3A38") + rect(
            x + k - 8, y - 206, width + 16, 16, "#CFC5B6"
        )
    out += rect(x, y - h, w, 70, linear((INDIGO, 0, 0.3), (INDIGO, 1, 0)))
    ridge = [(x + 90, y - h - 150), (x + w - 90, y - h - 150)]
    for i in range(12):
        t = i / 11
        out += line(
            x - 30 + (w + 60) * t,
            y - h,
            ridge[0][0] + (ridge[1][0] - ridge[0][0]) * t,
            ridge[0][1],
            "#B98A58",
            9,
        )
    for k in (0.25, 0.5, 0.75, 1):
        out += line(x - 30 + 120 * k - 6, y - h - 150 * k, x + w + 30 - 120 * k + 6, y - h - 150 * k, "#9C6F43", 7)
    cover = [(x - 36, y - h + 6), (x + 88, y - h - 152), (x + 330, y - h - 152), (x + 270, y - h + 6)]
    out += tiles(poly(cover), (x - 36, y - h - 152, x + 330, y - h + 6), BRICK, 17) + line(
        x - 38, y - h + 6, x + w + 38, y - h + 6, "#7C5638", 12
    )
    out += ladder(1130, 712, 1064, 330, 40)
    lay = replace(STAND, turn=0.8, lean=10, hands=((22, -70), (19, -62)), feet=((5, -3), (-6, -5)))
    tile = rect(-5, -3, 10, 5, "#C4643C", 1)
    out += person(
        890,
        452,
        250,
        Look("short", "#3E7F8C", "long", SLATE, DEEP, hat="helmet"),
        replace(lay, hands=((22, -60), (20, -54)), lean=22),
        -1,
        mid=group(tile, x=25, y=-60),
        ground=False,
    )
    out += bricks(1270, 760, 6, 7, 36) + bricks(1310, 644, 4, 2, 36, seed=4)
    out += ellipse(420, 820, 130, 26, "#8F8478") + path(
        smooth([(300, 822), (360, 776), (430, 756), (500, 786), (545, 822), (420, 842)]),
        linear("#CFC4B2", "#95897C"),
    )
    dig = replace(
        STAND,
        turn=0.8,
        lean=26,
        curve=14,
        hip=(-3, -46),
        hands=((21, -47), (13, -57)),
        feet=((9, -3), (-9, -3)),
    )
    out += person(255, 850, 370, YOUTH_M, dig, mid=tool(4, -68, 46, -16, "shovel"), hat="cap", hat_colour="#5F8C45")
    stack = "".join(rect(-8, -4 - i * 4.2, 16, 3.8, ("#C4643C", "#B35433", "#D0744B")[i % 3], 0.6) for i in range(4))
    haul = replace(WALK, hands=((19, -54), (15, -52)), lean=-3)
    out += person(
        1190,
        880,
        380,
        Look("short", "#D98A3A", "long", NAVY, TAN, hat="non"),
        haul,
        -1,
        mid=group(stack, x=21, y=-53),
    )
    out += person(
        1010,
        890,
        380,
        Look("short", BLUE, "long", NAVY, FAIR, "pony", woman=True, hat="helmet", shoes="#4A4550"),
        replace(haul, hands=((19, -52), (16, -50))),
        -1,
        mid=group(stack, x=21, y=-50),
    )
    tray = rect(-10, -1, 20, 2, WOOD, 1) + cup(-5, -1, 0.3) + cup(4, -1, 0.3)
    offer = replace(STAND, turn=0.6, hands=((19, -58), (15, -57)))
    out += person(640, 900, 350, GRANNY, offer, mid=group(tray, x=20, y=-60), face=1)
    out += person(
        770,
        906,
        350,
        replace(GRANDPA, beard=True),
        replace(STAND, turn=0.5, hands=((13, -72), (-9, -49)), elbows=((0.3, 1), None)),
        -1,
    )
    return (
        out
        + bush(60, 960, 260, 130, LEAF_D, 3, [LOTUS, GOLD])
        + bricks(1440, 990, 5, 4, 44, seed=7)
        + grass(-10, 520, 1004, 50, LEAF, 3)
        + vignette()
    )


def trong_cay():
    """Tree planting on the dike."""
    out = (
        sky("#BDE0E4", "#FDF3D8", 520, sun=(1180, 170), size=58)
        + cloud(420, 130, 1.1)
        + cloud(860, 90, 0.7)
        + birds(560, 250, 0.8)
    )
    out += (
        horizon(470, 111)
        + ground(486, "#D9D27C", "#A9B85A", 3)
        + plots(490, 760, ["#B9C75E", "#9DB84F", "#D6CF7A", "#A8C25C"], (900, 480), 4, 3400, 13)
    )
    out += (
        areca(140, 600, 420, 3)
        + areca(230, 600, 330, 5)
        + house(1240, 570, 270, "#F3DDA6", BRICK, 2)
        + banana(1540, 600, 300, 5)
    )
    out += path(
        smooth(
            [(-40, 650), (300, 600), (800, 640), (1250, 610), (1640, 650), (1640, 1100), (-40, 1100)],
            tension=0.8,
        ),
        linear("#A5C25A", "#5F9142"),
    )
    out += path(
        smooth(
            [
                (-40, 720),
                (500, 690),
                (1100, 720),
                (1640, 700),
                (1640, 790),
                (1100, 800),
                (500, 775),
                (-40, 800),
            ],
            tension=0.8,
        ),
        linear("#E3C594", "#C79F68"),
    )
    for x, y, h in ((80, 690, 130), (420, 670, 110), (1080, 668, 110), (1330, 676, 124), (1520, 690, 134)):
        out += shadow(x, y, 36, 7) + ellipse(x, y, 26, 7, "#8A6240") + sapling(x, y, h, LEAF)
    dig = replace(
        STAND,
        turn=0.8,
        lean=24,
        curve=14,
        hip=(-3, -46),
        hands=((21, -44), (13, -56)),
        feet=((9, -3), (-9, -3)),
    )
    out += mound(520, 890, 1.1) + person(
        330, 890, 400, YOUTH_M, dig, mid=tool(3, -70, 44, -12, "shovel"), hat="bucket", hat_colour="#5F8C45"
    )
    out += mound(880, 900, 1.3) + sapling(880, 890, 270, LEAF)
    kneel = replace(SQUAT, hands=((25, -27), (24, -14)))
    out += person(755, 910, 400, replace(YOUTH_F, happy=True), kneel) + person(
        1015, 912, 400, replace(FARMER_F, colour="#C46A5A"), kneel, -1
    )
    can = group(
        path("M-7 -6L6 -6L7 7L-7 7Z", linear(GOLD, OCHRE))
        + path("M6 3L17 -6L18.6 -4L7 6Z", OCHRE)
        + stroke("M-5 -6Q0 -15 6 -6", OCHRE, 1.8),
        x=20,
        y=-43,
    )
    drops = stroke("M38 -46q4 5 5 12M38 -46q7 5 9 13M38 -46q1 7 1 13", "#9FD0DA", 1)
    out += mound(1375, 900, 1.0) + sapling(1375, 894, 190, LEAF)
    out += person(
        1220,
        900,
        270,
        PUPIL_F,
        replace(STAND, turn=0.7, hands=((20, -50), (16, -49)), lean=6),
        mid=can + drops,
    )
    out += person(
        1500,
        890,
        400,
        MAN_A,
        replace(STAND, turn=0.5, hands=((14, -60), (10, -50)), lean=2),
        -1,
        mid=tool(14, -78, 14, -12, "hoe"),
    )
    out += person(
        150,
        860,
        260,
        PUPIL_M,
        replace(WALK, hands=((14, -56), (10, -55))),
        mid=group(sapling(0, 0, 34) + path("M-5 0L5 0L4 9L-4 9Z", BRICK), x=14, y=-58),
    )
    return (
        out
        + flower_row([(20 + i * 48, 1000, 1.1) for i in range(34)], [WHITE, GOLD, "#F4B6C2"], 9, 6)
        + grass(-10, 1620, 1008, 60, LEAF, 5, 10)
        + vignette()
    )


def mound(x, y, s):
    """Fresh earth round a planting hole."""
    d = smooth([(-90, 8), (-60, -14), (-14, -26), (30, -24), (74, -10), (94, 8), (0, 20)])
    return group(
        shadow(0, 10, 110, 14),
        path(d, linear("#A8764A", "#704A35")),
        ellipse(0, -14, 34, 8, "#553627"),
        x=x,
        y=y,
        s=s,
    )


def den_truong():
    """Children on their way to school."""
    out = (
        sky("#BFE2E8", "#FEF4DC", 500, sun=(330, 170), size=60)
        + cloud(760, 120, 1.1)
        + cloud(1250, 90, 0.8)
        + birds(940, 250, 0.7)
    )
    out += (
        horizon(480, 121)
        + ground(496, "#C9D47C", "#9DB84F", 3)
        + school(1080, 560, 620)
        + flag(780, 580, 300, 58)
        + areca(720, 600, 300, 3)
        + tree(1460, 590, 280, LEAF, 5)
        + areca(1560, 610, 420, 6)
    )
    out += areca(90, 640, 480, 4) + areca(190, 630, 370, 8) + banana(330, 640, 280, 5)
    out += plots(580, 760, ["#A9C25C", "#BFD06A", "#93B452"], (700, 470), 3, 4200, 15) + rice_rows(610, 740, LEAF, 6)
    out += path("M-10 770Q500 730 1000 764T1610 752L1610 930Q1000 950 500 930T-10 940Z", linear("#F0E4CC", "#CFBFA6"))
    out += "".join(line(x, 762, x - 50, 936, "#B3A28C", 2, opacity=0.6) for x in range(90, 1640, 230))
    ride = Pose(
        hip=(-8, -41),
        lean=16,
        turn=0.8,
        hands=((16, -44), (15, -43)),
        feet=((4, -8), (-5, -16)),
        knees=((1, -0.4), (1, -0.4)),
    )
    for x, look, colour, h in ((560, PUPIL_M, RED, 320), (1130, PUPIL_F, "#D8688A", 320)):
        tall = replace(look, head=1.2, legs="long" if look is PUPIL_M else "skirt")
        out += shadow(x, 905, 130, 13) + person(x, 900, h, tall, ride, behind=bicycle(colour), ground=False)
    walk = replace(WALK, hands=((12, -50), (-12, -52)))
    back_ = group(rect(-15, -72, 10, 21, linear("#3C78B4", "#27508A"), 4))
    out += person(300, 900, 260, PUPIL_F, walk, behind=back_) + person(
        190,
        906,
        270,
        PUPIL_M,
        replace(walk, hands=((14, -58), (-11, -51))),
        behind=group(rect(-15, -72, 10, 21, linear(GOLD, OCHRE), 4)),
    )
    out += person(
        880,
        906,
        262,
        replace(PUPIL_M, skin=DEEP),
        replace(walk, hands=((15, -66), (-11, -51))),
        behind=group(rect(-15, -72, 10, 21, linear("#6B9A41", "#3B7043"), 4)),
    )
    out += person(
        1420,
        900,
        380,
        replace(AODAI, colour="#D8688A", hair="pony"),
        replace(STAND, turn=0.5, hands=((24, -92), (-8, -50)), elbows=((0.8, 0.5), None)),
        -1,
    )
    return (
        out
        + rice_front(1012, 84, 5, -30, 1640, 26, False, 0.06)
        + flower_row([(40 + i * 90, 968, 0.9) for i in range(18)], [WHITE, GOLD, LOTUS], 9, 8)
        + vignette()
    )


def school(x, y, w):
    """A two-storey village school; x is its middle."""
    h, out = w * 0.36, shadow(x, y + 4, w * 0.58, 16)
    out += rect(x - w / 2, y - h, w, h, linear("#F6DFA4", "#E8C783"))
    for floor in (0, 1):
        base = y - floor * h / 2
        out += rect(x - w / 2, base - h * 0.46, w, h * 0.4, "#C9A96C", opacity=0.5)
        for i in range(8):
            px = x - w / 2 + w * (i + 0.5) / 8
            out += rect(
                px - w * 0.034,
                base - h * 0.38,
                w * 0.068,
                h * (0.36 if i % 3 == 1 else 0.22),
                TEAL_D if i % 3 != 1 else WOOD,
                2,
            )
        for i in range(9):
            out += rect(x - w / 2 + w * i / 8 - 6, base - h * 0.48, 12, h * 0.48, WHITE)
        out += rect(x - w / 2 - 8, base - h / 2, w + 16, 10, "#FFF8E4") + (
            rect(x - w / 2, base - h * 0.12, w, h * 0.09, "#D9583B", opacity=0.85) if floor else ""
        )
    roof = [
        (x - w * 0.54, y - h + 2),
        (x - w * 0.48, y - h - w * 0.11),
        (x + w * 0.48, y - h - w * 0.11),
        (x + w * 0.54, y - h + 2),
    ]
    return out + tiles(poly(roof), (x - w * 0.54, y - h - w * 0.11, x + w * 0.54, y - h), BRICK, 11)


def giam_sat():
    """Residents supervise the concreting of their road."""
    out = sky("#C4E2E4", "#FDF2D6", 480, sun=(1280, 150), size=54) + cloud(420, 120, 1.0) + cloud(860, 160, 0.7)
    out += (
        horizon(460, 131)
        + ground(474, "#CBD07A", LEAF, 3)
        + house(60, 590, 400, "#F3DDA6", BRICK, 3)
        + areca(520, 560, 330, 4)
        + banana(470, 600, 240, 6)
        + house(1200, 580, 350, "#DDE6D2", "#A6503A", 4)
        + areca(1140, 570, 340, 5)
        + areca(1560, 600, 430, 8)
        + tree(20, 600, 280, LEAF_D, 5)
    )
    out += path(
        poly([(-10, 600), (620, 500), (940, 500), (1620, 600), (1620, 1010), (-10, 1010)]),
        linear("#C3CB6C", "#7FA048"),
    )
    out += path(poly([(770, 500), (850, 500), (1420, 1010), (160, 1010)]), linear("#D8D2C8", "#A9A29C"))
    out += path(poly([(700, 560), (925, 560), (1150, 760), (450, 760)]), linear("#B3ACA6", "#8E8882")) + path(
        poly([(450, 760), (1150, 760), (1420, 1010), (160, 1010)]), linear("#D0AE7C", "#B18A5C")
    )
    out += "".join(
        ellipse(300 + (i * 173) % 1000, 800 + (i * 71) % 190, 10 + i % 4 * 3, 4, "#8E7A66", opacity=0.7)
        for i in range(44)
    )
    out += line(770, 500, 160, 1010, "#9C6F43", 12) + line(850, 500, 1420, 1010, "#9C6F43", 12)
    out += path(
        smooth([(470, 772), (600, 740), (800, 752), (980, 738), (1130, 770), (960, 800), (760, 790), (590, 806)]),
        linear("#9B958F", "#7F7974"),
    )
    out += rect(500, 724, 600, 16, linear("#D6A86C", "#9C6F43"), 3)
    push = replace(
        STAND,
        turn=0.8,
        lean=26,
        curve=12,
        hip=(-3, -46),
        hands=((24, -36), (20, -34)),
        feet=((7, -3), (-10, -3)),
    )
    worker = Look("vest", "#E8832E", "long", NAVY, DEEP, hat="helmet", shoes="#3B5A44", collar="#5C86A8")
    out += person(500, 800, 340, worker, push, mid=tool(12, -56, 30, -18, "hoe")) + person(
        1110, 800, 340, replace(worker, hat_colour=WHITE), push, -1, mid=tool(12, -56, 30, -18, "shovel")
    )
    out += mixer(800, 610, 0.9) + person(
        930,
        640,
        230,
        replace(worker, hat_colour="#3C78B4"),
        replace(STAND, turn=0.6, hands=((19, -62), (16, -56))),
        -1,
    )
    note = replace(STAND, turn=0.6, hands=((15, -60), (13, -58)), elbows=(None, (-1, 0.6)), nod=6)
    out += person(
        110,
        905,
        430,
        replace(MAN_A, colour="#F5EFE2", hat="cap", hat_colour="#4A5A6E"),
        note,
        mid=group(clipboard(0, 0, -10), x=16, y=-63),
    )
    point = replace(STAND, turn=0.6, hands=((28, -70), (-7, -49)), elbows=((0.3, 1), None))
    out += person(300, 895, 400, replace(WOMAN_A, hat="non"), point)
    level = rect(-14, -1.6, 28, 3.2, "#E8B12E", 0.6) + rect(-2.4, -1, 4.8, 2, "#BFE8C8", 0.4)
    out += person(
        1370,
        900,
        410,
        WOMAN_B,
        replace(STAND, turn=0.6, lean=8, hands=((18, -56), (14, -55))),
        -1,
        mid=group(level, x=19, y=-57),
    )
    out += person(
        1500,
        910,
        420,
        replace(GRANDPA, glasses=True),
        replace(STAND, turn=0.5, hands=((9, -50), (-9, -49))),
        -1,
    )
    out += cone(700, 930) + cone(880, 960) + cone(560, 970)
    return out + grass(-10, 230, 1008, 60, LEAF, 3) + grass(1400, 1620, 1008, 60, LEAF, 4) + vignette()


def cone(x, y, s=1.0):
    """A traffic cone."""
    out = shadow(0, 0, 36, 7) + path("M-7 -84Q0 -90 7 -84L24 -4L-24 -4Z", linear("#F08A4B", "#C9552A", x2=1, y2=0))
    return group(
        out,
        path("M-14.5 -48L14.5 -48L18.5 -30L-18.5 -30Z", WHITE),
        rect(-34, -8, 68, 9, "#B8482A", 3),
        x=x,
        y=y,
        s=s,
    )


WORKS = {
    "phan-loai-rac": phan_loai_rac,
    "nha-dai-doan-ket": nha_dai_doan_ket,
    "trong-cay": trong_cay,
    "den-truong": den_truong,
    "giam-sat": giam_sat,
}
