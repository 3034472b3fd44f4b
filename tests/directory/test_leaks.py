"""What a profile keeps back leaves by no door: the whole of it while it is not published, its point and contacts always."""

import datetime
import re

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.utils import timezone
from wagtail.models import PageViewRestriction

from directory.models import CommunityPage, DirectoryPage, Listing, Notice, Profile, SettlementsPage, VenuesPage
from home import publishing
from tests.factories.directory import community, directory_page, organisation, topic
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


def numbers_in(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d{2}\.\d{3,}", text)]


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
