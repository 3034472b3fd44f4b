"""Names on the map: who gets room, and where. Nothing is measured in a browser, so widths are estimates on the safe side."""

import math
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from directory.base_map.ground import Base, Place, stroke
from directory.base_map.view import XY, BBox, View, curve, pieces

NARROW_LETTERS = frozenset("fijlrtIļĻ.,:;'’()-| ")
WIDE_LETTERS = frozenset("mwMW@%")
TOWN, WATER = 1.36, 1.14  # against the size of a village's name
SPACED = 0.12  # em between the letters of a water's name
STEP = 6  # pixels between the points at which a water's name is tried
MOST_TURN = 1.9  # radians that the line of a name may turn in all
SMALL_FROM_ZOOM = 12


def width_of(text: str, size: float) -> float:
    em = (0.33 if c in NARROW_LETTERS else 0.88 if c in WIDE_LETTERS else 0.7 if c.isupper() else 0.57 for c in text)
    return size * sum(em)


@dataclass
class Room:
    """What of a picture is taken. Boxes are (left, top, right, bottom)."""

    view: View
    taken: list[BBox] = field(default_factory=list)

    def take(self, box: BBox) -> None:
        self.taken.append(box)

    def has(self, box: BBox, gap: float = 0) -> bool:
        left, top, right, bottom = box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap
        if box[0] < 4 or box[1] < 4 or box[2] > self.view.width - 4 or box[3] > self.view.height - 4:
            return False
        return not any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in self.taken)


def around(point: XY, half: float) -> BBox:
    return point[0] - half, point[1] - half, point[0] + half, point[1] + half


