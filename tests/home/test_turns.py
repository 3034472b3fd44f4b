"""Whoever changes what readers see holds the version before any other row, by whatever door; and all of it stands or falls.

Two who take the same locks in another order wait for each other, and one of them loses what was written.
"""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, TaskState

from directory.models import Contact, OrganisationPage, Settlement, Topic
from home import publishing, versions
from home.groups import ensure_groups
from home.models import SearchEntry, StandardPage
from tests.factories.directory import directory_page, organisation, settlement, topic
from tests.factories.members import moderator
from tests.factories.site import standard_page

pytestmark = pytest.mark.django_db
HELD = 'FROM "home_sitesettings"'
TAKES_A_LOCK = re.compile(r'UPDATE "|DELETE FROM|FOR UPDATE|INSERT INTO "\w+" .*ON CONFLICT', re.DOTALL)


class Newsroom:
    """A section with pages in it, one of them waiting in the workflow; what staff do in the admin's screens."""

    def __init__(self, site):
        ensure_groups()
        self.home, self.moderator = site.home, moderator()
        self.section = standard_page(site.home, "Nodaļa", slug="nodala")
        self.page = standard_page(self.section, "Lapa", slug="lapa")
        self.draft = standard_page(self.section, "Melnraksts", slug="melnraksts", publish=False)
        self.restriction = PageViewRestriction.objects.create(
            page=standard_page(site.home, "Slēgta", slug="slegta"), restriction_type="login"
        )
        self.place, self.topic = settlement("Ķekava"), topic()
        self.profile = organisation(
            directory_page(site.home), settlement=self.place, topics=[self.topic], contact={"name": "Ilze"}
        )
        self.page.get_workflow().start(self.page, self.moderator)

    def _new(self):
        return StandardPage(title="Jauna", slug="jauna", locale=self.home.locale)

    def _task(self):
        return TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS).specific

    def add_beneath(self):
        Page.objects.get(pk=self.section.pk).add_child(instance=self._new())

    def add_beside(self):
        Page.objects.get(pk=self.section.pk).add_sibling(instance=self._new())

    def save_what_is_not_live(self):
        self.draft.title = "Cits"
        with transaction.atomic():
            self.draft.save()

    def publish(self):
        self.draft.get_latest_revision().publish()

    def unpublish_section(self):
        UnpublishPageAction(self.section, user=self.moderator, include_descendants=True).execute()

    def move(self):
        MovePageAction(self.page, Page.objects.get(pk=self.home.pk), pos="last-child").execute()

    def delete(self):
        Page.objects.get(pk=self.section.pk).delete()

    def close(self):
        PageViewRestriction(page_id=self.section.pk, restriction_type="login").save()

    def open(self):
        self.restriction.delete()

    def approve(self):
        self._task().approve(user=self.moderator)

    def reject(self):
        self._task().reject(user=self.moderator)

    def stop_the_check(self):
        self.page.current_workflow_state.cancel(user=self.moderator)

    def rename_topic(self):
        with transaction.atomic():
            Topic.objects.get(pk=self.topic.pk).save()

    def drop_topic(self):
        with transaction.atomic():
            Topic.objects.filter(pk=self.topic.pk).delete()

    def move_settlement(self):
        with transaction.atomic():
            Settlement.objects.get(pk=self.place.pk).save()

    def draft_with_another_contact(self):
        page = OrganisationPage.objects.get(pk=self.profile.pk)
        page.contact_to_keep = {"name": "Anda"}
        page.save_revision()
        assert Contact.objects.first_of(page.translation_key).name == "Anda"

    DEEDS = [name for name in vars() if not name.startswith("_")]


@pytest.mark.parametrize("deed", Newsroom.DEEDS)
def test_the_version_is_held_before_any_other_row(site, deed):
    newsroom = Newsroom(site)
    with CaptureQueriesContext(connection) as queries:
        getattr(newsroom, deed)()
    asked = [query["sql"] for query in queries]
    locks = [number for number, sql in enumerate(asked) if TAKES_A_LOCK.search(sql) and HELD not in sql]
    held = [number for number, sql in enumerate(asked) if HELD in sql and "ORDER BY" in sql]
    assert locks and held and held[0] < locks[0], asked[: locks[0] + 1]


def test_one_turn_asks_for_the_version_once(site):
    with CaptureQueriesContext(connection) as queries, versions.turn():
        versions.hold()
        with versions.turn():
            versions.bump()
    of_version = [query["sql"] for query in queries if "home_sitesettings" in query["sql"]]
    assert len(of_version) == 2
    assert HELD in of_version[0] and of_version[1].startswith("UPDATE")
    with CaptureQueriesContext(connection) as queries:
        versions.hold()
    assert len(queries) == 1


def broken(pages):
    """A read model that cannot be written."""
    raise RuntimeError("disk full")


@pytest.mark.parametrize("screen", ["unpublish", "move", "delete"])
def test_a_screen_of_the_admin_does_all_of_it_or_nothing(site, client, monkeypatch, screen):
    page = standard_page(site.home, "Lapa", slug="lapa")
    section = standard_page(site.home, "Nodaļa", slug="nodala")
    client.force_login(moderator(is_superuser=True))
    address = {
        "unpublish": reverse("wagtailadmin_pages:unpublish", args=[page.pk]),
        "move": reverse("wagtailadmin_pages:move_confirm", args=[page.pk, section.pk]),
        "delete": reverse("wagtailadmin_pages:delete", args=[page.pk]),
    }[screen]
    before = Page.objects.get(pk=page.pk)
    monkeypatch.setattr(publishing, "_read_models", [*publishing._read_models, ("broken", broken, dict)])
    with pytest.raises(RuntimeError, match="disk full"):
        client.post(address)
    after = Page.objects.get(pk=page.pk)
    assert (after.live, after.path, after.url_path) == (True, before.path, before.url_path)
    assert SearchEntry.objects.filter(page_id=page.pk).exists()
