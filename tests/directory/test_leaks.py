"""What a profile keeps back leaves by no door: the whole of it while it is not published, its point and contacts always."""

import datetime
import json
import re

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.utils import timezone
from wagtail.models import PageViewRestriction

from directory.models import CommunityPage, DirectoryPage, Listing, Notice, Profile, SettlementsPage, VenuesPage
from home import publishing
from tests.factories.directory import community, directory_page, organisation, settlement, topic
from tests.factories.site import add, translate

pytestmark = pytest.mark.django_db
SECRET = "Noslēpumainā"
TRUE = Point(24.31234, 56.81234)
CONTACT = {
    "name": "Anna Noslēpa",
    "phone": "29999999",
    "email": "anna.noslepa@org.test",
    "name_visibility": "private",
}


@pytest.fixture
def directory(site):
    index = directory_page(site.home, slug="kopienas")
    index.settlements = add(index, SettlementsPage(title="Vietas", slug="vietas", show_in_menus=True), True)
    site.directory = index
    return index


def secret(directory, publish=True, **fields):
    page = community(
        directory,
        SECRET,
        slug="noslepums",
        summary="slepens teksts",
        topics=[topic()],
        contact=CONTACT,
        point=TRUE,
        publish=publish,
        **fields,
    )
    profile = Profile.objects.get(key=page.translation_key)
    later = timezone.localdate() + datetime.timedelta(days=9)
    Notice.objects.create(profile=profile, kind="wanted", text={"lv": "slepens lūgums"}, expires_on=later)
    other = organisation(directory, "Redzamie", slug="redzamie")
    other.related_profiles.create(related=CommunityPage.objects.get(pk=page.pk))
    other.save_revision().publish()
    return page


def draft(directory):
    secret(directory, publish=False)


def private(directory):
    page = secret(directory)
    translate(page, title=f"{SECRET} en", slug="secret")
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def private_parent(directory):
    secret(directory)
    PageViewRestriction.objects.create(page=directory, restriction_type="password", password="x")


def scheduled(directory):
    page = secret(directory, publish=False).get_latest_revision_as_object()
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()


def expired(directory):
    page = secret(directory)
    soon = timezone.now() - datetime.timedelta(seconds=1)
    CommunityPage.objects.filter(pk=page.pk).update(expire_at=soon)  # the worker has not been there yet
    publishing.refresh([CommunityPage.objects.get(pk=page.pk)])
    assert Listing.objects.filter(thing=page.translation_key).exists()


def unpublished(directory):
    page = secret(directory)
    translate(page, title=f"{SECRET} en", slug="secret")
    page.unpublish()


def deleted(directory):
    CommunityPage.objects.get(pk=secret(directory).pk).delete()


STATES = [draft, private, private_parent, scheduled, expired, unpublished, deleted]
VIEW = "view=24,56,25,57.5&zoom="
DOORS = [
    "/", "/en/", "/kopienas/", "/en/kopienas/", "/kopienas/?topic=daba", "/kopienas/?q=noslepumaina", "/kopienas/vietas/",
    "/kopienas/vietas/kekava/", "/en/kopienas/vietas/kekava/", "/kopienas/redzamie/", f"/map.json?{VIEW}10",
    f"/map.json?{VIEW}17", f"/en/map.json?{VIEW}10&topic=daba", f"/map.json?{VIEW}10&topic=daba&state=active",
    "/meklet/?q=noslepumaina", "/meklet/ieteikumi/?q=noslepu", "/sitemap.xml", "/lapas-karte/", "/kur/?place=kekava",
]  # fmt: skip


@pytest.mark.parametrize("hide", STATES, ids=lambda state: state.__name__)
def test_hidden_profile_leaves_by_no_door(directory, client, hide):
    hide(directory)
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


def test_open_profile_passes_every_door(directory, client):
    """The control: with nothing hidden the same doors do show it."""
    secret(directory)
    shown = [door for door in DOORS if SECRET in client.get(door, follow=True).content.decode()]
    assert set(DOORS) - set(shown) <= {"/sitemap.xml", "/kopienas/vietas/", "/kopienas/?q=noslepumaina"} | {
        door for door in DOORS if "ieteikumi" in door
    }
    assert "/kopienas/noslepums/" in client.get("/sitemap.xml").content.decode()
    assert "/kopienas/vietas/kekava/" in client.get("/sitemap.xml").content.decode()


def test_private_contact_is_in_no_answer(directory, client):
    page = secret(directory)
    doors = [*DOORS, "/kopienas/noslepums/", "/en/kopienas/noslepums/", f"/rakstit/{page.translation_key}/"]
    for door in doors:
        text = client.get(door, follow=True).content.decode()
        assert not re.search(r"29999999|anna\.noslepa|Anna Noslēpa", text), door


def numbers_in(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d{2}\.\d{3,}", text)]


@pytest.mark.parametrize("precision", ["settlement", "hidden"])
def test_kept_back_point_is_not_recoverable(directory, client, precision):
    """Neither read from any answer nor found out by asking for distances, boxes or areas around it."""
    page = secret(directory, precision=precision)
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
    at = (kekava.point.x, kekava.point.y) if precision == "settlement" else (None, None)
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


def titles(client, near: str) -> list[str]:
    html = client.get(f"/kopienas/?near={near}&order=near").content.decode()
    return re.findall(r'card__title"><a[^>]*>([^<]+)</a>', html)


def test_exact_point_is_published(directory, client):
    page = secret(directory, precision="exact")
    row = Listing.objects.get(thing=page.translation_key, language="lv")
    assert (row.longitude, row.latitude) == (24.31234, 56.81234)


def test_area_is_published_rounded(directory):
    ring = Polygon(((24.1234567, 56.8), (24.2, 56.8), (24.2, 56.9), (24.1234567, 56.8)))
    page = secret(directory, area=MultiPolygon(ring))
    assert Listing.objects.get(thing=page.translation_key, language="en").area[0][0][0] == [24.12346, 56.8]


def test_empty_sections_hide_from_the_menu(site, client):
    index = DirectoryPage(title="Kopienas un NVO", slug="kopienas", show_in_menus=True)
    index = add(site.home, index, True)
    add(index, VenuesPage(title="Telpu saraksts", slug="telpas", show_in_menus=True), True)
    assert "Kopienas un NVO</a>" not in client.get("/").content.decode()
    community(index, slug="viena")
    html = client.get("/").content.decode()
    assert "Kopienas un NVO" in html
    assert "Telpu saraksts" not in html
