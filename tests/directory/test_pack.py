"""What a phone keeps: the manifest names real bytes, alike for everybody, and nothing that readers may not see."""

import hashlib
import json

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from directory.taking_along import statics
from home.models import User
from home.pictures import make_variants
from tests.factories.excursions import LINE, excursion, place, stop
from tests.factories.shared import fresh
from tests.factories.site import picture, translate

pytestmark = pytest.mark.django_db


def address(name, page=None, language="lv"):
    with translation.override(language):
        return reverse(name, args=[page.translation_key] if page else [])


def shown_picture():
    image = picture()
    make_variants(image)
    return image


def trail(site, **fields):
    image = shown_picture()
    stops = [stop("Sākums", LINE[0], text="Te sākas.", picture=image.pk, picture_alt="Liepa"), stop("Gals", LINE[-1])]
    return excursion(site, stops=stops, slug="taka", **fields)


@pytest.fixture(scope="module")
def _trail(site_of_file):
    return trail(site_of_file)


@pytest.fixture
def page(_trail, db):
    return fresh(_trail)


def manifest(client, page, language="lv"):
    return client.get(address("pack_manifest", page, language)).json()


def body_of(client, url):
    """What is served there, by the site, the web server or the files that are collected."""
    if url.startswith(settings.MEDIA_URL):
        with default_storage.open(url.removeprefix(settings.MEDIA_URL)) as file:
            return file.read()
    if url.startswith(settings.STATIC_URL):
        return statics.read(url.removeprefix(settings.STATIC_URL))
    return client.get(url).content


def test_the_manifest_names_every_part_with_its_size_and_hash(page, client):
    found = manifest(client, page)
    for part in found["parts"]:
        body = body_of(client, part["url"])
        assert (part["size"], part["sha256"]) == (len(body), hashlib.sha256(body).hexdigest()), part["url"]
    assert found["size"] == sum(part["size"] for part in found["parts"])
    assert (found["page"], found["title"], found["language"]) == (address("pack", page), page.title, "lv")


def test_everything_that_the_page_shows_is_a_part(page, client):
    urls = {part["url"] for part in manifest(client, page)["parts"]}
    html = client.get(address("pack", page)).content.decode()
    assert 'alt="Liepa"' in html
    shown = set()
    for mark in ('src="', '<link rel="stylesheet" href="', '<link rel="icon" href="'):
        shown |= {text.partition('"')[0] for text in html.split(mark)[1:]}
    assert shown and shown <= urls
    assert address("packs") in urls
    # What style sheets and scripts fetch by themselves.
    assert {
        "/static/images/river-y.svg",
        "/static/css/tokens.css",
        "/static/js/pack/store.js",
        "/static/js/lib/make.js",
    } <= urls


def test_the_page_is_alike_for_everybody_and_sets_no_cookie(page, client):
    anonymous = client.get(address("pack", page))
    client.force_login(User.objects.create_superuser("ilze@platforma.test", "x"))
    signed_in = client.get(address("pack", page))
    assert anonymous.content == signed_in.content
    assert not anonymous.cookies and anonymous["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in anonymous.content.decode()
    assert "Vary" not in anonymous or "Cookie" not in anonymous["Vary"]


def test_another_word_is_another_version_and_nothing_else_is(page, site, client):
    before = manifest(client, page)
    other = place(site, "Cita vieta")
    assert manifest(client, page)["version"] == before["version"]
    other.unpublish()
    page.summary = "Citi vārdi."
    page.save_revision().publish()
    after = manifest(client, page)
    assert after["version"] != before["version"]
    unchanged = {part["url"]: part["sha256"] for part in before["parts"]}
    changed = [part["url"] for part in after["parts"] if unchanged.get(part["url"]) != part["sha256"]]
    assert changed == [address("pack", page)]


def test_each_language_has_a_pack_of_its_own(page, client):
    translate(page, title="Trail", slug="trail")
    latvian, english = manifest(client, page), manifest(client, page, "en")
    assert (latvian["title"], english["title"]) == ("Mežinieku stāstu taka", "Trail")
    assert english["page"] == address("pack", page, "en")
    assert 'lang="en"' in client.get(english["page"]).content.decode()


def test_latvian_words_in_an_english_pack_are_marked(page, client):
    html = client.get(address("pack", page, "en")).content.decode()
    assert '<html lang="en">' in html and '<h1 lang="lv">' in html


@pytest.mark.parametrize("name", ["pack", "pack_manifest"])
def test_visible_only_as_the_page_is(page, client, name):
    assert client.get(address(name, page)).status_code == 200
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(address(name, page)).status_code == 404
    restriction.delete()
    page.unpublish()
    assert [client.get(address(name, page, language)).status_code for language in ("lv", "en")] == [404, 404]


def test_a_place_that_is_kept_back_is_not_in_the_pack(_trail, site, client):
    gone = place(site, "Slēgtais pagalms", point=(24.31234, 56.81234))
    page = excursion(site, stops=[stop("Vārti", thing=gone), stop("Gals", LINE[-1])])
    gone.unpublish()
    html = client.get(address("pack", page)).content.decode()
    assert "Vārti" in html and "Slēgtais" not in html and "24.31234" not in html


def test_the_offer_tells_the_size_that_the_manifest_has(page, client):
    size = manifest(client, page)["size_text"]
    html = client.get("/ekskursijas/marsruti/taka/").content.decode()
    assert f"({size})" in html


def test_the_worker_is_served_under_one_address_and_asked_for_anew(client, db):
    response = client.get("/sw.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert (response["Cache-Control"], response["Service-Worker-Allowed"]) == ("no-cache", "/")
    text = response.content.decode()
    # It hands out and never keeps.
    assert "caches.open" in text and ".put(" not in text and ".add(" not in text and "addAll" not in text
    assert client.get("/sw.js", HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304


@pytest.mark.parametrize("stops", [1, 3])
def test_queries(_trail, site, client, django_assert_num_queries, stops):
    things = [place(site, f"Vieta {number}") for number in range(stops)]
    page = excursion(site, stops=[stop(thing=thing, picture=picture().pk) for thing in things])
    for name, number in (("pack", 5), ("pack_manifest", 5)):
        url = address(name, page)
        client.get(url)
        with django_assert_num_queries(number):
            client.get(url)


def test_manifest_is_json_of_our_own_addresses(page, client):
    text = client.get(address("pack_manifest", page)).content.decode()
    assert all(part["url"].startswith("/") and "//" not in part["url"] for part in json.loads(text)["parts"])


def test_what_an_editor_previews_is_not_kept_for_readers(page, client):
    before = manifest(client, page)
    cache.clear()
    page.title = "Slepens nosaukums"
    page.save_revision()
    request = page.make_preview_request()
    assert "Slepens nosaukums" in request.content.decode()
    assert manifest(client, page) == before
