"""The map's answers and the list's pages on generated listings, through gunicorn: ``python -m bench.directory [COUNT …]``.

``DATABASE_URL`` chooses the engine. Times are those inside the server, database included; each page of a list is asked 60
times, the first of the process among them.
"""

import gzip
import os
import random
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

from bench.pages import ROOT, run
from bench.server import serve

BOX = (20.97, 55.67, 28.24, 58.08)
SEED = 20221215

VIEWPORT = (412, 800)
VIEWS, LISTS = 200, 60
COUNTS = (100, 10_000, 25_000, 100_000, 1_000_000)


def viewports(chance: random.Random) -> list[tuple[str, int]]:
    """``(box, zoom)`` of a phone, zoom 5 to 17, anywhere in the country."""
    found = []
    for number in range(VIEWS):
        zoom = 5 + number % 13
        wide = VIEWPORT[0] * 360 / (256 * 2**zoom)
        high = VIEWPORT[1] * 360 / (256 * 2**zoom) * 0.55  # about cos 56.8°
        x, y = chance.uniform(BOX[0], BOX[2]), chance.uniform(BOX[1], BOX[3])
        box = (max(-179.9, x - wide / 2), max(-84, y - high / 2), min(179.9, x + wide / 2), min(84, y + high / 2))
        found.append((",".join(f"{edge:.5f}" for edge in box), zoom))
    return found


def filters() -> list[str]:
    """``LISTS`` filters, none asked twice."""
    chance, found = random.Random(SEED), {}
    while len(found) < LISTS:
        values = {
            "kind": chance.sample(["community", "organisation", "venue"], chance.randint(0, 2)),
            "topic": [f"tema-{n}" for n in chance.sample(range(12), chance.randint(0, 3))],
            "state": chance.sample(["active", "forming", "dormant"], chance.randint(0, 1)),
            "order": chance.choice([[], ["new"]]),
        }
        found[urllib.parse.urlencode(values, doseq=True)] = None
    return list(found)


def ask(url: str) -> tuple[float, int, int, bytes]:
    """``(milliseconds in the server, SQL, compressed bytes, body)``"""
    with urllib.request.urlopen(url, timeout=120) as answer:
        body = answer.read()
        return float(answer.headers["X-Bench-ms"]), int(answer.headers["X-Bench-SQL"]), len(gzip.compress(body)), body


def line(label: str, answers: list) -> None:
    times = sorted(answer[0] for answer in answers)
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    bound = sum(b'"b":true' in answer[3] for answer in answers)
    sql, size = max(answer[1] for answer in answers), max(answer[2] for answer in answers)
    print(f"  {label:<34}{sql:>5}{p50:>9.1f}{p95:>9.1f}{size / 1000:>9.1f}{bound / len(answers):>9.0%}", flush=True)


def measure(count: int, folder: Path) -> None:
    own = folder / str(count)  # what one size keeps in its cache is nothing to the next
    (own / "media").mkdir(parents=True)
    url = os.environ.get("DATABASE_URL", f"spatialite:///{own / 'bench.sqlite3'}")
    env = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "SECRET_KEY": "bench" * 12,
        "SITE_URL": "http://localhost",
        "ALLOW_HTTP": "1",
        "EMAIL_URL": "smtp://localhost",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "DATABASE_URL": url,
        "VAR_DIR": str(own),
        "STATIC_ROOT": str(folder / "static"),
    }
    run([sys.executable, "manage.py", "migrate", "-v0"], ROOT, env)
    if not (folder / "static").exists():
        run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], ROOT, env)
    run([sys.executable, "-m", "bench.directory_fixture", str(count)], ROOT, env)
    views = viewports(random.Random(SEED))
    print(f"{count:,} positions, {url.split(':')[0]}")
    print(f"  {'':<34}{'SQL':>5}{'p50 ms':>9}{'p95 ms':>9}{'kB gz':>9}{'bounded':>9}")
    with serve("cms.wsgi:application", env, str(ROOT)) as base:
        for label, query in (
            ("map, no filter", ""),
            ("map, one topic", "&topic=tema-3"),
            ("map, kind and topic", "&kind=organisation&topic=tema-0"),
        ):
            answers = [ask(f"{base}/map.json?view={box}&zoom={zoom}{query}") for box, zoom in views]
            line(label, answers)
        if count <= 25_000:
            last = max(1, min(500, count // 12))
            for label, query in (
                ("list, page 1", ""),
                (f"list, page {last}", f"page={last}"),
                ("list, one topic", "topic=tema-3"),
                ("list, kind and topic", "kind=organisation&topic=tema-0"),
                ("list, words", "q=kopiena"),
                ("list, nearest", "near=56.8,24.2&order=near"),
            ):
                line(label, [ask(f"{base}/kopienas/?{query}") for _ in range(LISTS)])
            line(f"list, {LISTS} different filters", [ask(f"{base}/kopienas/?{query}") for query in filters()])


def main(counts=COUNTS) -> None:
    with tempfile.TemporaryDirectory() as name:
        for count in counts:
            measure(count, Path(name))


if __name__ == "__main__":
    main([int(text.replace("_", "")) for text in sys.argv[1:]] or COUNTS)
