"""Files into the directory: seconds, rows a second, writes on a second run, peak memory: ``python -m bench.imports``.

A seeded register of 25,000 associations and foundations, and 1,000 profiles that become pages, published. Each run is a
process of its own, so that its memory is its own. ``DATABASE_URL`` chooses the engine; the task queue is the site's own.
"""

import csv
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.pages import ROOT, run

SEED = 20221215
ENTRIES, PROFILES = 25_000, 1_000
WRITES = ("INSERT", "UPDATE", "DELETE")
OWN = re.compile(r'"(directory_importr(un|ow)|django_tasks\w*)"')
WEIGHTS = (9, 1, 4, 8, 3, 10, 2, 5, 7, 6)
HEADER = [
    "regcode",
    "sepa",
    "name",
    "name_before_quotes",
    "name_in_quotes",
    "name_after_quotes",
    "without_quotes",
    "regtype",
    "regtype_text",
    "type",
    "type_text",
    "registered",
    "terminated",
    "closed",
    "address",
    "index",
    "addressid",
    "region",
    "city",
    "atvk",
    "reregistration_term",
]
FIRST = "Ciema Kalna Upes Meža Lauku Pļavas Ezera Saules Rīta Vakara Jauno Seno Četru Ūdens Krasta Ābeļu Liepu".split()  # noqa: SIM905
SECOND = "draugi kaimiņi atbalsts attīstība mantojums dziesma amatnieki jaunieši seniori dārzs nams taka".split()  # noqa: SIM905
TOWNS = [("Ķekava", 56.8264, 24.2355), ("Baldone", 56.7403, 24.394), ("Baloži", 56.8756, 24.118)]


def register_numbers(chance: random.Random):
    """Register numbers with the right check digit, none twice."""
    seen = set()
    while True:
        digits = [4, 0, 0, 0, 8, *(chance.randrange(10) for _ in range(5))]
        check = (3 - sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True))) % 11
        number = "".join(map(str, [*digits, check]))
        if check < 10 and number not in seen:
            seen.add(number)
            yield number


def write_register(path: Path, count: int = ENTRIES) -> None:
    """As the Register of Enterprises publishes it: ``;``, UTF-8 with its mark, doubled quotes."""
    chance = random.Random(SEED)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_MINIMAL)
        writer.writerow(HEADER)
        for number, regcode in zip(range(count), register_numbers(chance), strict=False):
            name = f'"{chance.choice(FIRST)} {chance.choice(SECOND)} {number}"'
            sort, words = chance.choice([("BDR", "Biedrība")] * 9 + [("NOD", "Nodibinājums")])
            ended = f"2024-0{chance.randrange(1, 10)}-15" if chance.random() < 0.1 else ""
            town = chance.choice(TOWNS)[0]
            about = [
                "B",
                "Biedrību un nodibinājumu reģistrs",
                sort,
                words,
                f"20{chance.randrange(10, 26)}-03-02",
                ended,
            ]
            address = [f"Ķekavas nov., {town}, Liepu iela {number % 90 + 1}", 2123, 100000000 + number, 0, 100003003]
            writer.writerow(
                [
                    regcode,
                    f"LV00ZZZ{regcode}",
                    name,
                    "",
                    name.strip('"'),
                    "",
                    0,
                    *about,
                    "L" if ended else " ",
                    *address,
                    "0042210",
                    "",
                ]
            )


def write_profiles(path: Path, count: int = PROFILES) -> None:
    chance = random.Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["Nosaukums", "Reģ. nr.", "Apraksts", "Vieta", "Platums", "Garums", "Precizitāte", "Temas", "Tālrunis"]
        )
        for number, regcode in zip(range(count), register_numbers(chance), strict=False):
            town, latitude, longitude = chance.choice(TOWNS)
            name = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {number}"
            where = [f"{chance.gauss(latitude, 0.02):.6f}", f"{chance.gauss(longitude, 0.03):.6f}"]
            topics = f"tema-{chance.randrange(12)}"
            about = f"{name}: kopjam krastu, tiekamies un palīdzam kaimiņiem visā novadā."
            writer.writerow([name, regcode, about, town, *where, "exact", topics, "+371 20 000 000"])


def measure(what: str, path: str) -> None:
    """In a process of its own, with Django's settings in the environment."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from directory.models import RegisterEntry

    writes = []

    def watch(execute, sql, params, many, context):
        # What the import notes of itself, and what it leaves to the worker, is not content.
        if sql.startswith(WRITES) and not OWN.search(sql[:60]):
            writes.append(sql)
        return execute(sql, params, many, context)

    options = {"publish": True, "source": "bench"} if what == "profiles" else {}
    begun = time.monotonic()
    with connection.execute_wrapper(watch), open(os.devnull, "w") as nowhere:
        call_command(f"import_{what}", path, stdout=nowhere, **options)
    seconds = time.monotonic() - begun
    count = RegisterEntry.objects.count() if what == "register" else PROFILES
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what} {count} {seconds} {len(writes)} {peak}")


def site() -> None:
    import django

    django.setup()
    from django.contrib.gis.geos import Point

    from bench.directory_fixture import site as small_site
    from directory.models import Settlement

    small_site()
    for name, latitude, longitude in TOWNS:
        Settlement.objects.create(slug=name.lower(), name=name, point=Point(longitude, latitude))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "media").mkdir()
        env = {
            "DJANGO_SETTINGS_MODULE": "cms.settings.production",
            "SECRET_KEY": "bench" * 12,
            "SITE_URL": "http://localhost",
            "ALLOW_HTTP": "1",
            "EMAIL_URL": "smtp://localhost",
            "DATABASE_URL": os.environ.get("DATABASE_URL", f"spatialite:///{folder / 'bench.sqlite3'}"),
            "VAR_DIR": name,
        }
        write_register(folder / "register.csv")
        write_profiles(folder / "profiles.csv")
        run([sys.executable, "manage.py", "migrate", "-v0"], ROOT, env)
        run([sys.executable, "-m", "bench.imports", "site"], ROOT, env)
        print(f"{env['DATABASE_URL'].split(':')[0]}")
        print(f"  {'':<26}{'rows':>8}{'seconds':>10}{'rows/s':>10}{'writes':>10}{'peak MB':>10}")
        for what in ("register", "profiles"):
            for time_ in ("first", "second"):
                line(what, time_, folder, env)


def line(what: str, time_: str, folder: Path, env: dict) -> None:
    command = [sys.executable, "-m", "bench.imports", what, str(folder / f"{what}.csv")]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    _what, count, seconds, writes, peak = done.stdout.strip().splitlines()[-1].split()
    rate = int(count) / float(seconds)
    label = f"{what}, {time_} run"
    print(f"  {label:<26}{count:>8}{float(seconds):>10.1f}{rate:>10.0f}{writes:>10}{float(peak):>10.0f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["site"]:
        site()
    elif sys.argv[1:]:
        measure(*sys.argv[1:])
    else:
        main()
