# ruff: noqa: E731  a drawing reads by its shapes, one to a line
"""Tall and square pictures: real photographs are rarely all of one shape, and the layouts must bear it."""

import random

from cms.demo.illustrations.hand import birch, circle, ell, g, line, path, person, rect, ribbon, save, smooth


def land(w, h, ys, fill):
    n = len(ys) - 1
    return path(smooth([(-20 + i * (w + 40) / n, y) for i, y in enumerate(ys)]) + f"V{h}H-20Z", fill)


def birch_grove():
    w, h = 1000, 1500
    rnd = random.Random(12)
    far = "".join(rect(x + rnd.uniform(-14, 14), 0, rnd.uniform(12, 20), 900, "m2") for x in range(20, 1000, 64))
    mid = "".join(rect(x + rnd.uniform(-20, 20), 0, rnd.uniform(20, 30), 980, "sand") for x in range(60, 1000, 150))
    leaves = (
        path("M-20 0H1020V250Q940 300 850 250T690 290T540 230T380 300T210 240T60 300T-20 260Z", "m2")
        + path("M-20 0H1020V170Q960 210 880 176T730 226T580 170T420 220T270 176T110 226T-20 180Z", "m3")
        + path("M-20 0H380Q350 90 260 84T120 140T-20 120Z", "m4")
        + path("M1020 0H600Q640 84 730 80T880 132T1020 116Z", "m4")
        + path("M-20 0H200Q160 60 90 56T-20 84Z", "m5")
        + path("M1020 0H820Q850 54 920 52T1020 80Z", "m5")
    )
    fern = "".join(
        line(f"M{x} {y}q-26 -40 -66 -46M{x} {y}q-8 -54 -26 -80M{x} {y}q12 -54 34 -76M{x} {y}q34 -34 66 -38", "m5", 9)
        for x, y in ((110, 1440), (300, 1480), (860, 1450), (700, 1486))
    )
    save(
        "berzu-birzs",
        "Taka bērzu birzī",
        rect(0, 0, w, h, "#eef1dd"),
        circle(560, 520, 300, "#f8edc4"),
        circle(560, 520, 170, "#fbe6a4"),
        far,
        land(w, h, [880, 860, 870, 880], "m1"),
        mid,
        land(w, h, [960, 940, 950, 970], "m2"),
        ribbon([(560, 900, 14), (500, 980, 34), (620, 1080, 66), (460, 1220, 120), (520, 1520, 240)], "sand"),
        ell(590, 1118, 90, 11, "sand2"),
        person(560, 1120, 170, "h4", "s1", "rust", skirt=True),
        person(640, 1124, 108, "amber", "s1", "ink"),
        line("M574 1058L626 1066", "h4", 10),
        land(w, h, [1180, 1200, 1320, 1530], "m3"),
        path("M1020 1150Q820 1180 740 1300T640 1520H1020Z", "m3"),
        birch(140, 1340, 1400, 92, 3),
        birch(860, 1360, 1420, 104, 5),
        birch(290, 1200, 1260, 56, 7, "sand"),
        birch(720, 1180, 1240, 50, 9, "sand"),
        leaves,
        path("M-20 1400Q160 1340 330 1420T520 1520H-20Z", "m4"),
        path("M1020 1390Q840 1350 700 1430T560 1520H1020Z", "m4"),
        fern,
        "".join(
            circle(x, y, 11, c)
            for x, y, c in (
                (200, 1450, "red"),
                (230, 1466, "red"),
                (790, 1440, "wheat"),
                (930, 1470, "paper"),
                (60, 1470, "wheat"),
            )
        ),
        size=(w, h),
    )


