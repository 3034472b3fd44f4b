"""Rooms and tables."""

import random

from cms.demo.illustrations.hand import (
    H,
    P,
    W,
    bust,
    circle,
    cloud,
    ell,
    g,
    line,
    path,
    rect,
    ribbon,
    save,
    spruce,
)


def window(x, y, w, h, name):
    """A view of the river through a window of two panes."""
    clip = f'<clipPath id="{name}"><rect x="{x}" y="{y}" width="{w}" height="{h}" rx="6"/></clipPath><g clip-path="url(#{name})">'
    view = (
        rect(x, y, w, h, "r1")
        + circle(x + w * 0.7, y + h * 0.28, w * 0.1, "wheat")
        + cloud(x + w * 0.1, y + h * 0.3, w * 0.4)
        + path(
            f"M{x} {y + h * 0.62:.0f}Q{x + w * 0.4:.0f} {y + h * 0.48:.0f} {x + w} {y + h * 0.6:.0f}V{y + h}H{x}Z", "r2"
        )
        + ribbon(
            [
                (x + w * 0.7, y + h * 0.6, w * 0.06),
                (x + w * 0.45, y + h * 0.72, w * 0.12),
                (x + w * 0.7, y + h * 0.84, w * 0.16),
                (x + w * 0.4, y + h * 1.1, w * 0.3),
            ],
            "paper",
        )
        + path(
            f"M{x} {y + h * 0.68:.0f}Q{x + w * 0.3:.0f} {y + h * 0.6:.0f} {x + w * 0.42:.0f} {y + h * 0.76:.0f}T{x + w * 0.4:.0f} {y + h}H{x}Z",
            "m3",
        )
        + path(
            f"M{x + w} {y + h * 0.66:.0f}Q{x + w * 0.76:.0f} {y + h * 0.7:.0f} {x + w * 0.8:.0f} {y + h * 0.82:.0f}T{x + w} {y + h}Z",
            "m3",
        )
        + spruce(x + w * 0.16, y + h * 0.84, h * 0.36, "m4")
        + spruce(x + w * 0.88, y + h * 0.86, h * 0.3, "m4")
    )
    frame = (
        line(f"M{x + w / 2:.0f} {y}V{y + h}M{x} {y + h * 0.46:.0f}H{x + w}", "paper", 12)
        + f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="6" fill="none" stroke="{P["paper"]}" stroke-width="20"/>'
        + rect(x - 26, y + h + 8, w + 52, 24, "sand2", 4)
    )
    return clip + view + "</g>" + frame


def shelf(x, y, w, rows, seed, gap=118):
    rnd = random.Random(seed)
    s = rect(x - 14, y - 16, w + 28, rows * gap + 32, "rust") + rect(x, y, w, rows * gap, "#7f3c06")
    for r in range(rows):
        at, base = x + 8, y + (r + 1) * gap - 12
        while at < x + w - 30:
            if rnd.random() < 0.1:
                at += 26
                continue
            bw, bh = rnd.randint(15, 30), gap * rnd.uniform(0.58, 0.82)
            s += rect(
                at,
                base - bh,
                bw,
                bh,
                rnd.choice(("red", "amber", "h4", "r4", "clay", "m4", "sand", "wheat", "h3", "r2")),
                2,
            )
            at += bw + 3
        s += rect(x, base, w, 12, "clay")
    return s


def plant(x, y, s=1):
    return g(
        path("M0 0q-14 -96 -66 -132q70 4 80 66q8 -82 74 -102q-34 70 -40 168Z", "m4")
        + path("M6 0q-6 -60 -30 -90q44 12 44 54Z", "m5")
        + path("M-34 0h96l-16 70h-64Z", "clay")
        + rect(-42, -4, 112, 18, "rust", 4),
        f"translate({x} {y}) scale({s})",
    )


def lamp(x, y, length, shade="r5"):
    return (
        line(f"M{x} 0V{y - length}", "ink", 5)
        + path(f"M{x - 100} {y}Q{x - 92} {y - 80} {x} {y - 80}T{x + 100} {y}Z", shade)
        + ell(x, y, 100, 12, "wheat")
    )