@dataclass
class Lettering:
    """The names of one picture at one size of type: ``size`` of a village's name, ``factor`` of everything against it."""

    view: View
    ground: Base
    ident: str
    size: float
    factor: float
    obstacles: list[BBox]
    written: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.room = Room(self.view, list(self.obstacles))

    def svg(self, places: list[Place], named: list[tuple[str, XY, float]]) -> str:
        """All that finds room: towns, the names of markers, waters, villages, towns outside."""
        seen = sorted(places, key=lambda place: (place.rank, place.name))
        self._places([place for place in seen if place.rank == 1])
        for name, point, half in named:
            self._name(name, point, half, "map__place map__place--marker", 1, tries=2)
        self._waters()
        self._places([place for place in seen if place.rank > 1])
        for place in self.ground.neighbours:
            self._dotted(place, "map__place map__place--neighbour", 1, tries=1, gap=6)
        return "".join(self.written)

    def _places(self, places: list[Place]) -> None:
        near = self.view.zoom - math.log2(self.factor) >= SMALL_FROM_ZOOM
        for place in places:
            if place.rank == 1:
                self._dotted(place, "map__place map__place--town", TOWN, tries=3)
            elif place.rank < 4 or near:
                kind = "map__place" if place.rank == 2 else "map__place map__place--minor"
                self._dotted(place, kind, 1, tries=2 if near or place.rank == 2 else 1, gap=2 if near else 7)

    def _dotted(self, place: Place, kind: str, grown: float, *, tries: int, gap: float = 2) -> None:
        point = self.view.xy(place.longitude, place.latitude)
        radius = (3.8 if place.rank == 1 else 2.4) * self.factor
        if not self.view.shows(point, radius + 2):
            return
        if self._name(place.name, point, radius, kind, grown, tries=tries, gap=gap * self.factor):
            self.room.take(around(point, radius + 1))
            self.written.append(f'<circle class="map__dot" cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="{radius:.1f}"/>')

    def _name(self, name: str, point: XY, half: float, kind: str, grown: float, *, tries: int, gap: float = 2) -> bool:
        """Write the name beside the point where there is room; ``half`` is half the size of what stands at the point."""
        size = self.size * grown
        wide = width_of(name, size)
        for far in [half + size * 0.38 + each * size * 0.85 for each in range(tries)]:
            for x, y, anchor in _sides(point, far, size):
                left = x if anchor == "start" else x - wide if anchor == "end" else x - wide / 2
                box = (left, y - size * 0.78, left + wide, y + size * 0.24)
                if self.room.has(box, gap):
                    self.room.take(box)
                    anchored = "" if anchor == "start" else f' text-anchor="{anchor}"'
                    self.written.append(f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}"{anchored}>{escape(name)}</text>')
                    return True
        return False

    def _waters(self) -> None:
        widths = {name: width for name, width, _line in self.ground.lines["river"]}
        for number, (name, _width, line) in enumerate(self.ground.lines["label"]):
            river = stroke(widths.get(name, 1), self.view.zoom)
            on_water = river >= self.size * WATER * 1.6
            found = self._course(name, self.view.line(line), river, on_water)
            if found:
                ident = f"{self.ident}-{number}"
                kind = "map__water-name map__water-name--inside" if on_water else "map__water-name"
                self.written.append(
                    f'<path id="{ident}" d="{curve(found)}" fill="none"/><text class="{kind}">'
                    f'<textPath href="#{ident}" startOffset="50%" text-anchor="middle">{escape(name)}</textPath></text>'
                )

    def _course(self, name: str, line: list[XY], river: float, on_water: bool) -> list[XY]:
        """The straightest free stretch of the line: on the water where it is wide enough, else along a bank."""
        size = self.size * WATER
        steps = math.ceil((width_of(name, size) + SPACED * size * len(name) + size) / STEP)
        inside = (0.0, 0.0, float(self.view.width), float(self.view.height))
        sides = [-0.32 * size] if on_water else [river / 2 + size * 0.42, -river / 2 - size * 1.0]
        best: tuple[float, list[XY]] = (math.inf, [])
        for piece in pieces(line, inside):
            points = _evenly(piece)
            for start in range(0, len(points) - steps, 3):
                stretch = points[start : start + steps + 1]
                if stretch[0][0] > stretch[-1][0]:
                    stretch = stretch[::-1]
                cost = _cost(stretch) + abs(start + steps / 2 - len(points) / 2) / len(points)
                if cost >= best[0]:
                    continue
                for number, off in enumerate(sides):
                    moved = [_beside(stretch, n, off) for n in range(0, len(stretch), max(1, steps // 6))]
                    if all(self.room.has(box) for box in _letters(moved, size)):
                        best = (cost + number * 0.2, moved)
                        break
        for box in _letters(best[1], size):
            self.room.take(box)
        return best[1]


def _sides(point: XY, far: float, size: float):
    """Eight places for a name beside a point, the best first: right, left, and so on. ``y`` is the base line."""
    x, y = point
    slant = far * 0.72
    yield x + far, y + size * 0.32, "start"
    yield x - far, y + size * 0.32, "end"
    yield x + slant, y - slant + size * 0.1, "start"
    yield x + slant, y + slant + size * 0.5, "start"
    yield x - slant, y - slant + size * 0.1, "end"
    yield x - slant, y + slant + size * 0.5, "end"
    yield x, y - far - size * 0.1, "middle"
    yield x, y + far + size * 0.62, "middle"


def _evenly(line: list[XY]) -> list[XY]:
    """Points every ``STEP`` pixels along the line."""
    points, left = [line[0]], float(STEP)
    for a, b in pairwise(line):
        length = math.dist(a, b)
        while length and left <= length:
            share = left / length
            points.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            left += STEP
        left -= length
    return points


def _letters(base_line: list[XY], size: float) -> list[BBox]:
    """Boxes around the letters that stand on a base line."""
    return [around((x, y - size * 0.3), size * 0.55) for x, y in base_line]


def _cost(stretch: list[XY]) -> float:
    """How little a stretch suits a name: by how much it turns in all and how steep it is, in radians."""
    sampled = stretch[::3]
    angles = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(sampled)]
    turn = sum(abs(math.remainder(b - a, math.tau)) for a, b in pairwise(angles))
    steep = math.atan2(abs(stretch[-1][1] - stretch[0][1]), stretch[-1][0] - stretch[0][0])
    return math.inf if turn > MOST_TURN else turn + steep * 0.6


def _beside(stretch: list[XY], at: int, off: float) -> XY:
    """The point ``at``, moved ``off`` pixels to the left of the way, which is up for a way to the right."""
    a, b = stretch[max(0, at - 3)], stretch[min(len(stretch) - 1, at + 3)]
    length = math.dist(a, b) or 1.0
    return stretch[at][0] + off * (b[1] - a[1]) / length, stretch[at][1] - off * (b[0] - a[0]) / length
