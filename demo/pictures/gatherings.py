"""Pictures led by people: festival, meeting, market, phones, sport, reconciliation."""

from dataclasses import replace

from built import (
    basket,
    bicycle,
    chair,
    clipboard,
    cup,
    door,
    drum,
    festival_flag,
    flag,
    hall,
    house,
    pennants,
    phone,
    stall,
    star,
    stool,
    table,
    teapot,
    yard,
)
from landscapes import carrier, horizon
from nature import (
    areca,
    bamboo,
    banana,
    banyan,
    bush,
    cloud,
    dapple,
    far_trees,
    flower_row,
    grass,
    ground,
    lotus,
    lotus_leaf,
    rice_rows,
    sky,
    tree,
    vignette,
)
from people import (
    AODAI,
    BACK,
    CHEER,
    CLAP,
    DEEP,
    FAIR,
    FARMER_F,
    GRANDPA,
    GRANNY,
    GREY_HAIR,
    MAN_A,
    MAN_B,
    NAVY,
    PUPIL_F,
    PUPIL_M,
    SIT,
    SLATE,
    SQUAT,
    STAND,
    TAN,
    WALK,
    WOMAN_A,
    WOMAN_B,
    WOMAN_C,
    YOUTH_F,
    YOUTH_M,
    Look,
    person,
)
from svg import (
    BRICK,
    CREAM,
    GOLD,
    GREY,
    INDIGO,
    LEAF,
    LEAF_D,
    LOTUS,
    LOTUS_D,
    RED,
    TEAL,
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
    stroke,
)


def ngay_hoi():
    """The great unity festival."""
    out = sky("#BFE2E6", "#FDF3DA", 560, sun=(300, 150), size=54) + cloud(1180, 110, 1.0) + cloud(620, 150, 0.7)
    out += far_trees(520, 120, mix(LEAF_D, CREAM, 0.55), 61) + far_trees(548, 80, mix(LEAF_D, CREAM, 0.3), 63)
    out += (
        areca(90, 600, 440, 3) + areca(1500, 600, 470, 5) + areca(1420, 596, 360, 7) + hall(800, 560, 1000, "#F4DA9C")
    )
    out += banyan(40, 610, 0.62, 4) + yard(566)
    for x0, y0, x1, y1, k in (
        (-20, 40, 800, 96, 0),
        (800, 96, 1620, 40, 2),
        (-20, 190, 800, 96, 3),
        (800, 96, 1620, 190, 1),
    ):
        out += pennants(x0, y0, x1, y1, 70, 18, 38, k)
    out += festival_flag(240, 640, 330, 120) + festival_flag(1370, 640, 330, 120, -1) + flag(1090, 560, 380, 76)
    deck = rect(400, 610, 800, 66, linear(RED, "#7E1820")) + rect(390, 598, 820, 18, linear("#D9B070", "#A9783F"))
    deck += "".join(path(f"M{410 + i * 60} 616q30 40 60 0z", GOLD, opacity=0.85) for i in range(13))
    out += ellipse(800, 690, 470, 20, INDIGO, opacity=0.2) + deck
    fan = path("M0 0L-9 -12A15 15 0 0 1 9 -12Z", linear(LOTUS, "#FBE3DC")) + stroke(
        "M0 0L-5 -14M0 0L0 -15M0 0L5 -14", LOTUS_D, 0.6
    )
    dance = replace(
        STAND, turn=0.4, hands=((20, -98), (-17, -72)), feet=((5, -3), (-4, -3)), elbows=((1, 0.2), (-1, 0.6))
    )
    for x, colour, way in ((540, "#C9304A", 1), (690, GOLD, 1), (920, "#2F8C8C", -1), (1070, "#D8688A", -1)):
        fans = group(fan, x=22, y=-101, rot=20) + group(fan, x=-20, y=-74, rot=-60)
        out += person(
            x,
            602,
            236,
            replace(AODAI, colour=colour, hair="bun" if way < 0 else "long"),
            dance,
            way,
            front=fans,
        )
    sticks = line(15, -70, 25, -52, "#C9A15B", 1.6) + line(9, -62, 22, -50, "#C9A15B", 1.6)
    beat = replace(STAND, turn=0.7, hands=((15, -70), (9, -62)), lean=8)
    out += person(
        226,
        800,
        340,
        Look("aodai", "#35508A", "wide", WHITE, hat="turban", hat_colour="#24335F"),
        beat,
        mid=sticks,
    ) + drum(345, 800, 1.0)
    out += person(
        1330,
        790,
        330,
        Look(
            "aodai",
            "#7A3B6A",
            "wide",
            WHITE,
            hair_colour=GREY_HAIR,
            hat="turban",
            hat_colour="#4A2A4A",
            beard=True,
        ),
        CLAP,
        -1,
    )
    out += person(
        1440,
        796,
        320,
        replace(AODAI, colour="#8E5A9A", hair="lowbun", hair_colour=GREY_HAIR, happy=True),
        CLAP,
        -1,
    )
    crowd = (
        (560, WOMAN_B),
        (680, MAN_B),
        (790, replace(WOMAN_A, hat="non")),
        (1010, MAN_A),
        (1120, WOMAN_C),
        (900, PUPIL_M),
    )
    for x, look in crowd:
        small = look in (PUPIL_M, PUPIL_F)
        out += person(x, 960 if small else 985, 220 if small else 310, look, BACK)
    front = (
        (90, GRANNY),
        (245, replace(MAN_B, colour="#B86A3A")),
        (400, replace(AODAI, colour=RED)),
        (1230, replace(FARMER_F, colour="#4F7FA8")),
        (1390, YOUTH_M),
        (1530, replace(WOMAN_A, colour="#6B9A41", hair="bun")),
    )
    for i, (x, look) in enumerate(front):
        pose = replace(BACK, hands=((13, -104), (-10, -48)), elbows=((1, 0.2), None)) if i in (1, 4) else BACK
        little = line(0, 0, 0, -22, WOOD, 1) + rect(0, -22, 15, 10, RED) + group(star(3), x=7.5, y=-17)
        held = group(little, x=14, y=-106) if i in (1, 4) else ""
        out += person(x, 1150, 420, look, pose, front=held)
    return out + vignette()


