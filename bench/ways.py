"""Ways: files read, bytes on screen, metres off, ``python -m bench.ways``.

Bars: each file read or refused within 5 s and 300 MB; a 20,000-point track on screen within 8 kB compressed and 5 m.
Each file is written by one process and read by another, so that the memory of the other is what reading took. It is
that of the whole process: what Django alone takes stands in the first line.
"""

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from bench.pages import ROOT

BOMB = b'<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><gpx>&b;</gpx>'


def files() -> dict[str, Callable[[], bytes]]:
    """Made only when they are read."""
    from tests.directory.ways.samples import gpx, noisy

    line = noisy(20_000)
    point = b'<trkpt lat="56.8" lon="24.2"></trkpt>'
    return {
        "GPX 1.1, 20,000 points": lambda: gpx([line]),
        "GPX 1.0, three tracks of two segments": lambda: gpx(*[[line[:50], line[50:90]]] * 3, version="1.0"),
        "with a BOM": lambda: b"\xef\xbb\xbf" + gpx([line]),
        "waypoints only": lambda: gpx(waypoints='<wpt lat="56.8" lon="24.2"><name>A</name></wpt>'),
        "empty segments": lambda: gpx([[], line[:9], []]),
        "swapped axes": lambda: gpx([[(y, x) for x, y in line]]),
        "entity bomb": lambda: BOMB,
        "50 MB, 350,000 points": lambda: gpx([noisy(350_000)]) + b" " * 14_000_000,
        "50 MB, too many points": lambda: b'<gpx version="1.1"><trk><trkseg>' + point * 1_350_000,
        "GeoJSON, 20 MB": lambda: json.dumps({"type": "LineString", "coordinates": noisy(380_000)}).encode(),
    }  # fmt: skip


def read_one(path: Path, name: str) -> None:
    """In a process of its own: prints what was found and at what price."""
    import django

    django.setup()
    from directory.ways.reading import TrackError, read

    bare, start = _peak(), time.perf_counter()
    try:
        with path.open("rb") as file:  # as Django hands over what is larger than 2.5 MB
            found = read(file, "x.json" if name.startswith("GeoJSON") else "x.gpx")
        said = f"{len(found.ways)} lines, {sum(map(len, found.ways))} points, {len(found.stops)} stops. {' '.join(found.notes)}"
    except TrackError as error:
        said = f"refused: {error}"
    seconds = time.perf_counter() - start
    print(
        f"{name:40} {path.stat().st_size / 1e6:5.1f} MB {seconds:5.2f} s {_peak():5.0f} MB ({bare:.0f} before)  {said}",
        flush=True,
    )


def _peak() -> float:
    """MB this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "track"
        for name in files():
            for what in ("write", "read"):
                command = [sys.executable, "-m", "bench.ways", what, str(path), name]
                subprocess.run(command, cwd=ROOT, env=env, check=True)
    on_screen()


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    elif sys.argv[1] == "write":
        Path(sys.argv[2]).write_bytes(files()[sys.argv[3]]())
    else:
        read_one(Path(sys.argv[2]), sys.argv[3])
