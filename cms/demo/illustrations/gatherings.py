"""Where communities gather: halls, hills, woods and jetties."""

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
from cms.demo.illustrations.indoors import window
from cms.demo.illustrations.manors import MANORS
from cms.demo.illustrations.outdoors import people


def hall():
    rnd = random.Random(4)
    folds = "".join(
        path(f"M{x} 190h52v470q-26 18 -52 0Z", "red" if (x // 52) % 2 else "#8c2334")
        for x in (*range(360, 520, 52), *range(1084, 1240, 52))
    )

    def chair(x, y, s, filled):
        seat = rect(x - 40 * s, y - 84 * s, 80 * s, 74 * s, "r5", 10 * s) + line(
            f"M{x - 30 * s:.0f} {y - 14 * s:.0f}v{34 * s:.0f}M{x + 30 * s:.0f} {y - 14 * s:.0f}v{34 * s:.0f}",
            "ink",
            round(6 * s),
        )
        coat, hair = (
            rnd.choice(("h4", "m4", "clay", "r4", "amber", "red")),
            rnd.choice(("ink", "rust", "#d9d2c4", "#7f3c06")),
        )
        return (bust(x, y - 40 * s, 96 * s, coat, "s1", hair, back=True) if filled else "") + seat

    rows = [(740, 0.8, 9, 118), (840, 1.0, 8, 148), (960, 1.22, 7, 184)]
    chairs = "".join(
        chair(800 + (i - (n - 1) / 2) * gap, y, s, (i * 7 + n) % 3 != 0) for y, s, n, gap in rows for i in range(n)
    )
    save(
        "zale-ar-skatuvi",
        "Zāle ar skatuvi un krēslu rindām",
        rect(0, 0, W, H, "sand"),
        rect(0, 0, W, 96, "#efdcbf"),
        "".join(rect(x, 0, 22, 96, "sand2") for x in range(80, 1600, 240)),
        window(60, 220, 200, 300, "left"),
        window(1340, 220, 200, 300, "right"),
        rect(330, 150, 940, 530, "rust"),
        rect(360, 180, 880, 480, "#f7ead0"),
        circle(800, 380, 150, "wheat"),
        path("M412 560Q620 430 800 520T1188 520V660H412Z", "m2"),
        path("M412 610Q640 530 860 590T1188 570V660H412Z", "m3"),
        ribbon([(880, 520, 16), (820, 560, 34), (900, 610, 52), (840, 664, 84)], "r2"),
        folds,
        path("M360 180H1240V250Q1130 292 1020 250T800 250T580 250T360 250Z", "red"),
        line("M360 252Q470 292 580 252T800 252T1020 252T1240 252", "amber", 8),
        rect(320, 650, 960, 60, "clay"),
        rect(320, 650, 960, 14, "rust"),
        people([(700, 656, 190, "r5", "s2", "ink", False), (840, 656, 184, "h4", "s1", "rust", True)], "sand2", {1: "up"}.items()),
        path("M0 700H1600V1000H0Z", "sand2"),
        "".join(line(f"M{x} 1000L{800 + (x - 800) * 0.4:.0f} 710", "#d8c39b", 4) for x in range(-400, 2100, 180)),
        chairs,
    )  # fmt: skip


def hillfort():
    rnd = random.Random(11)
    steps = "".join(rect(786 + i * 5 - i * i * 0.16, 700 - i * 20, 74 - i * 2.6, 9, "clay", 3) for i in range(13))
    mown = "".join(
        line(f"M{x} {y}q60 -26 {w} -8", "m3", 8)
        for x, y, w in (
            (480, 690, 150),
            (560, 610, 130),
            (1000, 620, 140),
            (1060, 700, 170),
            (640, 530, 100),
            (960, 540, 110),
        )
    )

    def scythe(x, y, s, way=1):
        return line(f"M{x} {y - s * 0.62:.0f}L{x + way * s * 0.5:.0f} {y - 6}", "rust", 8) + path(
            f"M{x + way * s * 0.5:.0f} {y - 6}q{way * -70} 18 {way * -120} -6q{way * 70} 2 {way * 116} -14Z", "ink"
        )

    save(
        "pilskalns",
        "Pļāvēji pilskalnā pie upes",
        rect(0, 0, W, H, "r1"),
        circle(1230, 210, 80, "wheat"),
        cloud(160, 210, 360),
        cloud(900, 130, 260),
        birds(520, 210, 1.1, "r5"),
        ground([440, 420, 446, 410, 430], "r2"),
        treeline(-20, 1640, 452, 60, "m2", 4, 40),
        path("M-20 470H1640V640H-20Z", "r3"),
        glints([(180, 520, 150), (420, 560, 110), (1300, 510, 160), (1440, 570, 130), (90, 600, 120)], "paper"),
        path("M100 810Q300 740 430 610T620 446Q690 416 800 416T980 446Q1090 520 1190 620T1500 810Z", "m3"),
        path("M800 416Q920 416 980 446Q1090 520 1190 620T1500 810H1020Q1000 610 800 416Z", "m4"),
        path("M620 446Q690 416 800 416T980 446Q900 470 800 470T620 446Z", "m2"),
        mown,
        steps,
        line("M800 440V330", "ink", 6),
        path("M803 334q44 -12 84 2v44q-40 -12 -84 0Z", "amber"),
        *[ell(x, y, w, h, "wheat") for x, y, w, h in ((330, 742, 60, 30), (1090, 690, 56, 28), (1040, 560, 34, 18))],
        ground([790, 770, 780, 776, 790, 770], "m2"),
        path("M786 706H862Q920 820 1020 1020H620Q740 840 786 706Z", "sand"),
        scythe(420, 900, 230),
        scythe(1210, 890, 220, -1),
        people(
            [
                (410, 904, 232, "r5", "s1", "rust", False),
                (1220, 894, 224, "h4", "s2", "ink", True),
                (1380, 850, 176, "clay", "s1", "#d9d2c4", False),
                (770, 880, 150, "amber", "s1", "ink", False),
            ],
            "m3",
            {0: "point", 2: "up"}.items(),
        ),
        ground([960, 940, 970, 990, 960, 940, 956], "m4"),
        "".join(
            circle(rnd.uniform(20, 1580), rnd.uniform(956, 992), 8, rnd.choice(("wheat", "paper", "h2"))) for _ in range(22)
        ),
    )  # fmt: skip


def shelter():
    rnd = random.Random(2)
    stars = "".join(
        circle(rnd.uniform(20, 1580), rnd.uniform(20, 360), rnd.choice((3, 4, 5)), "wheat") for _ in range(60)
    )
    flames = path(
        "M1060 800q-60 -70 -14 -150q8 46 34 52q-12 -80 36 -130q-4 70 42 104q16 -22 12 -50q50 90 -20 174Z", "amber"
    ) + path("M1080 800q-30 -40 0 -84q12 26 28 26q-2 -38 18 -58q12 52 30 66q4 26 -10 50Z", "wheat")
    save(
        "nojume-ar-ugunskuru",
        "Nojume un ugunskurs meža malā vakarā",
        rect(0, 0, W, H, "r6"),
        rect(0, 330, W, 300, "r5"),
        stars,
        circle(260, 170, 62, "paper"),
        circle(288, 154, 56, "r6"),
        treeline(-20, 1640, 620, 260, "#0d353a", 6, 70),
        *[spruce(x, 700, h, "r6", "ink") for x, h in ((90, 420), (230, 330), (1420, 460), (1540, 380), (1310, 300))],
        ground([690, 670, 680, 676, 690, 680], "m5"),
        ell(1110, 830, 470, 130, "clay", ' opacity=".4"'),
        ell(1110, 820, 290, 80, "amber", ' opacity=".4"'),
        rect(300, 440, 26, 330, "#7f3c06"),
        rect(860, 440, 26, 330, "#7f3c06"),
        rect(420, 460, 20, 260, "rust"),
        rect(740, 460, 20, 260, "rust"),
        path("M230 470L380 310H820L960 470Z", "clay"),
        path("M230 470L380 310H412L290 470Z", "rust"),
        "".join(line(f"M{x} 326L{x + (x - 600) * 0.28:.0f} 462", "rust", 4) for x in range(440, 800, 60)),
        line("M330 500Q420 540 500 506T680 506T856 500", "r3", 3),
        *[circle(x, y, 11, "amber") for x, y in ((380, 524), (460, 522), (560, 512), (640, 522), (740, 514), (810, 508))],
        bust(470, 690, 92, "h3", "s1", "rust"),
        bust(600, 690, 96, "r3", "s2", "ink"),
        bust(716, 690, 90, "amber", "s1", "#d9d2c4"),
        rect(360, 676, 460, 22, "sand2", 4),
        rect(340, 736, 500, 20, "clay", 4),
        line("M420 698L390 800M760 698L790 800", "rust", 14),
        rect(520, 646, 36, 30, "paper", 5),
        rect(640, 640, 46, 36, "r2", 6),
        line("M1000 812L1200 780M1010 780L1196 814", "rust", 26),
        flames,
        people(
            [
                (900, 900, 214, "r4", "s1", "ink", False),
                (1330, 900, 220, "red", "s2", "rust", True),
                (1430, 880, 150, "wheat", "s1", "ink", False),
            ],
            "m5",
            {1: "up"}.items(),
        ),
        ground([950, 940, 966, 990, 970, 946, 960], "#123c2c"),
        reeds(60, 360, 1010, 100, "r6", 9, 22),
    )  # fmt: skip


def walkers():
    rnd = random.Random(7)
    trunks = "".join(
        birch(x, 720 + rnd.uniform(-10, 20), 720, w, i)
        for i, (x, w) in enumerate(((90, 30), (250, 24), (520, 22), (1130, 22), (1370, 28), (1530, 34)))
    )

    def poles(x, y, s):
        return line(
            f"M{x + s * 0.2:.0f} {y - s * 0.56:.0f}L{x - s * 0.04:.0f} {y + 6}M{x - s * 0.2:.0f} {y - s * 0.54:.0f}L{x - s * 0.42:.0f} {y + 4}",
            "ink",
            6,
        ) + line(
            f"M{x + s * 0.1:.0f} {y - s * 0.68:.0f}L{x + s * 0.2:.0f} {y - s * 0.56:.0f}M{x - s * 0.1:.0f} {y - s * 0.68:.0f}L{x - s * 0.2:.0f} {y - s * 0.54:.0f}",
            "ink",
            12,
        )

    rows = [
        (470, 860, 250, "red", "s1", "#d9d2c4", False),
        (700, 830, 226, "r5", "s1", "#d9d2c4", False),
        (900, 800, 200, "h4", "s2", "ink", False),
        (1064, 772, 174, "amber", "s1", "rust", False),
    ]
    save(
        "nujotaji",
        "Četri nūjotāji meža takā",
        rect(0, 0, W, H, "m1"),
        circle(1240, 190, 90, "wheat"),
        treeline(-20, 1640, 560, 330, "m2", 3, 80),
        treeline(-20, 1640, 620, 220, "m3", 9, 66),
        ground([640, 620, 634, 626, 640], "m2"),
        trunks,
        *[spruce(x, y, h, "m4", "ink") for x, y, h in ((390, 690, 330), (1250, 690, 300), (1460, 720, 420), (-10, 740, 420))],
        path("M1180 690Q1100 720 960 760T520 900T180 1020H900Q900 900 1060 820T1260 700Z", "sand"),
        "".join(ell(rnd.uniform(60, 460), rnd.uniform(730, 860), 34, 12, "m3") for _ in range(8)),
        "".join(ell(rnd.uniform(1120, 1560), rnd.uniform(770, 940), 40, 14, "m3") for _ in range(9)),
        people(rows, "sand2"),
        *[poles(x, y, s) for x, y, s, *_ in rows],
        *[path(f"M{x} {y}q0 -34 34 -34t34 34Z", "red") + rect(x + 26, y, 16, 24, "paper", 5) + circle(x + 20, y - 12, 5, "paper") + circle(x + 46, y - 16, 5, "paper") for x, y in ((1290, 880), (1370, 906))],
        ground([960, 940, 966, 1000, 1000, 950, 930], "m4"),
        reeds(30, 220, 1010, 70, "m5", 8, 16),
    )  # fmt: skip


def anglers():
    def rod(x, y, to_x, to_y):
        return (
            line(f"M{x} {y}Q{(x + to_x) / 2:.0f} {y - 120} {to_x} {to_y - 130}", "rust", 6)
            + line(f"M{to_x} {to_y - 130}V{to_y}", "ink", 2)
            + circle(to_x, to_y, 9, "red")
            + path(f"M{to_x - 34} {to_y + 10}q34 12 68 0", "none", ' stroke="#fbf8f2" stroke-width="5"')
        )

    planks = "".join(
        rect(x, 748 + (x - 540) * 0.06, 44, 20, "clay" if (x // 48) % 2 else "sand2", 3) for x in range(540, 1260, 48)
    )
    save(
        "makskernieki",
        "Makšķernieki uz laipas rītā",
        rect(0, 0, W, H, "wheat"),
        rect(0, 0, W, 200, "#f7ead0"),
        circle(420, 330, 110, "amber"),
        cloud(800, 200, 420, "#f7ead0"),
        birds(980, 270, 1, "rust"),
        ground([420, 390, 420, 380, 400], "h2", 520),
        treeline(-20, 1640, 470, 120, "r4", 4, 52),
        treeline(-20, 1640, 490, 70, "r5", 10, 44),
        path("M-20 500H1640V1020H-20Z", "r3"),
        path("M-20 500H1640V570Q1200 540 800 560T-20 560Z", "r2"),
        path("M300 500h240q-40 120 -20 260t-90 240h-60q-40 -120 -30 -250T300 500Z", "wheat", ' opacity=".55"'),
        glints([(180, 620, 150), (520, 680, 120), (260, 790, 180), (1420, 640, 160), (640, 900, 200), (1100, 920, 150)], "paper"),
        *[rect(x, 760, 20, 150, "rust") for x in (600, 840, 1080)],
        planks,
        path("M1240 790Q1380 740 1640 720V1020H1120Q1160 900 1240 790Z", "m3"),
        path("M1400 800Q1500 770 1640 770V1020H1300Q1330 880 1400 800Z", "m4"),
        rod(640, 640, 300, 720),
        rod(850, 620, 520, 800),
        people(
            [
                (650, 752, 200, "r5", "s1", "#d9d2c4", False),
                (866, 764, 140, "amber", "s1", "rust", False),
                (1010, 772, 206, "h4", "s2", "ink", False),
            ],
            "rust",
            {2: "point"}.items(),
        ),
        path("M622 560q32 -26 60 0l16 6h-84Z", "m4"),
        rect(730, 716, 54, 44, "r2", 6),
        line("M732 718q26 -34 50 0", "ink", 4),
        leafy(1520, 780, 360, "m4", "m5"),
        reeds(1180, 1420, 960, 190, "m5", 5, 34),
        reeds(-10, 220, 1010, 170, "m5", 12, 34),
    )  # fmt: skip


GATHERINGS = (*MANORS, hall, hillfort, shelter, walkers, anglers)