def crafts():
    def hands(x, y, s, yarn, ball):
        return (
            line(f"M{x - 44} {y - 6}L{x + 26} {y - 54}M{x + 44} {y - 6}L{x - 26} {y - 54}", "ink", 6)
            + path(f"M{x - 34} {y - 26}h68v66q-34 20 -68 0Z", yarn)
            + line(f"M{x - 26} {y - 6}h52M{x - 26} {y + 14}h52M{x - 26} {y + 34}h52", "paper", 4, ' opacity=".6"')
            + circle(x - 44, y - 4, 16, s)
            + circle(x + 44, y - 4, 16, s)
            + circle(x + ball, y + 150, 38, yarn)
            + line(
                f"M{x + ball - 26} {y + 134}q26 -16 52 8M{x + ball - 30} {y + 156}q30 -14 58 4",
                "paper",
                4,
                ' opacity=".6"',
            )
            + line(f"M{x + 10} {y + 40}q30 60 {ball - 20} 100", yarn, 4)
        )

    loom = (
        rect(1120, 330, 22, 520, "rust")
        + rect(1440, 330, 22, 520, "rust")
        + rect(1100, 330, 384, 26, "#7f3c06", 6)
        + rect(1110, 640, 364, 20, "#7f3c06", 6)
        + "".join(rect(1150 + i * 13, 356, 3, 290, "paper") for i in range(22))
        + "".join(
            rect(1146, 640 - (i + 1) * 24, 292, 24, c)
            for i, c in enumerate(("red", "paper", "m4", "paper", "amber", "h4", "paper"))
        )
        + line("M1146 500L1438 486", "clay", 12)
    )
    save(
        "biblioteka-rokdarbi",
        "Rokdarbi bibliotēkas otrajā stāvā",
        rect(0, 0, W, H, "#f0e0c4"),
        rect(0, 740, W, 270, "clay"),
        "".join(rect(0, 790 + i * 60, W, 4, "rust") for i in range(4)),
        rect(0, 732, W, 14, "rust"),
        shelf(60, 130, 420, 5, 4),
        window(580, 140, 400, 360, "lib"),
        shelf(1060, 40, 460, 2, 7),
        lamp(780, 118, 78, "h4"),
        plant(930, 470, 0.5),
        ell(760, 900, 620, 66, "sand2"),
        ell(760, 896, 560, 52, "h2"),
        ell(760, 894, 480, 40, "sand"),
        loom,
        rect(250, 660, 210, 190, "r5", 30),
        rect(700, 640, 200, 190, "m4", 30),
        rect(480, 646, 200, 190, "h3", 30),
        bust(355, 838, 210, "amber", "s1", "#d9d2c4"),
        hands(355, 790, "s1", "red", 70),
        bust(580, 822, 196, "r4", "s2", "ink"),
        hands(580, 776, "s2", "m4", 60),
        bust(800, 818, 196, "clay", "s1", "rust"),
        path("M744 740h112v70h-112Z", "paper"),
        line("M800 740v70M758 758h30M758 774h30M812 758h30M812 774h30", "r3", 4),
        circle(742, 776, 16, "s1"),
        circle(858, 776, 16, "s1"),
        bust(1030, 960, 250, "h4", "s1", "rust", True),
        line("M1110 870Q1160 800 1180 640", "h4", 34),
        circle(1182, 626, 20, "s1"),
        path("M120 880h130l-14 96h-102Z", "wheat"),
        line("M120 906h128M126 936h120", "amber", 6),
        circle(150, 872, 34, "h4"),
        circle(204, 866, 36, "r4"),
        circle(178, 846, 30, "amber"),
    )


