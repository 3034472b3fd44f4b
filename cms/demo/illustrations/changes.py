"""Places before and after people changed them, drawn twice from the same spot; and two places of the excursions."""

import random

from cms.demo.illustrations.hand import (
    H,
    W,
    birch,
    birds,
    bust,
    circle,
    cloud,
    ell,
    glints,
    ground,
    house,
    leafy,
    line,
    path,
    rect,
    reeds,
    ribbon,
    save,
    spruce,
    treeline,
)
from cms.demo.illustrations.outdoors import people


def block(x, y, w, h, wall, cols, rows, roof, lit):
    """A house of flats; ``lit`` counts how often a window has somebody at home."""
    windows = "".join(
        rect(
            x + w * (c + 0.5) / cols - w / cols * 0.27,
            y - h + 44 + r * (h - 60) / rows,
            w / cols * 0.54,
            (h - 60) / rows * 0.56,
            "amber" if (r * 3 + c * 5) % 7 < lit else "r2",
            3,
        )
        for r in range(rows)
        for c in range(cols)
    )
    return rect(x, y - h, w, h, wall) + rect(x - 12, y - h - 18, w + 24, 22, roof) + windows


def car(x, y, s, body):
    return (
        ell(x, y + 4, s * 0.62, 12, "ink", ' opacity=".25"')
        + path(f"M{x - s * 0.34:.0f} {y - s * 0.3:.0f}q{s * 0.08:.0f} {-s * 0.24:.0f} {s * 0.24:.0f} {-s * 0.24:.0f}h{s * 0.2:.0f}q{s * 0.14:.0f} 0 {s * 0.24:.0f} {s * 0.24:.0f}Z", "r2")
        + path(f"M{x - s * 0.55:.0f} {y - s * 0.06:.0f}v{-s * 0.18:.0f}q0 {-s * 0.1:.0f} {s * 0.2:.0f} {-s * 0.12:.0f}h{s * 0.7:.0f}q{s * 0.2:.0f} 0 {s * 0.2:.0f} {s * 0.2:.0f}v{s * 0.1:.0f}Z", body)
        + circle(x - s * 0.3, y - s * 0.06, s * 0.1, "ink")
        + circle(x + s * 0.3, y - s * 0.06, s * 0.1, "ink")
    )  # fmt: skip


def _yard_ground(is_done):
    sky, far = ("r1", "m2") if is_done else ("#e3e4e0", "#c9cfbf")
    return (
        rect(0, 0, W, H, sky),
        circle(1300, 150, 74, "wheat") if is_done else cloud(1040, 190, 420, "#f1f0ea"),
        cloud(640, 160, 300, "paper" if is_done else "#f1f0ea"),
        treeline(500, 1140, 560, 120, far, 5, 56),
        block(-60, 690, 560, 560, "sand", 5, 4, "rust", 3 if is_done else 1),
        block(1110, 690, 560, 520, "#efdcbf", 5, 4, "h4", 3 if is_done else 1),
        rect(210, 560, 80, 130, "r5", 4),
        rect(1350, 560, 80, 130, "r5", 4),
    )


def yard_before():
    pickets = "".join(rect(x, 640 + (x % 3) * 3, 22, 190, "#a7a59d", 2) for x in range(560, 1060, 36))
    save(
        "pagalms-pirms",
        "Pagalms ar žogu un mašīnām",
        *_yard_ground(False),
        ground([680, 684, 690, 684, 680], "#b9bcae"),
        path("M-20 790Q400 740 800 760T1640 790V1020H-20Z", "#a5a7a1"),
        path("M-20 900Q600 850 1640 910V1020H-20Z", "#94978f"),
        rect(548, 676, 520, 14, "#8d8b83"),
        rect(548, 776, 520, 14, "#8d8b83"),
        pickets,
        path("M880 640l30 -6l18 196l-34 4Z", "#8d8b83"),
        "".join(rect(x, y, 74, 8, "#d8d8d0") for x, y in ((180, 880), (470, 872), (1150, 876), (1420, 890))),
        car(330, 850, 240, "h3"),
        car(1290, 846, 230, "r4"),
        car(780, 930, 290, "#8a3a2f"),
        path("M1010 850l-8 96h60l8 -96Z", "#6f746c"),
        line("M1000 850h76", "ink", 8),
        line("M120 700V560M120 610l-34 -44M120 640l30 -52M1010 690V600M1010 640l24 -34", "ink", 8),
        "".join(ell(x, y, w, 10, "#7f8a8c", ' opacity=".6"') for x, y, w in ((560, 960, 90), (1180, 972, 120))),
    )


