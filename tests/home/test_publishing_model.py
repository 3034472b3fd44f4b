"""A thousand random editorial steps against the read models: what readers find is what is published, always."""

import datetime
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, TaskState

from home import publishing
from home.groups import ensure_groups
from home.models import SearchEntry, SiteSettings, StandardPage, User
from news.models import ArticlePage
from tests.factories.site import article, news_index, standard_page, translate

pytestmark = pytest.mark.django_db

STEPS = 200  # on each engine, with a seed of its own; `make soak` takes forty thousand
SEED = 20221215


def expected(now) -> set[int]:
    """Straight from Wagtail's own tables, page by page, without our querysets."""
    visible = set()
    for page in Page.objects.filter(depth__gte=2):
        dates_hold = (page.go_live_at is None or page.go_live_at <= now) and (
            page.expire_at is None or page.expire_at > now
        )
        if page.live and page.alias_of_id is None and dates_hold and not page.get_view_restrictions().exists():
            visible.add(page.pk)
    return visible


def found(now) -> set[int]:
    return set(SearchEntry.objects.published(now).values_list("page_id", flat=True))


class Newsroom:
    """Two sections, articles with and without translations, an editor and a moderator."""

    def __init__(self, site, chance: random.Random):
        self.chance, self.made = chance, 0
        editors, moderators = ensure_groups()
        self.editor = User.objects.create_user("redaktore@platforma.test")
        self.editor.groups.add(editors)
        self.moderator = User.objects.create_user("moderatore@platforma.test")
        self.moderator.groups.add(moderators)
        self.sections = [
            news_index(site.home, "Jaunumi", slug="jaunumi"),
            news_index(site.home, "Stāsti", slug="stasti"),
        ]
        self.pages = [
            article(section, f"Raksts {n}", slug=f"raksts-{n}") for n, section in enumerate(self.sections * 3)
        ]
        self.pages += [standard_page(site.home, f"Lapa {n}", slug=f"lapa-{n}") for n in range(2)]
        for page in self.pages[::2]:
            translate(page, title=f"{page.title} in English", slug=f"{page.slug}-en")

    def pick(self):
        model = self.chance.choice([ArticlePage, ArticlePage, StandardPage])
        pages = list(model.objects.order_by("pk"))
        return self.chance.choice(pages)

    def edit(self):
        page = self.pick()
        page.title = f"Virsraksts {self.chance.randrange(1000)}"
        page.save_revision(user=self.editor)

    def publish(self):
        page = self.pick()
        page.get_latest_revision_as_object().save_revision(user=self.moderator).publish(user=self.moderator)

    def submit(self):
        page = self.pick()
        if page.current_workflow_state is None:
            page.save_revision(user=self.editor)
            page.get_workflow().start(page, self.editor)

    def _waiting(self):
        return TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).order_by("pk").first()

    def approve(self):
        if state := self._waiting():
            state.specific.approve(user=self.moderator)

    def reject(self):
        if state := self._waiting():
            state.specific.reject(user=self.moderator)

    def schedule(self):
        page = self.pick().get_latest_revision_as_object()
        hours = self.chance.choice([-30, -2, 2, 30])
        field = self.chance.choice(["go_live_at", "expire_at"])
        setattr(page, field, timezone.now() + datetime.timedelta(hours=hours))
        page.save_revision(user=self.moderator).publish(user=self.moderator)

    def unschedule(self):
        page = self.pick().get_latest_revision_as_object()
        page.go_live_at = page.expire_at = None
        page.save_revision(user=self.moderator).publish(user=self.moderator)

    def restrict(self):
        page = self.chance.choice([*self.sections, self.pick()])
        PageViewRestriction.objects.update_or_create(page_id=page.pk, defaults={"restriction_type": "login"})

    def open_up(self):
        if restrictions := list(PageViewRestriction.objects.order_by("pk")):
            self.chance.choice(restrictions).delete()

    def move(self):
        page = self.pick()
        if isinstance(page, ArticlePage):
            target = self.chance.choice(self.sections).specific_class.objects.filter(locale=page.locale)
            page.move(self.chance.choice(list(target)), pos="last-child")

    def unpublish(self):
        page = self.pick()
        if page.permissions_for_user(self.moderator).can_unpublish():
            page.unpublish(user=self.moderator)

    def create(self):
        self.made += 1
        page = article(self.chance.choice(self.sections), f"Jauns {self.made}", slug=f"jauns-{self.made}")
        if self.chance.random() < 0.5:
            translate(page, title=f"New {self.made}", slug=f"new-{self.made}")

    def delete(self):
        page = self.pick()
        if type(page).objects.count() > 2:
            page.delete()

    STEPS = (
        create,
        delete,
        edit,
        publish,
        publish,
        submit,
        approve,
        reject,
        schedule,
        unschedule,
        restrict,
        open_up,
        open_up,
        move,
        unpublish,
    )

    def step(self):
        """One random step; returns its name for the message of a failure."""
        chosen = self.chance.choice(self.STEPS)
        chosen(self)
        return chosen.__name__


