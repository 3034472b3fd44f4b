"""Villages, yards and riverbanks."""

import random

from cms.demo.illustrations.hand import (
    H,
    W,
    birds,
    bust,
    circle,
    cloud,
    ell,
    f,
    g,
    glints,
    ground,
    house,
    leafy,
    line,
    path,
    person,
    rect,
    reeds,
    ribbon,
    save,
    spruce,
    treeline,
)


def people(rows, shade="sand2", arms=()):
    """(x, y, height, coat, skin, hair, skirt) standing people with their shadows."""
    return "".join(ell(x + s * 0.26, y, s * 0.4, 9, shade) for x, y, s, *_ in rows) + "".join(
        person(x, y, s, coat, skin, hair, skirt=skirt, arm=dict(arms).get(i))
        for i, (x, y, s, coat, skin, hair, skirt) in enumerate(rows)
    )


def snow(seed, n=90):
    rnd = random.Random(seed)
    return "".join(circle(rnd.uniform(0, W), rnd.uniform(0, 760), rnd.uniform(3, 7), "paper") for _ in range(n))


def winter_evening():
    win = "".join(
        rect(x, 500, 66, 104, "amber", 4) + line(f"M{x + 33} 500v104M{x} 548h66", "rust", 5)
        for x in (520, 630, 904, 1014)
    )
    glow = "".join(
        path(f"M{x - 20} 690H{x + 86}L{x + 130} 800H{x - 64}Z", "wheat", ' opacity=".35"')
        for x in (520, 630, 904, 1014)
    )

    def drift(ys, fill):
        return ground(ys, fill)

    def fir(x, y, h):
        return (
            spruce(x, y, h, "r6", "ink")
            + path(f"M{x} {y - h}l{f(h * 0.07)} {f(h * 0.26)}q{f(-h * 0.07)} {f(h * 0.05)} {f(-h * 0.14)} 0Z", "r1")
            + path(
                f"M{f(x - h * 0.14)} {f(y - h * 0.44)}q{f(h * 0.12)} {f(h * 0.05)} {f(h * 0.28)} 0l{f(-h * 0.03)} {f(-h * 0.1)}h{f(-h * 0.22)}Z",
                "r1",
            )
        )

    save(
        "ziemas-vakars",
        "Ziemas vakars pie tautas nama",
        rect(0, 0, W, H, "#173f4c"),
        ground([300, 240, 300, 250, 310], "#1d4c59"),
        ground([420, 380, 430, 390, 410], "#245a66"),
        circle(1330, 170, 62, "wheat"),
        circle(1304, 152, 56, "#1a4552"),
        "".join(
            circle(x, y, r, "r1")
            for x, y, r in (
                (140, 120, 4),
                (320, 70, 3),
                (470, 180, 4),
                (700, 90, 3),
                (930, 130, 4),
                (1120, 60, 3),
                (1500, 240, 4),
                (240, 250, 3),
                (1240, 320, 3),
            )
        ),
        treeline(-20, 1640, 520, 130, "r6", 5, 50),
        drift([520, 500, 515, 498, 510, 530], "r3"),
        drift([600, 560, 590, 600, 570, 610], "r2"),
        fir(250, 700, 380),
        fir(130, 720, 300),
        fir(1390, 700, 400),
        fir(1500, 730, 300),
        rect(450, 420, 700, 270, "sand"),
        path("M396 432L480 270H1120L1204 432Z", "rust"),
        path(
            "M380 436Q400 420 430 412L484 262Q800 232 1116 262L1170 412Q1204 420 1222 440Q1170 430 1120 400Q800 372 480 400Q430 430 380 436Z",
            "paper",
        ),
        rect(1000, 226, 60, 90, "#7f3c06"),
        rect(990, 216, 80, 20, "paper", 8),
        path(
            "M1030 206q-20 -34 6 -60t0 -62",
            "none",
            ' stroke="#82b2b2" stroke-width="16" stroke-linecap="round" opacity=".6"',
        ),
        win,
        rect(740, 500, 120, 190, "r5", 4),
        rect(754, 516, 42, 174, "wheat"),
        rect(804, 516, 42, 174, "wheat"),
        rect(716, 690, 168, 14, "r3"),
        line("M450 470Q560 520 660 476T800 492T960 474T1150 470", "r6", 4),
        "".join(
            circle(x, y, 10, c)
            for x, y, c in (
                (500, 492, "amber"),
                (570, 500, "wheat"),
                (640, 482, "clay"),
                (700, 482, "amber"),
                (900, 484, "amber"),
                (990, 478, "wheat"),
                (1070, 476, "clay"),
                (1120, 474, "amber"),
            )
        ),
        drift([720, 696, 700, 694, 704, 722], "r1"),
        glow,
        path("M720 704H880Q930 820 1120 1020H440Q660 840 720 704Z", "paper"),
        path("M752 704H848L900 800H712Z", "wheat", ' opacity=".55"'),
        people(
            [
                (560, 830, 170, "red", "s1", "rust", True),
                (640, 838, 176, "ink", "s2", "ink", False),
                (900, 790, 150, "h4", "s1", "#d9d2c4", True),
                (1010, 850, 182, "m4", "s1", "ink", False),
                (1076, 852, 112, "amber", "s1", "rust", False),
                (330, 880, 196, "clay", "s1", "ink", False),
            ],
            "r2",
            {0: "up", 5: "point"}.items(),
        ),
        "".join(
            path(f"M{x - w} {y}q0 {-w * 1.5:.0f} {w} {-w * 1.5:.0f}t{w} {w * 1.5:.0f}Z", c)
            + circle(x, y - w * 1.55, 6, "paper")
            + rect(x - w - 1, y - 3, w * 2 + 2, 9, "paper", 4)
            for x, y, w, c in (
                (560, 678, 17, "amber"),
                (640, 682, 18, "r4"),
                (1010, 686, 19, "red"),
                (1076, 752, 12, "h4"),
            )
        ),
        drift([940, 910, 930, 968, 930, 905, 930], "paper"),
        line("M160 1000v-60m0 24l-20 -16m20 4l18 -14M1460 1000v-70m0 30l-22 -16m22 2l20 -16", "rust", 6),
        snow(4),
    )