def yard_after():
    def bed(x, y, w, seed):
        rnd = random.Random(seed)
        leaves = "".join(
            line(f"M{x + d} {y}q-10 -30 -26 -36M{x + d} {y}q2 -36 0 -52M{x + d} {y}q10 -30 26 -34", "m4", 8)
            + (circle(x + d + rnd.randint(-14, 14), y - 30, 10, rnd.choice(("red", "amber", "red"))))
            for d in range(24, w - 10, 44)
        )
        return leaves + rect(x, y - 4, w, 54, "clay", 4) + rect(x, y + 18, w, 6, "rust")

    save(
        "pagalms-pec",
        "Pagalms bez žoga",
        *_yard_ground(True),
        leafy(620, 700, 230, "m3", "m4"),
        leafy(1010, 700, 210, "m3", "m4"),
        ground([684, 676, 690, 680, 684], "m2"),
        path("M-20 790Q400 740 800 760T1640 790V1020H-20Z", "m3"),
        path("M600 760Q700 830 560 920T380 1020H900Q860 900 880 830T960 760Z", "sand"),
        leafy(820, 800, 330, "m4", "m5"),
        *[circle(x, y, 13, "red") for x, y in ((770, 560), (850, 520), (880, 600), (800, 640), (740, 620))],
        bed(120, 850, 300, 3),
        bed(1210, 850, 320, 8),
        rect(930, 860, 240, 20, "clay", 4),
        line("M960 880L930 960M1140 880L1170 960", "rust", 14),
        bust(980, 860, 84, "h4", "s1", "#d9d2c4"),
        bust(1080, 858, 86, "r4", "s2", "ink"),
        rect(1000, 834, 26, 26, "paper", 4),
        people(
            [
                (470, 880, 190, "amber", "s1", "rust", True),
                (640, 930, 206, "r5", "s1", "ink", False),
                (726, 926, 132, "red", "s2", "ink", False),
                (1560, 880, 186, "h3", "s1", "#d9d2c4", True),
            ],
            "m4",
            {0: "point", 2: "up"}.items(),
        ),
        line("M560 640Q800 560 1060 640", "r3", 3),
        *[path(f"M{x} {y}l16 30l16 -30Z", c) for x, y, c in ((620, 618, "amber"), (700, 598, "red"), (790, 594, "h3"), (880, 600, "amber"), (970, 616, "r4"))],
        ground([980, 966, 985, 990, 980], "m4"),
    )  # fmt: skip


def _bank(is_done):
    sky = "#f7ead0" if is_done else "#e9ebe6"
    return (
        rect(0, 0, W, H, sky),
        circle(1180, 240, 96, "amber") if is_done else cloud(900, 230, 460, "#f6f6f1"),
        birds(420, 220, 1.1, "r5"),
        treeline(-20, 1640, 470, 170, "m2" if is_done else "#b4bfa8", 6, 62),
        treeline(-20, 1640, 500, 110, "m3" if is_done else "#93a284", 14, 52),
        path("M-20 500H1640V820H-20Z", "r3" if is_done else "#9db4b1"),
        glints([(220, 560, 150), (560, 610, 120), (980, 560, 180), (1320, 620, 150), (760, 540, 90)], "paper"),
    )


def bank_before():
    def tyre(x, y, r):
        return ell(x, y, r, r * 0.62, "ink") + ell(x, y - 4, r * 0.5, r * 0.28, "#6b7475")

    willow = "".join(
        line(f"M{x} {y}q{d} {-h * 0.6:.0f} {d * 2} {-h}", c, 10)
        for x, y, d, h, c in (
            *((180 + i * 46, 860, (-1) ** i * (12 + i * 3), 230 + (i * 37) % 120, "m4" if i % 2 else "m5") for i in range(9)),
            *((1040 + i * 50, 880, (-1) ** i * (14 + i * 2), 240 + (i * 53) % 140, "m5" if i % 2 else "m4") for i in range(10)),
        )
    )  # fmt: skip
    save(
        "krasts-pirms",
        "Aizaudzis krasts ar riepām",
        *_bank(False),
        path("M-20 720Q300 690 640 750T1180 740T1640 720V1020H-20Z", "#8b9a74"),
        path("M-20 850Q500 800 1640 880V1020H-20Z", "#71825d"),
        willow,
        reeds(440, 760, 800, 130, "m5", 3, 30),
        tyre(620, 850, 76),
        tyre(720, 880, 82),
        tyre(668, 812, 70),
        tyre(930, 910, 84),
        tyre(420, 930, 72),
        path("M800 860l60 -18l26 60l-64 22Z", "#b9bcb8"),
        line("M500 770L690 730L760 760", "rust", 16),
        reeds(-10, 260, 1010, 190, "m5", 9, 36),
        reeds(1280, 1640, 1010, 210, "m5", 12, 44),
    )


