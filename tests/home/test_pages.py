"""The tree at its door: languages, fallback, clock, privacy."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories.site import article, news_index, standard_page, translate

pytestmark = pytest.mark.django_db


def test_page_in_its_own_language(site, client):
    standard_page(site.home, "Par mums", slug="par-mums", intro="Kas mēs esam")
    response = client.get("/par-mums/")
    assert response.status_code == 200
    assert response.context["frame"].language == "lv"
    assert "Kas mēs esam" in response.content.decode()


def test_untranslated_page_in_english_chrome(site, client):
    standard_page(site.home, "Par mums", slug="par-mums")
    response = client.get("/en/par-mums/")
    assert response.status_code == 200
    frame = response.context["frame"]
    assert (frame.language, frame.fallback_language, frame.canonical) == ("en", "lv", "/par-mums/")
    assert response["X-Robots-Tag"] == "noindex"


def test_translated_page_redirects_from_the_latvian_path(site, client):
    page = standard_page(site.home, "Par mums", slug="par-mums")
    translate(page, title="About us", slug="about-us")
    response = client.get("/en/par-mums/?a=1")
    assert (response.status_code, response["Location"]) == (302, "/en/about-us/?a=1")
    assert client.get("/en/about-us/").context["frame"].translations["lv"] == "/par-mums/"
    assert client.get("/par-mums/").context["frame"].translations["en"] == "/en/about-us/"


def test_translation_of_an_unpublished_source_goes_with_it(site, client):
    page = standard_page(site.home, "Par mums", slug="par-mums")
    translate(page, title="About us", slug="about-us")
    page.unpublish()
    assert client.get("/par-mums/").status_code == 404
    assert client.get("/en/about-us/").status_code == 404


@pytest.mark.parametrize("field,hours", [("expire_at", -1), ("go_live_at", 1)])
def test_clock_decides_not_the_worker(site, client, field, hours):
    page = standard_page(site.home, "Par mums", slug="par-mums")
    moment = timezone.now() + datetime.timedelta(hours=hours)
    type(page).objects.filter(pk=page.pk).update(**{field: moment})
    assert client.get("/par-mums/").status_code == 404
    assert client.get("/en/par-mums/").status_code == 404


def test_privacy_reaches_the_translation(site, client):
    page = standard_page(site.home, "Par mums", slug="par-mums", intro="slepens")
    translate(page, title="About us", slug="about-us", intro="secret")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    for url in ("/par-mums/", "/en/about-us/"):
        response = client.get(url)
        assert response.status_code == 302
        assert "no-store" in response["Cache-Control"]
    restriction.delete()
    assert client.get("/en/about-us/").status_code == 200


def test_empty_section_hides_from_the_menu(site, client):
    index = news_index(site.home, slug="jaunumi")
    assert client.get("/").context["frame"].menu == []
    article(index, slug="viens")
    frame = client.get("/").context["frame"]
    assert [item.title for item in frame.menu] == ["Jaunumi"]


def test_anonymous_reader_gets_no_cookie(site, client):
    standard_page(site.home, slug="par-mums")
    for url in ("/", "/par-mums/", "/en/"):
        response = client.get(url)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