def planting():
    def sapling(x, y, h):
        return (
            line(f"M{x} {y}V{y - h}", "rust", 6)
            + line(f"M{x + 16} {y}V{f(y - h * 0.7)}", "sand2", 6)
            + "".join(
                ell(x + dx, y - h + dy, 15, 9, c, f' transform="rotate({r} {x + dx} {f(y - h + dy)})"')
                for dx, dy, c, r in (
                    (-16, 10, "m4", 30),
                    (14, 0, "m3", -30),
                    (-14, 40, "m3", 30),
                    (16, 34, "m4", -30),
                    (0, -14, "m4", 90),
                )
            )
            + ell(x, y + 2, 44, 13, "rust")
        )

    def spade(x, y, r):
        return g(
            line("M0 -150V-20", "clay", 10)
            + line("M-20 -152h40", "clay", 10)
            + path("M-24 -24h48v44q-4 26 -24 34q-20 -8 -24 -34Z", "r3"),
            f"translate({x} {y}) rotate({r})",
        )

    save(
        "koku-stadisana",
        "Kaimiņi stāda kokus upmalā",
        rect(0, 0, W, H, "r1"),
        ground([300, 260, 310, 280, 320], "#eef4ea"),
        circle(1240, 200, 74, "wheat"),
        cloud(180, 210, 430),
        cloud(880, 150, 320),
        birds(640, 250, 1, "r5"),
        ground([420, 390, 420, 400, 430], "r2"),
        treeline(-20, 1640, 466, 90, "m3", 14, 44),
        ground([466, 470, 462, 470, 464], "m3", 520),
        path("M-20 500Q400 470 800 500T1640 490V640Q1200 690 800 650T-20 660Z", "r3"),
        path("M-20 520Q420 495 800 520T1640 512V610Q1200 660 800 620T-20 628Z", "r2"),
        glints(
            [(260, 548, 150), (520, 580, 110), (820, 556, 160), (1130, 590, 130), (1390, 552, 170), (980, 610, 90)],
            "paper",
        ),
        path("M1090 560h190q-14 36 -56 36h-84q-34 0 -50 -36Z", "rust"),
        bust(1150, 562, 60, "amber", "s1", "rust"),
        bust(1222, 562, 60, "r5", "s2", "ink"),
        path("M-20 640Q300 590 640 640T1180 650T1640 620V1020H-20Z", "m2"),
        path("M-20 720Q340 660 700 720T1240 720T1640 700V1020H-20Z", "m3"),
        leafy(110, 720, 330, "m4", "m5"),
        leafy(1510, 710, 300, "m4", "m5"),
        reeds(1240, 1420, 690, 90, "m4", 8, 18),
        sapling(400, 760, 130),
        sapling(760, 740, 116),
        sapling(1240, 780, 140),
        people(
            [
                (310, 830, 196, "red", "s1", "rust", False),
                (500, 816, 186, "r5", "s2", "ink", True),
                (1120, 846, 200, "h4", "s1", "#d9d2c4", False),
                (1340, 850, 204, "clay", "s1", "ink", False),
                (660, 800, 120, "amber", "s1", "rust", False),
            ],
            "m4",
            {1: "point", 2: "point"}.items(),
        ),
        spade(560, 850, 14),
        spade(1064, 880, -12),
        sapling(880, 900, 190),
        path("M954 916h90l-14 76h-62Z", "r4"),
        ell(999, 916, 45, 10, "r5"),
        line("M958 912q41 -66 82 0", "r5", 6),
        path("M176 900h120l-12 70h-96Z", "clay"),
        ell(236, 900, 60, 12, "#7f3c06"),
        "".join(line(f"M{x} 898q-6 -50 {dx} -84", "m4", 7) for x, dx in ((210, -20), (236, 4), (262, 22))),
        path("M-20 950Q220 900 480 960T900 1020H-20Z", "m4"),
        path("M1640 930Q1440 900 1240 960T900 1020H1640Z", "m4"),
        "".join(
            circle(x, y, 8, c)
            for x, y, c in (
                (90, 960, "wheat"),
                (170, 984, "h2"),
                (1420, 960, "paper"),
                (1500, 978, "wheat"),
                (1560, 950, "h2"),
            )
        ),
    )