def bank_after():
    stones = "".join(
        ell(x, y, 30, 20, c)
        for x, y, c in (
            (700, 850, "#b7b3a6"), (750, 826, "#a29e92"), (810, 820, "#c3bfb2"), (866, 830, "#a29e92"), (910, 856, "#b7b3a6"),
            (900, 890, "#8e8a7e"), (850, 908, "#a29e92"), (790, 912, "#b7b3a6"), (732, 896, "#8e8a7e"),
        )
    )  # fmt: skip
    flames = path("M770 880q-40 -60 0 -124q6 36 24 40q-4 -60 30 -94q0 56 28 80q12 -14 10 -36q34 70 -14 134Z", "amber")
    flames += path("M792 880q-20 -34 4 -66q8 20 20 20q0 -26 14 -40q10 40 24 50q2 20 -10 36Z", "wheat")
    log = lambda x, y, w: rect(x, y, w, 40, "clay", 20) + circle(x + 18, y + 20, 20, "sand2")  # noqa: E731
    save(
        "krasts-pec",
        "Ugunskura vieta krastā",
        *_bank(True),
        path("M-20 720Q300 690 640 750T1180 740T1640 720V1020H-20Z", "m3"),
        path("M-20 850Q500 800 1640 880V1020H-20Z", "m4"),
        ell(810, 880, 330, 110, "sand2"),
        stones,
        line("M750 884L880 850M756 852L872 892", "rust", 20),
        flames,
        bust(470, 850, 100, "h4", "s1", "#d9d2c4"),
        bust(590, 850, 96, "r5", "s2", "ink"),
        log(400, 850, 270),
        bust(1060, 860, 98, "amber", "s1", "rust"),
        bust(1170, 860, 92, "red", "s1", "ink"),
        log(980, 860, 280),
        people(
            [(300, 930, 210, "m5", "s1", "ink", False), (1340, 930, 200, "clay", "s2", "rust", True), (1420, 940, 132, "r4", "s1", "ink", False)],
            "m5",
            {1: "point"}.items(),
        ),
        path("M1010 660h170q-14 36 -54 36h-70q-32 0 -46 -36Z", "rust"),
        reeds(-10, 180, 1010, 150, "m5", 9, 26),
        reeds(1480, 1640, 1010, 160, "m5", 12, 20),
    )  # fmt: skip


def _wood(sky, sun):
    trunks = "".join(
        birch(x, y, h, w, i)
        for i, (x, y, h, w) in enumerate(((150, 900, 900, 60), (330, 800, 800, 40), (1300, 790, 790, 40), (1480, 910, 920, 66)))
    )  # fmt: skip
    return (
        rect(0, 0, W, H, sky),
        circle(860, 300, 190, sun),
        treeline(-20, 1640, 560, 240, "m1", 2, 64),
        treeline(-20, 1640, 590, 160, "m2", 8, 54),
        *[spruce(x, y, h, "m3") for x, y, h in ((480, 680, 380), (1130, 670, 400), (640, 650, 240), (1000, 646, 250))],
        ground([640, 626, 640, 630, 640], "m2"),
        ribbon([(830, 640, 16), (800, 700, 34), (880, 770, 62), (760, 860, 110), (660, 1030, 210)], "sand"),
        path("M-20 720Q300 680 560 720T640 840Q560 900 420 1020H-20Z", "m3"),
        path("M1640 710Q1300 670 1020 720T930 820Q900 920 940 1020H1640Z", "m3"),
        trunks,
    )


