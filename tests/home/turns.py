"""The order of locks, read from what was asked of the database; and deeds that change what readers see, by the ways of every door: each method makes what it needs and returns the deed."""

import functools
import re

from django.contrib.auth.models import Group
from django.db import connection, transaction
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, Page, PageViewRestriction, TaskState
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from directory.actions.arrive import announce, arrive
from directory.actions.join import join
from directory.actions.leave import leave
from directory.imports.adopting import adopt
from directory.models import Arrival, Membership, OrganisationPage, RegisterEntry, Settlement, Topic
from home import own_account, publishing
from home.models import SiteSettings, StandardPage
from tests.factories.directory import directory_page, organisation, settlement, topic
from tests.factories.members import member, moderator, person
from tests.factories.site import standard_page, translate

VERSION = '"home_sitesettings"'
TAKES_A_LOCK = re.compile(r'^(UPDATE|DELETE FROM) "|FOR UPDATE', re.DOTALL)


def transactions(asked: list[str]):
    """What was asked between each BEGIN and its end; what stands outside of one lets go of its locks at once."""
    inside = None
    for sql in asked:
        if sql.startswith("BEGIN"):
            inside = []
        elif sql.startswith(("COMMIT", "ROLLBACK")) and " TO " not in sql:
            if inside:
                yield inside
            inside = None
        elif inside is not None:
            inside.append(sql)


def is_hold(sql: str) -> bool:
    if connection.features.has_select_for_update and "FOR UPDATE" not in sql:
        return False
    return sql.startswith('SELECT "home_sitesettings"."id"') and "ORDER BY" in sql


def fault_of(asked: list[str], deed: str) -> str:
    of_readers = [
        part for part in transactions(asked) if any(map(is_hold, part)) or any(VERSION in sql for sql in part)
    ]
    if deed.endswith("_without_version"):
        return (
            ""
            if not any(is_hold(sql) or "UPDATE" in sql for part in of_readers for sql in part if VERSION in sql)
            else "held"
        )
    if not any(is_hold(sql) for part in of_readers for sql in part):
        return "the version was never held"
    for part in of_readers:
        locks = [number for number, sql in enumerate(part) if TAKES_A_LOCK.search(sql) and VERSION not in sql]
        held = [number for number, sql in enumerate(part) if is_hold(sql)]
        writes = [number for number, sql in enumerate(part) if VERSION in sql and sql.startswith("UPDATE")]
        if (held or writes) and locks and (not held or held[0] > locks[0]):
            return part[locks[0]][:200]
    return ""


