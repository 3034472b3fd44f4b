"""The hand: palette and primitives of the illustrations. Pure text; each function returns a piece of SVG.

Light comes from the right, far is pale, near is dark, and the river is in most pictures. A picture is registered with
``save(name, title, *parts)`` and drawn by :mod:`cms.demo.illustrations.draw`.
"""

import random

P = dict(
    paper="#fbf8f2",
    sand="#f3e9d6",
    sand2="#e6d6b8",
    wheat="#f7d98f",
    amber="#f2b134",
    clay="#c9793f",
    rust="#9a4a08",
    r1="#dfece9",
    r2="#b9d5d2",
    r3="#82b2b2",
    r4="#3f8286",
    r5="#0f5257",
    r6="#0a3c41",
    m1="#dbe3c8",
    m2="#b3c598",
    m3="#7f9f65",
    m4="#3d6b2f",
    m5="#274a26",
    h1="#e9dbe6",
    h2="#c9aec7",
    h3="#966a94",
    h4="#6d3f6b",
    ink="#1b2a2f",
    red="#a32020",
    s1="#f0cfac",
    s2="#d9a77c",
    s3="#a8714a",
)
W, H = 1600, 1000


def f(n):
    return str(round(n))


def path(d, fill, extra=""):
    return f'<path d="{d}" fill="{P.get(fill, fill)}"{extra}/>'


def line(d, stroke, w, extra=""):
    return f'<path d="{d}" fill="none" stroke="{P.get(stroke, stroke)}" stroke-width="{w}" stroke-linecap="round" stroke-linejoin="round"{extra}/>'


def rect(x, y, w, h, fill, r=0):
    return (
        f'<rect x="{f(x)}" y="{f(y)}" width="{f(w)}" height="{f(h)}"'
        + (f' rx="{f(r)}"' if r else "")
        + f' fill="{P.get(fill, fill)}"/>'
    )


def circle(x, y, r, fill, extra=""):
    return f'<circle cx="{f(x)}" cy="{f(y)}" r="{f(r)}" fill="{P.get(fill, fill)}"{extra}/>'


def ell(x, y, a, b, fill, extra=""):
    return f'<ellipse cx="{f(x)}" cy="{f(y)}" rx="{f(a)}" ry="{f(b)}" fill="{P.get(fill, fill)}"{extra}/>'


def g(body, t):
    return f'<g transform="{t}">{body}</g>'


def smooth(pts, start="M"):
    """Catmull-Rom through the points, as cubic curves."""
    d = f"{start}{f(pts[0][0])} {f(pts[0][1])}"
    for i in range(len(pts) - 1):
        p0, p1, p2, p3 = pts[max(i - 1, 0)], pts[i], pts[i + 1], pts[min(i + 2, len(pts) - 1)]
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        d += f"C{f(c1[0])} {f(c1[1])} {f(c2[0])} {f(c2[1])} {f(p2[0])} {f(p2[1])}"
    return d


def ground(ys, fill, base=H):
    """A ridge from the left edge to the right; ys are evenly spread heights."""
    n = len(ys) - 1
    return path(smooth([(-20 + i * (W + 40) / n, y) for i, y in enumerate(ys)]) + f"V{base}H-20Z", fill)


def ribbon(spine, fill):
    """A river or path: (x, y, half width) points, from far to near."""
    left = [(x - w, y) for x, y, w in spine]
    right = [(x + w, y) for x, y, w in reversed(spine)]
    return path(smooth(left) + smooth(right, "L") + "Z", fill)


def treeline(x0, x1, y, h, fill, seed, step=26):
    """A wood far away, as one silhouette with rounded and pointed crowns."""
    rnd = random.Random(seed)
    d, x = f"M{f(x0)} {f(y + 30)}V{f(y)}", x0
    while x < x1:
        w = step * rnd.uniform(0.6, 1.3)
        t = h * rnd.uniform(0.55, 1)
        if rnd.random() < 0.55:
            d += f"L{f(x + w / 2)} {f(y - t)}L{f(x + w)} {f(y)}"
        else:
            d += f"Q{f(x + w * 0.05)} {f(y - t * 0.9)} {f(x + w / 2)} {f(y - t * 0.85)}T{f(x + w)} {f(y)}"
        x += w
    return path(d + f"V{f(y + 30)}Z", fill)


