"""Facts of members and the work of staff on the same page: neither brings back what the other has changed."""

import pytest

from directory.actions.change_facts import change_facts
from directory.models import CommunityPage, Contact, Listing
from tests.directory.editing import edit_address, post, sent
from tests.factories.directory import community
from tests.factories.members import member
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
PHONE, NEW_PHONE = "+371 20 000 001", "+371 20 000 002"


@pytest.fixture(scope="module")
def _ours(_desk):
    page = community(_desk.directory, contact={"name": "Anna", "phone": PHONE, "phone_visibility": "public"})
    return page, member(page)


@pytest.fixture
def ours(_ours, db):
    """A page, and a member of it."""
    return fresh(_ours)


def test_open_editor_of_staff_brings_no_old_fact_back(desk, ours):
    page, user = ours
    address = edit_address(page)
    data = sent(desk, address, joining="Redakcijas vārdi.")

    change_facts(
        profile=page.profile, user=user, page=page, facts={"website": "https://jauna.example.org"},
        contact={"phone": NEW_PHONE},
    )  # fmt: skip
    post(desk, address, data, "action-publish")

    page = CommunityPage.objects.get(pk=page.pk)
    assert (page.joining, page.website) == ("Redakcijas vārdi.", "https://jauna.example.org")
    assert Contact.objects.get(profile=page.translation_key).phone == NEW_PHONE


def test_staff_who_change_the_same_fact_on_purpose_have_it(desk, ours):
    page, user = ours
    address = edit_address(page)
    data = sent(desk, address, website="https://redakcija.example.org", contact_phone="+371 20 000 003")

    change_facts(
        profile=page.profile, user=user, page=page, facts={"website": "https://jauna.example.org"},
        contact={"phone": NEW_PHONE},
    )  # fmt: skip
    post(desk, address, data, "action-publish")

    assert CommunityPage.objects.get(pk=page.pk).website == "https://redakcija.example.org"
    assert Contact.objects.get(profile=page.translation_key).phone == "+371 20 000 003"


def test_what_is_the_same_writes_nothing(ours):
    page, user = ours
    before = page.latest_revision_id

    assert (
        change_facts(profile=page.profile, user=user, page=page, facts={"website": ""}, contact={"phone": PHONE}) == []
    )
    page.refresh_from_db()
    assert page.latest_revision_id == before


def test_list_and_other_languages_follow(ours):
    page, user = ours
    change_facts(profile=page.profile, user=user, page=page, facts={"meets": ["tue-evening"]})

    listing = Listing.objects.get(thing=page.translation_key, language="lv")
    assert {row.value for row in listing.values.filter(facet="day")} == {"tue"}
