"""Lengths on the ellipsoid, places along a way, and ways with fewer points. Lines are lists of (longitude, latitude)."""

import math
from itertools import accumulate, pairwise

XY = tuple[float, float]
Line = list[XY]

# WGS 84.
RADIUS, SQUEEZE = 6_378_137.0, 0.006694379990141317
# A stop lies beside the way: how many metres more another pass of the way must be nearer to count.
NEARER = 30.0


def scales(latitude: float) -> XY:
    """Metres of a degree of longitude and of latitude there: the ellipsoid's radii of curvature."""
    sine = math.sin(math.radians(latitude))
    w = math.sqrt(1 - SQUEEZE * sine * sine)
    across = RADIUS / w * math.cos(math.radians(latitude))
    along = RADIUS * (1 - SQUEEZE) / w**3
    return math.radians(1) * across, math.radians(1) * along


def distance(a: XY, b: XY) -> float:
    """Metres between two places near each other; within 0.05 % up to some ten kilometres."""
    x, y = scales((a[1] + b[1]) / 2)
    return math.hypot((b[0] - a[0]) * x, (b[1] - a[1]) * y)


def length(line: Line) -> float:
    """Metres."""
    return sum(distance(a, b) for a, b in pairwise(line))


def _projected(lines: list[Line]) -> tuple[list[Line], XY, XY]:
    """The lines in metres around their middle, with the scales and the middle."""
    points = [point for line in lines for point in line]
    middle = (
        (min(x for x, _y in points) + max(x for x, _y in points)) / 2,
        (min(y for _x, y in points) + max(y for _x, y in points)) / 2,
    )
    x, y = scales(middle[1])
    return [[((a - middle[0]) * x, (b - middle[1]) * y) for a, b in line] for line in lines], (x, y), middle


def simplify(line: Line, metres: float) -> Line:
    """Douglas and Peucker: the line with fewer of its points, none of those left out farther off than ``metres``."""
    if len(line) < 3:
        return list(line)
    (flat,), _scales, _middle = _projected([line])
    kept = bytearray(len(line))
    kept[0] = kept[-1] = 1
    parts, limit = [(0, len(line) - 1)], metres * metres
    while parts:
        first, last = parts.pop()
        at, far = _farthest(flat, first, last)
        if far > limit:
            kept[at] = 1
            parts += [(first, at), (at, last)]
    return [point for point, keep in zip(line, kept, strict=True) if keep]


def _farthest(flat: Line, first: int, last: int) -> tuple[int, float]:
    """Which point between two lies farthest from the segment between them, and its distance, squared."""
    (ax, ay), (bx, by) = flat[first], flat[last]
    dx, dy = bx - ax, by - ay
    whole = dx * dx + dy * dy
    at, far = first, -1.0
    for number in range(first + 1, last):
        px, py = flat[number][0] - ax, flat[number][1] - ay
        share = min(1.0, max(0.0, (px * dx + py * dy) / whole)) if whole else 0.0
        ex, ey = px - share * dx, py - share * dy
        square = ex * ex + ey * ey
        if square > far:
            at, far = number, square
    return at, far


def positions(lines: list[Line], points: list[XY]) -> list[float]:
    """Metres from the start for each of ``points``, which stand along the way in this order.

    A way may cross itself, turn back or end where it began: of all ways to put the points on it one after the other, the
    one that leaves them nearest to it in sum is taken. Between lines nothing is walked.
    """
    if not points or not any(len(line) > 1 for line in lines):
        return [0.0] * len(points)
    flat, (x, y), middle = _projected(lines)
    segments = [pair for line in flat for pair in pairwise(line)]
    starts = [0.0, *accumulate(math.dist(a, b) for a, b in segments)]
    best: list[tuple[float, float, tuple]] = [(0.0, 0.0, ())]  # (how far off in sum, metres so far, metres of each)
    for point in points:
        spot = ((point[0] - middle[0]) * x, (point[1] - middle[1]) * y)
        near = _passes(segments, starts, spot)
        reached = []
        for off, metres in near:
            before = [row for row in best if row[1] <= metres + 1]
            if before:
                cheapest = min(before, key=lambda row: row[0])
                reached.append((cheapest[0] + off, max(metres, cheapest[1]), (*cheapest[2], max(metres, cheapest[1]))))
        if not reached:  # it stands before all that was possible: it goes where the one before it is
            cheapest = min(best, key=lambda row: row[0])
            reached = [(cheapest[0] + near[0][0], cheapest[1], (*cheapest[2], cheapest[1]))]
        best = _useful(reached)
    return list(min(best, key=lambda row: row[0])[2])


def _useful(rows: list[tuple]) -> list[tuple]:
    """Without those that another beats both in distance off and in metres; the earliest first."""
    found: list[tuple] = []
    for row in sorted(rows, key=lambda row: (row[1], row[0])):
        if not found or row[0] < found[-1][0]:
            found.append(row)
    return found


def _passes(segments, starts, spot: XY) -> list[tuple[float, float]]:
    """``(metres off, metres from the start)`` of each time that the way comes by, the nearest first."""
    rows = []
    for number, ((ax, ay), (bx, by)) in enumerate(segments):
        dx, dy = bx - ax, by - ay
        whole = dx * dx + dy * dy
        share = min(1.0, max(0.0, ((spot[0] - ax) * dx + (spot[1] - ay) * dy) / whole)) if whole else 0.0
        off = math.hypot(spot[0] - ax - share * dx, spot[1] - ay - share * dy)
        rows.append((off, starts[number] + share * math.sqrt(whole)))
    nearest = min(off for off, _metres in rows)
    close = [row for row in rows if row[0] <= nearest + NEARER * 4]
    # Of one pass, a stretch of the way that stays close, the nearest point stands for it.
    passes: list[tuple[float, float]] = []
    last = None
    for off, metres in sorted(close, key=lambda row: row[1]):
        if last is not None and metres - last <= NEARER * 4:
            if off < passes[-1][0]:
                passes[-1] = (off, metres)
        else:
            passes.append((off, metres))
        last = metres
    return sorted(passes)