def spruce(x, y, h, fill, trunk="m5"):
    w = h * 0.36
    d = f"M{f(x)} {f(y - h)}"
    for k, s in ((0.38, 0.55), (0.68, 0.8), (0.94, 1)):
        d += f"L{f(x + w / 2 * s)} {f(y - h + h * k)}" + (
            f"L{f(x + w * 0.22 * s)} {f(y - h + h * (k - 0.03))}" if k < 0.9 else ""
        )
    d += f"L{f(x - w / 2)} {f(y - h * 0.06)}"
    for k, s in ((0.68, 0.8), (0.38, 0.55)):
        d += f"L{f(x - w * 0.22 * s)} {f(y - h + h * (k + 0.0))}L{f(x - w / 2 * s)} {f(y - h + h * k)}"
    return rect(x - h * 0.02, y - h * 0.1, h * 0.04, h * 0.1, trunk) + path(d + "Z", fill)


def leafy(x, y, h, fill, shade=None, trunk="ink"):
    r = h * 0.3
    s = line(
        f"M{f(x)} {f(y)}V{f(y - h * 0.55)}M{f(x)} {f(y - h * 0.3)}l{f(h * 0.1)} {f(-h * 0.13)}",
        trunk,
        max(3, int(h * 0.03)),
    )
    s = s + ell(x, y - h * 0.66, r, h * 0.34, fill)
    if shade:
        s += path(
            f"M{f(x)} {f(y - h)}a{f(r)} {f(h * 0.34)} 0 0 0 0 {f(h * 0.68)}q{f(-r * 0.5)} {f(-h * 0.34)} 0 {f(-h * 0.68)}Z",
            shade,
        )
    return s


def birch(x, y, h, w, seed, fill="paper", mark="ink"):
    rnd = random.Random(seed)
    s = path(f"M{f(x - w / 2)} {f(y)}L{f(x - w * 0.36)} {f(y - h)}H{f(x + w * 0.36)}L{f(x + w / 2)} {f(y)}Z", fill)
    d = ""
    for _ in range(int(h / 55)):
        yy = y - rnd.uniform(0.05, 0.97) * h
        d += f"M{f(x + rnd.choice((-0.42, 0.02)) * w)} {f(yy)}h{f(w * rnd.uniform(0.25, 0.42))}"
    return s + line(d, mark, 5)


def reeds(x0, x1, y, h, fill, seed, n=26):
    rnd = random.Random(seed)
    d, tips = "", ""
    for _ in range(n):
        x, t, lean = rnd.uniform(x0, x1), h * rnd.uniform(0.5, 1), rnd.uniform(-18, 26)
        d += f"M{f(x)} {f(y)}q{f(lean * 0.2)} {f(-t * 0.6)} {f(lean)} {f(-t)}"
        if rnd.random() < 0.35:
            tips += f"M{f(x + lean)} {f(y - t)}l2 -24"
    return line(d, fill, 5) + line(tips, "rust", 11)


def birds(x, y, s=1, c="ink"):
    return line(
        "".join(
            f"M{f(x + dx * s)} {f(y + dy * s)}q{f(12 * s)} {f(-14 * s)} {f(20 * s)} 0q{f(10 * s)} {f(-13 * s)} {f(22 * s)} -2"
            for dx, dy in ((0, 0), (70, -34), (118, 12))
        ),
        c,
        4,
    )


def cloud(x, y, w, fill="paper"):
    return path(
        f"M{f(x)} {f(y)}q{f(w * 0.04)} {f(-w * 0.13)} {f(w * 0.2)} {f(-w * 0.1)}q{f(w * 0.1)} {f(-w * 0.16)} {f(w * 0.28)} {f(-w * 0.07)}q{f(w * 0.2)} {f(-w * 0.08)} {f(w * 0.26)} {f(w * 0.06)}q{f(w * 0.2)} 0 {f(w * 0.26)} {f(w * 0.11)}Z",
        fill,
    )


def house(x, y, w, h, wall, roof, lit="amber", chimney=True, side=None):
    """Gable to the viewer when side is None, else a long house with that side colour."""
    o = w * 0.07
    if side:
        s = rect(x, y - h, w, h, wall) + path(
            f"M{f(x - o)} {f(y - h)}L{f(x + w * 0.08)} {f(y - h * 1.75)}H{f(x + w * 0.92)}L{f(x + w + o)} {f(y - h)}Z",
            roof,
        )
        n = 3
    else:
        s = path(f"M{f(x)} {f(y)}V{f(y - h)}L{f(x + w / 2)} {f(y - h * 1.6)}L{f(x + w)} {f(y - h)}V{f(y)}Z", wall)
        s += path(
            f"M{f(x - o)} {f(y - h + o * 0.5)}L{f(x + w / 2)} {f(y - h * 1.72)}L{f(x + w + o)} {f(y - h + o * 0.5)}L{f(x + w + o * 0.4)} {f(y - h + o * 1.4)}L{f(x + w / 2)} {f(y - h * 1.56)}L{f(x - o * 0.4)} {f(y - h + o * 1.4)}Z",
            roof,
        )
        n = 2
    if chimney:
        s = rect(x + w * 0.66, y - h * 1.78, w * 0.09, h * 0.5, "rust") + s
    ww = w / (n * 2 + 1)
    for i in range(n):
        s += rect(x + ww * (2 * i + 1), y - h * 0.72, ww, h * 0.34, lit, 2)
    return s