def trail_before():
    save(
        "taka-pirms",
        "Tukša meža taka",
        *_wood("#e6eadc", "#f1efd9"),
        line("M560 860Q760 800 1010 850M700 826l-30 -60M860 826l44 -56M930 836l60 -30", "#7a5a3c", 18),
        "".join(line(f"M{x} {y}q-20 -40 -44 -46M{x} {y}q2 -50 -2 -70M{x} {y}q20 -40 46 -44", "m4", 8) for x, y in ((420, 900), (560, 800), (1100, 880), (1240, 960), (980, 770))),
        path("M-20 900Q200 870 380 960T520 1020H-20Z", "m5"),
        path("M1640 900Q1420 880 1240 960T1100 1020H1640Z", "m5"),
    )  # fmt: skip


def trail_after():
    def post(x, y, s, colour):
        return (
            rect(x - 9 * s, y - 150 * s, 18 * s, 150 * s, "rust")
            + rect(x - 62 * s, y - 220 * s, 124 * s, 92 * s, "paper", 6 * s)
            + rect(x - 46 * s, y - 204 * s, 40 * s, 44 * s, colour, 4 * s)
            + "".join(rect(x + 4 * s, y - (202 - i * 17) * s, (44 - i * 7) * s, 6 * s, "r4") for i in range(4))
            + path(f"M{x - 78 * s:.0f} {y - 218 * s:.0f}L{x:.0f} {y - 274 * s:.0f}L{x + 78 * s:.0f} {y - 218 * s:.0f}Z", "rust")
        )  # fmt: skip

    save(
        "taka-pec",
        "Meža taka ar stāstu stabiņiem",
        *_wood("#eef1dd", "#fbe6a4"),
        post(930, 730, 0.55, "h4"),
        post(690, 800, 0.85, "amber"),
        post(1080, 920, 1.35, "r4"),
        people(
            [(800, 880, 190, "red", "s1", "rust", True), (876, 880, 124, "amber", "s1", "ink", False), (850, 720, 96, "h4", "s2", "ink", False)],
            "sand2",
            {0: "point"}.items(),
        ),
        *[circle(x, y, 10, c) for x, y, c in ((420, 900, "h2"), (470, 940, "paper"), (1230, 960, "wheat"), (1300, 930, "h2"), (380, 960, "wheat"))],
        path("M-20 900Q200 870 380 960T520 1020H-20Z", "m5"),
        path("M1640 900Q1420 880 1240 960T1100 1020H1640Z", "m5"),
    )  # fmt: skip


def bicycles():
    def bicycle(x, y, s, frame):
        r = 62 * s
        wheel = "".join(
            circle(x + d, y - r, r, "none", f' stroke="#1b2a2f" stroke-width="{round(8 * s)}"') + circle(x + d, y - r, 7 * s, "ink")
            for d in (-92 * s, 92 * s)
        )  # fmt: skip
        bars = f"M{x - 92 * s:.0f} {y - r:.0f}L{x - 20 * s:.0f} {y - r:.0f}L{x + 62 * s:.0f} {y - r - 92 * s:.0f}H{x - 44 * s:.0f}L{x - 20 * s:.0f} {y - r:.0f}M{x - 44 * s:.0f} {y - r - 92 * s:.0f}L{x - 92 * s:.0f} {y - r:.0f}M{x + 56 * s:.0f} {y - r - 124 * s:.0f}L{x + 92 * s:.0f} {y - r:.0f}"
        more = (
            f"M{x - 72 * s:.0f} {y - r - 112 * s:.0f}h{50 * s:.0f}M{x + 56 * s:.0f} {y - r - 124 * s:.0f}h{40 * s:.0f}"
        )
        return (
            ell(x, y, 150 * s, 12 * s, "m4")
            + wheel
            + line(bars, frame, round(11 * s))
            + line(more, "ink", round(12 * s))
        )

    save(
        "velosipedi-pie-upes",
        "Trīs velosipēdi pie platas upes",
        rect(0, 0, W, H, "r1"),
        circle(330, 200, 80, "wheat"),
        cloud(820, 170, 380),
        birds(560, 260, 1.2, "r5"),
        ground([430, 420, 440, 424, 436], "r2"),
        path("M1000 470Q1090 330 1230 318T1460 470Z", "m4"),
        path("M1230 318Q1360 330 1460 470H1300Q1290 390 1230 318Z", "m5"),
        line("M1230 320V262", "ink", 6),
        path("M1232 264q30 -8 56 2v28q-28 -8 -56 0Z", "amber"),
        treeline(-20, 1640, 476, 70, "m3", 5, 46),
        path("M-20 480H1640V690Q1100 640 700 680T-20 660Z", "r3"),
        path("M-20 480H1640V540Q1000 510 -20 560Z", "r2"),
        glints([(200, 580, 160), (560, 620, 120), (960, 580, 200), (1340, 610, 150)], "paper"),
        ground([670, 650, 676, 660, 680, 672], "m2"),
        path("M1640 700Q1200 690 900 760T420 900T180 1020H880Q980 900 1200 830T1640 770Z", "sand"),
        ground([900, 930, 970, 1010, 1010], "m3"),
        bicycle(1190, 800, 0.82, "red"),
        bicycle(430, 860, 1.0, "r5"),
        bicycle(860, 950, 1.15, "amber"),
        people(
            [(560, 880, 226, "h4", "s1", "rust", True), (1300, 812, 182, "r5", "s2", "ink", False), (1040, 960, 236, "red", "s1", "#d9d2c4", False)],
            "m4",
            {2: "point"}.items(),
        ),
        *[path(f"M{x - s * 0.115:.0f} {y - s * 0.9:.0f}q0 {-s * 0.12:.0f} {s * 0.115:.0f} {-s * 0.12:.0f}t{s * 0.115:.0f} {s * 0.12:.0f}Z", c) for x, y, s, c in ((560, 880, 226, "amber"), (1300, 812, 182, "red"), (1040, 960, 236, "r4"))],
        reeds(20, 240, 1010, 130, "m5", 8, 22),
    )  # fmt: skip


