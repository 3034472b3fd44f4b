"""Facts of members and the work of staff on the same page: neither brings back what the other has changed."""

import threading

import pytest
from django.db import connection

from directory.actions.change_facts import change_facts
from directory.models import CommunityPage, Contact, FactChange
from tests.directory.editing import edit_address, post, sent
from tests.factories.directory import community, directory_page
from tests.factories.members import member

PHONE, NEW_PHONE = "+371 20 000 001", "+371 20 000 002"


def page_of(parent):
    return community(parent, contact={"name": "Anna", "phone": PHONE, "phone_visibility": "public"})


@pytest.mark.django_db
def test_open_editor_of_staff_brings_no_old_fact_back(desk):
    page = page_of(desk.directory)
    user = member(page)
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


@pytest.mark.django_db
def test_staff_who_change_the_same_fact_on_purpose_have_it(desk):
    page = page_of(desk.directory)
    user = member(page)
    address = edit_address(page)
    data = sent(desk, address, website="https://redakcija.example.org", contact_phone="+371 20 000 003")

    change_facts(
        profile=page.profile, user=user, page=page, facts={"website": "https://jauna.example.org"},
        contact={"phone": NEW_PHONE},
    )  # fmt: skip
    post(desk, address, data, "action-publish")

    assert CommunityPage.objects.get(pk=page.pk).website == "https://redakcija.example.org"
    assert Contact.objects.get(profile=page.translation_key).phone == "+371 20 000 003"


@pytest.mark.django_db
def test_what_is_the_same_writes_nothing(site):
    page = page_of(directory_page(site.home))
    user = member(page)
    before = page.latest_revision_id

    assert (
        change_facts(profile=page.profile, user=user, page=page, facts={"website": ""}, contact={"phone": PHONE}) == []
    )
    page.refresh_from_db()
    assert page.latest_revision_id == before


@pytest.mark.django_db
def test_list_and_other_languages_follow(site):
    from directory.models import Listing

    page = page_of(directory_page(site.home))
    change_facts(profile=page.profile, user=member(page), page=page, facts={"meets": ["tue-evening"]})

    listing = Listing.objects.get(thing=page.translation_key, language="lv")
    assert {row.value for row in listing.values.filter(facet="day")} == {"tue"}


@pytest.mark.django_db(transaction=True)
def test_members_and_staff_at_once(site):
    """Five facts and five publications in two threads: nobody waits for ever, and no fact is lost."""
    page = page_of(directory_page(site.home))
    user, errors = member(page), []
    barrier = threading.Barrier(2)

    def members():
        for number in range(5):
            fresh = CommunityPage.objects.get(pk=page.pk)
            change_facts(
                profile=page.profile, user=user, page=fresh, facts={"website": f"https://{number}.example.org"}
            )

    def staff():
        for number in range(5):
            draft = CommunityPage.objects.get(pk=page.pk).get_latest_revision_as_object()
            draft.joining = f"Redakcija {number}."
            draft.save_revision().publish()

    def run(work):
        try:
            barrier.wait(30)
            work()
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in (members, staff)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    assert errors == []
    fresh = CommunityPage.objects.get(pk=page.pk)
    assert fresh.joining == "Redakcija 4."
    assert FactChange.objects.filter(field="website").count() >= 5
    # Whoever was last, the page and its newest revision say the same.
    change_facts(profile=page.profile, user=user, page=fresh, facts={"website": "https://pedeja.example.org"})
    fresh = CommunityPage.objects.get(pk=page.pk)
    newest = fresh.get_latest_revision_as_object()
    assert (fresh.website, newest.website, newest.joining) == (
        "https://pedeja.example.org", "https://pedeja.example.org", "Redakcija 4.",
    )  # fmt: skip
