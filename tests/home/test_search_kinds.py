"""What is found, by kinds and page by page."""

import datetime

import pytest

from tests.factories.site import article, news_index, standard_page
from tests.home.test_search_views import DAY, found, visible

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def mixed(site_of_file):
    index = news_index(site_of_file.home, slug="jaunumi")
    standard_page(site_of_file.home, "Dārza lapa", slug="darzs")
    for number in range(12):
        article(index, f"Dārza ziņa {number}", slug=f"z{number}", published_on=DAY - datetime.timedelta(days=number))
    article(index, "Dārza stāsts", slug="s", kind="story", published_on=DAY)


def test_kinds_are_counted_and_lead_to_themselves(mixed, client):
    kinds = {kind["value"]: kind for kind in client.get("/meklet/", {"q": "dārzs"}).context["kinds"]}
    assert {value: kind["count"] for value, kind in kinds.items()} == {"": 14, "page": 1, "news": 12, "story": 1}
    for value, kind in kinds.items():
        response = client.get(kind["url"])
        assert response.context["total"] == kind["count"]
        assert [other["value"] for other in response.context["kinds"] if other["current"]] == [value]
    assert found(client, "dārzs", kind="story") == ["Dārza stāsts"]


def test_unknown_kind_narrows_nothing(mixed, client):
    assert client.get("/meklet/", {"q": "dārzs", "kind": "nav"}).context["total"] == 14


def test_pages_follow_on_and_keep_what_was_asked(mixed, client):
    first = client.get("/meklet/", {"q": "dārzs", "kind": "news"})
    shown = [result.title for result in first.context["results"]]
    second = client.get(first.context["page_obj"].next_url)
    shown += [result.title for result in second.context["results"]]
    assert shown == [f"Dārza ziņa {number}" for number in range(12)]
    assert client.get(second.context["page_obj"].previous_url).content == first.content
    assert "2. lappuse no 2" in visible(second)
    assert client.get("/meklet/", {"q": "dārzs", "page": 9}).status_code == 404
