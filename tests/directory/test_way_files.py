"""The door of GPX, KML and GeoJSON: the same stops and length for every program, and nothing that the page keeps back."""

import datetime
import json
from types import SimpleNamespace

import gpxpy
import pytest
from django.contrib.gis.gdal import DataSource
from django.contrib.gis.geos import Point
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from directory.models import Track
from tests.directory.ways.samples import noisy
from tests.directory.ways.test_writing import assert_valid
from tests.factories.directory import community, directory_page, settlement
from tests.factories.excursions import LINE, excursion, place, stop
from tests.factories.shared import fresh, world
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
SUFFIXES = ("gpx", "kml", "geojson")
TRUE = (24.31234, 56.81234)


def address(page, suffix, language="lv"):
    with translation.override(language):
        return reverse("way_file", args=[page.translation_key, suffix])


def trail(site, slug="taka", **fields):
    bridge = place(site)
    return excursion(
        site,
        stops=[stop("Sākums", LINE[0], text="Te sākas."), stop(thing=bridge), stop("Tornis & <krasts>", LINE[-1])],
        slug=slug,
        **fields,
    )


def with_a_place_kept_back(site):
    directory = directory_page(site.home)
    kept_back = community(
        directory, "Klusā kopiena", point=Point(*TRUE), precision="settlement", settlement=settlement()
    )
    gone = place(site, "Slēgtais pagalms", point=TRUE)
    page = excursion(site, stops=[stop(thing=kept_back), stop("Vārti", thing=gone), stop("Gals", LINE[-1])])
    gone.unpublish()
    return page


@pytest.fixture(scope="module")
def _pages(site_of_file):
    return SimpleNamespace(
        trail=trail(site_of_file),
        exact=excursion(site_of_file, "Izmērītā", [stop("A", LINE[0])], slug="b", is_approximate=False),
        with_a_place_kept_back=with_a_place_kept_back(site_of_file),
    )


@pytest.fixture
def pages(_pages, db):
    return fresh(_pages)


@pytest.fixture
def page(pages):
    """Three stops and a way."""
    return pages.trail


def read_by_gdal(body, suffix, tmp_path):
    """Stops as (name, longitude, latitude), and the metres of the way."""
    path = tmp_path / f"taka.{suffix}"
    path.write_bytes(body)
    stops, lines = [], []
    for layer in DataSource(str(path)):
        for feature in layer:
            shape = feature.geom
            if "Point" in shape.geom_type.name:
                stops.append((feature.get("Name" if suffix == "kml" else "name"), round(shape.x, 6), round(shape.y, 6)))
            elif layer.name != "track_points":
                lines.append(shape.geos)
    return stops, lines


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_program_reads_the_same_stops_and_length(page, client, suffix, tmp_path):
    page.way = Track.objects.keep([noisy(3000, 9000), LINE])
    page.save_revision().publish()
    body = client.get(address(page, suffix)).content
    stops, lines = read_by_gdal(body, suffix, tmp_path)
    first, last = LINE[0], LINE[-1]
    names = ["Sākums", "Vecais tilts", "Tornis & <krasts>"]
    expected = [name if suffix == "geojson" else f"{number}. {name}" for number, name in enumerate(names, 1)]
    assert [row for row in stops if "track_point" not in str(row)][:3] == [
        (expected[0], *first), (expected[1], 24.2385, 56.8262), (expected[2], *last),
    ]  # fmt: skip
    for line in lines:
        line.srid = 4326
    metres = sum(line.transform(3059, clone=True).length for line in lines)
    assert metres == pytest.approx(page.way.metres, rel=0.005)


def test_gpx_is_valid_and_whole_and_gpxpy_agrees(page, client, tmp_path):
    page.way = Track.objects.keep([noisy(20_000)])
    page.save_revision().publish()
    body = client.get(address(page, "gpx")).content
    assert_valid(body, tmp_path / "taka.gpx")
    found = gpxpy.parse(body.decode())
    assert [point.name for point in found.waypoints] == ["1. Sākums", "2. Vecais tilts", "3. Tornis & <krasts>"]
    assert found.get_track_points_no() == 20_000
    assert found.length_2d() == pytest.approx(page.way.metres, rel=0.005)
    assert found.creator == found.copyright_author == "Novada NVO platforma"
    assert found.link == "https://platforma.test/ekskursijas/marsruti/taka/"


