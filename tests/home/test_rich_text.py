"""Links between pages inside texts."""

import pytest

from news.models import ArticlePage
from tests.factories.site import news_index, standard_page, translate

pytestmark = pytest.mark.django_db


def text_with_link(page):
    return [("text", f'<p>Skatiet <a linktype="page" id="{page.pk}">tur</a>.</p>')]


def body(client, url):
    return client.get(url).content.decode()


def test_link_goes_to_the_readers_language(site, client):
    target = standard_page(site.home, "Par mums", slug="par-mums")
    translate(target, title="About us", slug="about")
    standard_page(site.home, "Lapa", slug="lapa", body=text_with_link(target))

    assert '<a href="/par-mums/">tur</a>' in body(client, "/lapa/")
    assert '<a href="/en/about/">tur</a>' in body(client, "/en/lapa/")


def test_link_keeps_the_readers_frame_where_there_is_no_translation(site, client):
    target = standard_page(site.home, "Par mums", slug="par-mums")
    standard_page(site.home, "Lapa", slug="lapa", body=text_with_link(target))

    assert '<a href="/en/par-mums/">tur</a>' in body(client, "/en/lapa/")


def test_link_to_a_draft_is_words_alone(site, client):
    target = standard_page(site.home, "Noslēpums", slug="noslepums", publish=False)
    standard_page(site.home, "Lapa", slug="lapa", body=text_with_link(target))

    assert "<a>tur</a>" in body(client, "/lapa/")
    assert "noslepums" not in body(client, "/lapa/")


def test_a_broken_link_is_words_alone(site, client):
    for number, attributes in enumerate(('id="999999"', 'id="x"', "")):
        text = [("text", f'<p><a linktype="page" {attributes}>tur</a></p>')]
        standard_page(site.home, "Lapa", slug=f"lapa-{number}", body=text)
        assert "<a>tur</a>" in body(client, f"/lapa-{number}/")


@pytest.mark.parametrize("count", [1, 3])
def test_links_cost_one_query_however_many(site, client, count, django_assert_num_queries):
    news_index(site.home, slug="jaunumi")
    targets = [standard_page(site.home, f"Mērķis {n}", slug=f"merkis-{n}") for n in range(count)]
    targets.append(ArticlePage.objects.first() or news_index(site.home, "Stāsti", slug="stasti"))
    blocks = [block for page in targets for block in text_with_link(page)]
    standard_page(site.home, "Lapa", slug="lapa", body=blocks)
    client.get("/merkis-0/")  # root paths and content types are known from now on

    with django_assert_num_queries(4):  # settings, path, page, links
        client.get("/lapa/")
