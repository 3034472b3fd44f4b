"""Ways as GPS devices write them: winding, noisy, seeded."""

import math
import random

START = (24.0, 56.80)


def noisy(points: int = 20_000, metres: float = 40_000, noise: float = 2.5, seed: int = 7) -> list[tuple[float, float]]:
    """A path of about ``metres`` that bends all the time, with the error of a good receiver, which drifts and is no hail."""
    chance = random.Random(seed)
    step, heading, x, y = metres / points, 0.3, 0.0, 0.0
    off_x = off_y = 0.0
    line = []
    for _number in range(points):
        heading += chance.gauss(0, 0.02)
        x, y = x + step * math.cos(heading), y + step * math.sin(heading)
        off_x, off_y = 0.98 * off_x + chance.gauss(0, noise / 5), 0.98 * off_y + chance.gauss(0, noise / 5)
        line.append((START[0] + (x + off_x) / 61_000, START[1] + (y + off_y) / 111_350))
    return line


def gpx(*tracks, version="1.1", waypoints="", head='<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """``tracks``: lists of segments, which are lists of (longitude, latitude)."""
    body = "".join(
        "<trk><name>Ceļš</name>"
        + "".join(
            "<trkseg>"
            + "".join(f'<trkpt lat="{y}" lon="{x}"><time>2026-05-05T10:00:00Z</time></trkpt>' for x, y in part)
            + "</trkseg>"
            for part in track
        )
        + "</trk>"
        for track in tracks
    )
    space = f"http://www.topografix.com/GPX/1/{version[-1]}"
    return f'{head}<gpx version="{version}" creator="x" xmlns="{space}">{waypoints}{body}</gpx>'.encode()
