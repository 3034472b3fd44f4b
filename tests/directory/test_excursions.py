"""Excursions: what their pages tell, in both languages, by the clock, in a constant number of queries."""

import datetime
import json
import re
import zlib
from types import SimpleNamespace

import pytest
from django.contrib.gis.geos import Point
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from directory.actions.tidy_ways import tidy_ways
from directory.models import ExcursionPage, Listing, PlacePage, Track
from directory.ways.screen import decode
from home import publishing
from tests.directory.ways.samples import noisy
from tests.factories.directory import (
    community,
    directory_page,
    excursion,
    place,
    places_page,
    routes_page,
    settlement,
    stop,
    stories_page,
    story,
)
from tests.factories.shared import fresh, world

pytestmark = pytest.mark.django_db
TRUE = Point(24.31234, 56.81234)
WAY = [(24.20, 56.80), (24.22, 56.80), (24.24, 56.80)]
ADDRESS = "/ekskursijas/marsruti/taka/"


@pytest.fixture(scope="module")
def _section(site_of_file):
    routes = routes_page(site_of_file.home)
    landing = routes.get_parent().specific
    return SimpleNamespace(
        routes=routes, landing=landing, places=places_page(landing), stories=stories_page(landing),
        directory=directory_page(site_of_file.home, slug="kopienas"),
    )  # fmt: skip


@pytest.fixture
def routes(_section, db):
    """The list of routes, with the other pages of the section."""
    section = fresh(_section)
    vars(section.routes).update({name: page for name, page in vars(section).items() if name != "routes"})
    return section.routes


def page_of(client, address=ADDRESS) -> str:
    return client.get(address).content.decode()


def json_ld(html: str, kind: str) -> dict:
    blocks = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html, re.DOTALL)
    found = [
        row for block in blocks for row in (lambda data: data if isinstance(data, list) else [data])(json.loads(block))
    ]
    return next(row for row in found if row["@type"] == kind)


def test_page_tells_stops_with_their_distances(routes, client):
    places = routes.places
    hill = place(places, slug="pilskalns", point=Point(24.22, 56.80), settlement=settlement())
    excursion(routes, slug="taka", way=WAY, minutes=90, stops=[
        stop("Tilts", point=(24.20, 56.80), minutes=10, text="Te sākas."),
        stop(thing=hill, question="Cik augsts?", safety="Slīd."),
        stop("Gals", point=(24.24, 56.80)),
    ])  # fmt: skip
    html = page_of(client)
    assert re.findall(r'id="stop-(\d)"', html) == ["1", "2", "3"]
    assert '<a href="/ekskursijas/vietas/pilskalns/">Pilskalns</a>' in html
    assert [text for text in ("Cik augsts?", "Slīd.", "Te sākas.") if text not in html] == []
    assert re.findall(r'stops__facts">([^<]*)<', html) == ["Sākums · pavadiet te: 10 minūtes", "1,2\xa0km", "2,4\xa0km"]
    trip = json_ld(html, "TouristTrip")
    assert [row["item"]["name"] for row in trip["itinerary"]["itemListElement"]] == ["Tilts", "Pilskalns", "Gals"]
    data = json.loads(re.search(r'<script id="map-data"[^>]*>(.*?)</script>', html).group(1))
    assert [(spot[5], spot[7]) for spot in data["spots"]] == [("#stop-1", 1), ("#stop-2", 2), ("#stop-3", 3)]
    assert decode(data["way"]) == [[(24.20, 56.80), (24.24, 56.80)]]


def test_duration_is_reckoned_and_can_be_corrected(routes):
    page = excursion(routes, slug="taka", way=WAY, stops=[stop("Tilts", minutes=20)])
    assert (page.metres, page.duration) == (2444, round(2444 / 3500 * 60) + 20)
    page.minutes = 90
    assert page.duration == 90
    assert Listing.objects.get(thing=page.translation_key, language="lv").facts == {"metres": 2444, "minutes": 62}


# --- what must not be seen


def hidden_draft(places):
    return place(places, "Slepenā vieta", slug="slepena", point=TRUE, publish=False)


def hidden_private(places):
    page = place(places, "Slepenā vieta", slug="slepena", point=TRUE)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


def hidden_unpublished(places):
    page = place(places, "Slepenā vieta", slug="slepena", point=TRUE)
    page.unpublish()
    return page


def hidden_expired(places):
    page = place(places, "Slepenā vieta", slug="slepena", point=TRUE)
    PlacePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(seconds=1))
    publishing.refresh([PlacePage.objects.get(pk=page.pk)])
    return page


VIEW = "view=24,56,25,57.5&zoom=15"


def doors(page) -> list[str]:
    ways = [
        f"{prefix}/{word}/{page.translation_key}.{suffix}"
        for prefix, word in (("", "cels"), ("/en", "way"))
        for suffix in ("gpx", "kml", "geojson")
    ]
    return [
        ADDRESS, f"/en{ADDRESS}", "/ekskursijas/", "/ekskursijas/marsruti/", "/ekskursijas/vietas/", "/en/ekskursijas/vietas/",
        "/kopienas/?layer=place&layer=excursion", f"/map.json?{VIEW}", "/kopienas/vietas/kekava/", "/meklet/?q=slepena",
        "/meklet/?q=slepens", "/meklet/ieteikumi/?q=slepe", "/sitemap.xml", "/lapas-karte/", "/", *ways,
    ]  # fmt: skip


