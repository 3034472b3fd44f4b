"""Ways: files read, bytes on screen, metres off, ``python -m bench.ways``.

Bars: each file read or refused within 5 s and 300 MB; a 20,000-point track on screen within 8 kB compressed and 5 m.
Each file is read in a process of its own, so that its memory is its own.
"""

import io
import json
import math
import os
import resource
import subprocess
import sys
import time
import zlib
from itertools import pairwise

from bench.pages import ROOT

BOMB = b'<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><gpx>&b;</gpx>'


def files() -> dict[str, bytes]:
    from tests.directory.ways.samples import gpx, noisy

    line = noisy(20_000)
    part = gpx([line])
    megabytes = (
        b'<?xml version="1.0"?><gpx version="1.1"><trk><trkseg>'
        + b'<trkpt lat="56.8" lon="24.2"><ele>12.0</ele></trkpt>\n'
    )
    return {
        "GPX 1.1, 20,000 points": part,
        "GPX 1.0, three tracks of two segments": gpx(*[[line[:50], line[50:90]]] * 3, version="1.0"),
        "with a BOM": b"\xef\xbb\xbf" + part,
        "waypoints only": gpx(waypoints='<wpt lat="56.8" lon="24.2"><name>A</name></wpt>'),
        "empty segments": gpx([[], line[:9], []]),
        "swapped axes": gpx([[(y, x) for x, y in line]]),
        "entity bomb": BOMB,
        "50 MB, 350,000 points": gpx([noisy(350_000)]) + b" " * 14_000_000,
        "50 MB, too many points": megabytes + b'<trkpt lat="56.8" lon="24.2"></trkpt>' * 1_350_000,
        "GeoJSON, 20 MB": json.dumps({"type": "LineString", "coordinates": noisy(380_000)}).encode(),
    }  # fmt: skip


def read_one(name: str) -> None:
    """In a process of its own: prints what was found and at what price."""
    import django

    django.setup()
    from directory.ways.reading import TrackError, read

    data = files()[name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, file = time.perf_counter(), io.BytesIO(data)
    try:
        found = read(file, "x.gpx")
        said = f"{len(found.ways)} lines, {sum(map(len, found.ways))} points, {len(found.stops)} stops. {' '.join(found.notes)}"
    except TrackError as error:
        said = f"refused: {error}"
    seconds = time.perf_counter() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{name:40} {len(data) / 1e6:5.1f} MB {seconds:5.2f} s  +{grown:4.0f} MB  {said}")


def on_screen() -> None:
    from directory.ways.measuring import scales
    from directory.ways.screen import decode, encode
    from tests.directory.ways.samples import noisy

    line = noisy(20_000)
    text = encode([line])
    x, y = scales(56.8)
    flat = [((a - 24) * x, (b - 56.8) * y) for a, b in line]
    drawn = [((a - 24) * x, (b - 56.8) * y) for a, b in decode(text)[0]]
    off = max(_off(point, drawn) for point in flat[::25])
    print(
        f"{'way of 20,000 points on screen':40} {len(text)} bytes, {len(zlib.compress(text.encode(), 9))} compressed, "
        f"{len(drawn)} points, at most {off:.2f} m off"
    )


def _off(point, line) -> float:
    """Metres from the nearest piece of the line."""
    best = math.inf
    for (ax, ay), (bx, by) in pairwise(line):
        dx, dy = bx - ax, by - ay
        whole = dx * dx + dy * dy
        share = min(1.0, max(0.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / whole)) if whole else 0.0
        best = min(best, math.hypot(point[0] - ax - share * dx, point[1] - ay - share * dy))
    return best


def main() -> None:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    for name in files():
        subprocess.run([sys.executable, "-m", "bench.ways", name], cwd=ROOT, env=env, check=True)
    on_screen()


if __name__ == "__main__":
    read_one(sys.argv[1]) if len(sys.argv) > 1 else main()