def bus_stop():
    bus = (
        rect(0, 0, 520, 210, "r5", 26)
        + rect(0, 130, 520, 80, "amber")
        + rect(0, 128, 520, 8, "paper")
        + rect(0, 180, 520, 34, "r5", 12)
        + "".join(rect(26 + i * 96, 30, 84, 84, "r1", 8) for i in range(4))
        + rect(412, 24, 88, 168, "r1", 8)
        + line("M456 24v168", "r5", 8)
        + bust(70, 114, 50, "clay", "s1", "rust")
        + bust(258, 114, 50, "h4", "s2", "ink")
        + bust(352, 114, 46, "m4", "s1", "#d9d2c4")
        + "".join(circle(x, 212, 40, "ink") + circle(x, 212, 17, "sand2") for x in (110, 400))
        + circle(510, 168, 12, "wheat")
    )
    save(
        "autobusa-pietura",
        "Autobusa pietura ciema malā",
        rect(0, 0, W, H, "#f3ead8"),
        ground([280, 230, 290, 250, 300], "#f7e6c0"),
        circle(330, 260, 92, "wheat"),
        cloud(760, 190, 420),
        cloud(1240, 260, 260),
        birds(1010, 330, 1, "h4"),
        ground([430, 380, 430, 390, 440, 400], "h2"),
        ground([480, 450, 470, 440, 480, 460], "m1"),
        treeline(-20, 560, 520, 90, "m3", 31, 44),
        treeline(1150, 1640, 510, 100, "m3", 32, 44),
        ground([530, 510, 520, 512, 520, 530], "m2"),
        house(640, 600, 150, 96, "paper", "rust"),
        house(830, 606, 220, 80, "clay", "r6", "wheat", side=True),
        leafy(800, 610, 150, "m3", "m4"),
        leafy(1090, 616, 190, "m4", "m5"),
        spruce(590, 620, 200, "m5"),
        ribbon([(1640, 566, 16), (1420, 590, 60), (1500, 640, 90), (1660, 680, 100)], "r2"),
        rect(-20, 640, 1640, 400, "m3"),
        rect(-20, 700, 1640, 150, "#c9bda6"),
        rect(-20, 700, 1640, 10, "sand2"),
        "".join(rect(x, 770, 110, 9, "paper", 4) for x in range(40, 1640, 220)),
        rect(-20, 842, 1640, 14, "sand2"),
        rect(-20, 852, 1640, 170, "sand"),
        g(bus, "translate(60 560)"),
        rect(900, 560, 520, 22, "r6", 6),
        path("M880 560L920 520H1400L1440 560Z", "r4"),
        rect(916, 582, 14, 330, "r6"),
        rect(1390, 582, 14, 330, "r6"),
        rect(930, 600, 460, 190, "r1", 0),
        line("M1083 600v190M1236 600v190", "r3", 6),
        rect(960, 640, 96, 120, "paper", 4),
        line("M976 664h64M976 686h64M976 708h40", "r4", 6),
        rect(970, 846, 380, 20, "clay", 4),
        rect(990, 866, 14, 56, "rust"),
        rect(1316, 866, 14, 56, "rust"),
        line("M820 930V560", "ink", 10),
        rect(776, 500, 90, 90, "r5", 12),
        line("M794 550h54M800 528h42", "paper", 9),
        rect(790, 604, 62, 54, "paper", 4),
        people(
            [
                (1150, 938, 200, "h4", "s1", "#d9d2c4", True),
                (1275, 940, 210, "clay", "s2", "ink", False),
                (880, 944, 150, "amber", "s1", "rust", False),
            ],
            "sand2",
            {2: "up"}.items(),
        ),
        path("M1196 900h60v46q-30 12 -60 0Z", "m4"),
        line("M1206 902q20 -40 40 0", "m4", 6),
        leafy(1520, 930, 300, "m4", "m5"),
        path("M-20 960Q160 930 330 1020H-20Z", "m4"),
        path("M1640 930Q1520 940 1440 1020H1640Z", "m5"),
    )