@pytest.mark.parametrize("hide", [hidden_draft, hidden_private, hidden_unpublished, hidden_expired])
def test_hidden_place_at_a_stop_gives_away_nothing(routes, client, hide):
    secret = hide(routes.places)
    page = excursion(routes, slug="taka", way=WAY, stops=[stop("Tilts", point=WAY[0]), stop(thing=secret)])
    for door in doors(page):
        text = page_of(client, door)
        assert "Slepenā" not in text and "24.312" not in text and "56.812" not in text, door
        assert "vietas/slepena" not in text, door
    assert "2. pietura" in page_of(client)


@pytest.mark.parametrize("precision", ["settlement", "hidden"])
def test_position_that_a_profile_keeps_back_does_not_leak_through_a_stop(routes, client, precision):
    kazoki = community(
        routes.directory, "Kažoku kopiena", slug="kazoki", point=TRUE, precision=precision, settlement=settlement()
    )
    page = excursion(routes, slug="taka", way=WAY, stops=[stop("Tilts", point=WAY[0]), stop(thing=kazoki)])
    html = page_of(client)
    assert "Kažoku kopiena" in html
    for door in [*doors(page), "/kopienas/kazoki/"]:
        numbers = [float(number) for number in re.findall(r"\d{2}\.\d{3,}", page_of(client, door))]
        assert [n for n in numbers if abs(n - TRUE.x) < 0.001 or abs(n - TRUE.y) < 0.001] == [], door
    # Nor does the settlement's middle pass for a stop on the way.
    assert [row["item"].get("geo") for row in json_ld(html, "TouristTrip")["itinerary"]["itemListElement"]][1] is None


def draft(routes):
    return excursion(routes, "Slepenā taka", slug="slepena", way=WAY, publish=False)


def private(routes):
    page = excursion(routes, "Slepenā taka", slug="slepena", way=WAY)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


def expired(routes):
    page = excursion(routes, "Slepenā taka", slug="slepena", way=WAY)
    ExcursionPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(seconds=1))
    publishing.refresh([ExcursionPage.objects.get(pk=page.pk)])
    return page


@pytest.mark.parametrize("hide", [draft, private, expired])
def test_hidden_excursion_leaves_by_no_door(routes, client, hide):
    hidden = hide(routes)
    excursion(routes, slug="taka", way=WAY)
    for door in doors(hidden):
        assert "Slepenā" not in page_of(client, door), door
    assert client.get(f"/cels/{hidden.translation_key}.gpx").status_code == 404


def test_open_excursion_passes_the_doors(routes, client):
    """The control."""
    page = excursion(routes, "Slepenā taka", slug="taka", way=WAY, settlement=settlement())
    shown = [door for door in doors(page) if "Slepenā taka" in page_of(client, door)]
    assert {
        ADDRESS,
        f"/en{ADDRESS}",
        "/ekskursijas/",
        "/ekskursijas/marsruti/",
        "/kopienas/?layer=place&layer=excursion",
        "/meklet/?q=slepena",
    } <= set(shown)
    assert len([door for door in shown if "cels" in door or "way" in door]) == 6


# --- languages


def test_stops_are_translated_and_follow_the_source(routes, client):
    page = excursion(routes, slug="taka", stops=[stop("Tilts", point=(24.20, 56.80), text="Te sākas ceļš.", minutes=5)])
    english = Locale.objects.get(language_code="en")
    page.copy_for_translation(english, copy_parents=True)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    # Nobody is asked to translate a picture, a place or a number.
    paths = {segment.context.path.rpartition(".")[2] for segment in StringSegment.objects.filter(source=source)}
    assert {"name", "text"} <= paths and not {"thing", "point", "picture", "minutes"} & paths

    def translate(**words):
        for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
            if data := words.get(segment.string.data.replace(" ", "_").rstrip(".")):
                StringTranslation.objects.update_or_create(
                    translation_of=segment.string, locale=english, context=segment.context,
                    defaults={"data": data, "translation_type": "manual"},
                )  # fmt: skip
        translation, _new = Translation.objects.get_or_create(source=source, target_locale=english)
        translation.save_target(publish=False)
        result = source.get_translated_instance(english)
        result.get_latest_revision().publish()
        return result

    translate(Stāstu_taka="Story trail", taka="trail", Tilts="Bridge", Te_sākas_ceļš="The way begins here")
    html = page_of(client, "/en/ekskursijas/marsruti/trail/")
    assert "Bridge" in html and "The way begins here" in html and "Te sākas" not in html

    # The source moves the stop, stays longer, and puts one before it.
    page = ExcursionPage.objects.get(pk=page.pk)
    old = page.stops.get_prep_value()[0]
    old["value"] |= {"minutes": 45, "point": {"type": "Point", "coordinates": [24.21, 56.81]}}
    page.stops = json.dumps([stop("Ozols", point=(24.19, 56.79)), old])
    page.save_revision().publish()
    html = page_of(client, "/en/ekskursijas/marsruti/trail/")  # before anybody has synchronised
    assert html.index("Ozols") < html.index("Bridge") and "45 minutes" in html
    source.update_from_db()
    translated = translate(Ozols="Oak")
    assert [child.value["name"] for child in ExcursionPage.objects.get(pk=translated.pk).stops] == ["Oak", "Bridge"]
    html = page_of(client, "/en/ekskursijas/marsruti/trail/")
    assert html.index("Oak") < html.index("Bridge") and "The way begins here" in html


