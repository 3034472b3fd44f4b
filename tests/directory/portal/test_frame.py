"""The portal's frame: who comes through which door, and what a page of the portal shows."""

import uuid

import pytest
from django.urls import reverse

from directory.portal import panels
from tests.factories.directory import community, directory_page, organisation
from tests.factories.members import EDITOR, member, person
from tests.factories.shared import fresh


@pytest.fixture(scope="module")
def _pages(site_of_file):
    index = directory_page(site_of_file.home)
    return community(index, slug="kazoki"), organisation(index, slug="udensmalas")


@pytest.fixture
def pages(_pages, db):
    return fresh(_pages)


def own(page):
    return reverse("portal_profile", kwargs={"key": page.translation_key})


def test_nobody_signs_in_first_and_comes_back(pages, client):
    for address in (reverse("portal_home"), own(pages[0]), own(pages[0]) + "?x=1"):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("account_login") + "?next=")
        assert "no-store" in response["Cache-Control"]


def test_a_stranger_gets_the_answer_of_what_does_not_exist(pages, client):
    member(pages[0])
    client.force_login(person("cits@platforma.test"))
    mine = client.get(own(pages[0]))
    nothing = client.get(reverse("portal_profile", kwargs={"key": uuid.uuid4()}))
    assert mine.status_code == nothing.status_code == 404
    assert pages[0].title not in mine.content.decode()


def test_a_member_sees_the_page_and_one_page_is_gone_to_at_once(pages, client):
    client.force_login(member(pages[0], role=EDITOR))
    assert client.get(reverse("portal_home"), follow=True).redirect_chain == [(own(pages[0]), 302)]
    response = client.get(own(pages[0]))
    assert response.status_code == 200
    assert "Kažoku kopiena" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex"
    assert "blob:" in response["Content-Security-Policy"] and "geolocation=(self)" in response["Permissions-Policy"]


def test_several_pages_are_a_list_without_those_of_others(pages, client):
    user = member(pages[0])
    client.force_login(user)
    member(pages[1], user.email, EDITOR)
    other = community(pages[0].get_parent(), title="Sveša kopiena", slug="sveša")
    member(other, "cits@platforma.test")
    text = client.get(reverse("portal_home")).content.decode()
    assert own(pages[0]) in text and own(pages[1]) in text
    assert "Sveša" not in text


def test_an_inactive_member_is_nobody(pages, client):
    user = member(pages[0])
    client.force_login(user)
    type(user).objects.update(is_active=False)
    assert client.get(own(pages[0])).status_code == 302


def test_panels_stand_in_their_order_and_none_is_left_out(pages, client, monkeypatch):
    monkeypatch.setattr(panels, "_makers", [])
    template = "components/notice.html"
    panels.register_panel(20, lambda profile, user: panels.Panel("b", "Otrais", template))
    panels.register_panel(10, lambda profile, user: panels.Panel("a", f"Pirmais {profile.name}", template))
    panels.register_panel(15, lambda profile, user: None)
    client.force_login(member(pages[0]))
    assert [row.ident for row in panels.panels(pages[0].profile, None)] == ["a", "b"]
    text = client.get(own(pages[0])).content.decode()
    assert text.index("Pirmais Kažoku kopiena") < text.index("Otrais")


def test_the_number_of_queries_does_not_grow_with_the_pages(pages, client, django_assert_num_queries):
    user = member(pages[0])
    for number in range(3):
        member(community(pages[0].get_parent(), title=f"Kopiena {number}", slug=f"k{number}"), user.email)
    client.force_login(user)
    client.get(reverse("portal_home"))
    # session, user, memberships, pages, communities, locales, settings
    with django_assert_num_queries(7):
        client.get(reverse("portal_home"))