def hop_thon():
    """A village meeting in the cultural house."""
    out = rect(0, 0, 1600, 1000, linear("#FBF0D4", "#EBD3A0"))
    out += rect(0, 0, 1600, 60, linear("#8A5A3C", "#B98A58")) + "".join(
        rect(x, 0, 22, 64, "#6E442F") for x in range(40, 1600, 240)
    )
    for x in (70, 1270):
        out += rect(x - 14, 126, 288, 290, WHITE) + rect(x, 140, 260, 262, linear("#BFE2E6", "#EAF1D2"))
        out += far_trees(380, 120, "#8DB37A", x, x, x + 200, False, 22)
        out += areca(x + 180, 402, 210, 4) + banana(x + 70, 402, 180, 6)
        out += rect(x + 124, 140, 12, 262, WHITE) + rect(x, 262, 260, 10, WHITE) + rect(x - 24, 402, 308, 18, "#D9C6A0")
        for k in (-1, 1):
            px = x + 130 + k * 190
            out += rect(px - 46, 130, 92, 282, linear(TEAL, TEAL_D)) + "".join(
                line(px - 36, 150 + i * 20, px + 36, 150 + i * 20, dark(TEAL, 0.35), 3) for i in range(13)
            )
    out += path(poly([(340, 420), (560, 420), (980, 1000), (560, 1000)]), "#FFF6DA", opacity=0.35)
    out += rect(0, 470, 1600, 20, "#B98A58") + rect(0, 486, 1600, 520, linear("#D9A873", "#A8714A"))
    out += "".join(line(800 + k * 100, 486, 800 + k * 330, 1000, "#8A5A3C", 2, opacity=0.4) for k in range(-9, 10))
    out += rect(560, 110, 480, 250, WOOD, 8) + rect(574, 124, 452, 222, linear("#FFFDF6", "#F3EBDA"))
    bars = ((630, 90, TEAL), (690, 130, GOLD), (750, 70, LOTUS), (810, 160, RED))
    out += "".join(rect(x, 320 - h, 38, h, colour, 3) for x, h, colour in bars) + line(610, 322, 870, 322, GREY, 3)
    out += (
        circle(945, 220, 52, LEAF)
        + path("M945 220L945 168A52 52 0 0 1 995 234Z", GOLD)
        + path("M945 220L995 234A52 52 0 0 1 930 270Z", LOTUS)
    )
    out += lotus_bowl(1130, 470)
    speak = replace(STAND, turn=0.5, hands=((26, -86), (-7, -52)), elbows=((0.6, 1), None))
    out += person(470, 590, 350, Look("short", WHITE, "long", NAVY, TAN, hair_colour=GREY_HAIR, happy=True), speak)
    for x, look in ((700, WOMAN_B), (860, GRANDPA), (1010, replace(MAN_A, colour="#D7E3E0"))):
        out += person(
            x,
            640,
            300,
            look,
            replace(STAND, hip=(0, -36), turn=0.25, hands=((7, -42), (-7, -42)), legs=False),
            ground=False,
        )
    out += (
        rect(600, 540, 510, 100, linear(RED, "#871A22"))
        + rect(588, 526, 534, 20, "#C64A3E")
        + "".join(line(x, 546, x, 640, "#7E1820", 2, opacity=0.6) for x in range(640, 1110, 44))
    )
    out += (
        lotus(760, 526, 0.5)
        + cup(690, 528, 0.8)
        + cup(930, 528, 0.8)
        + cup(1040, 528, 0.8)
        + ellipse(855, 646, 290, 12, INDIGO, opacity=0.2)
    )
    out += person(
        1290,
        640,
        330,
        replace(WOMAN_C, colour="#4F7FA8"),
        replace(STAND, turn=0.5, hands=((12, -62), (8, -60))),
        -1,
        mid=group(clipboard(0, 0, -14), x=13, y=-63),
    )
    rows = (
        (
            740,
            260,
            (110, 270, 430, 590, 1010, 1180, 1340, 1500),
            (
                MAN_B,
                GRANNY,
                WOMAN_C,
                replace(YOUTH_M, colour="#C9683F"),
                replace(MAN_A, colour="#7FA8B0"),
                replace(WOMAN_A, hair="bun"),
                YOUTH_M,
                WOMAN_B,
            ),
        ),
        (
            900,
            340,
            (40, 255, 470, 685, 915, 1130, 1345, 1560),
            (
                WOMAN_C,
                WOMAN_A,
                replace(MAN_B, colour="#B86A3A"),
                WOMAN_B,
                replace(GRANDPA, colour="#DCD2BC"),
                YOUTH_F,
                replace(MAN_A, colour="#8C6A4A"),
                WOMAN_C,
            ),
        ),
        (
            1150,
            460,
            (130, 440, 1160, 1470),
            (
                replace(WOMAN_C, colour="#7A5C8A"),
                GRANDPA,
                replace(MAN_B, colour="#35508A"),
                replace(GRANNY, colour="#6E7F4A"),
            ),
        ),
    )
    for y, h, places, looks in rows:
        for i, (x, look) in enumerate(zip(places, looks, strict=True)):
            raised = (y, i) in ((740, 5), (900, 2))
            pose = replace(
                BACK,
                hip=(0, -34),
                legs=False,
                hands=((14, -95) if raised else (8, -34), (-8, -34)),
                elbows=((1, 0.2), None),
            )
            out += person(x, y + h * 0.16, h, replace(look, hat=""), pose, ground=False) + seat(
                x, y + h * 0.16, h / 330
            )
    return out + vignette()


