"""One manor, in two seasons."""

from cms.demo.illustrations.hand import (
    H,
    W,
    birds,
    circle,
    cloud,
    ground,
    leafy,
    line,
    path,
    rect,
    reeds,
    save,
    treeline,
)
from cms.demo.illustrations.outdoors import people


def _manor(name, title, *, sky, sun, roof, gable, wall, near, dark, far, grass):
    """A manor in its park, in the colours of a season."""

    def pane(x, y, w=56, h=92):
        return (
            rect(x, y, w, h, "r5", 3)
            + rect(x + 6, y + 6, w - 12, h - 12, "amber", 2)
            + line(f"M{x + w / 2:.0f} {y + 6}v{h - 12}M{x + 6} {y + h * 0.42:.0f}h{w - 12}", "sand", 5)
        )

    columns = "".join(rect(x, 386, 26, 250, "paper") + rect(x - 6, 378, 38, 14, "sand2") for x in (660, 740, 834, 914))
    save(
        name,
        title,
        rect(0, 0, W, H, sky),
        ground([280, 230, 270, 220, 260], "#eaf1e6"),
        circle(330, 190, 74, sun),
        cloud(900, 170, 380),
        birds(520, 200, 1, "r5"),
        treeline(-20, 1640, 560, 170, grass, 5, 62),
        treeline(-20, 1640, 600, 110, far, 8, 50),
        rect(0, 610, W, 110, far),
        rect(280, 420, 1040, 220, wall),
        rect(280, 600, 1040, 40, "sand2"),
        path("M250 430L350 300H1250L1350 430Z", roof),
        path("M250 430L350 300H382L300 430Z", gable),
        rect(480, 262, 46, 70, "clay"),
        rect(1074, 262, 46, 70, "clay"),
        *[pane(x, 468) for x in (330, 430, 530, 1014, 1114, 1214)],
        rect(640, 380, 320, 260, "sand"),
        path("M610 388L800 262L990 388Z", "paper"),
        path("M654 372L800 278L946 372Z", "sand"),
        circle(800, 338, 20, "r5"),
        columns,
        rect(770, 470, 60, 166, "r5", 4),
        rect(780, 482, 18, 154, "wheat"),
        rect(802, 482, 18, 154, "wheat"),
        "".join(rect(620 - i * 16, 636 + i * 15, 360 + i * 32, 16, "paper" if i % 2 else "sand2") for i in range(4)),
        leafy(150, 720, 470, near, dark),
        leafy(1470, 730, 500, near, dark),
        leafy(60, 740, 330, dark),
        ground([706, 690, 696, 694, 690, 706], grass),
        path("M700 694H900Q940 800 1240 1020H360Q660 800 700 694Z", "sand"),
        path("M300 800q120 -60 250 -10q-60 70 -170 66T300 800Z", far),
        path("M1300 800q-120 -60 -250 -10q60 70 170 66T1300 800Z", far),
        *[circle(x, y, 10, c) for x, y, c in ((380, 790, "red"), (430, 806, "h2"), (480, 788, "wheat"), (1130, 790, "h2"), (1180, 806, "red"), (1230, 790, "wheat"))],
        people(
            [
                (690, 860, 196, "h4", "s1", "rust", True),
                (780, 872, 206, "r5", "s2", "ink", False),
                (930, 800, 156, "clay", "s1", "#d9d2c4", False),
                (1000, 806, 150, "m4", "s1", "#d9d2c4", True),
            ],
            "sand2",
            {1: "point"}.items(),
        ),
        ground([950, 920, 960, 990, 960, 920, 950], "m4"),
        reeds(80, 260, 1010, 70, "m5", 3, 14),
    )  # fmt: skip


def manor():
    _manor(
        "muiza-parka", "Muižas ēka parkā", sky="r1", sun="wheat", roof="rust", gable="#7f3c06", wall="#efdcbf",
        near="m4", dark="m5", far="m3", grass="m2",
    )  # fmt: skip


def manor_in_autumn():
    _manor(
        "muiza-rudeni", "Muižas ēka rudenī", sky="#f7ead0", sun="amber", roof="h4", gable="#4f2c4e", wall="paper",
        near="clay", dark="rust", far="#c9a64a", grass="wheat",
    )  # fmt: skip


MANORS = (manor, manor_in_autumn)
