"""What is not published leaves by no door: each state that hides a page, against each door that could show it."""

import datetime
import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as PILImage
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction, ReferenceIndex

from home.models import Image
from news.models import ArticlePage
from tests.factories.site import article, category, news_index, standard_page, translate

pytestmark = pytest.mark.django_db
SECRET = "Noslēpumainais"


def picture():
    out = io.BytesIO()
    PILImage.new("RGB", (64, 40)).save(out, "JPEG")
    return Image.objects.create(title="x", file=ImageFile(io.BytesIO(out.getvalue()), name="slepens.jpg"))


def status(client, url):
    response = client.get(url)
    response.close()
    return response.status_code


@pytest.fixture
def newsroom(site):
    site.index = news_index(site.home, slug="jaunumi")
    site.index_en = translate(site.index, title="News", slug="news")
    site.other = article(site.index, "Redzamais raksts", slug="redzamais", category=category())
    site.document = Document.objects.create(title="Pielikums", file=ContentFile(b"x", name="pielikums.txt"))
    site.image = picture()
    return site


def secret_article(site, **fields):
    body = [("text", f'<p>Slepens teksts <a linktype="document" id="{site.document.pk}">fails</a></p>')]
    page = article(
        site.index,
        SECRET,
        slug="noslepums",
        category=category(),
        lead="slepena ziņa",
        lead_image=site.image,
        pinned=True,
        body=body,
        **fields,
    )
    ReferenceIndex.create_or_update_for_object(page)  # by it the document knows its page
    return page


def draft(site):
    secret_article(site, publish=False)


def private(site):
    page = secret_article(site)
    translate(page, title=f"{SECRET} en", slug="secret")
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def private_parent(site):
    section = news_index(site.index, "Iekšējie", slug="ieksejie")
    site.index = section
    secret_article(site)
    PageViewRestriction.objects.create(page=section, restriction_type="password", password="x")


def scheduled(site):
    page = secret_article(site, publish=False).get_latest_revision_as_object()
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()


def expired(site):
    page = secret_article(site)
    translate(page, title=f"{SECRET} en", slug="secret")
    page = page.get_latest_revision_as_object()
    page.expire_at = timezone.now() + datetime.timedelta(seconds=60)
    page.save_revision().publish()
    soon = timezone.now() - datetime.timedelta(seconds=1)
    # The clock passes; the worker has not been there yet.
    ArticlePage.objects.filter(translation_key=page.translation_key).update(expire_at=soon)
    from home import publishing

    publishing.refresh(ArticlePage.objects.filter(translation_key=page.translation_key))


def dated_ahead(site):
    secret_article(site, published_on=timezone.localdate() + datetime.timedelta(days=3), publish=False)


def unpublished(site):
    page = secret_article(site)
    translate(page, title=f"{SECRET} en", slug="secret")
    page.unpublish()


def draft_translation_only(site):
    page = secret_article(site, publish=False)
    translate(page, title=f"{SECRET} en", slug="secret", publish=False)


STATES = [draft, private, private_parent, scheduled, expired, dated_ahead, unpublished, draft_translation_only]
LIST_DOORS = [
    "/", "/en/", "/jaunumi/", "/en/news/", "/jaunumi/?category=parskats", "/jaunumi/redzamais/", "/en/jaunumi/redzamais/",
    "/meklet/?q=noslepumainais", "/en/search/?q=noslepumainais", "/meklet/?q=slepens", "/meklet/ieteikumi/?q=noslepu",
    "/en/search/suggestions/?q=noslepu", "/plusmas/jaunumi.atom", "/plusmas/jaunumi.rss", "/en/feeds/news.atom",
    "/plusmas/jaunumi.atom?category=parskats", "/sitemap.xml", "/lapas-karte/", "/en/site-map/", "/kur/?place=noslepumainais",
    "/nav-tadas-lapas/",
]  # fmt: skip
PAGE_DOORS = [
    "/jaunumi/noslepums/", "/en/jaunumi/noslepums/", "/en/news/secret/", "/jaunumi/ieksejie/noslepums/",
    "/jaunumi/secret/", "/en/news/noslepums/",
]  # fmt: skip


@pytest.mark.parametrize("hide", STATES, ids=lambda state: state.__name__)
def test_hidden_article_leaves_by_no_door(newsroom, client, hide):
    hide(newsroom)
    assert ArticlePage.objects.filter(title__startswith=SECRET).exists()
    for door in LIST_DOORS:
        text = client.get(door, follow=True).content.decode()
        assert SECRET not in text.replace("noslepumainais", ""), door
        assert "slepena ziņa" not in text, door
        assert "noslepums/" not in text and "/secret/" not in text, door
    for door in PAGE_DOORS:
        response = client.get(door)
        assert response.status_code in (404, 302, 200), door
        body = response.content.decode()
        assert SECRET not in body and "Slepens teksts" not in body and "slepena ziņa" not in body, door
        if response.status_code == 200:  # the password page
            assert "no-store" in response["Cache-Control"], door
    assert status(client, newsroom.document.url) == 404


def test_open_article_passes_every_door(newsroom, client):
    """The control: with nothing hidden the same doors do show it."""
    translate(secret_article(newsroom), title=f"{SECRET} en", slug="secret")
    shown = [door for door in LIST_DOORS if SECRET in client.get(door, follow=True).content.decode()]
    assert set(LIST_DOORS) - set(shown) <= {
        "/sitemap.xml",
        "/lapas-karte/",
        "/en/site-map/",
        "/nav-tadas-lapas/",
        "/en/search/suggestions/?q=noslepu",
    }
    assert client.get("/jaunumi/noslepums/").status_code == 200
    assert "/jaunumi/noslepums/" in client.get("/sitemap.xml").content.decode()
    assert status(client, newsroom.document.url) == 200


def test_document_of_nobody_is_not_public(newsroom, client):
    assert client.get(newsroom.document.url).status_code == 404


def test_pictures_have_names_nobody_guesses(newsroom):
    assert "/" in newsroom.image.file.name.removeprefix("pictures/")
    assert len(newsroom.image.file.name.split("/")[1]) >= 10


def test_public_pages_are_revalidated(newsroom, client):
    standard_page(newsroom.home, slug="par-mums")
    response = client.get("/par-mums/")
    assert "no-cache" in response["Cache-Control"]
    again = client.get("/par-mums/", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