def lotus_bowl(x, y):
    """A tall vase of lotus on a stand."""
    out = rect(-46, -96, 92, 96, linear(WOOD, dark(WOOD, 0.3))) + rect(-54, -104, 108, 12, light(WOOD, 0.2))
    out += lotus_leaf(-30, -190, 44, 40, -20, LEAF, 16) + lotus_leaf(36, -196, 40, 40, 18, LEAF_D, -16)
    out += (
        lotus(-4, -214, 0.7, stem=60)
        + lotus(34, -236, 0.5, 0.1, stem=110, sway=-40)
        + lotus(-38, -230, 0.5, 0.1, stem=110, sway=50)
    )
    out += path(
        "M-22 -170Q-36 -140 -22 -104L22 -104Q36 -140 22 -170Z", linear("#FDFBF4", "#BFD5DB", x2=1, y2=0)
    ) + line(-27, -136, 27, -136, "#3C6FB0", 4)
    return group(out, x=x, y=y)


def seat(x, y, s, colour="#9A6A42"):
    """The back of a chair seen from behind."""
    out = rect(-50, -176, 100, 24, linear(light(colour, 0.2), colour), 8) + rect(-46, -132, 92, 16, colour, 5)
    out += (
        rect(-50, -170, 11, 170, dark(colour, 0.1), 4)
        + rect(39, -170, 11, 170, dark(colour, 0.2), 4)
        + rect(-52, -100, 104, 16, dark(colour, 0.25), 4)
    )
    return group(out, x=x, y=y, s=s)