def test_geojson_is_as_rfc_7946_wants_it(page, client):
    data = json.loads(client.get(address(page, "geojson")).content)
    assert data["type"] == "FeatureCollection" and "crs" not in data
    assert [feature["geometry"]["type"] for feature in data["features"]] == ["MultiLineString", *["Point"] * 3]
    for feature in data["features"]:
        assert set(feature) == {"type", "properties", "geometry"}
    longitude, latitude = data["features"][1]["geometry"]["coordinates"]
    assert (longitude, latitude) == LINE[0]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_of_an_upload_but_its_line_comes_out(page, client, suffix):
    assert page.way.file_name == "Annas rīta skrējiens.gpx"
    text = client.get(address(page, suffix)).content.decode()
    assert "Annas" not in text and "<time" not in text and str(page.way.created_at.year) not in text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_rough_way_says_so(pages, client, suffix):
    said = "The way is drawn roughly"
    with translation.override("lv"):
        said = translation.gettext("The way is drawn roughly: trust your eyes more than the line.")
    assert said in client.get(address(pages.trail, suffix)).content.decode()
    assert said not in client.get(address(pages.exact, suffix)).content.decode()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_name_type_and_caching(page, client, suffix):
    response = client.get(address(page, suffix))
    assert response["Content-Disposition"] == f'attachment; filename="taka.{suffix}"'
    assert response["Content-Type"] == {
        "gpx": "application/gpx+xml", "kml": "application/vnd.google-earth.kml+xml", "geojson": "application/geo+json",
    }[suffix]  # fmt: skip
    assert response["X-Robots-Tag"] == "noindex" and "no-cache" in response["Cache-Control"]
    again = client.get(response.request["PATH_INFO"], HTTP_IF_NONE_MATCH=response["ETag"])
    assert again.status_code == 304 and not again.content


def test_words_are_the_language_s(page, client):
    translate(page, title="Foresters' trail", slug="trail", summary="Two kilometres.")
    english = client.get(address(page, "gpx", "en"))
    assert english["Content-Disposition"] == 'attachment; filename="trail.gpx"'
    found = gpxpy.parse(english.content.decode())
    assert (found.name, found.description) == ("Foresters' trail", "Two kilometres.")
    assert found.link == "https://platforma.test/en/ekskursijas/marsruti/trail/"


def draft(site):
    return trail(site, "slepta", publish=False)


def taken_off(site):
    page = trail(site, "slepta")
    page.unpublish()
    return page


def private(site):
    page = trail(site, "slepta")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def not_yet(site):
    return trail(site, "slepta", go_live_at=timezone.now() + datetime.timedelta(days=1))


@pytest.fixture(scope="module", params=[draft, taken_off, private, not_yet])
def _hidden(_pages, site_of_file, request):
    with world():
        yield request.param(site_of_file)


@pytest.fixture
def hidden(_hidden, db):
    return fresh(_hidden)


@pytest.mark.parametrize("name", ["way_sheet", "way_pdf", "way_file"])
def test_visible_only_as_the_page_is(hidden, client, name):
    page = hidden
    for language in ("lv", "en"):
        with translation.override(language):
            urls = [
                reverse(name, args=[page.translation_key, *([suffix] if name == "way_file" else [])])
                for suffix in SUFFIXES
            ]
        assert {client.get(url).status_code for url in urls} == {404}


def test_formats_that_are_not_known_and_ways_without_a_place(page, site, client):
    assert client.get(address(page, "exe")).status_code == 404
    nowhere = excursion(site, "Nekur", [stop("Bez vietas")], lines=(), slug="nekur")
    assert client.get(address(nowhere, "gpx")).status_code == 404


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_place_that_is_kept_back_does_not_leak_from_its_stop(pages, client, suffix):
    text = client.get(address(pages.with_a_place_kept_back, suffix)).content.decode()
    assert "24.31234" not in text and "56.81234" not in text
    assert "Klusā kopiena" not in text and "24.2355" not in text  # no place of its own, so no stop of a file
    assert "Vārti" not in text and "Slēgtais" not in text


@pytest.mark.parametrize("stops", [1, 3])
def test_queries_do_not_grow_with_stops(pages, site, client, django_assert_num_queries, stops):
    things = [place(site, f"Vieta {number}") for number in range(stops)]
    page = excursion(site, stops=[stop(thing=thing) for thing in things])
    url = address(page, "gpx")
    client.get(url)
    with django_assert_num_queries(QUERIES):
        client.get(url)


# Listing, page with its way, its stops' things, their listings, the site's settings.
QUERIES = 5
