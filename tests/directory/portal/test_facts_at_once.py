"""Facts of members and the work of staff on the same page: neither brings back what the other has changed."""

import subprocess

import pytest

from directory.actions.change_facts import change_facts
from directory.models import CommunityPage, Contact
from tests.directory.editing import edit_address, post, sent
from tests.factories.directory import community, directory_page
from tests.factories.installation import PATIENCE
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


PLANT = """
from home.models import HomePage
from tests.factories.directory import community, directory_page
from tests.factories.members import member
page = community(directory_page(HomePage.objects.get(locale__language_code="lv")))
answer = [page.pk, member(page).pk]
"""
# Two processes begin at the same moment.
TOGETHER = """
import json, sys, django
django.setup()
from django.db import connection
from directory.actions.change_facts import change_facts
from directory.models import CommunityPage
from home.models import User
user = User.objects.get(pk=%(user)s)
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
for turn in range(5):
    page = CommunityPage.objects.get(pk=%(page)s)
    %(act)s
print(json.dumps("done"))
"""
MEMBERS = 'change_facts(profile=page.profile, user=user, page=page, facts={"website": f"https://{turn}.example.org"})'
STAFF = """draft = page.get_latest_revision_as_object()
    draft.joining = f"Redakcija {turn}."
    draft.save_revision().publish()"""
AFTER = """
from directory.actions.change_facts import change_facts
from directory.models import CommunityPage, FactChange
from home.models import User
page = CommunityPage.objects.get(pk=%(page)s)
words = [page.joining, FactChange.objects.filter(field="website").exists()]
change_facts(profile=page.profile, user=User.objects.get(pk=%(user)s), page=page, facts={"website": "https://last.example.org"})
page = CommunityPage.objects.get(pk=%(page)s)
newest = page.get_latest_revision_as_object()
answer = [*words, page.website, newest.website, newest.joining]
"""


@pytest.mark.django_db
def test_members_and_staff_at_once(installation):
    """Five facts and five publications in two processes: nobody waits for ever, the page and its revision agree."""
    page, user = installation.ask(PLANT)
    names = {"page": page, "user": user}
    processes = [
        installation.start("-c", TOGETHER % {**names, "act": act}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for act in (MEMBERS, STAFF)
    ]  # fmt: skip
    for process in processes:
        while (line := process.stdout.readline()).strip() != b"ready":
            assert line, process.wait(PATIENCE)
    for process in processes:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=PATIENCE)[0].decode() for process in processes]

    assert [process.returncode for process in processes] == [0, 0], said
    assert installation.ask(AFTER % names) == [
        "Redakcija 4.", True, "https://last.example.org", "https://last.example.org", "Redakcija 4.",
    ]  # fmt: skip