def cho_que():
    """The village market."""
    out = sky("#F6DDB0", "#FDF3DA", 420, sun=(1240, 130), glow="#FFD98C", size=56) + cloud(420, 110, 0.9, "#FFF6E4")
    out += (
        far_trees(410, 120, mix(LEAF_D, "#FBE9C0", 0.5), 91)
        + house(560, 470, 430, "#EFD39A", BRICK, 3)
        + areca(500, 470, 340, 3)
        + banyan(1480, 520, 0.85, 6)
        + areca(60, 480, 420, 8)
    )
    out += yard(470, "#E9CFA2", "#C59C6C", "#A97C4E")
    out += carrier(880, 600, 210, replace(FARMER_F, colour="#7A5C8A"), -1, (LEAF, "#D9583B")) + person(
        1010, 590, 200, MAN_B, WALK
    )
    for x, w, colours, y in (
        (40, 330, (RED, WHITE), 690),
        (430, 300, (TEAL, WHITE), 650),
        (1130, 340, (GOLD, WHITE), 690),
    ):
        out += stall(x, y, w, colours, 300 if y > 660 else 260)
    for x, y, look in (
        (150, 700, WOMAN_B),
        (270, 700, replace(GRANNY, colour="#6E7F4A")),
        (570, 660, replace(WOMAN_A, hat="scarf", hat_colour="#7A5C8A")),
        (1250, 700, replace(WOMAN_C, hat="non")),
        (1390, 700, MAN_B),
    ):
        out += person(x, y, 280, look, replace(STAND, turn=0.5, hands=((15, -58), (2, -54))), 1 if x < 800 else -1)
    for x, y, w in ((30, 714, 350), (425, 672, 310), (1120, 714, 360)):
        out += counter(x, y, w)
    cake = ("#E6A23C", "#D9583B", "#86B14F", "#F2D184", "#B35A8A")
    for i in range(5):
        out += basket(70 + i * 68, 634, 34, cake[i]) + basket(1160 + i * 70, 634, 34, cake[(i + 2) % 5])
    for i in range(4):
        out += basket(462 + i * 78, 592, 34, cake[(i + 3) % 5])
    shop = basket(12, -25, 9, "#86B14F", handle=True)
    out += person(
        720,
        850,
        385,
        Look("short", "#E6B85A", "long", NAVY, FAIR, "bob", woman=True, happy=True),
        replace(STAND, turn=0.6, hands=((24, -56), (12, -45)), lean=6),
        1,
        mid=shop,
    )
    out += person(
        990,
        880,
        400,
        replace(FARMER_F, colour="#B84A5A"),
        replace(SQUAT, hands=((23, -32), (20, -22))),
        -1,
        mid=group(path("M-3 0L-6 -12Q0 -17 6 -12L3 0Z", LEAF) + path("M-2 0L2 0L1.6 6L-1.6 6Z", WHITE), x=25, y=-30),
    )
    for x, y, r, colour in (
        (830, 905, 62, "#86B14F"),
        (900, 955, 66, "#E6A23C"),
        (750, 960, 60, "#D9583B"),
        (1080, 965, 70, "#A8B84A"),
    ):
        out += basket(x, y, r, colour)
    out += person(
        330,
        900,
        400,
        replace(GRANNY, hat="non", colour="#5C7A86"),
        replace(WALK, hands=((14, -50), (4, -47))),
        1,
        mid=basket(5, -24, 10, "#D9583B", handle=True),
    )
    out += person(190, 890, 250, PUPIL_F, replace(WALK, hands=((14, -60), (-9, -48))), scarf="", colour="#E88BA1")
    out += group(bicycle(TEAL_D), x=1380, y=900, s=4.4, sx=-4.4) + basket(1468, 778, 54, "#86B14F")
    return out + group(banana(0, 0, 560, 5, LEAF_D), x=-60, y=1140) + grass(1300, 1620, 1006, 44, LEAF, 5) + vignette()


