"""The drawn map of an excursion for paper and pack: the way and its numbered stops, nothing asked of anybody."""

import re
from base64 import b64encode

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from directory import base_map
from directory.taking_along.door import Along

PAD = 0.12  # of the extent, around it
LEAST = 0.004  # degrees around a single place


def frame_of(found: Along) -> tuple[float, float, float, float]:
    """west, south, east, north around way and stops."""
    points = [stop.point for stop in found.placed] + [point for line in found.lines for point in line]
    lons, lats = [x for x, _y in points], [y for _x, y in points]
    across = max(LEAST, PAD * (max(lons) - min(lons)))
    down = max(LEAST / 2, PAD * (max(lats) - min(lats)))
    return min(lons) - across, min(lats) - down, max(lons) + across, max(lats) + down


def drawing(found: Along, width: int, height: int, ident: str) -> SafeString | str:
    """Inline SVG; ``""`` where nothing has a place."""
    if not found.has_places:
        return ""
    marks = [base_map.Point(*stop.point, "excursion", stop.name, number=stop.number) for stop in found.placed]
    return base_map.svg(
        frame_of(found), width, height, marks[::-1], label=label_of(found), ident=ident, ways=tuple(map(tuple, found.lines))
    )  # fmt: skip


def label_of(found: Along) -> str:
    n = len(found.placed)
    return ngettext("Map of the way with %(n)s stop", "Map of the way with %(n)s stops", n) % {"n": n}


def view_of(found: Along, width: int, height: int) -> base_map.View:
    """How the drawing of that size turns degrees into its pixels."""
    return base_map.View(frame_of(found), width, height)


# What static/css/components/map.css says, for a picture that stands alone: its colours are those of tokens.css in light.
LOOKS = {
    "map__land": 'fill="#f4ecdc" stroke="#a89a80" stroke-width="1.5" stroke-dasharray="1.5 5"',
    "map__wood": 'fill="#dbe3c8"',
    "map__bank": 'fill="none" stroke="#82b2b2" stroke-linecap="round"',
    "map__water": 'fill="none" stroke="#b9d5d2" stroke-linecap="round"',
    "map__flow": 'fill="none" stroke="#fbf8f2" stroke-width="1.75" stroke-dasharray="26 38"',
    "map__road": 'fill="none" stroke="#fffdf9" stroke-linecap="round"',
    "map__way": 'fill="none" stroke="#6d3f6b" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"',
    "map__dot": 'fill="#1b2a2f"',
}
TEXT, HEAD = "Open Sans, Noto Sans, DejaVu Sans", "P052, Noto Serif, DejaVu Serif"
HALO = 'fill="none" stroke="#f4ecdc" stroke-width="4" stroke-linejoin="round"'
CLASS = re.compile(r'class="(map__(?:land|wood|bank|water|flow|road|way|dot))"')
NAME = re.compile(r'<text class="(map__place[^"]*)"([^>]*)>([^<]*)</text>')
WATER = re.compile(r'<path id="[^"]*" d="[^"]*" fill="none"/><text class="map__water-name[^>]*>.*?</text>')
PHONE = re.compile(r'<g class="map__labels map__labels--phone".*?</g>')
STOP = re.compile(
    r'<g class="map__stop" (transform="[^"]*")>(?:<title>[^<]*</title>)?<circle r="(\d+)"/>'
    r'<text class="map__stop-number" y="[^"]*">(\d+)</text></g>'
)


def picture(found: Along, width: int, height: int, ident: str) -> str:
    """The drawing as the address of a picture (``data:``) that needs no style sheet; ``""`` where there is none."""
    text = str(drawing(found, width, height, ident))
    if not text:
        return ""
    text = WATER.sub("", PHONE.sub("", text))
    text = CLASS.sub(lambda match: LOOKS[match[1]], text)
    text = NAME.sub(_written, text)
    text = STOP.sub(_stop, text)
    text = text.replace("<svg ", f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" ', 1)
    text = text.replace("<title ", f'<rect width="{width}" height="{height}" fill="#e9e6dc"/><title ', 1)
    return f"data:image/svg+xml;base64,{b64encode(text.encode()).decode()}"


def _written(match: re.Match) -> str:
    kind, where, name = match.groups()
    look = f'font-family="{HEAD if "town" in kind else TEXT}"'
    if "town" in kind:
        look += ' font-size="19"'
    return f'<text {HALO} {look}{where}>{name}</text><text fill="#1b2a2f" {look}{where}>{name}</text>'


def _stop(match: re.Match) -> str:
    place, radius, number = match.groups()
    return (
        f'<g {place}><circle r="{radius}" fill="#6d3f6b" stroke="#fbf8f2" stroke-width="2.5"/><text y="4.8" '
        f'fill="#fff" font-family="{TEXT}" font-weight="700" font-size="14" text-anchor="middle">{number}</text></g>'
    )
