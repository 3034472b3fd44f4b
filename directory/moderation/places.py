"""Where a page is, drawn before and after, on the same piece of ground."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from directory.base_map import Area, Point, svg

FIELDS = ("point", "area", "settlement")
WIDTH, HEIGHT = 480, 360
LEAST = 0.03  # degrees; a point alone is shown with its surroundings


@dataclass(frozen=True)
class Maps:
    old: SafeString | None
    new: SafeString | None


def maps(old, new) -> Maps | None:
    """``None`` where neither has a place; ``old`` is ``None`` for a new page."""
    shown = [_shown(page) for page in (old, new)]
    corners = [corner for points, areas in shown for corner in _corners(points, areas)]
    if not corners:
        return None
    bbox = _around(corners)
    labels = (_("Before"), _("Afterwards"))
    drawn = [
        svg(bbox, WIDTH, HEIGHT, points, areas, label=label, ident=f"map-{ident}") if points or areas else None
        for (points, areas), label, ident in zip(shown, labels, ("before", "after"), strict=True)
    ]
    return Maps(*drawn)


def _shown(page) -> tuple[list[Point], list[Area]]:
    if page is None:
        return [], []
    kind = str(getattr(page, "listing_kind", "") and page.listing_kind.value)
    place = getattr(page, "point", None)
    if place is None and getattr(page, "settlement", None) is not None:
        place = page.settlement.point
    points = [Point(place.x, place.y, kind, page.title)] if place else []
    area = getattr(page, "area", None)
    areas = [Area(tuple(polygon), kind, page.title) for polygon in area.coords] if area else []
    return points, areas


def _corners(points: list[Point], areas: list[Area]):
    yield from ((point.longitude, point.latitude) for point in points)
    for area in areas:
        yield from area.rings[0]


def _around(corners) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _y in corners], [y for _x, y in corners]
    wide = max((max(xs) - min(xs)) * 0.7, LEAST)
    high = max((max(ys) - min(ys)) * 0.7, LEAST / 2)
    middle = ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)
    return middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high