def trail_post():
    w, h = 1000, 1250
    trunk = "".join(
        rect(x, 0, t, 900, "m2") for x, t in ((60, 26), (170, 18), (300, 30), (700, 22), (820, 30), (930, 20))
    )
    post = (
        rect(468, 560, 64, 560, "rust")
        + rect(300, 330, 400, 300, "sand", 10)
        + path("M250 350L500 190L750 350Z", "#7f3c06")
        + rect(336, 366, 328, 228, "paper", 6)
        + circle(420, 446, 50, "amber")
        + path("M336 540Q420 480 500 520T664 500V594H336Z", "m3")
        + path("M336 566Q430 540 520 566T664 552V594H336Z", "r3")
        + "".join(rect(510, 396 + i * 34, 120 - (i % 2) * 30, 9, "r4", 4) for i in range(3))
    )
    save(
        "stabins-pie-takas",
        "Stāstu stabiņš pie takas",
        rect(0, 0, w, h, "#eef1dd"),
        circle(640, 330, 250, "#f8edc4"),
        circle(640, 330, 150, "#fbe6a4"),
        trunk,
        land(w, h, [760, 730, 750, 770], "m1"),
        land(w, h, [860, 830, 850, 880], "m2"),
        ribbon([(760, 800, 16), (700, 880, 40), (820, 980, 80), (640, 1120, 130), (660, 1270, 220)], "sand"),
        ell(520, 1124, 150, 18, "m4"),
        post,
        birch(120, 1180, 1200, 80, 3),
        birch(900, 1190, 1200, 88, 6),
        path("M-20 0H420Q360 110 220 90T-20 190Z", "m4"),
        path("M1020 0H620Q700 100 820 80T1020 180Z", "m4"),
        path("M-20 0H260Q200 60 110 56T-20 100Z", "m5"),
        path("M-20 1080Q200 1020 400 1110T620 1270H-20Z", "m4"),
        path("M1020 1100Q860 1070 760 1150T660 1270H1020Z", "m4"),
        "".join(
            line(
                f"M{x} {y}q-24 -36 -58 -40M{x} {y}q-6 -48 -22 -70M{x} {y}q12 -46 32 -66M{x} {y}q30 -28 58 -32", "m5", 9
            )
            for x, y in ((140, 1190), (330, 1220), (880, 1200))
        ),
        "".join(circle(x, y, 12, "red") for x, y in ((400, 1180), (426, 1194), (800, 1200))),
        size=(w, h),
    )


def apple_basket():
    s = 1200
    apple = lambda x, y, r, c, leaf="m4": (
        circle(x, y, r, c)
        + ell(
            x + r * 0.35,
            y - r * 0.3,
            r * 0.2,
            r * 0.3,
            "wheat",
            f' transform="rotate(-30 {x + r * 0.35:.0f} {y - r * 0.3:.0f})" opacity=".7"',
        )
        + line(f"M{x} {y - r}q4 -16 14 -22", "rust", 7)
        + ell(x + 30, y - r - 14, 20, 10, leaf, f' transform="rotate(-24 {x + 30} {y - r - 14})"')
    )
    weave = "".join(
        rect(330 + (i % 2) * 30 + c * 60 - i * 2, 660 + i * 44, 44, 34, ("clay", "#b4652b")[(i + c) % 2], 8)
        for i in range(5)
        for c in range(9)
    )
    basket = (
        path("M300 640H900L850 890Q840 920 800 920H400Q360 920 350 890Z", "rust")
        + f'<clipPath id="b"><path d="M300 640H900L850 890Q840 920 800 920H400Q360 920 350 890Z"/></clipPath><g clip-path="url(#b)">{weave}</g>'
        + rect(280, 620, 640, 50, "clay", 25)
        + path("M330 630Q360 260 600 260T870 630", "none", ' stroke="#9a4a08" stroke-width="30" stroke-linecap="round"')
    )
    save(
        "abolu-grozs",
        "Ābolu grozs uz soliņa",
        rect(0, 0, s, s, "r1"),
        land(s, s, [300, 250, 310, 270], "#eef4ea"),
        circle(930, 230, 84, "wheat"),
        land(s, s, [440, 410, 430, 420], "r2"),
        land(s, s, [520, 490, 530, 500], "m2"),
        "".join(
            path(f"M{x} 540q0 -90 {w} -90t{w} 90Z", "m3") for x, w in ((-30, 90), (120, 70), (820, 80), (960, 110))
        ),
        land(s, s, [620, 600, 640, 610], "m3"),
        g(
            path(
                "M330 630Q360 260 600 260T870 630", "none", ' stroke="#7f3c06" stroke-width="30" stroke-linecap="round"'
            ),
            "translate(0 8)",
        ),
        apple(420, 600, 74, "red"),
        apple(560, 560, 80, "amber"),
        apple(700, 566, 78, "red"),
        apple(810, 606, 70, "m3"),
        apple(490, 640, 70, "m3"),
        apple(640, 640, 76, "red"),
        apple(760, 650, 66, "amber"),
        basket,
        rect(-20, 900, s + 40, 60, "clay"),
        rect(-20, 968, s + 40, 60, "clay"),
        rect(-20, 960, s + 40, 8, "rust"),
        rect(-20, 1028, s + 40, 10, "rust"),
        rect(150, 1036, 60, 180, "ink"),
        rect(990, 1036, 60, 180, "ink"),
        path("M-20 1110Q300 1060 600 1120T1220 1090V1220H-20Z", "m4"),
        apple(1010, 840, 70, "red"),
        apple(190, 850, 64, "amber"),
        "".join(
            circle(x, y, 12, c)
            for x, y, c in (
                (90, 1150, "wheat"),
                (330, 1160, "paper"),
                (720, 1170, "h2"),
                (880, 1140, "wheat"),
                (1120, 1160, "paper"),
            )
        ),
        size=(s, s),
    )


PORTRAITS = (birch_grove, trail_post, apple_basket)