def person(x, y, s, coat, skin="s1", hair="ink", legs="r6", arm=None, skirt=False):
    """A standing person, y = feet, s = height."""
    u = s / 100
    b = ""
    if skirt:
        b += line(
            f"M{f(x - 5 * u)} {f(y - 20 * u)}V{f(y)}M{f(x + 5 * u)} {f(y - 20 * u)}V{f(y)}", legs, max(2, round(6 * u))
        )
        b += path(
            f"M{f(x - 11 * u)} {f(y - 72 * u)}Q{f(x)} {f(y - 80 * u)} {f(x + 11 * u)} {f(y - 72 * u)}L{f(x + 19 * u)} {f(y - 16 * u)}H{f(x - 19 * u)}Z",
            coat,
        )
    else:
        b += line(
            f"M{f(x - 6 * u)} {f(y - 36 * u)}V{f(y - 3 * u)}M{f(x + 6 * u)} {f(y - 36 * u)}V{f(y - 3 * u)}",
            legs,
            max(3, round(9 * u)),
        )
        b += path(
            f"M{f(x - 15 * u)} {f(y - 30 * u)}V{f(y - 64 * u)}Q{f(x - 14 * u)} {f(y - 77 * u)} {f(x)} {f(y - 77 * u)}T{f(x + 15 * u)} {f(y - 64 * u)}V{f(y - 30 * u)}Z",
            coat,
        )
    if arm == "up":
        b += line(
            f"M{f(x + 11 * u)} {f(y - 68 * u)}L{f(x + 27 * u)} {f(y - 60 * u)}L{f(x + 33 * u)} {f(y - 84 * u)}",
            coat,
            max(3, round(8 * u)),
        ) + circle(x + 33 * u, y - 87 * u, 4.5 * u, skin)
    if arm == "point":
        b += line(
            f"M{f(x + 11 * u)} {f(y - 66 * u)}L{f(x + 44 * u)} {f(y - 74 * u)}", coat, max(3, round(8 * u))
        ) + circle(x + 46 * u, y - 75 * u, 4.5 * u, skin)
    b += rect(x - 3.4 * u, y - 82 * u, 7 * u, 9 * u, skin) + head(x, y - 89 * u, 10.5 * u, skin, hair)
    return b


def head(x, y, r, skin, hair, back=False):
    if back:
        return circle(x, y, r, hair) + rect(x - r * 0.35, y + r * 0.7, r * 0.7, r * 0.6, skin)
    return circle(x, y, r, skin) + path(
        f"M{f(x - r * 1.06)} {f(y + r * 0.1)}A{f(r * 1.06)} {f(r * 1.08)} 0 0 1 {f(x + r * 1.06)} {f(y - r * 0.05)}Q{f(x + r * 0.3)} {f(y - r * 0.2)} {f(x - r * 0.1)} {f(y - r * 0.5)}Q{f(x - r * 0.5)} {f(y)} {f(x - r * 1.06)} {f(y + r * 0.1)}Z",
        hair,
    )


def bust(x, y, s, coat, skin="s1", hair="ink", back=False):
    """Head and shoulders, y = bottom edge, s = width of the shoulders."""
    b = path(
        f"M{f(x - s / 2)} {f(y)}V{f(y - s * 0.32)}Q{f(x - s * 0.48)} {f(y - s * 0.66)} {f(x)} {f(y - s * 0.66)}T{f(x + s / 2)} {f(y - s * 0.32)}V{f(y)}Z",
        coat,
    )
    return (
        b
        + ("" if back else rect(x - s * 0.09, y - s * 0.78, s * 0.18, s * 0.2, skin))
        + head(x, y - s * 0.94, s * 0.27, skin, hair, back)
    )


def glints(pts, fill, h=7):
    return "".join(rect(x - w / 2, y, w, h, fill, h / 2) for x, y, w in pts)


PICTURES: dict[str, tuple[int, int, str]] = {}


def save(name, title, *parts, size=(W, H)):
    """Register a picture: width, height and SVG under its name."""
    w, h = size
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}"><title>{title}</title>'
        + "".join(parts)
        + "</svg>"
    )
    PICTURES[name] = (w, h, svg)