def yard():
    def block(x, y, w, h, wall, cols, rows_, roof):
        s = rect(x, y - h, w, h, wall) + rect(x - 12, y - h - 18, w + 24, 22, roof)
        for r in range(rows_):
            for c in range(cols):
                wx, wy = x + w * (c + 0.5) / cols - w / cols * 0.27, y - h + 40 + r * (h - 50) / rows_
                s += rect(
                    wx, wy, w / cols * 0.54, (h - 50) / rows_ * 0.56, ("amber" if (r * 3 + c * 5) % 7 == 1 else "r2"), 3
                )
                if (r + c) % 4 == 2:
                    s += rect(wx - 8, wy + (h - 50) / rows_ * 0.5, w / cols * 0.54 + 16, 12, "clay", 4) + "".join(
                        circle(wx + d, wy + (h - 50) / rows_ * 0.46, 9, col)
                        for d, col in ((8, "red"), (26, "m4"), (44, "amber"))
                    )
        return s

    swing = (
        line("M1110 850L1180 560L1250 850M1180 560H1400M1330 850L1400 560L1470 850", "r5", 14)
        + line("M1250 566L1236 760M1300 566L1290 762", "ink", 4)
        + rect(1222, 758, 84, 12, "rust", 4)
    )
    bench = (
        rect(330, 770, 360, 18, "clay", 4)
        + rect(330, 796, 360, 18, "clay", 4)
        + rect(316, 838, 392, 20, "rust", 5)
        + rect(352, 858, 18, 62, "ink")
        + rect(654, 858, 18, 62, "ink")
        + rect(360, 766, 14, 76, "ink")
        + rect(648, 766, 14, 76, "ink")
    )
    save(
        "pagalms-ar-solinu",
        "Daudzdzīvokļu mājas pagalms",
        rect(0, 0, W, H, "r1"),
        ground([220, 180, 230, 190, 240], "#eaf1ee"),
        circle(1420, 150, 70, "wheat"),
        cloud(820, 140, 340),
        birds(1120, 260, 1, "r5"),
        treeline(-20, 1640, 600, 150, "m2", 9, 60),
        block(60, 690, 620, 520, "sand", 6, 4, "rust"),
        block(760, 680, 330, 400, "#efdcbf", 3, 3, "h4"),
        rect(330, 560, 86, 130, "r5", 4),
        rect(346, 576, 54, 114, "wheat", 3),
        rect(312, 690, 122, 12, "sand2"),
        leafy(730, 700, 260, "m3", "m4"),
        leafy(1150, 690, 230, "m3", "m4"),
        leafy(1530, 710, 340, "m4", "m5"),
        ground([690, 680, 684, 680, 690, 700], "m2"),
        path("M340 700H410Q460 800 760 850T1640 900V1020H120Q300 900 340 700Z", "sand"),
        path("M980 850Q1280 800 1600 860T1500 960T1060 930T980 850Z", "sand2"),
        swing,
        person(1264, 850, 132, "amber", "s1", "rust"),
        bench,
        bust(450, 842, 128, "h4", "s1", "#d9d2c4"),
        bust(580, 842, 132, "r5", "s2", "ink"),
        line("M420 850v70M476 850v70M552 850v70M606 850v70", "r6", 18),
        people(
            [(810, 930, 214, "clay", "s1", "ink", False), (940, 900, 196, "m4", "s1", "rust", True)],
            "sand2",
            {1: "up"}.items(),
        ),
        rect(212, 900, 84, 56, "red", 6),
        line("M230 900q24 -34 48 0", "ink", 6),
        rect(206, 920, 96, 8, "ink"),
        path("M720 930h70l-8 -70h-54Z", "r4"),
        line("M736 862l8 -50M762 862l10 -60", "clay", 9),
        path("M-20 930Q120 900 240 1020H-20Z", "m4"),
        path("M1640 940Q1500 930 1400 1020H1640Z", "m4"),
        "".join(
            circle(x, y, 9, c)
            for x, y, c in ((40, 966, "wheat"), (104, 984, "paper"), (1510, 980, "h2"), (1570, 964, "wheat"))
        ),
    )