def counter(x, y, w):
    """The board of a stall with its cloth."""
    out = rect(x, y - 76, w, 76, linear("#C99A62", "#8F6238")) + rect(x - 8, y - 88, w + 16, 16, "#DDB27A")
    return out + "".join(line(x + i * w / 8, y - 72, x + i * w / 8, y, "#7C5433", 2, opacity=0.5) for i in range(1, 8))


def veranda():
    """Background of the smartphone picture: a shady veranda with a view."""
    out = (
        sky("#C4E3E0", "#FDF1D4", 470, sun=(1010, 170), size=52)
        + cloud(640, 140, 0.8)
        + horizon(450, 101)
        + ground(468, "#C5D07A", LEAF, 3)
    )
    out += (
        rice_rows(490, 600, LEAF, 4)
        + areca(640, 560, 380, 3)
        + areca(720, 566, 300, 6)
        + banana(1190, 600, 320, 5, fruit=True)
        + bush(860, 600, 190, 100, LEAF_D, 4, [LOTUS, RED])
        + bush(1040, 604, 150, 80, LEAF, 6)
    )
    out += rect(-10, 600, 1620, 410, linear("#D6A06C", "#A86E48"))
    out += "".join(
        line(800 + k * 120, 600, 800 + k * 300, 1010, "#8A5636", 2, opacity=0.4) for k in range(-10, 11)
    ) + "".join(line(-10, y, 1610, y, "#8A5636", 2, opacity=0.4) for y in (628, 672, 744, 862))
    out += rect(-10, 0, 400, 620, linear("#F6E3B4", "#E6C98E")) + door(120, 606, 170, 400, "#9A6039")
    out += (
        rect(380, 0, 34, 640, linear(WOOD, "#7C5238", x2=1, y2=0))
        + rect(1400, 0, 34, 640, linear(WOOD, "#7C5238", x2=1, y2=0))
        + rect(370, 628, 54, 22, "#BDB1A4", 4)
        + rect(1390, 628, 54, 22, "#BDB1A4", 4)
    )
    out += rect(-10, 0, 1620, 58, linear("#6B4130", "#8F5C3C")) + "".join(
        path(f"M{i * 46 - 10} 56q23 26 46 0z", BRICK) for i in range(36)
    )
    return out + path(poly([(640, 600), (1100, 600), (1500, 1010), (760, 1010)]), "#FFF0C4", opacity=0.2)


def thanh_nien_so():
    """Youths in blue help elders with their smartphones."""
    out = veranda()
    hold = phone(0, 0, 16, 1.1)
    out += chair(520, 850, 1.3) + chair(1180, 850, 1.3, face=-1)
    sit = replace(SIT, hip=(0, -27), hands=((16, -52), (14, -50)), nod=12)
    out += person(505, 850, 390, GRANNY, replace(sit, elbows=((-0.4, 1), (-0.4, 1))), mid=group(hold, x=19, y=-56))
    point = replace(
        STAND,
        turn=0.7,
        lean=24,
        curve=12,
        nod=4,
        hip=(-3, -47),
        hands=((25, -58), (14, -48)),
        feet=((4, -3), (-7, -3)),
    )
    out += person(352, 875, 420, replace(YOUTH_F, hat="", happy=True), replace(point, hands=((26, -58), (27, -55))))
    out += person(
        1195,
        850,
        390,
        replace(GRANDPA, glasses=True, beard=True),
        replace(sit, elbows=((-0.4, 1), (-0.4, 1))),
        -1,
        mid=group(hold, x=19, y=-56),
    )
    out += stool(1030, 880, 1.2, RED)
    out += person(
        1025,
        880,
        390,
        replace(YOUTH_M, happy=True),
        replace(SIT, hip=(0, -19), hands=((24, -47), (13, -30)), feet=((16, -3), (9, -3)), nod=6, lean=8),
        1,
    )
    out += person(
        1400,
        880,
        430,
        replace(YOUTH_F, hat="bucket", hair="bob"),
        replace(STAND, turn=0.6, hands=((13, -62), (9, -58)), nod=8),
        -1,
        mid=group(phone(0, 0, 10, 1.1), x=14, y=-67),
    )
    out += table(770, 880, 210, 96) + teapot(735, 772, 0.6) + cup(800, 772, 0.8) + cup(835, 776, 0.8)
    for x, y, r in ((640, 500, 44), (960, 440, 36), (850, 330, 30)):
        out += bubble(x, y, r, (640, 960, 850).index(x))
    return (
        out
        + group(banana(0, 0, 560, 3, LEAF_D), x=1660, y=1150)
        + bush(30, 1010, 300, 150, LEAF_D, 5, [LOTUS, WHITE])
        + vignette()
    )