class Deeds:
    def __init__(self, site):
        self.site, self.staff, self.made = site, moderator(is_superuser=True), 0
        self.directory = directory_page(site.home)

    def _page(self, parent=None, **fields) -> StandardPage:
        self.made += 1
        return standard_page(parent or self.site.home, f"Lapa {self.made}", slug=f"lapa-{self.made}", **fields)

    def _profile(self, **fields) -> OrganisationPage:
        self.made += 1
        name = f"Biedrība {self.made}"
        return organisation(self.directory, name, slug=f"b-{self.made}", contact={"name": "Ilze"}, **fields)

    def _in_workflow(self):
        page = self._page()
        page.get_workflow().start(page, self.staff)
        return page

    def _task_of(self, page):
        return TaskState.objects.get(workflow_state__object_id=str(page.pk)).specific

    def add_beneath(self):
        parent, page = self._page(), StandardPage(title="Jauna", slug="jauna", locale=self.site.home.locale)
        return functools.partial(Page.objects.get(pk=parent.pk).add_child, instance=page)

    def add_beside(self):
        parent, page = self._page(), StandardPage(title="Cita", slug="cita", locale=self.site.home.locale)
        return functools.partial(Page.objects.get(pk=parent.pk).add_sibling, instance=page)

    def save_what_is_not_live(self):
        page = self._page(publish=False)
        page.title = "Cits"
        return transaction.atomic()(page.save)

    def publish(self):
        return self._page(publish=False).get_latest_revision().publish

    def unpublish_section(self):
        section = self._page()
        self._page(section)
        return UnpublishPageAction(section, user=self.staff, include_descendants=True).execute

    def move(self):
        page, target = self._page(), Page.objects.get(pk=self._page().pk)
        return MovePageAction(page, target, pos="last-child", user=self.staff).execute

    def copy(self):
        return CopyPageAction(self._page(), update_attrs={"slug": "kopija"}, user=self.staff).execute

    def make_alias(self):
        return CreatePageAliasAction(self._page(), update_slug="aizstajejs", user=self.staff).execute

    def end_alias(self):
        alias = CreatePageAliasAction(self._page(), update_slug="patstavigs", user=self.staff).execute()
        return ConvertAliasPageAction(alias, user=self.staff).execute

    def delete(self):
        return Page.objects.get(pk=self._page().pk).delete

    def close(self):
        return PageViewRestriction(page_id=self._page().pk, restriction_type="login").save

    def open(self):
        return PageViewRestriction.objects.create(page=self._page(), restriction_type="login").delete

    def close_to_groups(self):
        page = self._page()
        translate(page, title="Page", slug=f"page-{page.pk}")
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
        first, second = Group.objects.order_by("pk")[:2]
        restriction.groups.set([first])
        return functools.partial(restriction.groups.set, [second])

    def approve(self):
        return functools.partial(self._task_of(self._in_workflow()).approve, user=self.staff)

    def reject(self):
        return functools.partial(self._task_of(self._in_workflow()).reject, user=self.staff)

    def stop_a_task(self):
        return functools.partial(self._task_of(self._in_workflow()).cancel, user=self.staff)

    def stop_the_check(self):
        return functools.partial(self._in_workflow().current_workflow_state.cancel, user=self.staff)

    def translate(self):
        page = self._page()
        return functools.partial(translate_object, page, [Locale.objects.get(language_code="en")], user=self.staff)

    def translate_again(self):
        page, english = self._page(), Locale.objects.get(language_code="en")
        translate_object(page, [english], user=self.staff)
        source = TranslationSource.objects.get(object_id=page.translation_key)
        return functools.partial(source.create_or_update_translation, english, user=self.staff, fallback=True)

    def rename_topic(self):
        return transaction.atomic()(topic(slug="tema-a").save)

    def drop_topic(self):
        return transaction.atomic()(Topic.objects.filter(pk=topic(slug="tema-b").pk).delete)

    def move_settlement(self):
        return transaction.atomic()(Settlement.objects.get(pk=settlement("Ķekava").pk).save)

    def draft_with_another_contact(self):
        page = OrganisationPage.objects.get(pk=self._profile().pk)
        page.contact_to_keep = {"name": "Anda"}
        return page.save_revision

    def save_settings(self):
        return SiteSettings.objects.get().save

    def recount(self):
        return publishing.recount

    def adopt(self):
        entry = RegisterEntry.objects.create(number="40008000000", name="Biedrība", sort="BDR", fingerprint="x")
        return functools.partial(adopt, entry, user=self.staff)

    def arrive(self):
        profile = self._profile().profile
        row = announce(
            Arrival.What.CLAIM, email="ilze@paraugs.test", values={"message": "Mēs"}, name="b", profile=profile
        )
        return functools.partial(arrive, row)

    def close_account(self):
        return functools.partial(own_account.delete, member(self._profile(), email="projam@paraugs.test"))

    # Without the version: what readers see does not change.

    def join_without_version(self):
        profile = self._profile().profile
        return functools.partial(join, profile=profile, user=person("jauns@paraugs.test"), role=Membership.Role.OWNER)

    def leave_without_version(self):
        page = self._profile()
        user = member(page, email="iet@paraugs.test")
        return functools.partial(leave, Membership.objects.get(user=user), user=user, even_as_last=True)


DEEDS = [name for name in vars(Deeds) if not name.startswith("_")]