def garden():
    rnd = random.Random(3)

    def bed(x, y, w, kinds):
        s = (
            path(f"M{x} {y}L{x + 40} {y - 50}H{x + w - 40}L{x + w} {y}Z", "#5a3413")
            + rect(x, y, w, 74, "clay")
            + line(f"M{x} {y + 26}h{w}M{x} {y + 50}h{w}", "rust", 4)
            + rect(x - 8, y - 6, 16, 84, "rust")
            + rect(x + w - 8, y - 6, 16, 84, "rust")
        )
        n = int((w - 90) / 62)
        for i in range(n):
            cx, cy, k = x + 62 + i * 62, y - 18, kinds[i % len(kinds)]
            if k == "c":
                s += (
                    circle(cx, cy - 16, 30, "m3")
                    + circle(cx, cy - 18, 19, "m2")
                    + path(f"M{cx - 32} {cy - 8}q32 34 64 0q-8 34 -32 34t-32 -34Z", "m4")
                )
            if k == "t":
                s += (
                    line(f"M{cx} {cy + 8}v-110", "rust", 5)
                    + "".join(
                        ell(cx + dx, cy + dy, 20, 12, "m4") for dx, dy in ((-16, -90), (16, -70), (-14, -44), (14, -22))
                    )
                    + "".join(circle(cx + dx, cy + dy, 11, "red") for dx, dy in ((12, -96), (-16, -66), (14, -44)))
                )
            if k == "o":
                s += "".join(line(f"M{cx + d} {cy + 6}q{d} -40 {d * 2} -64", "m4", 8) for d in (-8, 0, 8))
            if k == "f":
                s += (
                    line(f"M{cx} {cy + 8}v-60", "m4", 6)
                    + circle(cx, cy - 66, 22, "amber")
                    + circle(cx, cy - 66, 9, "rust")
                )
        return s

    house_ = (
        path("M980 620V430L1140 330L1300 430V620Z", "r1")
        + line("M980 620V430L1140 330L1300 430V620ZM1060 620V382M1140 620V330M1220 620V382M980 500H1300", "paper", 8)
        + "".join(
            circle(x, y, 12, c)
            for x, y, c in ((1020, 560, "red"), (1100, 540, "red"), (1180, 556, "amber"), (1260, 566, "red"))
        )
        + treeline(990, 1290, 606, 50, "m3", 8, 30)
    )
    barrel = (
        path("M250 470h120q16 80 0 160h-120q-16 -80 0 -160Z", "r4")
        + line("M246 510h128M242 590h136", "r6", 8)
        + ell(310, 470, 60, 12, "r2")
        + rect(236, 630, 148, 40, "rust")
    )
    save(
        "permakulturas-darzs",
        "Permakultūras dārzs",
        rect(0, 0, W, H, "r1"),
        ground([260, 220, 280, 240, 290], "#f2f2df"),
        circle(700, 200, 76, "wheat"),
        cloud(120, 180, 360),
        cloud(1180, 150, 340),
        birds(900, 190, 1, "r5"),
        ground([420, 390, 430, 400, 420], "r2"),
        treeline(-20, 1640, 480, 130, "m3", 18, 50),
        ground([490, 500, 480, 496, 490], "m2"),
        house(430, 620, 280, 130, "paper", "rust", "amber", side=True),
        leafy(760, 620, 240, "m4", "m5"),
        leafy(110, 640, 320, "m4", "m5"),
        spruce(1480, 640, 340, "m5"),
        spruce(1380, 640, 250, "m4"),
        house_,
        barrel,
        path("M376 480h60v-20", "none", ' stroke="#56656a" stroke-width="9"'),
        path("M-20 640Q400 600 800 640T1640 630V1020H-20Z", "m2"),
        path("M700 650H790Q840 800 1020 1020H520Q690 820 700 650Z", "sand"),
        bed(80, 730, 540, "cocfc"),
        bed(960, 730, 560, "tftct"),
        person(700, 850, 220, "h4", "s1", "rust", skirt=True, arm="point"),
        person(900, 800, 196, "r5", "s2", "ink"),
        path("M660 700q40 -34 82 0l6 10h-94Z", "wheat"),
        path("M866 800h70l-8 -44h-54Z", "r3"),
        line("M936 770l44 -30", "r3", 10),
        bed(-60, 930, 520, "ofcot"),
        bed(1120, 930, 560, "cocfo"),
        "".join(
            circle(rnd.uniform(560, 1020), rnd.uniform(940, 992), 7, rnd.choice(("wheat", "paper", "m2")))
            for _ in range(14)
        ),
    )