def bubble(x, y, r, kind):
    """A floating bubble with a wordless service sign: heart, tick, envelope."""
    tone = (LOTUS_D, LEAF, TEAL)[kind]
    out = circle(0, 0, r, WHITE, opacity=0.94) + path(
        f"M{-r * 0.3} {r * 0.9}L{-r * 0.55} {r * 1.35}L{r * 0.2} {r * 0.97}Z", WHITE, opacity=0.94
    )
    shapes = (
        path("M0 16C-34 -6 -16 -26 0 -10C16 -26 34 -6 0 16Z", tone),
        stroke("M-13 0L-4 10L14 -11", tone, 7),
        rect(-15, -11, 30, 22, tone, 4) + stroke("M-13 -8L0 3L13 -8", WHITE, 3),
    )
    return group(out, group(shapes[kind], s=r / 36), x=x, y=y)


def the_thao():
    """Tug of war on the village ground."""
    out = sky("#BDE0E6", "#FDF3DA", 500, sun=(1260, 160), size=56) + cloud(360, 120, 1.1) + cloud(900, 100, 0.8)
    out += (
        far_trees(490, 104, mix(LEAF_D, CREAM, 0.55), 141)
        + far_trees(510, 80, mix(LEAF_D, CREAM, 0.3), 142)
        + hall(800, 540, 620, "#F4DA9C")
        + areca(120, 580, 430, 4)
        + areca(1490, 580, 450, 6)
        + tree(310, 570, 270, LEAF, 5)
        + tree(1290, 570, 280, LEAF_D, 7)
    )
    out += ground(540, "#B5C867", "#6E9C48", 4, 5) + path(
        "M-10 720Q800 660 1610 720V940Q800 990 -10 940Z", linear("#EBCB94", "#CFA368")
    )
    out += (
        pennants(-20, 70, 800, 130, 70, 18, 36, 0)
        + pennants(800, 130, 1620, 70, 70, 18, 36, 3)
        + festival_flag(210, 640, 320, 100)
        + festival_flag(1400, 640, 320, 100, -1)
    )
    fans = (
        WOMAN_A,
        PUPIL_M,
        MAN_B,
        GRANNY,
        PUPIL_F,
        YOUTH_F,
        WOMAN_C,
        GRANDPA,
        PUPIL_M,
        WOMAN_B,
        replace(MAN_A, colour="#7FA8B0"),
    )
    for i, look in enumerate(fans):
        small = look in (PUPIL_M, PUPIL_F)
        x = 330 + i * 96
        out += person(
            x,
            672 + (i % 2) * 8,
            150 if small else 218,
            look,
            CHEER if i % 3 == 0 or small else CLAP,
            1 if x < 800 else -1,
        )
    y, h = 860, 350
    rope = y - h * 0.56
    out += (
        line(120, rope + 4, 1480, rope + 4, "#8A6232", 9)
        + line(120, rope, 1480, rope, "#D9B377", 9)
        + stroke("".join(f"M{x} {rope + 4}l9 -9" for x in range(120, 1480, 18)), "#A87B45", 2)
    )
    pull = replace(
        STAND,
        turn=0.8,
        lean=-24,
        curve=8,
        nod=6,
        hip=(-7, -41),
        hands=((12, -56), (5, -56)),
        feet=((17, -3), (2, -3)),
        elbows=((-0.2, 1), (-0.2, 1)),
    )
    deep = replace(pull, lean=-32, hip=(-9, -37), hands=((7, -56), (0, -56)), feet=((20, -3), (5, -3)))
    reds = (
        replace(MAN_B, colour=RED, shoes=WHITE),
        replace(WOMAN_A, colour=RED, shoes=WHITE, hair="pony"),
        replace(YOUTH_M, colour=RED),
        replace(MAN_A, colour=RED, glasses=False, hat="cap", hat_colour="#7E1820"),
    )
    blues = (
        replace(YOUTH_M, colour="#2F74B5"),
        replace(YOUTH_F, hat=""),
        replace(MAN_B, colour="#2F74B5", skin=TAN, shoes=WHITE),
        replace(WOMAN_C, colour="#2F74B5", hair="bun"),
    )
    for i in range(4):
        out += person(620 - i * 132, y, h, reds[i], deep if i % 2 else pull, 1)
        out += person(980 + i * 132, y, h, blues[i], pull if i % 2 else deep, -1)
    out += path(poly([(792, rope), (808, rope), (816, rope + 62), (800, rope + 48), (784, rope + 62)]), RED) + circle(
        800, rope, 9, GOLD
    )
    out += line(800, 740, 800, 950, WHITE, 5, opacity=0.7)
    return (
        out
        + flower_row([(30 + i * 60, 1004, 1.0) for i in range(27)], [WHITE, GOLD, LOTUS], 10, 4)
        + grass(-10, 1620, 1008, 46, LEAF, 7, 12)
        + vignette()
    )