def run(site, seed: int, steps: int) -> None:
    """Random steps from a seed; every twentieth the read models are compared for now and for two moments ahead."""
    newsroom = Newsroom(site, random.Random(seed))
    done = []
    for number in range(steps):
        done.append(newsroom.step())
        if number % 20 == 19:
            for ahead in (0, 3, 48):
                now = timezone.now() + datetime.timedelta(hours=ahead)
                assert found(now) == expected(now), f"seed {seed}, step {number}, {ahead} h ahead, after {done[-10:]}"
    assert not any(publishing.recount()["search"].values())


def test_read_models_follow_random_steps(site):
    run(site, SEED + (connection.vendor == "sqlite"), STEPS)


def test_an_alias_is_as_closed_as_its_source(site):
    """Staff open the stand-in of a section that is closed itself: nothing below it comes to light."""
    section = news_index(site.home, "Jaunumi", slug="jaunumi")
    english = translate(article(section, "Raksts", slug="raksts"), title="Article", slug="article")
    alias = english.get_parent()
    assert alias.alias_of_id == section.pk
    PageViewRestriction.objects.create(page_id=section.pk, restriction_type="login")
    PageViewRestriction.objects.get(page_id=alias.pk).delete()
    for now in (timezone.now(), timezone.now() + datetime.timedelta(hours=3)):
        assert english.pk not in found(now)
        assert not ArticlePage.objects.published(now).filter(pk=english.pk).exists()
        assert found(now) == expected(now)
    PageViewRestriction.objects.get(page_id=section.pk).delete()
    assert english.pk in found(timezone.now())
    assert ArticlePage.objects.published().filter(pk=english.pk).exists()


def test_publishing_fails_as_a_whole(site, monkeypatch):
    page = standard_page(site.home, "Par mums", slug="par-mums", publish=False)
    revision = page.get_latest_revision()

    def broken(pages):
        raise RuntimeError("disk full")

    monkeypatch.setattr(publishing, "_read_models", [*publishing._read_models, ("broken", broken, dict)])
    with pytest.raises(RuntimeError):
        revision.publish()
    page.refresh_from_db()
    assert not page.live
    assert not SearchEntry.objects.filter(page_id=page.pk).exists()


def test_version_is_raised_once_by_each_publication(site):
    page = standard_page(site.home, "Par mums", slug="par-mums", publish=False)

    def version():
        return SiteSettings.objects.get().version

    before = version()
    page.get_latest_revision().publish()
    assert version() == before + 1
    StandardPage.objects.get(pk=page.pk).unpublish()
    assert version() == before + 2
    StandardPage.objects.get(pk=page.pk).delete()
    assert version() == before + 3


@pytest.mark.parametrize("add", ["add_child", "add_sibling"])
def test_who_adds_a_page_holds_the_version_before_any_page(site, add):
    """Whoever publishes holds it first too. The other way round, each of the two waited for the other."""
    parent = Page.objects.get(pk=standard_page(site.home, "Lapa", slug="lapa").pk)
    page = StandardPage(title="Jauna", slug="jauna", locale=site.home.locale)
    with CaptureQueriesContext(connection) as queries:
        getattr(parent, add)(instance=page)
    asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert 'FROM "home_sitesettings"' in asked[0], asked[0]
    assert any("UPDATE" in sql for sql in asked[1:])