def choir():
    def singer(x, y, s, coat, skin, hair):
        return bust(x, y, s, coat, skin, hair) + ell(x, y - s * 0.86, s * 0.05, s * 0.07, "rust")

    rows = ""
    tones = ("s1", "s2", "s1", "s1", "s3", "s1", "s2")
    hairs = ("rust", "ink", "#d9d2c4", "amber", "ink", "#8a5a33")
    for r, (y, n, x0, s) in enumerate(((560, 9, 430, 92), (612, 8, 462, 100), (668, 9, 424, 108))):
        for i in range(n):
            rows += singer(
                x0 + i * (1600 - 2 * x0) / (n - 1),
                y,
                s,
                ("h4", "r5", "paper")[(i + r) % 3] if r != 1 else ("red", "r4", "paper")[i % 3],
                tones[(i * 2 + r) % 7],
                hairs[(i + r * 2) % 6],
            )
    audience = "".join(
        bust(
            120 + i * 171,
            1016,
            190,
            ("m4", "clay", "r6", "h3", "amber", "r4", "ink", "m3", "h4")[i % 9],
            "s1",
            hairs[(i * 2 + 1) % 6],
            True,
        )
        for i in range(9)
    )
    back = "".join(
        bust(
            210 + i * 168,
            870,
            140,
            ("r4", "h3", "m4", "clay", "wheat", "r5", "red", "m3")[i % 8],
            "s1",
            hairs[(i + 3) % 6],
            True,
        )
        for i in range(8)
    )
    save(
        "koris-estrade",
        "Koris brīvdabas estrādē",
        rect(0, 0, W, H, "#f6dfb4"),
        ground([240, 190, 250, 200, 260], "#f8e7c4"),
        circle(260, 240, 90, "amber"),
        circle(260, 240, 66, "#f7c65c"),
        cloud(980, 150, 380, "#fbeed2"),
        birds(520, 150, 1, "h4"),
        ground([440, 410, 450, 420, 430], "h2"),
        treeline(-20, 420, 560, 220, "m4", 23, 60),
        treeline(1180, 1640, 560, 230, "m4", 24, 60),
        ground([560, 560, 560], "m3"),
        path("M330 700V420Q330 190 800 190T1270 420V700Z", "r5"),
        path("M390 700V440Q390 250 800 250T1210 440V700Z", "r4"),
        path("M450 700V460Q450 306 800 306T1150 460V700Z", "r3"),
        path("M510 700V480Q510 360 800 360T1090 480V700Z", "r2"),
        rect(330, 676, 940, 70, "clay"),
        rect(330, 676, 940, 14, "wheat"),
        rect(300, 746, 1000, 26, "rust"),
        rows,
        rect(330, 668, 940, 12, "wheat"),
        person(800, 770, 206, "ink", "s1", "#d9d2c4", arm="up"),
        line("M784 640L752 604", "ink", 15),
        circle(750, 600, 9, "s1"),
        ground([770, 760, 764, 760, 770], "m2"),
        path("M-20 810H1640V1020H-20Z", "m3"),
        back,
        path("M-20 880H1640V1020H-20Z", "m4", ' opacity=".35"'),
        audience,
        leafy(110, 780, 460, "m4", "m5"),
        leafy(1500, 780, 440, "m4", "m5"),
    )


