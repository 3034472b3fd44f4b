"""Degrees → pixels of a picture, and the cutting of lines and areas at its frame. Pure arithmetic."""

import math
from dataclasses import dataclass, field
from itertools import pairwise

XY = tuple[float, float]
BBox = tuple[float, float, float, float]
CLOSEST_ZOOM = 16


def mercator(longitude: float, latitude: float) -> XY:
    """Degrees → the unit square of Web Mercator, ``y`` to the south."""
    latitude = max(-85.0511, min(85.0511, latitude))
    return (longitude + 180) / 360, (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2


@dataclass(frozen=True)
class View:
    """``bbox`` (west, south, east, north), whole and in the middle of a picture of ``width`` × ``height`` pixels.

    ``zoom`` is that of web maps, with fractions. A box without extent is shown at ``CLOSEST_ZOOM``.
    """

    bbox: BBox
    width: int
    height: int
    scale: float = field(init=False)
    left: float = field(init=False)
    top: float = field(init=False)

    def __post_init__(self):
        west, north = mercator(self.bbox[0], self.bbox[3])
        east, south = mercator(self.bbox[2], self.bbox[1])
        nearest = 256 * 2**CLOSEST_ZOOM
        across, down = max(east - west, self.width / nearest), max(south - north, self.height / nearest)
        scale = min(self.width / across, self.height / down)
        object.__setattr__(self, "scale", scale)
        object.__setattr__(self, "left", (west + east) / 2 * scale - self.width / 2)
        object.__setattr__(self, "top", (north + south) / 2 * scale - self.height / 2)

    @property
    def zoom(self) -> float:
        return math.log2(self.scale / 256)

    @property
    def frame(self) -> BBox:
        """What is drawn: as much again on each side, because a page may show more than the picture (CSS: overflow)."""
        return -self.width, -self.height, 2 * self.width, 2 * self.height

    def xy(self, longitude: float, latitude: float) -> XY:
        x, y = mercator(longitude, latitude)
        return x * self.scale - self.left, y * self.scale - self.top

    def line(self, coordinates) -> list[XY]:
        return [self.xy(point[0], point[1]) for point in coordinates]

    def shows(self, point: XY, margin: float = 0) -> bool:
        return margin <= point[0] <= self.width - margin and margin <= point[1] <= self.height - margin


def pieces(line: list[XY], frame: BBox) -> list[list[XY]]:
    """The parts of a line whose segments come near the frame."""
    left, top, right, bottom = frame
    found: list[list[XY]] = [[]]
    for a, b in pairwise(line):
        outside = max(a[0], b[0]) < left or min(a[0], b[0]) > right or max(a[1], b[1]) < top or min(a[1], b[1]) > bottom
        if outside:
            found.append([])
        else:
            found[-1] += [b] if found[-1] else [a, b]
    return [piece for piece in found if piece]


def cut(ring: list[XY], frame: BBox) -> list[XY]:
    """A closed ring inside the frame (Sutherland and Hodgman)."""
    for axis, bound, sign in ((0, frame[0], 1), (0, frame[2], -1), (1, frame[1], 1), (1, frame[3], -1)):
        kept: list[XY] = []
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            a_in, b_in = sign * (a[axis] - bound) >= 0, sign * (b[axis] - bound) >= 0
            if a_in:
                kept.append(a)
            if a_in != b_in:
                share = (bound - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        ring = kept
    return ring


def path(line: list[XY], *, closed: bool = False) -> str:
    """SVG path data in tenths of a pixel, relative, without points that nobody could tell apart."""
    text, last = "", None
    for number, point in enumerate(line):
        x, y = round(point[0], 1), round(point[1], 1)
        if last is None:
            text, last = f"M{x:g} {y:g}", (x, y)
        elif number == len(line) - 1 or math.hypot(x - last[0], y - last[1]) >= 0.8:
            text, last = f"{text}l{x - last[0]:.1f} {y - last[1]:.1f}", (x, y)
    return text.replace(".0 ", " ").replace(".0l", "l").removesuffix(".0") + ("Z" if closed and text else "")


def curve(points: list[XY]) -> str:
    """SVG path data of the Catmull–Rom curve through a few points; for the line of a name."""
    text = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    around = [points[0], *points, points[-1]]
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        handles = [(b[n] + (c[n] - a[n]) / 6, c[n] - (d[n] - b[n]) / 6) for n in (0, 1)]
        (x1, x2), (y1, y2) = handles
        text += f"C{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f} {c[0]:.1f} {c[1]:.1f}"
    return text
