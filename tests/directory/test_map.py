"""What the map is told: its answers, its words, its links; and how much a phone loads for it."""

import gzip
import json
import random
import re
import uuid
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from directory import cells, map_data
from directory.filters import Box, DirectoryFilter
from directory.map_data import answer
from directory.map_words import cluster_words, near_words
from directory.mercator import morton, pixel
from directory.models import Listing, ListingValue, MapCell, Settlement
from directory.vocabulary import Kind
from home import versions
from tests.factories.directory import community, directory_page, organisation, settlement, venue
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
WHOLE = Box(23.9, 56.6, 24.6, 57.0)
PHONE = 412, 800
FIRST_VIEW, PAN = 100_000, 4_000  # bytes, compressed


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


def spread(page, number: int, seed: int = 5) -> None:
    """Listings straight into the read model, of all kinds, as many as asked for."""
    chance = random.Random(seed)
    things = {}
    for index in range(number):
        longitude, latitude = round(chance.uniform(24.0, 24.5), 6), round(chance.uniform(56.65, 56.95), 6)
        (x, y), kind, thing = pixel(longitude, latitude), chance.choice(Kind.values), uuid.UUID(int=index + 1)
        row = Listing.objects.create(
            thing=thing, language="lv", page=page, page_language="lv", kind=kind, title=f"Kopiena pie upes {index}",
            sort_key=f"{index:06}", letter="K", longitude=longitude, latitude=latitude, x=x, y=y, position=morton(x, y),
        )  # fmt: skip
        ListingValue.objects.create(listing=row, facet="kind", value=kind)
        things[thing] = cells.Place(morton(x, y), frozenset({("kind", kind)}))
    cells.place(things)


def found(query: str, zoom: int):
    return answer(DirectoryFilter(QueryDict(query)), "lv", WHOLE, zoom)


@pytest.mark.parametrize(("number", "zoom"), [(30, 10), (150, 6), (150, 11)])
def test_kinds_are_added_from_the_cells_as_the_listings_have_them(
    directory, number, zoom, django_assert_max_num_queries
):
    spread(directory, number)
    for query in ("", "kind=venue", "kind=community&kind=organisation", "kind=community&kind=organisation&kind=venue"):
        chosen = DirectoryFilter(QueryDict(query)).chosen.get("kind", Kind.values)
        with django_assert_max_num_queries(2):  # cells, things
            total = found(query, zoom).total
        assert total == Listing.objects.filter(kind__in=chosen).count()
    assert MapCell.objects.exists()


def test_named_while_few_and_clusters_beyond(directory):
    spread(directory, 150)
    assert found("", 6).clusters
    assert not found("", 6).named
    few = found("kind=venue", 10)
    assert len(few.named) == Listing.objects.filter(kind="venue").count()


def squares(found) -> int:
    return len(found.clusters) + len(found.unnamed) + len(found.named)


def test_beyond_what_is_counted_a_bound_says_so(directory, monkeypatch):
    """Whether there are too many is asked once in the life of a version: it takes the longest of all."""
    spread(directory, 400)
    query, zooms = "kind=venue&letter=K", (9, 11, 13)
    exact = {zoom: found(query, zoom) for zoom in zooms}
    assert not any(one.is_bound for one in exact.values())
    monkeypatch.setattr(map_data, "EXACT", 20)
    costs = []
    for zoom in zooms:
        with CaptureQueriesContext(connection) as queries:
            bound = found(query, zoom)
        costs.append(len(queries))
        assert bound.is_bound
        assert bound.total >= exact[zoom].total > 20
        assert squares(bound) >= squares(exact[zoom]) > 1
    assert costs == [4, 3, 3]
    Listing.objects.filter(kind="venue").exclude(pk__in=Listing.objects.filter(kind="venue")[:3].values("pk")).delete()
    versions.bump()
    assert not found(query, 9).is_bound


def test_a_popup_has_picture_and_language(directory, client):
    venue(directory, slug="zale", lead_image=picture())
    pk = Listing.objects.get(language="en").pk

    item = client.get(f"/en/map/{pk}.json").json()

    assert item["picture"] == "/media/images/a.webp"
    assert (item["kind"], item["language"], item["url"]) == ("Room", "lv", "/en/kopienas/zale/")
    assert client.get("/en/map/999999.json").status_code == 404


def picture():
    from wagtail.images.tests.utils import get_test_image_file

    from home.models import Image

    variants = {"thumb": {"webp": [[320, 213, "images/a.webp"]]}}
    return Image.objects.create(title="Zāle", file=get_test_image_file(), variants=variants)


def test_a_point_says_its_language_only_where_it_is_not_the_readers(directory, client):
    community(directory, slug="kazoku")
    view = {"view": "24,56,25,57", "zoom": 10}

    assert len(client.get("/map.json", view).json()["p"][0]) == 8
    assert client.get("/en/map.json", view).json()["p"][0][8] == "lv"


def data_of(html: str) -> dict:
    return json.loads(re.search(r'<script id="map-data" type="application/json">(.*?)</script>', html)[1])