def fjord():
    def peak(pts, fill, cap=None):
        d = "M" + "L".join(f"{x} {y}" for x, y in pts) + "Z"
        return path(d, fill) + (path(cap, "paper") if cap else "")

    boat = (
        path("M0 60H330L300 110Q294 120 280 120H60Q36 120 26 104Z", "paper")
        + rect(0, 60, 330, 12, "red")
        + rect(70, 10, 180, 52, "paper", 6)
        + "".join(rect(86 + i * 40, 22, 24, 22, "r4", 3) for i in range(4))
        + rect(150, -40, 34, 52, "red")
        + rect(150, -30, 34, 10, "paper")
        + line("M270 62v-70", "ink", 5)
        + path("M272 -8h46v30h-46Z", "red")
        + line("M272 7h46M286 -8v30", "paper", 8)
        + line("M272 7h46M286 -8v30", "r6", 4)
    )
    save(
        "fjords-un-upe",
        "Fjords Norvēģijā",
        rect(0, 0, W, H, "r1"),
        ground([200, 160, 210, 170, 200], "#f0f3ea"),
        circle(1010, 210, 76, "wheat"),
        cloud(640, 170, 360),
        birds(820, 300, 1, "r5"),
        peak(
            [(360, 560), (640, 250), (760, 360), (880, 280), (1160, 560)],
            "r2",
            "M640 250L574 324Q610 330 640 306Q670 336 706 312Z",
        ),
        peak([(820, 560), (1010, 330), (1240, 560)], "h2"),
        peak(
            [(-20, 620), (-20, 200), (140, 110), (300, 260), (390, 230), (640, 620)],
            "r3",
            "M140 110L30 172Q70 200 110 170Q150 216 190 190Q220 214 238 200Z",
        ),
        peak([(-20, 620), (-20, 380), (120, 330), (380, 620)], "r4"),
        peak(
            [(1640, 640), (1640, 150), (1500, 70), (1330, 250), (1230, 220), (960, 640)],
            "r3",
            "M1500 70L1406 170Q1450 196 1480 160Q1520 206 1560 170Q1600 190 1640 166V150Z",
        ),
        peak([(1640, 640), (1640, 420), (1480, 340), (1180, 640)], "r4"),
        line("M1300 250Q1290 320 1306 390T1296 500", "paper", 11),
        line("M330 258Q322 330 338 400T330 520", "paper", 9),
        rect(-20, 560, 1640, 460, "r4"),
        path("M-20 560H1640V640Q1200 600 800 640T-20 620Z", "r3"),
        glints(
            [
                (800, 590, 260),
                (620, 626, 140),
                (980, 640, 180),
                (760, 680, 320),
                (520, 730, 160),
                (1040, 740, 220),
                (820, 800, 200),
            ],
            "r2",
        ),
        treeline(-20, 480, 600, 110, "m4", 51, 36),
        treeline(1140, 1640, 606, 120, "m4", 52, 36),
        path("M-20 590Q260 560 500 606T420 700T-20 720Z", "m3"),
        path("M1640 596Q1360 570 1130 612T1240 700T1640 720Z", "m3"),
        house(120, 640, 150, 88, "red", "ink", "paper"),
        house(300, 652, 120, 70, "wheat", "rust", "paper"),
        house(1280, 650, 190, 76, "red", "ink", "paper", side=True),
        house(1180, 656, 90, 64, "paper", "r6", "amber"),
        spruce(440, 660, 150, "m5"),
        spruce(80, 660, 190, "m5"),
        spruce(1510, 664, 220, "m5"),
        g(boat, "translate(640 640)"),
        ell(800, 764, 210, 12, "r5"),
        glints([(560, 776, 120), (1050, 780, 130)], "paper"),
        path("M-20 850Q260 800 560 860T900 1020H-20Z", "m4"),
        path("M-20 900Q200 860 420 910T640 1020H-20Z", "m5"),
        path("M1640 830Q1440 820 1300 900T1180 1020H1640Z", "m4"),
        spruce(120, 900, 330, "ink"),
        spruce(260, 930, 240, "m5"),
        spruce(1530, 900, 300, "m5"),
        person(620, 900, 150, "amber", "s1", "rust", skirt=True),
        person(690, 906, 156, "h4", "s1", "ink", arm="point"),
        path("M598 840h-26v-44q16 -10 26 0Z", "clay"),
    )


