"""The editor of a profile, through Wagtail's own doors: five things are asked, contacts live apart from the page."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Revision

from directory.models import CommunityPage, Contact, Profile
from tests.directory.editing import edit_address, post, sent
from tests.factories.directory import community
from tests.factories.site import translate
from tests.home.turns import is_hold

pytestmark = pytest.mark.django_db

FIVE = ("title", "settlement", "summary", "joining", "contact_phone")


def add_address(desk):
    return reverse("wagtailadmin_pages:add", args=["directory", "communitypage", desk.directory.pk])


def filled(desk, **changes):
    return {
        "title": "Kažoku kopiena", "slug": "kazoku-kopiena", "settlement": str(desk.place.pk),
        "summary": "Kaimiņi, kas kopj krastu.", "joining": "Atnāciet uz talku.",
        "contact_name": "Ilze", "contact_phone": "26123456", "contact_email": "ilze@kopiena.test", **changes,
    }  # fmt: skip


def create(desk, action="action-publish", **changes):
    address = add_address(desk)
    return post(desk, address, sent(desk, address, **filled(desk, **changes)), action)


def test_first_screen_has_the_five_things(desk):
    html = desk.client.get(add_address(desk)).content.decode()
    for name in FIVE:
        assert f'name="{name}"' in html


def test_moderator_publishes_what_has_all_five(desk):
    answer = create(desk)
    assert answer.redirect_chain, answer.context["form"].errors
    page = CommunityPage.objects.get()
    assert page.live and page.settlement == desk.place


@pytest.mark.parametrize("name", ["title", "settlement", "summary", "joining"])
def test_publishing_asks_for_what_is_missing_beside_the_field(desk, name):
    answer = create(desk, **{name: ""})
    assert list(answer.context["form"].errors) == [name]
    assert not CommunityPage.objects.exists() and not Contact.objects.exists()
    page = BeautifulSoup(answer.content, "html.parser")
    field = page.find(attrs={"name": name})
    messages = [page.find(id=part).get_text(strip=True) for part in field["aria-describedby"].split()]
    assert any(answer.context["form"].errors[name][0] in message for message in messages)


def contact_of(page):
    return Contact.objects.get(profile=page.translation_key)


def visibilities(contact):
    return contact.name_visibility, contact.phone_visibility, contact.email_visibility


def test_publishing_asks_for_a_number_or_an_email(desk):
    answer = create(desk, contact_phone="", contact_email="")
    assert list(answer.context["form"].errors) == ["contact_phone"]
    assert create(desk, contact_phone="").redirect_chain
    assert contact_of(CommunityPage.objects.get()).email == "ilze@kopiena.test"


def test_refused_number_has_one_message(desk):
    answer = create(desk, contact_phone="zvaniet", contact_email="")
    assert len(answer.context["form"].errors["contact_phone"]) == 1


def test_editor_keeps_a_draft_without_the_five(desk):
    desk.client.force_login(desk.editor)
    address = add_address(desk)
    answer = post(desk, address, sent(desk, address, title="Tikai vārds", slug="tikai-vards"))
    assert answer.redirect_chain
    page = CommunityPage.objects.get()
    assert not page.live and page.settlement is None
    assert not Contact.objects.exists()


def test_editor_submits_only_what_has_all_five(desk):
    desk.client.force_login(desk.editor)
    answer = create(desk, "action-submit", summary="")
    assert list(answer.context["form"].errors) == ["summary"]
    assert create(desk, "action-submit").redirect_chain
    page = CommunityPage.objects.get()
    assert not page.live and page.current_workflow_state.status == "in_progress"


def test_contact_lives_in_a_row_and_never_in_a_revision(desk):
    create(desk, contact_email_shown="on", contact_name_shown=None)
    page = CommunityPage.objects.get()
    contact = contact_of(page)
    assert (contact.name, contact.phone, contact.email) == ("Ilze", "26123456", "ilze@kopiena.test")
    assert visibilities(contact) == ("private", "private", "public")
    assert contact.gets_messages
    assert Profile.objects.get().name == "Kažoku kopiena"
    for revision in Revision.objects.all():
        assert "26123456" not in str(revision.content) and "ilze@" not in str(revision.content)


def test_contact_is_edited_by_the_pages_form(desk):
    page = community(desk.directory, contact={"name": "Ilze", "phone": "26123456", "phone_visibility": "public"})
    address = edit_address(page)
    data = sent(desk, address)
    assert data["contact_name"] == "Ilze" and data["contact_phone"] == "26123456"
    assert data["contact_phone_shown"] == data["contact_name_shown"] == "on" and "contact_email_shown" not in data
    before = contact_of(page).pk
    data["contact_name"] = "Anna"
    del data["contact_phone_shown"]
    assert post(desk, address, data, "action-publish").redirect_chain
    contact = contact_of(page)
    assert (contact.pk, contact.name, contact.phone) == (before, "Anna", "26123456")
    assert visibilities(contact) == ("public", "private", "private")


def test_draft_of_a_live_page_holds_the_version_before_any_row_of_the_page(desk):
    """A contact is saved with it; whoever deletes the page holds the version, and waits for the reader of its changes."""
    create(desk)
    page = CommunityPage.objects.get()
    data = sent(desk, edit_address(page), title="Cits", contact_name="Anda")
    with CaptureQueriesContext(connection) as queries:
        post(desk, edit_address(page), data)
    asked = [query["sql"] for query in queries]
    subscribed = [
        number for number, sql in enumerate(asked) if re.match(r'(UPDATE|INSERT INTO) "wagtailcore_pagesub', sql)
    ]
    held = [number for number, sql in enumerate(asked) if is_hold(sql)]
    assert held[0] < subscribed[0], asked[: subscribed[0]]
    assert contact_of(page).name == "Anda"


def test_second_contact_stays_as_it_was(desk):
    page = community(desk.directory, contact={"name": "Ilze", "phone": "26123456"})
    second = Contact.objects.create(profile=page.profile, name="Otrais", phone="29999999", sort_order=5)
    address = edit_address(page)
    post(desk, address, sent(desk, address, contact_name="Anna"), "action-publish")
    second.refresh_from_db()
    assert (second.name, second.phone) == ("Otrais", "29999999")
    assert Contact.objects.first_of(page.translation_key).name == "Anna"


def test_preview_keeps_no_contact(desk):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["directory", "communitypage", desk.directory.pk])
    data = sent(desk, add_address(desk), **filled(desk))
    assert desk.client.post(address, dict(data.lists())).json()["is_valid"]
    assert desk.client.get(address).status_code == 200
    assert not Contact.objects.exists() and not Profile.objects.exists()


@pytest.fixture
def pair(desk):
    page = community(desk.directory, contact={"name": "Ilze", "phone": "26123456", "phone_visibility": "public"})
    return page, translate(page, title="Kažoki community")


def test_form_of_a_translation_does_not_touch_contacts(desk, pair):
    page, english = pair
    before = list(Contact.objects.values())
    address = edit_address(english)
    data = sent(desk, address)
    assert not [name for name in data if name.startswith("contact_")]
    data.update({"title": "Kažoki people", "contact_name": "Somebody", "contact_phone": "20000000"})
    assert post(desk, address, data, "action-publish").redirect_chain
    english.refresh_from_db()
    assert english.title == "Kažoki people"
    assert list(Contact.objects.values()) == before
    assert Profile.objects.get().name == page.title


def test_translation_is_published_without_a_contact(desk, pair):
    _page, english = pair
    Contact.objects.all().delete()
    address = edit_address(english)
    assert post(desk, address, sent(desk, address, settlement=""), "action-publish").redirect_chain
    assert not Contact.objects.exists()