def test_page_gives_the_script_its_words_places_and_areas(directory, client):
    from django.contrib.gis.geos import MultiPolygon, Polygon

    ring = [(24.2, 56.8), (24.3, 56.8), (24.3, 56.9), (24.2, 56.8)]
    settlement("Baldone", locative="Baldonē", point=(24.39, 56.74))
    community(directory, slug="kazoku", area=MultiPolygon(Polygon(ring)))

    html = client.get("/kopienas/").content.decode()
    data = data_of(html)

    row = Listing.objects.get(language="lv")
    assert data["areas"] == [[row.pk, "community", "Kažoku kopiena", [[[list(point) for point in ring]]]]]
    assert [24.39, 56.74] in [place[:2] for place in data["places"]]
    assert "Baldonē" in str(data["places"])
    assert "Baldonē" not in str(data_of(client.get("/en/kopienas/").content.decode()))
    assert set(data["words"]["many"]) >= {"zero", "one", "other"}
    assert 'data-query=""' in html
    assert (
        'data-query="kind=community&amp;q=k"'
        in client.get("/kopienas/?q=k&kind=community&page=1&order=new").content.decode()
    )


def test_map_of_rooms_asks_for_rooms(site, directory, client):
    from directory.models import VenuesPage
    from tests.factories.site import add

    rooms = add(directory, VenuesPage(title="Telpas", slug="telpas"), True)
    venue(rooms, slug="zale")
    assert 'data-query="kind=venue"' in client.get("/kopienas/telpas/").content.decode()


def test_words_of_clusters_follow_the_number_and_the_filter():
    with translation.override("en"):
        assert cluster_words(DirectoryFilter(QueryDict("kind=community")))["one"] == "{n} community"
        assert cluster_words(DirectoryFilter(QueryDict("kind=community")))["other"] == "{n} communities"
        assert cluster_words(DirectoryFilter(QueryDict("kind=venue&kind=community")))["other"] == "{n} entries"
        assert near_words([settlement("Baldone", locative="Baldonē")])[0][2] == "near Baldone"
    with translation.override("lv"):
        told = near_words([settlement("Daugmale", locative="Daugmalē"), settlement("Stūri", point=(24, 56))])
        assert "Daugmalē" in told[0][2]
        assert "Stūri" in told[1][2]
        known = settlement("Baloži", is_main=True, point=(24.11, 56.87))
        assert len(near_words([known, *Settlement.objects.exclude(pk=known.pk)])) == 1


def test_marks_of_the_drawing_are_links_for_the_pointer(directory, client):
    community(directory, slug="kazoku")
    html = client.get("/kopienas/").content.decode()
    assert '<a href="/kopienas/kazoku/" tabindex="-1" aria-hidden="true"><g class="map__marker' in html


def test_marks_that_would_hide_each_other_are_drawn_as_one(directory, client):
    community(directory, slug="kazoku")
    organisation(directory, slug="udensmalas")
    html = client.get("/kopienas/").content.decode()
    assert html.count('class="map__cluster-group"') == 1
    assert "Kažoku kopiena, Ūdensmalas</title>" in html


def test_profile_leads_to_its_place_on_the_map(directory, client):
    community(directory, slug="kazoku", settlement=settlement("Baldone", point=(24.39, 56.74)))
    html = client.get("/kopienas/kazoku/").content.decode()
    address = re.search(r'href="(/kopienas/\?box=[^"]+#map)"', html)[1]
    assert ">Kažoku kopiena</a>" in client.get(address).content.decode()


def test_the_filter_by_place_can_be_taken_away(directory, client):
    community(directory, slug="kazoku")
    html = client.get("/kopienas/?box=24.1,56.7,24.3,56.9&kind=community").content.decode()
    assert re.search(r'class="result-area"><a class="chip chip--remove" href="/kopienas/\?kind=community"', html)
    assert "result-area" not in client.get("/kopienas/?kind=community").content.decode()


def weight(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_first_view_and_pans_are_light(directory, client):
    """Compressed by gzip, file by file; brotli, which is served, is smaller still."""
    spread(directory, 150)
    static = Path(finders.find("js/main.js")).parent.parent
    scripts = [*static.glob("js/map/*.js"), static / "js/lib/make.js", Path(finders.find("leaflet/leaflet.js"))]
    styles = [*static.glob("css/components/map*.css"), static / "css/components/split.css"]
    document = len(gzip.compress(json.dumps(data_of(client.get("/kopienas/").content.decode())).encode(), 9))
    pans = []
    for zoom, across in ((8, 0.6), (10, 0.3), (11, 0.15), (13, 0.04)):
        view = f"24.1,56.7,{24.1 + across},{56.7 + across}"
        pans.append(len(gzip.compress(client.get("/map.json", {"view": view, "zoom": zoom}).content, 9)))
    first = weight(*scripts, *styles) + document + max(pans)
    print(f"first map view: {first} bytes (scripts {weight(*scripts)}, styles {weight(*styles)}, data {document});")
    print(f"drawn ground beside it: {weight(static / 'map/base.geojson')}; pans: {pans}")
    assert first <= FIRST_VIEW
    assert max(pans) <= PAN


def test_the_box_of_a_list_is_nothing_to_the_map(directory, monkeypatch):
    spread(directory, 200)
    monkeypatch.setattr(map_data, "EXACT", 20)
    query = "kind=venue&letter=K"
    boxed = found(f"{query}&box=24.1,56.7,24.11,56.71", 9)
    assert (boxed.is_bound, boxed.total) == (found(query, 9).is_bound, found(query, 9).total)
    assert boxed.is_bound