def book_cupboard():
    def books(x, y, w, seed, h=62):
        rnd, s, at = random.Random(seed), "", x
        while at < x + w - 12:
            bw, bh = rnd.randint(12, 24), h * rnd.uniform(0.72, 1)
            s += rect(
                at, y - bh, bw, bh, rnd.choice(("red", "amber", "h4", "r4", "clay", "m4", "paper", "wheat", "h3")), 2
            )
            at += bw + 3
        return s

    cup = (
        rect(700, 330, 300, 470, "m4", 8)
        + path("M672 340L850 230L1028 340Z", "rust")
        + rect(724, 356, 252, 420, "sand")
        + books(732, 478, 240, 1, 92)
        + rect(724, 478, 252, 12, "m5")
        + books(732, 602, 236, 2, 88)
        + rect(724, 602, 252, 12, "m5")
        + books(732, 726, 240, 3, 84)
        + rect(724, 726, 252, 12, "m5")
        + circle(850, 290, 20, "wheat")
        + rect(730, 800, 22, 80, "m5")
        + rect(948, 800, 22, 80, "m5")
    )
    door = (
        path("M1000 356L1130 330V800L1000 776Z", "m3")
        + path("M1016 380L1114 360V560L1016 560Z", "r1")
        + path("M1016 580L1114 580V770L1016 754Z", "r1")
        + circle(1118, 580, 9, "amber")
    )
    save(
        "gramatu-skapis",
        "Grāmatu maiņas skapis",
        rect(0, 0, W, H, "#eef3ec"),
        ground([240, 200, 260, 220, 270], "#f7efd4"),
        circle(320, 200, 76, "wheat"),
        cloud(560, 170, 360),
        cloud(1180, 210, 320),
        ground([440, 410, 450, 420, 440], "r2"),
        treeline(-20, 1640, 520, 110, "m2", 61, 50),
        house(80, 660, 250, 170, "paper", "rust"),
        house(360, 660, 240, 120, "wheat", "h4", "paper", side=True),
        house(1180, 660, 300, 140, "clay", "r6", "wheat", side=True),
        line(
            "M60 660h580M1120 660h420"
            + "".join(f"M{x} 690v-60" for x in (*range(70, 640, 44), *range(1130, 1540, 44))),
            "paper",
            8,
        ),
        leafy(630, 680, 300, "m3", "m4"),
        leafy(1500, 690, 360, "m4", "m5"),
        leafy(40, 700, 300, "m4", "m5"),
        rect(-20, 680, 1640, 360, "m2"),
        path("M-20 800H1640V1020H-20Z", "sand"),
        rect(-20, 794, 1640, 12, "sand2"),
        ell(850, 884, 210, 18, "sand2"),
        cup,
        door,
        people(
            [(560, 910, 256, "h4", "s1", "rust", True), (1250, 920, 190, "amber", "s1", "ink", False)],
            "sand2",
            {1: "up"}.items(),
        ),
        path("M586 758l70 -14v70l-70 14ZM656 744l62 22v68l-62 -20Z", "paper"),
        line("M656 744v72", "r3", 5),
        path("M588 762l68 -14M656 748l60 20", "r3"),
        line("M572 742Q600 790 630 800", "h4", 20),
        circle(634, 802, 12, "s1"),
        path("M1270 806l44 -8v50l-44 8Z", "red"),
        reeds(60, 240, 1010, 80, "m4", 9, 18),
        path("M1640 940Q1480 930 1380 1020H1640Z", "m4"),
        path("M-20 950Q90 930 180 1020H-20Z", "m4"),
        "".join(circle(x, y, 8, c) for x, y, c in ((1480, 970, "wheat"), (1540, 984, "h2"), (60, 980, "paper"))),
    )


OUTDOORS = (winter_evening, planting, bus_stop, yard, garden, choir, fjord, book_cupboard)
