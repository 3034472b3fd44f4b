# ruff: noqa: E731  a drawing reads by its shapes, one to a line
"""The eight landscapes that the look began with."""

import random

from cms.demo.illustrations.hand import (
    H,
    P,
    W,
    birch,
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


def river_bend():
    save(
        "upes-licis-kresla",
        "Upes līcis krēslā",
        rect(0, 0, W, H, "sand"),
        ground([210, 170, 230, 190, 240], "#f8dfae"),
        ground([330, 300, 350, 310, 340], "#f6cf8f"),
        ground([425, 400, 420, 405, 430], "#eeb783"),
        circle(1085, 408, 118, "amber"),
        circle(1085, 408, 86, "#f7c65c"),
        birds(560, 220, 1.3, "h4"),
        cloud(120, 250, 420, "#fbe9c8"),
        cloud(1220, 190, 300, "#fbe9c8"),
        ground([430, 395, 440, 462, 425, 450, 410], "h2"),
        ground([470, 440, 462, 490, 470, 480, 440], "h3"),
        treeline(-20, 700, 492, 58, "h4", 3),
        treeline(1180, 1640, 486, 66, "h4", 5),
        ground([488, 486, 498, 510, 505, 492, 484], "h4", 560),
        ground([505, 500, 506, 512, 508, 502, 500], "r4"),
        ribbon(
            [(1010, 510, 150), (900, 560, 190), (640, 640, 190), (560, 720, 230), (860, 820, 330), (1120, 1020, 520)],
            "#f4c98a",
        ),
        ribbon(
            [(1010, 514, 104), (905, 562, 140), (655, 642, 150), (590, 722, 178), (900, 830, 262), (1180, 1020, 420)],
            "#f9dda6",
        ),
        path("M1640 560Q1330 560 1120 612T1010 700Q1180 760 1640 770Z", "r5"),
        path("M-20 560Q330 560 470 610T330 740Q200 800 -20 830Z", "r5"),
        treeline(1270, 1640, 600, 120, "r6", 8, 44),
        treeline(-20, 260, 600, 130, "r6", 9, 44),
        house(300, 622, 86, 46, "#f1dcc0", "h4"),
        house(1120, 640, 74, 40, "#f1dcc0", "rust"),
        house(1206, 634, 104, 40, "#e7c9a8", "h4", side=True),
        glints(
            [
                (1050, 534, 120),
                (1010, 556, 80),
                (930, 582, 120),
                (760, 640, 130),
                (690, 676, 90),
                (720, 748, 150),
                (860, 800, 180),
                (1000, 860, 210),
                (1130, 930, 260),
                (930, 905, 90),
            ],
            "paper",
        ),
        path("M-20 790Q220 770 420 850T760 1020H-20Z", "m5"),
        path("M1640 800Q1480 812 1430 880T1360 1020H1640Z", "m5"),
        spruce(120, 850, 420, "ink"),
        spruce(245, 870, 310, "m5"),
        spruce(20, 860, 300, "m5"),
        leafy(1520, 860, 280, "m5", "ink"),
        reeds(470, 720, 1010, 150, "r6", 2, 30),
        reeds(1330, 1460, 1010, 170, "ink", 4, 22),
        line("M640 800h120", "r6", 10),
        path("M612 780h180q-16 40 -60 40h-76q-34 0 -44 -40Z", "h4"),
    )


def village_hall():
    win = "".join(
        rect(x, 490, 62, 104, "amber", 4) + line(f"M{x + 31} 490v104M{x} 535h62", "rust", 5)
        for x in (500, 600, 940, 1040)
    )
    ppl = [
        (330, 800, 150, "h4", "s1", "rust", True),
        (400, 808, 156, "r5", "s2", "ink", False),
        (560, 850, 186, "clay", "s1", "ink", False),
        (650, 842, 176, "m4", "s1", "amber", True),
        (720, 800, 110, "amber", "s1", "rust", False),
        (1010, 830, 176, "r4", "s1", "rust", False),
        (1095, 840, 178, "red", "s2", "ink", True),
        (1240, 800, 150, "ink", "s1", "#d9d2c4", False),
        (1310, 796, 144, "h3", "s1", "#d9d2c4", True),
    ]
    shade = "".join(ell(x + s * 0.28, y, s * 0.42, 9, "sand2") for x, y, s, *_ in ppl)
    save(
        "tautas-nams",
        "Cilvēki pulcējas pie tautas nama",
        rect(0, 0, W, H, "r1"),
        ground([300, 250, 320, 270, 330], "#eaf1e6"),
        circle(1290, 210, 78, "wheat"),
        cloud(150, 240, 420),
        cloud(980, 170, 280),
        ground([480, 430, 470, 420, 480, 440], "r2"),
        ribbon([(1500, 468, 60), (1400, 500, 90), (1560, 560, 120), (1660, 600, 130)], "paper"),
        ground([530, 490, 520, 500, 540, 560], "m2"),
        treeline(-20, 420, 545, 110, "m3", 4, 46),
        treeline(1240, 1500, 560, 90, "m3", 12, 40),
        ground([590, 570, 580, 575, 590, 600], "m3"),
        leafy(270, 690, 360, "m4", "m5"),
        leafy(1380, 690, 330, "m4", "m5"),
        spruce(120, 690, 330, "m5"),
        rect(430, 400, 740, 280, "paper"),
        rect(430, 640, 740, 40, "sand2"),
        path("M380 410L470 250H1130L1220 410Z", "rust"),
        path("M380 410L470 250H500L430 410Z", "#7f3c06"),
        path("M690 680V380L800 270L910 380V680Z", "sand"),
        path("M655 398L800 250L945 398L922 420L800 300L678 420Z", "#7f3c06"),
        circle(800, 384, 32, "r5"),
        line("M782 384q10 -16 18 0t18 0", "paper", 5),
        win,
        rect(738, 500, 124, 180, "r5", 4),
        rect(752, 516, 44, 164, "wheat"),
        rect(804, 516, 44, 164, "wheat"),
        rect(720, 680, 160, 14, "sand2"),
        rect(700, 694, 200, 14, "sand"),
        line("M1196 700V330", "ink", 6),
        path("M1199 334q40 -14 80 0t50 -6v56q-30 12 -60 2t-70 4Z", "#8c2334"),
        path("M1199 354q40 -14 80 0t50 -6v12q-30 12 -60 2t-70 4Z", "paper"),
        ground([720, 700, 706, 704, 700, 715], "m2"),
        path("M690 706H910Q960 820 1180 1020H380Q640 830 690 706Z", "sand"),
        line("M430 446Q530 500 620 452T800 470T990 452T1170 446", "r4", 3),
        "".join(
            circle(x, y, 9, c)
            for x, y, c in (
                (480, 470, "amber"),
                (540, 476, "clay"),
                (620, 454, "amber"),
                (980, 456, "amber"),
                (1060, 474, "clay"),
                (1120, 466, "amber"),
            )
        ),
        shade,
        *[person(x, y, s, c, sk, hr, skirt=k, arm="up" if x in (560, 1310) else None) for x, y, s, c, sk, hr, k in ppl],
        ground([930, 905, 930, 960, 930, 900, 925], "m4"),
        reeds(60, 330, 1010, 90, "m5", 6, 20),
        "".join(
            circle(x, y, 8, c)
            for x, y, c in (
                (110, 948, "wheat"),
                (170, 970, "h2"),
                (250, 948, "wheat"),
                (1380, 950, "h2"),
                (1450, 968, "wheat"),
                (1510, 946, "paper"),
                (1330, 975, "paper"),
            )
        ),
    )


def story_trail():
    def trunks(n, y, h, w, fill, seed):
        rnd = random.Random(seed)
        return "".join(
            rect(
                i * W / n + rnd.uniform(-40, 40), y - h + rnd.uniform(-20, 20), w * rnd.uniform(0.7, 1.2), h + 60, fill
            )
            for i in range(n + 1)
        )

    def post(x, y, s, n):
        return (
            rect(x - 5 * s, y - 120 * s, 10 * s, 120 * s, "rust")
            + rect(x - 42 * s, y - 176 * s, 84 * s, 74 * s, "sand", 4)
            + path(
                f"M{f(x - 54 * s)} {f(y - 172 * s)}L{f(x)} {f(y - 206 * s)}L{f(x + 54 * s)} {f(y - 172 * s)}Z",
                "#7f3c06",
            )
            + line(
                f"M{f(x - 28 * s)} {f(y - 128 * s)}h{f(56 * s)}M{f(x - 28 * s)} {f(y - 116 * s)}h{f(36 * s)}",
                "clay",
                max(2, round(5 * s)),
            )
            + circle(x - 14 * s, y - 150 * s, 12 * s, n)
            + line(f"M{f(x + 6 * s)} {f(y - 150 * s)}h{f(20 * s)}", "clay", max(2, round(5 * s)))
        )

    save(
        "stastu-taka",
        "Stāstu taka mežā",
        rect(0, 0, W, H, "#eef1dd"),
        circle(980, 330, 220, "#f8edc4"),
        circle(980, 330, 130, "#fbe6a4"),
        trunks(26, 560, 560, 16, "m1", 2),
        treeline(-20, 1640, 560, 130, "m1", 2, 60),
        ground([540, 560, 556, 570, 548, 540], "m1"),
        trunks(15, 600, 640, 26, "m2", 6),
        ground([588, 600, 604, 590, 600, 588], "m2"),
        ribbon([(1640, 560, 90), (1500, 584, 70), (1400, 620, 40)], "r2"),
        ribbon(
            [(960, 592, 16), (900, 640, 30), (1010, 700, 54), (840, 790, 100), (640, 900, 170), (700, 1040, 280)],
            "sand",
        ),
        spruce(1240, 690, 440, "m3"),
        spruce(420, 700, 400, "m3"),
        spruce(1120, 664, 250, "m3"),
        spruce(560, 668, 260, "m3"),
        path("M-20 690Q300 650 560 700T720 780Q520 850 470 1020H-20Z", "m3"),
        path("M1640 680Q1380 650 1120 690T960 760Q880 850 1010 1020H1640Z", "m3"),
        post(1085, 712, 0.62, "r4"),
        post(720, 790, 0.95, "h4"),
        post(1130, 892, 1.45, "amber"),
        ell(905, 760, 90, 10, "sand2"),
        person(880, 762, 150, "r5", "s1", "rust", "ink"),
        person(945, 764, 98, "amber", "s1", "rust", "r6"),
        line("M893 702L932 706", "r5", 9),
        birch(170, 960, 980, 66, 3),
        birch(300, 860, 880, 44, 4, "sand"),
        birch(1470, 970, 980, 74, 5),
        birch(1330, 800, 820, 36, 7, "sand"),
        path("M-20 0H560Q470 130 330 110T120 210T-20 190Z", "m4"),
        path("M1640 0H1080Q1200 120 1330 90T1500 200T1640 170Z", "m4"),
        path("M-20 0H380Q300 80 190 70T-20 120Z", "m5"),
        path("M1640 0H1300Q1370 60 1440 50T1640 110Z", "m5"),
        path("M-20 880Q180 850 330 920T470 1020H-20Z", "m5"),
        path("M1640 870Q1420 850 1290 930T1180 1020H1640Z", "m5"),
        "".join(
            line(
                f"M{x} {y}q-26 -30 -60 -34M{x} {y}q-8 -44 -26 -62M{x} {y}q10 -44 30 -58M{x} {y}q30 -26 58 -28", "m4", 8
            )
            for x, y in ((90, 950), (330, 985), (1400, 975), (1560, 935))
        ),
        "".join(circle(x, y, 9, "red") for x, y in ((210, 940), (232, 952), (1480, 950), (1310, 978))),
    )


def boat():
    def mirror(body, y, o):
        return f'<g transform="translate(0 {2 * y}) scale(1 -1)" opacity="{o}">{body}</g>'

    wood = (
        treeline(-20, 640, 470, 170, "m4", 21, 54)
        + treeline(1010, 1640, 466, 190, "m4", 22, 56)
        + leafy(690, 470, 190, "m3", "m4")
        + leafy(960, 470, 170, "m3", "m4")
        + spruce(1230, 470, 250, "m5")
        + spruce(380, 474, 240, "m5")
        + spruce(450, 474, 180, "m5")
    )
    back = ground([410, 380, 412, 420, 400, 390, 410], "m2", 470) + ground(
        [440, 430, 446, 450, 440, 432, 440], "m3", 472
    )
    save(
        "laiva-pa-misu",
        "Laiva uz Misas",
        rect(0, 0, W, H, "r1"),
        ground([230, 190, 250, 200, 250], "#eef3e6"),
        circle(820, 300, 84, "wheat"),
        cloud(180, 210, 380),
        cloud(1120, 160, 340),
        birds(1080, 250, 1.1, "r5"),
        back,
        wood,
        rect(-20, 470, W + 40, 560, "r2"),
        mirror(back + wood, 470, 0.38),
        circle(820, 640, 84, "wheat", ' opacity=".55"'),
        ground([640, 660, 640, 668, 650, 640], "#a6cac8"),
        ground([760, 745, 770, 750, 775, 760], "r3"),
        ground([880, 905, 880, 900, 890, 870], "#5f9b9c"),
        glints(
            [
                (300, 560, 160),
                (420, 600, 90),
                (1180, 570, 180),
                (1320, 620, 110),
                (820, 600, 120),
                (790, 640, 150),
                (840, 690, 180),
                (300, 720, 140),
                (1290, 740, 160),
                (420, 850, 180),
                (1330, 870, 170),
            ],
            "r1",
        ),
        path("M-20 470H560Q460 500 300 500T-20 540Z", "m3"),
        path("M1640 470H1090Q1180 500 1330 498T1640 546Z", "m3"),
        ell(800, 786, 330, 24, "r4"),
        glints([(560, 812, 130), (980, 818, 150), (760, 838, 120)], "r1"),
        bust(690, 730, 120, "amber", "s1", "rust"),
        bust(900, 730, 120, "h4", "s2", "ink"),
        bust(800, 738, 86, "paper", "s1", "amber"),
        path("M470 690Q800 742 1130 690Q1100 790 990 796H610Q500 790 470 690Z", "rust"),
        path("M470 690Q800 742 1130 690L1124 712Q800 762 476 712Z", "clay"),
        line("M560 766Q800 786 1040 766", "#7f3c06", 6),
        line("M730 690L520 830M870 690L1080 830", "sand", 12),
        path("M534 812l-64 46q-16 12 -2 22t24 -8l58 -44Z", "sand"),
        path("M1066 812l64 46q16 12 2 22t-24 -8l-58 -44Z", "sand"),
        *[
            path(f"M{x} {y}a{r} {int(r * 0.36)} 0 1 0 {int(r * 0.3)} {-int(r * 0.3)}Z", "m3")
            for x, y, r in ((330, 930, 70), (450, 972, 50), (1250, 950, 76), (1130, 985, 48))
        ],
        circle(340, 900, 13, "paper"),
        circle(340, 898, 6, "amber"),
        circle(1262, 922, 14, "h1"),
        circle(1262, 920, 6, "amber"),
        path("M-20 830Q120 850 190 1020H-20Z", "m5"),
        path("M1640 800Q1480 840 1420 1020H1640Z", "m5"),
        reeds(10, 220, 1010, 260, "m4", 30, 28),
        reeds(1420, 1600, 1010, 290, "m4", 31, 28),
    )


def meadow():
    rnd = random.Random(11)
    flowers = ""
    for _ in range(70):
        t = rnd.random()
        y = 760 + t * 240
        flowers += circle(rnd.uniform(0, W), y, 4 + t * 8, rnd.choice(["paper", "amber", "h3", "wheat", "clay"]))
    fence = line(
        "M-20 716L420 690M-20 744L420 716"
        + "".join(f"M{x} {f(766 - x * 0.06)}V{f(690 - x * 0.06)}" for x in range(20, 430, 66)),
        "rust",
        8,
    )
    save(
        "plava-un-majas",
        "Mājas pļavas malā",
        rect(0, 0, W, H, "r1"),
        ground([330, 270, 350, 300, 360], "#edf3ec"),
        cloud(120, 200, 460),
        cloud(900, 240, 520),
        cloud(720, 120, 220),
        birds(640, 210, 1.1, "r5"),
        ground([420, 380, 430, 400, 370, 400], "r2"),
        ground([450, 440, 470, 440, 420, 440], "r3"),
        treeline(-20, 1640, 476, 40, "m3", 40, 30),
        ground([478, 480, 476, 480, 478], "m2"),
        ribbon(
            [(1640, 500, 20), (1340, 512, 130), (1000, 548, 170), (1090, 592, 180), (1460, 634, 210), (1700, 660, 210)],
            "paper",
        ),
        ribbon(
            [(1640, 506, 14), (1345, 518, 120), (1015, 550, 158), (1110, 590, 164), (1470, 626, 190), (1700, 650, 190)],
            "r2",
        ),
        path("M-20 520Q300 470 620 530T1100 640T1640 690V1020H-20Z", "m2"),
        path("M-20 600Q200 560 480 600T900 690T1640 730V1020H-20Z", "#c7d29b"),
        treeline(60, 420, 570, 100, "m4", 41, 50),
        leafy(520, 610, 220, "m3", "m4"),
        leafy(80, 640, 260, "m4", "m5"),
        house(210, 622, 190, 84, "clay", "#7f3c06", "wheat", side=True),
        house(430, 616, 118, 84, "paper", "rust"),
        house(640, 632, 130, 88, "wheat", "h4", "paper"),
        house(800, 656, 190, 74, "paper", "r5", "amber", side=True),
        house(1060, 690, 106, 74, "clay", "r6", "wheat"),
        leafy(1010, 690, 170, "m3", "m4"),
        leafy(1210, 700, 220, "m4", "m5"),
        spruce(596, 640, 190, "m5"),
        ribbon([(700, 640, 10), (720, 680, 22), (900, 740, 44), (1100, 830, 84), (1060, 1020, 190)], "sand"),
        path("M-20 740Q300 690 620 760T1000 1020H-20Z", "m3"),
        path("M1640 740Q1400 730 1240 800T1200 1020H1640Z", "m3"),
        fence,
        person(842, 790, 128, "r5", "s1", "ink"),
        person(905, 800, 132, "red", "s2", "rust", skirt=True),
        path("M940 800l10 -26h42l10 26Z", "clay"),
        path("M-20 880Q260 840 560 900T820 1020H-20Z", "m4"),
        path("M1640 880Q1480 870 1380 920T1300 1020H1640Z", "m4"),
        flowers,
        reeds(0, 330, 1010, 120, "m5", 44, 24),
        reeds(1400, 1600, 1010, 110, "m5", 45, 18),
    )


def table():
    cup = lambda x, y, c: path(f"M{x} {y}h40v22q0 16 -20 16t-20 -16Z", c)
    sheet = lambda x, y, r: g(
        rect(-52, -22, 104, 44, "paper", 3) + line("M-36 -6h60M-36 8h40", "r3", 4), f"translate({x} {y}) rotate({r})"
    )
    save(
        "pie-galda",
        "Cilvēki pie galda",
        rect(0, 0, W, H, "sand"),
        rect(0, 0, W, 640, "#f0e0c4"),
        rect(250, 90, 1100, 400, "r1", 6),
        ground([0, 0], "r1", 0),
        '<clipPath id="w"><rect x="250" y="90" width="1100" height="400" rx="6"/></clipPath><g clip-path="url(#w)">',
        circle(1080, 210, 64, "wheat"),
        cloud(380, 210, 320),
        ground([330, 300, 340, 310, 330, 300], "r2"),
        ribbon([(700, 322, 60), (620, 360, 90), (860, 410, 130), (700, 510, 240)], "paper"),
        ground([400, 385, 420, 470, 430, 380, 390], "m2"),
        treeline(240, 560, 410, 70, "m3", 60, 36),
        treeline(1050, 1360, 396, 80, "m3", 61, 36),
        ribbon([(760, 400, 60), (800, 430, 90), (700, 510, 160)], "paper"),
        "</g>",
        line("M800 90V490M250 290H1350", "paper", 16),
        f'<rect x="250" y="90" width="1100" height="400" rx="6" fill="none" stroke="{P["paper"]}" stroke-width="24"/>',
        rect(220, 496, 1160, 28, "sand2", 4),
        path("M1260 496q-10 -70 -50 -96q52 0 62 50q6 -60 56 -74q-26 50 -30 120Z", "m4"),
        path("M1232 470h92l-14 54h-64Z", "clay"),
        line("M800 0V60", "ink", 5),
        path("M690 128Q700 56 800 56T910 128Z", "r5"),
        ell(800, 128, 110, 12, "wheat"),
        bust(470, 700, 210, "m4", "s1", "rust"),
        bust(690, 680, 200, "h4", "s2", "ink"),
        bust(912, 680, 204, "amber", "s1", "#cfc6b4"),
        bust(1130, 700, 210, "r4", "s3", "ink"),
        path("M240 720Q260 636 420 632H1180Q1340 636 1360 720L1400 846Q1408 880 1370 880H230Q192 880 200 846Z", "clay"),
        path("M200 846Q192 880 230 880H1370Q1408 880 1400 846V872Q1400 908 1370 908H230Q200 908 200 872Z", "rust"),
        sheet(560, 730, -8),
        sheet(820, 700, 4),
        sheet(1060, 740, 10),
        sheet(720, 800, -3),
        cup(420, 676, "r5"),
        cup(930, 742, "paper"),
        cup(1210, 690, "h4"),
        cup(640, 668, "paper"),
        path("M772 742q60 -34 130 4q-16 40 -66 40t-64 -44Z", "sand2"),
        circle(812, 744, 22, "red"),
        circle(850, 738, 22, "amber"),
        circle(880, 752, 18, "m3"),
        line("M520 690Q560 726 600 742", "s1", 22),
        line("M1078 694Q1040 726 1000 742", "s3", 22),
        bust(300, 1010, 330, "r5", "s1", "ink", True),
        bust(1300, 1010, 330, "h3", "s1", "rust", True),
    )


def seminar():
    tiles = ""
    looks = [
        ("r2", "h4", "s1", "rust"),
        ("wheat", "r5", "s2", "ink"),
        ("m1", "clay", "s1", "#cfc6b4"),
        ("h1", "m4", "s3", "ink"),
        ("r1", "red", "s1", "amber"),
        ("sand2", "r4", "s1", "ink"),
    ]
    for i, (bg, c, sk, hr) in enumerate(looks):
        x, y = 640 + (i % 3) * 246, 150 + (i // 3) * 206
        tiles += rect(x, y, 230, 190, bg, 10) + bust(x + 115, y + 190, 150, c, sk, hr)
    rows = ""
    for y, s, n, x0, cols in (
        (830, 150, 6, 250, ("r4", "clay", "m3", "h3", "r4", "amber")),
        (1010, 210, 5, 200, ("h4", "r5", "m4", "r6", "clay")),
    ):
        hairs = ("rust", "ink", "amber", "#8a5a33", "ink", "#cfc6b4")
        for i in range(n):
            x = x0 + i * (1600 - 2 * x0 + s * 0.4) / (n - 0.4) + (60 if n == 5 else 0)
            rows += rect(x - s * 0.42, y - s * 0.3, s * 0.84, s * 0.6, "sand2", 14) + bust(
                x, y, s, cols[i], "s1", hairs[(i + n) % 6], True
            )
    save(
        "seminars-tiessaiste",
        "Seminārs klātienē un tiešsaistē",
        rect(0, 0, W, H, "#efe3cd"),
        rect(0, 690, W, 310, "sand2"),
        rect(0, 682, W, 12, "clay"),
        rect(70, 130, 300, 400, "r1", 6),
        '<clipPath id="v"><rect x="70" y="130" width="300" height="400" rx="6"/></clipPath><g clip-path="url(#v)">',
        circle(270, 230, 46, "wheat"),
        path("M40 380Q160 330 400 370V560H40Z", "r2"),
        ribbon([(300, 376, 40), (200, 420, 60), (300, 470, 80), (160, 560, 130)], "paper"),
        path("M40 440Q120 420 180 470T200 560H40Z", "m3"),
        path("M400 410Q330 430 330 480T400 560Z", "m3"),
        spruce(110, 500, 150, "m4"),
        spruce(340, 520, 130, "m4"),
        "</g>",
        line("M220 130V530M70 320H370", "paper", 12),
        f'<rect x="70" y="130" width="300" height="400" rx="6" fill="none" stroke="{P["paper"]}" stroke-width="18"/>',
        rect(596, 106, 810, 490, "ink", 18),
        rect(616, 126, 770, 450, "r6", 10),
        tiles,
        rect(700, 596, 16, 90, "ink"),
        rect(1290, 596, 16, 90, "ink"),
        rect(1450, 470, 90, 212, "clay", 6),
        path("M1490 470q-60 -90 -30 -160q36 60 36 110q20 -70 66 -92q-8 80 -52 142Z", "m4"),
        ell(500, 706, 100, 12, "clay"),
        person(480, 706, 420, "r5", "s1", "rust", "ink", arm="point"),
        rows,
    )


def market():
    def stall(x, y, w, h, a, b, goods):
        n = 6
        s = (
            rect(x + 14, y - h, 12, h, "rust")
            + rect(x + w - 26, y - h, 12, h, "rust")
            + rect(x, y - h * 0.42, w, h * 0.42, "clay")
            + rect(x, y - h * 0.46, w, h * 0.07, "#7f3c06")
        )
        for i in range(n):
            c, ww = (a, b)[i % 2], w / n
            s += path(
                f"M{f(x + i * ww + (n / 2 - i) * w * 0.022)} {f(y - h * 1.22)}L{f(x - w * 0.05 + i * ww * 1.1)} {f(y - h * 0.92)}a{f(ww * 0.55)} {f(ww * 0.45)} 0 0 0 {f(ww * 1.1)} 0L{f(x + (i + 1) * ww + (n / 2 - i - 1) * w * 0.022)} {f(y - h * 1.22)}Z",
                c,
            )
        return s + "".join(
            circle(x + w * 0.12 + i * w * 0.098, y - h * 0.5, w * 0.045, goods[i % len(goods)]) for i in range(9)
        )

    flags = ""
    for x0, y0, x1, y1, dip in ((0, 250, 620, 330, 70), (980, 330, 1600, 240, 70)):
        flags += line(f"M{x0} {y0}Q{(x0 + x1) // 2} {(y0 + y1) // 2 + dip * 2} {x1} {y1}", "ink", 3)
        for i in range(1, 9):
            t = i / 9
            x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * (x0 + x1) / 2 + t * t * x1
            y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * ((y0 + y1) / 2 + dip * 2) + t * t * y1
            flags += path(f"M{f(x - 20)} {f(y)}h40l-20 42Z", ("amber", "r4", "clay", "h3")[i % 4])
    ppl = [
        (560, 790, 160, "r5", "s1", "ink", False),
        (640, 800, 164, "h4", "s1", "rust", True),
        (800, 760, 136, "m4", "s2", "ink", False),
        (860, 764, 92, "amber", "s1", "rust", False),
        (1010, 800, 168, "red", "s1", "#d9d2c4", True),
        (745, 900, 210, "clay", "s1", "rust", True),
        (340, 900, 206, "r4", "s1", "#d9d2c4", False),
        (1230, 900, 206, "r6", "s2", "ink", False),
        (1310, 904, 200, "wheat", "s1", "rust", True),
    ]
    save(
        "tirgus-laukums",
        "Tirgus laukums",
        rect(0, 0, W, H, "r1"),
        ground([310, 260, 320, 280, 330], "#f1f2e2"),
        circle(1180, 190, 74, "wheat"),
        cloud(200, 180, 380),
        cloud(1230, 130, 260),
        birds(560, 170, 1.1, "r5"),
        ground([450, 420, 460, 430, 440, 420], "r2"),
        ribbon([(1660, 470, 20), (1560, 490, 100), (1500, 530, 130), (1660, 560, 140)], "paper"),
        ground([500, 480, 500, 490, 500, 540], "m2"),
        treeline(-20, 300, 520, 90, "m3", 70, 44),
        treeline(1330, 1640, 540, 100, "m3", 71, 44),
        house(90, 640, 240, 170, "wheat", "rust", "paper"),
        house(340, 640, 280, 140, "paper", "r5", "amber", side=True),
        house(980, 640, 290, 150, "paper", "h4", "amber", side=True),
        house(1290, 640, 230, 180, "clay", "#7f3c06", "wheat"),
        rect(720, 330, 160, 310, "sand"),
        path("M706 336L800 130L894 336Z", "r5"),
        line("M800 130V84", "ink", 6),
        path("M800 88h44l-12 12l12 12h-44Z", "amber"),
        circle(800, 400, 40, "paper"),
        line("M800 400V376M800 400l16 10", "ink", 6),
        rect(764, 500, 72, 140, "rust", 36),
        rect(764, 560, 72, 80, "rust"),
        flags,
        rect(-20, 630, 1640, 400, "sand"),
        ground([650, 640, 644, 642, 640, 650], "sand2"),
        ground([700, 680, 690, 684, 700, 690], "sand"),
        line("M200 960h90M420 860h70M700 960h80M900 850h60M1120 970h90M520 940h60M960 930h70M1430 860h60", "sand2", 8),
        leafy(60, 720, 250, "m4", "m5"),
        leafy(1560, 730, 270, "m4", "m5"),
        bust(300, 700, 96, "m4", "s1", "rust"),
        bust(1330, 700, 96, "h3", "s1", "ink"),
        stall(140, 790, 330, 230, "paper", "r4", ("red", "amber", "m3")),
        stall(1150, 790, 330, 230, "paper", "clay", ("amber", "wheat", "clay")),
        bust(905, 690, 76, "r5", "s1", "#d9d2c4"),
        stall(820, 730, 200, 150, "paper", "h3", ("m3", "m2", "wheat")),
        "".join(ell(x + s * 0.25, y, s * 0.4, 9, "sand2") for x, y, s, *_ in ppl),
        *[person(x, y, s, c, sk, hr, skirt=k, arm="up" if x == 1230 else None) for x, y, s, c, sk, hr, k in ppl],
        path("M268 900h64l-8 60h-48Z", "clay"),
        line("M276 900q24 -50 48 0", "clay", 6),
        path("M-20 950Q120 930 220 1020H-20Z", "m4"),
        path("M1640 940Q1500 930 1400 1020H1640Z", "m4"),
    )


LANDSCAPES = (river_bend, village_hall, story_trail, boat, meadow, table, seminar, market)