def church():
    windows = "".join(path(f"M{x} 640V560q0 -34 26 -34t26 34V640Z", "r4") for x in (640, 774, 908))
    save(
        "baznica-krasta",
        "Apaļa baznīca upes krastā",
        rect(0, 0, W, H, "#f7ead0"),
        circle(330, 260, 92, "wheat"),
        cloud(1040, 210, 380, "#fbf3e1"),
        birds(1120, 330, 1.1, "h4"),
        ground([470, 440, 466, 446, 470], "h1"),
        treeline(-20, 560, 600, 170, "m2", 4, 56),
        treeline(1080, 1640, 600, 180, "m2", 9, 58),
        house(170, 650, 150, 70, "paper", "rust"),
        house(1300, 650, 170, 74, "sand", "h4", side=True),
        ground([660, 650, 664, 654, 660], "m2"),
        rect(560, 470, 480, 240, "paper"),
        path("M900 470H1040V710H900Q950 590 900 470Z", "#e8e0cf"),
        path("M540 476Q580 300 800 286T1060 476Z", "r5"),
        path("M800 286Q1020 300 1060 476H900Q890 350 800 286Z", "r6"),
        rect(742, 214, 116, 86, "paper"),
        path("M732 220Q744 150 800 146T868 220Z", "r5"),
        line("M800 150V84M776 108h48", "amber", 8),
        windows,
        rect(560, 700, 480, 16, "sand2"),
        path("M770 716V668q0 -30 30 -30t30 30V716Z", "rust"),
        leafy(470, 740, 300, "m4", "m5"),
        leafy(1150, 740, 270, "m4", "m5"),
        path("M-20 740Q400 700 820 730T1640 730V840H-20Z", "m3"),
        path("M770 720H834Q860 770 980 800H640Q760 770 770 720Z", "sand"),
        people([(700, 792, 120, "h4", "s1", "#d9d2c4", True), (900, 796, 126, "r5", "s1", "ink", False)], "sand2"),
        path("M-20 820Q500 780 900 820T1640 810V1020H-20Z", "r3"),
        path("M-20 820Q500 780 900 820T1640 810V850Q1000 870 -20 856Z", "r2"),
        glints([(240, 880, 170), (620, 930, 140), (980, 890, 200), (1340, 940, 160), (420, 970, 120)], "paper"),
        path("M1060 896h190q-16 40 -60 40h-76q-36 0 -54 -40Z", "rust"),
        reeds(-10, 200, 1010, 150, "m5", 5, 26),
        reeds(1420, 1640, 1010, 170, "m5", 7, 30),
    )


CHANGES = (yard_before, yard_after, bank_before, bank_after, trail_before, trail_after, bicycles, church)