def potter():
    mugs = "".join(
        path(f"M{x} {y}h58v46q0 18 -29 18t-29 -18Z", c)
        + f'<path d="M{x + 58} {y + 10}q26 0 26 18t-26 16" fill="none" stroke="{P.get(c, c)}" stroke-width="9"/>'
        for x, y, c in ((1010, 226, "r4"), (1130, 226, "paper"), (1250, 226, "amber"), (1370, 226, "h3"))
    )
    jars = "".join(
        path(f"M{x} {y}h{w}q{int(w * 0.3)} 40 0 {h}q{-w // 2} 14 {-w} 0q{-int(w * 0.3)} {-h + 40} 0 {-h}Z", c)
        + rect(x - 6, y - 12, w + 12, 16, c, 6)
        for x, y, w, h, c in ((1030, 386, 60, 86, "clay"), (1180, 366, 74, 106, "r5"), (1340, 392, 66, 80, "m4"))
    )
    pot = (
        path("M716 622q-40 -86 6 -126h156q46 40 6 126q-26 30 -84 30t-84 -30Z", "clay")
        + ell(800, 496, 80, 17, "rust")
        + ell(800, 498, 64, 11, "#7f3c06")
        + line("M700 566q100 28 200 0M704 598q96 28 192 0", "rust", 6, ' opacity=".5"')
    )
    save(
        "podnieka-ripa",
        "Darbnīca ar podnieka ripu",
        rect(0, 0, W, H, "#efe3cd"),
        rect(0, 800, W, 210, "sand2"),
        rect(0, 792, W, 12, "clay"),
        window(110, 120, 420, 400, "pot"),
        plant(470, 500, 0.55),
        rect(970, 290, 540, 20, "rust", 4),
        rect(970, 472, 540, 20, "rust", 4),
        line("M1000 310v30M1480 310v30M1000 492v30M1480 492v30", "rust", 12),
        mugs,
        jars,
        lamp(800, 140, 84),
        bust(800, 640, 330, "r5", "s1", "rust"),
        path("M712 470q88 30 176 0v190h-176Z", "paper"),
        line("M718 474L734 424M882 474L866 424", "paper", 14),
        rect(560, 650, 480, 34, "rust", 8),
        rect(590, 684, 34, 230, "#7f3c06"),
        rect(976, 684, 34, 230, "#7f3c06"),
        rect(640, 800, 320, 26, "#7f3c06", 6),
        ell(800, 652, 176, 26, "ink"),
        ell(800, 644, 168, 22, "r6"),
        pot,
        line("M656 510Q596 600 676 600", "r5", 54),
        line("M944 510Q1004 600 924 600", "r5", 54),
        ell(696, 592, 32, 23, "s1"),
        ell(904, 592, 32, 23, "s1"),
        bust(330, 900, 240, "amber", "s1", "ink"),
        bust(1270, 900, 240, "h4", "s2", "ink"),
        rect(180, 830, 300, 26, "rust", 8),
        rect(1120, 830, 300, 26, "rust", 8),
        path("M270 786h92q16 20 -6 44h-80q-22 -24 -6 -44Z", "clay"),
        path("M1216 792q54 -34 108 0q6 40 -14 40h-80q-20 0 -14 -40Z", "clay"),
        rect(210, 856, 22, 130, "#7f3c06"),
        rect(430, 856, 22, 130, "#7f3c06"),
        rect(1150, 856, 22, 130, "#7f3c06"),
        rect(1370, 856, 22, 130, "#7f3c06"),
        circle(262, 806, 18, "s1"),
        circle(370, 806, 18, "s1"),
        circle(1210, 812, 18, "s2"),
        circle(1330, 812, 18, "s2"),
        path("M660 930h110v60h-110Z", "r4"),
        ell(715, 930, 55, 12, "r2"),
    )


def map_reading():
    def pin(x, y, c):
        return path(f"M{x} {y}q-34 -52 -34 -80a34 34 0 1 1 68 0q0 28 -34 80Z", c) + circle(x, y - 80, 13, "paper")

    def arm(d, sleeve, skin, hx, hy):
        return line(d, sleeve, 74) + ell(hx, hy, 40, 30, skin)

    save(
        "karte-uz-galda",
        "Novada karte uz galda",
        rect(0, 0, W, H, "clay"),
        "".join(rect(0, 120 + i * 150, W, 5, "rust") for i in range(6)),
        "".join(
            rect(x, 125 + y * 150, 5, 145, "rust")
            for x, y in ((340, 0), (980, 1), (1400, 0), (160, 2), (1240, 3), (520, 4), (1480, 4), (760, 5))
        ),
        path("M228 178L1392 150L1420 862L196 880Z", "#7f3c06", ' opacity=".35"'),
        path("M210 160L1380 134L1404 846L182 862Z", "paper"),
        path("M300 240Q520 190 700 260T1120 220T1300 420T1230 740Q1000 800 780 740T340 760Q240 560 300 240Z", "m1"),
        path("M420 420Q520 360 600 430T560 560T400 540Z", "m2"),
        path("M960 520Q1080 470 1140 560T1060 680T940 640Z", "m2"),
        path(
            "M210 160L560 152Q600 230 720 250T960 270T1180 380T1398 420L1392 520Q1200 500 1080 420T840 330T560 300T210 290Z",
            "r3",
        ),
        line("M240 240Q420 236 560 246T760 300T980 330T1180 440T1390 474", "r1", 5, ' stroke-dasharray="44 34"'),
        line("M330 780Q420 680 520 690T700 600T900 560T1000 430", "r3", 18),
        line("M620 262Q640 420 760 520T900 760", "sand2", 12),
        line("M1180 400Q1000 620 760 520T380 640", "sand2", 9),
        "".join(
            circle(x, y, 11, "r5")
            for x, y in (
                (470, 330),
                (640, 440),
                (760, 520),
                (880, 640),
                (1080, 600),
                (560, 640),
                (1200, 600),
                (400, 560),
                (980, 380),
            )
        ),
        "".join(
            rect(x, y, w, 9, "r3", 4)
            for x, y, w in ((490, 322, 70), (780, 512, 86), (1102, 592, 78), (420, 552, 60), (1000, 372, 66))
        ),
        line("M795 150V850M500 156V856M1100 142V850", "sand2", 4),
        line("M200 505L1392 490", "sand2", 4),
        g(
            circle(0, 0, 54, "r1") + path("M0 -48L14 0L0 48L-14 0Z", "r5") + path("M-48 0L0 -12L48 0L0 12Z", "r3"),
            "translate(1300 230)",
        ),
        pin(640, 440, "amber"),
        pin(1080, 600, "h4"),
        pin(470, 330, "red"),
        arm("M-40 1000Q160 900 300 800", "r5", "s1", 330, 776),
        arm("M1640 1010Q1420 940 1280 800", "h4", "s2", 1250, 774),
        arm("M1660 120Q1500 180 1390 250", "m4", "s1", 1362, 266),
        arm("M640 1060Q700 960 760 880", "amber", "s1", 780, 852),
        line("M1222 752L1150 690", "s2", 20),
        line("M348 760L396 712", "s1", 20),
        line("M790 826L806 772", "s1", 20),
        line("M1338 280L1280 320", "s1", 20),
        g(
            rect(-90, -12, 180, 24, "amber", 4)
            + path("M90 -12l44 12l-44 12Z", "sand")
            + path("M120 -4l14 4l-14 4Z", "ink")
            + rect(-110, -12, 26, 24, "red", 4),
            "translate(1060 800) rotate(-14)",
        ),
        circle(120, 130, 88, "paper"),
        circle(120, 130, 70, "rust"),
        circle(120, 130, 70, "#7f3c06", ' opacity=".4"'),
        f'<path d="M204 100q70 -6 66 40t-74 36" fill="none" stroke="{P["paper"]}" stroke-width="20"/>',
    )


