"""One place as people write it ⇄ latitude and longitude. The same grammar is in static/js/geo-field/text.js;
tests/directory/places_as_text.json holds both to it."""

import re

DECIMALS = 6  # ten centimetres
LONGEST_PLACE = 200
LONGEST_LINK = 1_000

Place = tuple[float, float]  # latitude, longitude: the order of people

SAME = str.maketrans({"′": "'", "’": "'", "´": "'", "`": "'", "″": '"', "”": '"', "“": '"', "º": "°", "˚": "°", "−": "-",
                      "–": "-", "\u00a0": " ", "\u202f": " "})  # fmt: skip
NUMBER = r"\d{1,3}(?:[.,]\d{1,15})?"
SMALL = r"\d{1,2}(?:[.,]\d{1,15})?"
# Z, D, A, R: the Latvian letters of north, south, east and west.
SIDE = "[NSEWZDAR]"
ANGLE = rf'([-+]?{NUMBER}) ?°? ?(?:({SMALL}) ?\' ?)?(?:({SMALL}) ?" ?)?'
PAIRS = [
    re.compile(rf"\(?({SIDE}) ?{ANGLE}[,;/]? ?({SIDE}) ?{ANGLE}\)?", re.ASCII),
    re.compile(rf"\(?{ANGLE}({SIDE})?(?: ?[,;/] ?| ){ANGLE}({SIDE})?\)?", re.ASCII),
]
IN_LINK = re.compile(r"(-?\d{1,3}\.\d{1,15})(?:,|/|%2C|!4D|&MLON=)(-?\d{1,3}\.\d{1,15})", re.ASCII)


def read_place(text: str) -> Place | None:
    """``(latitude, longitude)`` as written, or ``None``: degrees, minutes, decimal commas, letters, map links."""
    if len(text) > LONGEST_LINK:
        return None
    text = " ".join(text.translate(SAME).replace("''", '"').upper().split())
    if text.startswith(("HTTP:", "HTTPS:", "GEO:")):
        found = IN_LINK.findall(text)
        return (float(found[-1][0]), float(found[-1][1])) if found else None
    if len(text) > LONGEST_PLACE:
        return None
    text = text.rstrip(",")
    found = [pattern.fullmatch(text) for pattern in PAIRS]
    if found[0]:
        side, *angle, other_side, d, m, s = found[0].groups()
        return _placed(side, angle, other_side, (d, m, s))
    if found[1]:
        *angle, side, d, m, s, other_side = found[1].groups()
        return _placed(side, angle, other_side, (d, m, s))
    return _of_bare_numbers(text)


def _placed(side, angle, other_side, other_angle) -> Place | None:
    axes = [_axis(side), _axis(other_side)]
    values = [_degrees(angle, side), _degrees(other_angle, other_side)]
    if None in values or (axes[0] and axes[0] == axes[1]):
        return None
    if axes[0] == "longitude" or axes[1] == "latitude":
        values.reverse()
    return values[0], values[1]


def _of_bare_numbers(text: str) -> Place | None:
    """Degrees, minutes (and seconds) with nothing but spaces between them."""
    parts = [part.rstrip(",;") for part in text.split()]
    half = len(parts) // 2
    if len(parts) not in (4, 6) or not all(re.fullmatch(NUMBER, part, re.ASCII) for part in parts):
        return None
    latitude, longitude = (_degrees([*part, "", ""][:3]) for part in (parts[:half], parts[half:]))
    return None if latitude is None or longitude is None else (latitude, longitude)


def _axis(side: str | None) -> str:
    return "" if not side else "latitude" if side in "NSZD" else "longitude"


def _degrees(angle, side: str | None = None) -> float | None:
    degrees, minutes, seconds = (float((number or "0").replace(",", ".")) for number in angle)
    if minutes >= 60 or seconds >= 60:
        return None
    value = abs(degrees) + minutes / 60 + seconds / 3600
    return -value if str(angle[0]).startswith("-") or (side and side in "SWDR") else value


def line_of(latitude: float, longitude: float) -> str:
    return ", ".join(
        f"{round(number, DECIMALS):.{DECIMALS}f}".rstrip("0").rstrip(".") for number in (latitude, longitude)
    )
