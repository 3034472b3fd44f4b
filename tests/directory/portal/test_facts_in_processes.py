"""Facts of members and publications of staff at the same moment."""

import pytest

pytestmark = pytest.mark.django_db

TOGETHER = """
from directory.actions.change_facts import change_facts
from directory.models import CommunityPage, FactChange
from home.models import HomePage
from tests.factories.at_once import at_once
from tests.factories.directory import community, directory_page
from tests.factories.members import member

page = community(directory_page(HomePage.objects.get(locale__language_code="lv")))
user = member(page)

def page_now():
    return CommunityPage.objects.get(pk=page.pk)

def members():
    for turn in range(5):
        page = page_now()
        change_facts(profile=page.profile, user=user, page=page, facts={"website": f"https://{turn}.example.org"})

def staff():
    for turn in range(5):
        draft = page_now().get_latest_revision_as_object()
        draft.joining = f"Redakcija {turn}."
        draft.save_revision().publish()

at_once(members, staff)
page = page_now()
words = [page.joining, FactChange.objects.filter(field="website").exists()]
change_facts(profile=page.profile, user=user, page=page, facts={"website": "https://last.example.org"})
page = page_now()
newest = page.get_latest_revision_as_object()
answer = [*words, page.website, newest.website, newest.joining]
"""


def test_members_and_staff_at_once(installation):
    """Five facts and five publications in two processes: nobody waits for ever, the page and its revision agree."""
    assert installation.ask(TOGETHER) == [
        "Redakcija 4.", True, "https://last.example.org", "https://last.example.org", "Redakcija 4.",
    ]  # fmt: skip