def letters():
    def envelope(x, y, w, h, r, c, seal="red"):
        return g(
            rect(-w / 2, -h / 2, w, h, c, 6)
            + path(
                f"M{-w / 2:.0f} {-h / 2:.0f}L0 {h * 0.12:.0f}L{w / 2:.0f} {-h / 2:.0f}",
                "none",
                f' stroke="{P["sand2"]}" stroke-width="6" stroke-linejoin="round"',
            )
            + circle(0, h * 0.1, h * 0.11, seal),
            f"translate({x} {y}) rotate({r})",
        )

    def sheet(x, y, w, h, r, n):
        return g(
            rect(-w / 2, -h / 2, w, h, "paper", 4)
            + "".join(
                rect(-w / 2 + 34, -h / 2 + 44 + i * 34, (w - 68) * (1 if i % 3 != 2 else 0.6), 7, "r3", 3)
                for i in range(n)
            ),
            f"translate({x} {y}) rotate({r})",
        )

    vase = (
        path("M700 420q-44 70 -20 130q16 30 60 30t60 -30q24 -60 -20 -130Z", "r4")
        + rect(694, 408, 92, 20, "r5", 8)
        + "".join(
            line(f"M740 412Q{x} 330 {x} {y}", "m4", 7)
            for x, y in ((640, 250), (700, 210), (750, 240), (810, 216), (850, 270))
        )
        + "".join(
            circle(x, y, 30, c) + circle(x, y, 12, k)
            for x, y, c, k in (
                (640, 246, "amber", "rust"),
                (700, 200, "h3", "wheat"),
                (756, 236, "paper", "amber"),
                (816, 206, "red", "wheat"),
                (858, 264, "h2", "h4"),
            )
        )
    )
    save(
        "vestules",
        "Galds ar vēstulēm",
        rect(0, 0, W, H, "#f0e0c4"),
        window(1010, 80, 440, 330, "let"),
        shelf(120, 60, 360, 3, 12, 116),
        rect(0, 560, W, 450, "clay"),
        rect(0, 556, W, 16, "rust"),
        "".join(rect(0, 660 + i * 120, W, 4, "rust") for i in range(3)),
        vase,
        ell(740, 584, 100, 14, "rust"),
        sheet(420, 770, 360, 420, -9, 9),
        sheet(1180, 790, 350, 400, 8, 8),
        envelope(830, 720, 320, 200, -4, "sand"),
        envelope(960, 880, 320, 200, 7, "paper", "r5"),
        envelope(690, 900, 300, 190, -14, "wheat", "h4"),
        envelope(1430, 660, 260, 160, -12, "r1", "amber"),
        envelope(150, 650, 240, 150, 10, "h1", "m4"),
        line("M-30 1010Q160 980 300 900", "h4", 90),
        ell(330, 884, 46, 34, "s1"),
        g(rect(-6, -190, 16, 170, "r5", 6) + path("M-6 -22h16l-8 34Z", "wheat"), "translate(372 850) rotate(34)"),
        path("M1330 900h110v60q0 40 -55 40t-55 -40Z", "r5"),
        ell(1385, 900, 55, 14, "rust"),
        f'<path d="M1440 916q44 0 44 32t-44 28" fill="none" stroke="{P["r5"]}" stroke-width="15"/>',
    )


