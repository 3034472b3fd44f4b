"""Listings straight into the tables, seeded: ``python -m bench.directory_fixture COUNT``. No pages are published.

Things lie in towns of very different size all over Latvia; each counts under a kind, a topic and a state. Everything that
the publishing transaction would have written stands there afterwards: listings, values, points, cells.
"""

import random
import sys
import uuid
from itertools import islice, pairwise

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Locale, Page, Site  # noqa: E402

from directory import cells  # noqa: E402
from directory.latvian_order import letter, sort_key  # noqa: E402
from directory.mercator import BITS, degrees, morton, pixel, shared_level  # noqa: E402
from directory.models import DirectoryPage, Listing, ListingValue, MapCell, MapPoint, MapSlice, Topic  # noqa: E402
from home.models import HomePage, SiteSettings, StandardPage  # noqa: E402

SEED = 20221215
TOPICS = 12
PAGES = 200
BOX = (20.97, 55.67, 28.24, 58.08)
FIRST = "Kopiena Biedrība Ciema Kalna Upes Meža Lauku Pļavas Ezera Saules Rīta Vakara Jauno Seno Četru Ķekavas".split()  # noqa: SIM905
SECOND = "draugi kaimiņi atbalsts attīstība mantojums dziesma amatnieki jaunieši seniori dārzs nams taka".split()  # noqa: SIM905


def write(model, names: list[str], rows) -> None:
    """Rows into the model's table, the quick way of each database."""
    table, quote = model._meta.db_table, connection.ops.quote_name
    columns = ", ".join(quote(model._meta.get_field(name).column) for name in names)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {quote(table)} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        sql = f"INSERT INTO {quote(table)} ({columns}) VALUES ({', '.join('?' * len(names))})"
        while batch := list(islice(rows, 20_000)):
            connection.connection.executemany(sql, batch)


def empty() -> None:
    """What a smaller run has left in the same database."""
    tables = [model._meta.db_table for model in (MapPoint, MapCell, MapSlice, ListingValue, Listing, Topic)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or what this transaction has written holds the tables
            cursor.execute(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE")
            return
        for table in tables:
            cursor.execute(f"DELETE FROM {table}")


def site() -> list[int]:
    """A small site with a directory; ids of pages that listings can lead to."""
    latvian, _ = Locale.objects.get_or_create(language_code="lv")
    Locale.objects.get_or_create(language_code="en")
    Page.objects.filter(depth=2).delete()
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Sākums", slug="home", locale=latvian))
    Site.objects.all().delete()
    row = Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    SiteSettings.objects.create(site=row, site_name={"lv": "Platforma"})
    directory = home.add_child(instance=DirectoryPage(title="Kopienas", slug="kopienas", locale=latvian))
    for number in range(TOPICS):
        Topic.objects.create(slug=f"tema-{number}", name={"lv": f"Tēma {number}"}, sort_order=number)
    pages = [
        StandardPage(title=f"Lapa {n}", slug=f"{random.Random(n).choice(SECOND)}-{n}", locale=latvian)
        for n in range(PAGES)
    ]
    for page in pages:
        directory.add_child(instance=page)
    return [page.pk for page in pages]


def positions(count: int, chance: random.Random) -> list[tuple[int, int]]:
    """Pixels of ``count`` things around some 400 towns, the largest a thousand times the smallest."""
    towns = [(chance.uniform(BOX[0], BOX[2]), chance.uniform(BOX[1], BOX[3])) for _ in range(400)]
    weights = [1 / (rank + 1) for rank in range(len(towns))]
    chosen = chance.choices(towns, weights, k=count)
    return [pixel(chance.gauss(x, 0.05), chance.gauss(y, 0.03)) for x, y in chosen]


def build(count: int) -> None:
    chance = random.Random(SEED)
    empty()
    pages = site()
    places = positions(count, chance)
    things = [uuid.UUID(int=chance.getrandbits(128)) for _ in range(count)]
    kinds = chance.choices(["community", "organisation", "venue"], [2, 7, 1], k=count)
    states = chance.choices(["active", "forming", "dormant"], [8, 1, 1], k=count)
    topics = chance.choices([f"tema-{n}" for n in range(TOPICS)], range(TOPICS, 0, -1), k=count)
    now = timezone.now().isoformat()

    def identity(thing: uuid.UUID):
        return thing if connection.vendor == "postgresql" else thing.hex

    def listings():
        for number, (x, y) in enumerate(places):
            title = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {number}"
            longitude, latitude = degrees(x, y)
            page, kind = pages[number % PAGES], kinds[number]
            yield (
                number + 1, identity(things[number]), "lv", page, "lv", kind, "", states[number], title, "Kaimiņi.",
                sort_key(title), letter(title), False, round(longitude, 6), round(latitude, 6), True, x, y,
                morton(x, y), now, "{}", False,
            )  # fmt: skip

    names = (
        "id thing language page page_language kind sort state title summary sort_key letter is_sample longitude "
        "latitude is_exact x y position published_at facts is_stale"
    )
    with transaction.atomic():
        write(Listing, names.split(), listings())
        facets = {"kind": kinds, "topic": topics, "state": states}
        write(
            ListingValue,
            ["listing", "facet", "value"],
            ((number + 1, facet, values[number]) for facet, values in facets.items() for number in range(count)),
        )
        groups = {("", ""): range(count)}
        for facet, values in facets.items():
            for number, value in enumerate(values):
                groups.setdefault((facet, value), []).append(number)
        for (facet, value), numbers in groups.items():
            row = MapSlice.objects.create(facet=facet, value=value)
            write(MapPoint, ["slice", "thing", "position", "x", "y", "lone_level", "dated"], _points(row.pk, numbers, places, things, identity))  # fmt: skip
            cells.fill([row.pk], lone_levels_are_right=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _points(slice_id: int, numbers, places, things, identity):
    """Points of a slice in the order of their positions, each with the level from which on it is alone."""
    order = sorted((morton(*places[number]), number) for number in numbers)
    shared = [min(shared_level(a[0], b[0]), cells.DEEPEST) for a, b in pairwise(order)]
    shared = [-1, *shared, -1]
    for index, (position, number) in enumerate(order):
        lone = max(shared[index], shared[index + 1]) + 1
        x, y = places[number]
        yield slice_id, identity(things[number]), position, x, y, lone, False


if __name__ == "__main__":
    assert BITS == 22
    build(int(sys.argv[1]))