def hoa_giai():
    """Four people round a tea table under a tree make peace."""
    out = (
        sky("#CDE6DC", "#FDF1D2", 500, sun=(1240, 180), size=56)
        + cloud(980, 110, 0.9)
        + horizon(470, 151)
        + ground(486, "#C9D27C", LEAF, 3)
        + rice_rows(500, 580, LEAF, 4)
    )
    out += (
        house(1080, 590, 420, "#F3DDA6", BRICK, 3)
        + areca(1020, 570, 340, 4)
        + banana(1540, 610, 300, 5)
        + bamboo(80, 590, 320, 4)
    )
    ground_ = "M-10 612Q800 580 1610 616V1010H-10Z"
    out += path(ground_, linear("#E9D3A0", "#BF9862")) + dapple(ground_, 5, "#FFF3C9", 60, (0, 630, 1600, 1000), 44)
    out += shadow(720, 800, 860, 210, 0.26) + banyan(720, 690, 1.28, 4)
    out += bush(1440, 650, 190, 110, LEAF_D, 4, [LOTUS, WHITE]) + bush(150, 660, 200, 110, LEAF_D, 6, [GOLD, WHITE])
    for x in (478, 1082):
        out += rect(x - 92, 780, 184, 20, light("#8F5C3C", 0.2), 5) + rect(x - 76, 798, 20, 120, "#8F5C3C")
        out += rect(x + 56, 798, 20, 120, dark("#8F5C3C", 0.2)) + shadow(x, 920, 110, 13)
    behind = replace(STAND, turn=0.3, hands=((8, -54), (-6, -54)))
    talk = replace(behind, hands=((18, -74), (-8, -55)), elbows=((0.6, 1), None))
    out += person(690, 872, 410, replace(GRANDPA, colour="#EDE4D0"), talk, ground=False)
    out += person(872, 872, 396, replace(WOMAN_B, happy=True), behind, -1, ground=False)
    out += table(780, 900, 400, 120, "#9A6240") + teapot(780, 774, 0.9)
    out += cup(700, 770, 0.95) + cup(866, 770, 0.95)
    sit = replace(SIT, hip=(0, -25), lean=8, turn=0.75, hands=((21, -31), (26, -50)), elbows=(None, (-0.2, 1)))
    left = Look("short", "#C9683F", "long", SLATE, DEEP, happy=True)
    right = Look("short", "#4C7F8C", "long", "#4A4550", TAN, hair_colour=GREY_HAIR, happy=True)
    for x, look, way in ((480, left, 1), (1080, right, -1)):
        out += person(x, 920, 520, look, sit, way, mid=cup(30, -49, 0.24))
    return (
        out
        + bush(60, 1010, 320, 150, LEAF_D, 7, [LOTUS, RED])
        + bush(1520, 1010, 320, 150, LEAF_D, 8, [GOLD, WHITE])
        + grass(200, 1400, 1008, 40, LEAF, 5)
        + vignette()
    )


GATHERINGS = {
    "ngay-hoi": ngay_hoi,
    "hop-thon": hop_thon,
    "cho-que": cho_que,
    "thanh-nien-so": thanh_nien_so,
    "the-thao": the_thao,
    "hoa-giai": hoa_giai,
}