def bills():
    keys = "".join(
        rect(-92 + c * 48, -40 + r * 48, 38, 36, ("amber" if (c, r) == (3, 3) else "clay" if c == 3 else "sand"), 6)
        for r in range(4)
        for c in range(4)
    )
    calc = (
        rect(-116, -160, 232, 330, "r6", 20)
        + rect(-92, -136, 184, 70, "r2", 8)
        + line("M10 -84h64M34 -104h40", "r6", 8)
        + keys
    )

    def bill(x, y, r, n, total=True):
        return g(
            path(
                "M-110 -190H110V190l-22 -16l-22 16l-22 -16l-22 16l-22 -16l-22 16l-22 -16l-22 16l-22 -16l-22 16Z",
                "paper",
            )
            + "".join(
                rect(-84, -150 + i * 40, 90 - (i * 17) % 40, 8, "r3", 3) + rect(50, -150 + i * 40, 34, 8, "r4", 3)
                for i in range(n)
            )
            + (rect(-84, -150 + n * 40, 168, 4, "ink") + rect(14, -130 + n * 40, 70, 14, "rust", 4) if total else ""),
            f"translate({x} {y}) rotate({r})",
        )

    folder = (
        path("M1090 250h170l30 40h210v330h-410Z", "amber")
        + path("M1080 320h430l-20 310h-400Z", "wheat")
        + rect(1150, 400, 220, 60, "paper", 6)
        + line("M1176 430h150", "r4", 8)
    )
    save(
        "rekini-un-kalkulators",
        "Rēķini un kalkulators",
        rect(0, 0, W, H, "#efe3cd"),
        window(90, 60, 400, 330, "bil"),
        shelf(620, 40, 380, 2, 21, 130),
        rect(0, 480, W, 530, "clay"),
        rect(0, 474, W, 16, "rust"),
        "".join(rect(0, 600 + i * 130, W, 4, "rust") for i in range(4)),
        g(folder, "translate(0 40)"),
        bill(360, 720, -10, 6),
        bill(560, 760, 6, 5),
        g(calc, "translate(880 740) rotate(-5)"),
        line("M1660 1000Q1400 960 1230 880", "m4", 92),
        g(
            rect(-130, -90, 260, 180, "r1", 6) + line("M-100 -50h200M-100 -16h200M-100 18h130", "r3", 7),
            "translate(1050 900) rotate(4)",
        ),
        ell(1180, 862, 40, 30, "s2"),
        g(
            rect(-86, -10, 172, 20, "red", 5)
            + path("M-86 -10l-38 10l38 10Z", "sand")
            + path("M-112 -4l-12 4l12 4Z", "ink"),
            "translate(1104 824) rotate(24)",
        ),
        circle(1440, 770, 96, "paper"),
        circle(1440, 770, 76, "rust"),
        ell(1420, 752, 26, 12, "clay"),
        f'<path d="M1530 740q70 -6 66 40t-74 36" fill="none" stroke="{P["paper"]}" stroke-width="20"/>',
        "".join(
            circle(x, y, r, "amber") + circle(x, y, r - 9, "wheat")
            for x, y, r in ((160, 900, 40), (226, 936, 34), (150, 820, 30), (690, 920, 36))
        ),
        path("M110 560q-16 70 0 150q60 26 130 0q16 -80 0 -150Z", "r1", ' opacity=".9"'),
        "".join(
            ell(x, y, 30, 11, "amber") + ell(x, y - 4, 30, 11, "wheat")
            for x, y in ((150, 700), (204, 706), (176, 684), (148, 668), (206, 672), (178, 652))
        ),
        ell(175, 560, 65, 15, "r2"),
        rect(106, 540, 138, 20, "r4", 8),
    )


INDOORS = (crafts, potter, map_reading, letters, bills)
