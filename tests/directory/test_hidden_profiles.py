"""Pages, frames, files and API where a profile is hidden, or its point or contact is: each such world is published once."""

import json
import re
from functools import partial

import pytest
from django.contrib.gis.geos import Point

from directory.models import CommunityPage, Listing, Profile, SettlementsPage
from home import publishing
from tests.directory import test_api as api
from tests.directory import test_embed as embed
from tests.directory import test_exports as exports
from tests.directory import test_hsds as hsds
from tests.directory import test_open_data as open_data
from tests.directory.test_leaks import CONTACT, DOORS, SECRET, STATES, TRUE, numbers_in, private_parent, secret, titles
from tests.factories.directory import community, directory_page, settlement, venue
from tests.factories.shared import fresh, world
from tests.factories.site import add

pytestmark = pytest.mark.django_db
KEPT_BACK = re.compile(r"29999999|anna\.noslepa|Anna Noslēpa|24\.312|56\.812")


@pytest.fixture(scope="module")
def _directory(site_of_file):
    index = directory_page(site_of_file.home, slug="kopienas")
    add(index, SettlementsPage(title="Vietas", slug="vietas", show_in_menus=True), True)
    community(index, "Āboli & <b>", slug="aboli", settlement=None)
    venue(index, "Telpa", slug="telpa", settlement=None)
    return index


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


@pytest.fixture(scope="module")
def _world(_directory, request):
    with world():
        yield request.param(_directory)


def named(state) -> str:
    return state.__name__ if state in STATES else getattr(state, "keywords", {}).get("precision", "open")


def worlds(*states):
    return pytest.mark.parametrize("_world", states, indirect=True, ids=named)


in_each_hidden_state = worlds(*STATES)
where_the_point_is_kept_back = worlds(partial(secret, precision="settlement"), partial(secret, precision="hidden"))
when_it_is_open = worlds(secret)


@pytest.fixture
def page(_world, db):
    """The secret profile."""
    return fresh(_world)


# --- the whole profile ----------------------------------------------------------------------------------------


@in_each_hidden_state
def test_hidden_profile_leaves_by_no_door(_world, client):
    listing = Listing.objects.filter(title__startswith=SECRET).first()
    thing = Profile.objects.get(name=SECRET).key
    doors = [*DOORS, "/kopienas/noslepums/", "/en/kopienas/secret/", f"/rakstit/{thing}/"]
    doors += [f"/map/{listing.pk}.json"] if listing else []
    for door in doors:
        text = client.get(door, follow=True).content.decode()
        assert SECRET not in text, door
        assert "slepens teksts" not in text and "slepens lūgums" not in text, door
        assert "noslepums/" not in text or "noslepums/" in door, door
    assert client.get(f"/rakstit/{thing}/").status_code == 404


@in_each_hidden_state
def test_hidden_profile_is_in_no_frame(_world, client):
    for door in [
        *embed.DOORS,
        "/embed/?show=list&q=noslepumaina",
        "/embed/?q=noslepumaina",
        "/embed/?show=list&near=56.81,24.31",
    ]:
        text = client.get(door).content.decode()
        assert SECRET not in text and "slepens teksts" not in text and "noslepums" not in text, door


@in_each_hidden_state
def test_hidden_profile_is_in_no_file(_world, client):
    for suffix in exports.FORMATS:
        for language in ("lv", "en"):
            text = exports.text_of(exports.body(client, suffix, "", language), suffix)
            assert SECRET not in text and "slepens" not in text, suffix


@in_each_hidden_state
def test_hidden_profile_is_in_no_file_of_the_standard(_world, client):
    assert SECRET not in [row["name"] for row in hsds.rows(client)]


@in_each_hidden_state
def test_hidden_profile_is_in_no_answer_of_the_api(_world, client):
    for path in ("listings", "listings?lang=en", "listings?q=noslepumaina", "listings?topic=daba"):
        text = json.dumps(api.get(client, path), ensure_ascii=False)
        assert SECRET not in text and "slepens" not in text
    api.get(client, f"listings/{Profile.objects.get(name=SECRET).key}", 404)


@in_each_hidden_state
def test_hidden_profile_is_not_counted(_world, client, request):
    html = open_data.page(client)
    # The three that are open; beneath a restricted page nothing is.
    number = 0 if request.node.callspec.params["_world"] is private_parent else 3
    assert SECRET not in html and f"{number} entries" in html


# --- the control ----------------------------------------------------------------------------------------------


