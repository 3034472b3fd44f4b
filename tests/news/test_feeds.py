"""Feeds: valid, absolute, in one language, and nobody's secrets."""

import xml.etree.ElementTree as ET

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories.site import article, category, news_index, translate

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def index(site):
    return news_index(site.home, slug="jaunumi")


def titles(client, url):
    root = ET.fromstring(client.get(url).content)
    return [entry.findtext("a:title", namespaces=ATOM) for entry in root.findall("a:entry", ATOM)]


def test_feed_has_only_its_own_language(index, client):
    both = article(index, "Abās valodās", slug="a")
    translate(both, title="In both", slug="a-en")
    article(index, "Tikai latviski", slug="b")
    assert set(titles(client, "/plusmas/jaunumi.atom")) == {"Abās valodās", "Tikai latviski"}
    assert titles(client, "/en/feeds/news.atom") == ["In both"]


def test_feed_addresses_are_of_the_public_site(index, client):
    article(index, slug="a")
    body = client.get("/plusmas/jaunumi.rss", headers={"host": "localhost"}).content.decode()
    assert "https://platforma.test/jaunumi/a/" in body
    assert "localhost" not in body


def test_feed_by_category(index, client):
    article(index, "Pārskats", slug="a", category=category())
    article(index, "Cits", slug="b")
    assert titles(client, "/plusmas/jaunumi.atom?category=parskats") == ["Pārskats"]
    assert client.get("/plusmas/jaunumi.atom?category=nav").status_code == 404


def test_feed_leaks_nothing(index, client):
    article(index, "Melnraksts", slug="a", publish=False)
    private = article(index, "Slepens", slug="b")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    past = article(index, "Beidzies", slug="c")
    type(past).objects.filter(pk=past.pk).update(expire_at=timezone.now())
    assert titles(client, "/plusmas/jaunumi.atom") == []


@pytest.mark.parametrize("count", [1, 3])
def test_feed_queries_are_constant(index, client, django_assert_num_queries, count):
    for number in range(count):
        article(index, f"Raksts {number}", slug=f"r{number}")
    client.get("/plusmas/jaunumi.atom")
    with django_assert_num_queries(1):  # settings; the rest is kept
        client.get("/plusmas/jaunumi.atom")