# --- the bars


def queries(client, address) -> list[str]:
    client.get(address)  # what is kept by content version is kept
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in found.captured_queries]


def test_page_takes_as_many_queries_with_forty_stops(routes, client):
    places = routes.places
    line = [(24.1 + n / 400, 56.80) for n in range(40)]
    hosts = [community(routes.directory, f"Rīkotāji {n}", slug=f"r{n}") for n in range(3)]
    there = [place(places, f"Vieta {n}", slug=f"v{n}", point=Point(*line[n])) for n in range(3)]
    excursion(routes, "Īsa", slug="isa", way=line, hosts=hosts[:1], stops=[stop("Viens", thing=there[0])])
    many = [stop(f"Pietura {n}", point=at, thing=there[n % 3], text="Stāsts. " * 20) for n, at in enumerate(line)]
    excursion(routes, slug="taka", way=line, hosts=hosts, stops=many)
    one, forty = queries(client, "/ekskursijas/marsruti/isa/"), queries(client, ADDRESS)
    assert len(one) == len(forty)
    assert len(forty) <= 12, "\n".join(forty)


LISTS = ["/ekskursijas/", "/ekskursijas/marsruti/", "/ekskursijas/vietas/", "/ekskursijas/vietrade/"]


@pytest.fixture(scope="module")
def queries_of_lists(_section):
    """Address → queries with one thing of every kind, and with three."""
    found = {address: [] for address in LISTS}
    with world():
        for n in (1, 2, 3):
            excursion(
                _section.routes, f"Taka {n}", slug=f"taka-{n}", way=WAY, stops=[stop("Tilts")], settlement=settlement()
            )
            place(_section.places, f"Vieta {n}", slug=f"vieta-{n}", point=Point(24.2, 56.8), settlement=settlement())
            story(_section.stories, f"Stāsts {n}", slug=f"stasts-{n}", point=Point(24.2, 56.8), settlement=settlement())
            if n != 2:
                for address in LISTS:
                    found[address].append(queries(Client(), address))
    return found


@pytest.mark.parametrize("address", LISTS)
def test_lists_take_as_many_queries_with_three_as_with_one(queries_of_lists, address):
    one, three = queries_of_lists[address]
    assert len(three) == len(one) <= 14, "\n".join(three)


def test_way_of_a_long_track_is_small_on_screen(routes):
    track = Track.objects.keep([noisy(20_000)])
    assert track.points == 20_000
    assert len(zlib.compress(track.screen.encode(), 9)) <= 8 * 1024


# --- filters, tidying, menu


def test_facets_with_one_value_hide_and_narrow_where_there_are_two(routes, client):
    excursion(routes, "Pa upi", slug="upe", mode="boat", seasons=["summer"])
    assert "filter-bar__label" not in page_of(client, "/ekskursijas/marsruti/")
    excursion(routes, "Pa mežu", slug="mezs", mode="foot", seasons=["summer"])
    html = page_of(client, "/ekskursijas/marsruti/")
    assert re.findall(r'filter-bar__label"[^>]*>([^<]+)<', html) == ["Kā"]
    narrowed = page_of(client, "/ekskursijas/marsruti/?mode=boat")
    assert "Pa upi" in narrowed and "Pa mežu" not in narrowed
    assert "Pa mežu" in page_of(client, "/ekskursijas/marsruti/?mode=zeppelin")


def test_ways_that_nobody_names_go(routes):
    page = excursion(routes, slug="taka", way=WAY)
    drafted, stray, fresh = (Track.objects.keep([WAY]) for _ in range(3))
    page.way = drafted
    page.save_revision()
    Track.objects.exclude(pk=fresh.pk).update(created_at=timezone.now() - datetime.timedelta(days=2))
    kept = {ExcursionPage.objects.get(pk=page.pk).way_id, drafted.pk, fresh.pk}
    assert tidy_ways() == 1
    assert set(Track.objects.values_list("pk", flat=True)) == kept
    assert stray.pk not in kept


def test_section_hides_from_the_menu_while_it_is_empty(routes, client):
    cache.clear()
    assert ">Ekskursijas</a>" not in page_of(client, "/")
    excursion(routes, slug="taka")
    assert ">Ekskursijas</a>" in page_of(client, "/")