@when_it_is_open
def test_open_profile_passes_every_door(_world, client):
    """With nothing hidden the same doors do show it."""
    shown = [door for door in DOORS if SECRET in client.get(door, follow=True).content.decode()]
    assert set(DOORS) - set(shown) <= {"/sitemap.xml", "/kopienas/vietas/", "/kopienas/?q=noslepumaina"} | {
        door for door in DOORS if "ieteikumi" in door
    }
    assert "/kopienas/noslepums/" in client.get("/sitemap.xml").content.decode()
    assert "/kopienas/vietas/kekava/" in client.get("/sitemap.xml").content.decode()


@when_it_is_open
def test_open_profile_is_in_every_frame(_world, client):
    assert all(SECRET in client.get(door).content.decode() for door in embed.DOORS)


@when_it_is_open
def test_private_contact_is_in_no_answer(page, client):
    doors = [*DOORS, "/kopienas/noslepums/", "/en/kopienas/noslepums/", f"/rakstit/{page.translation_key}/"]
    for door in doors:
        text = client.get(door, follow=True).content.decode()
        assert not re.search(r"29999999|anna\.noslepa|Anna Noslēpa", text), door


@when_it_is_open
def test_private_contact_is_in_no_file(_world, client):
    for suffix in exports.FORMATS:
        text = exports.text_of(exports.body(client, suffix), suffix)
        assert SECRET in text
        assert not re.search(r"29999999|anna\.noslepa|Anna Noslēpa", text), suffix


# --- its point ------------------------------------------------------------------------------------------------


@where_the_point_is_kept_back
def test_kept_back_point_is_not_recoverable(page, directory, client):
    """Neither read from any answer nor found out by asking for distances, boxes or areas around it."""
    kekava = settlement()
    others = [
        community(directory, f"Cita {n}", slug=f"cita-{n}", point=Point(24.3 + n / 50, 56.8), precision="exact")
        for n in range(4)
    ]
    assert others
    for door in [*DOORS, "/kopienas/noslepums/"]:
        for number in numbers_in(client.get(door, follow=True).content.decode()):
            assert abs(number - TRUE.x) > 0.001 and abs(number - TRUE.y) > 0.001, door
    row = Listing.objects.get(thing=page.translation_key, language="lv")
    at = (kekava.point.x, kekava.point.y) if page.precision == "settlement" else (None, None)
    assert (row.longitude, row.latitude) == at
    close = "24.311,56.811,24.314,56.814"
    assert SECRET not in client.get(f"/kopienas/?box={close}").content.decode()
    assert SECRET not in json.dumps(client.get(f"/map.json?view={close}&zoom=17").json())
    # The true point decides nothing about the order, wherever one asks from.
    for near in ("56.81,24.31", "56.9,24.1", "56.7,24.4"):
        order = titles(client, near)
        CommunityPage.objects.filter(pk=page.pk).update(point=Point(24.1, 56.9))
        publishing.refresh([CommunityPage.objects.get(pk=page.pk)])
        assert titles(client, near) == order
        CommunityPage.objects.filter(pk=page.pk).update(point=TRUE)
        publishing.refresh([CommunityPage.objects.get(pk=page.pk)])


@where_the_point_is_kept_back
def test_kept_back_point_and_contact_are_in_no_frame(_world, client):
    for door in embed.DOORS:
        text = client.get(door).content.decode()
        assert not any(value in text for value in (CONTACT["name"], CONTACT["phone"], CONTACT["email"])), door
        assert all(abs(n - TRUE.x) > 0.001 and abs(n - TRUE.y) > 0.001 for n in numbers_in(text)), door
    assert embed.titles(client, "box=24.311,56.811,24.314,56.814") == []


@where_the_point_is_kept_back
def test_position_that_is_kept_back_is_in_no_file(page, directory, client):
    venue(directory, "Zāle", slug="zale", point=TRUE, address="Slepenā iela 5", precision=page.precision)
    for suffix in exports.FORMATS:
        text = exports.text_of(exports.body(client, suffix, "kind=community&kind=venue"), suffix)
        assert SECRET in text and "Zāle" in text
        assert "Slepenā iela" not in text and not re.search(r"24\.312|56\.812", text), suffix
        assert ("24.2355" in text) == (page.precision == "settlement"), suffix
        assert exports.names(client, suffix, "box=24.311,56.811,24.314,56.814") == []


@where_the_point_is_kept_back
def test_what_is_kept_back_is_in_no_file_of_the_standard(_world, client):
    text = json.dumps(hsds.rows(client), ensure_ascii=False)
    assert SECRET in text
    assert not KEPT_BACK.search(text)


@where_the_point_is_kept_back
def test_what_is_kept_back_is_in_no_answer_of_the_api(page, client):
    for path in ("listings", f"listings/{page.translation_key}", "listings?near=56.81,24.31&order=near"):
        text = json.dumps(api.get(client, path), ensure_ascii=False)
        assert SECRET in text
        assert not KEPT_BACK.search(text)
    assert api.names(client, "box=24.311,56.811,24.314,56.814") == []
