"""Random changes of the directory against its read models: listings and cells are what a recount says, always.

On PostGIS some of the changes happen at once, in threads with connections of their own: nothing may get lost and nobody
may wait for somebody who waits for him.
"""

import datetime
import random
import threading
import traceback

import pytest
from django.conf import settings
from django.contrib.gis.geos import Point
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from directory import cells, listings
from directory.models import CommunityPage, Listing, MapPoint, MapSlice, OrganisationPage, Settlement, Topic
from directory.vocabulary import Precision
from home import publishing
from tests.factories.directory import community, directory_page, organisation, settlement, topic
from tests.factories.site import translate

STEPS = 125  # on each engine, with a seed of its own; `make soak` takes ten thousand
TOGETHER = 4
SEED = 20221215
PLACES = [(24.2355, 56.8264), (24.2356, 56.8265), (24.39, 56.74), (24.11, 56.88)]


def open_pages(model):
    """Straight from Wagtail's own tables, page by page, without our querysets."""
    for page in model.objects.select_related("locale"):
        if page.live and page.alias_of_id is None and not page.get_view_restrictions().exists():
            yield page


def expected() -> set[tuple]:
    """(thing, language, page, longitude, latitude, topics) of what readers should find."""
    found: dict = {}
    for model in (CommunityPage, OrganisationPage):
        for page in open_pages(model):
            found.setdefault(page.translation_key, {})[page.locale.language_code] = page
    rows = set()
    for thing, pages in found.items():
        source = pages.get("lv")
        if source is None:
            continue
        point = {
            Precision.HIDDEN: None,
            Precision.EXACT: source.point or source.settlement.point,
            Precision.SETTLEMENT: source.settlement.point,
        }[source.precision]
        where = (round(point.x, 6), round(point.y, 6)) if point else (None, None)
        topics = tuple(sorted(row.slug for row in source.topics.all()))
        for language, _name in settings.LANGUAGES:
            rows.add((thing, language, pages.get(language, source).pk, *where, topics))
    return rows


def listed() -> set[tuple]:
    rows = set()
    for row in Listing.objects.prefetch_related("values"):
        topics = tuple(sorted(value.value for value in row.values.all() if value.facet == "topic"))
        rows.add((row.thing, row.language, row.page_id, row.longitude, row.latitude, topics))
    return rows


def assert_equal_to_a_recount(message: str = "") -> None:
    assert listed() == expected(), message
    assert [row.pk for row in MapSlice.objects.all() if not cells.is_right(row.pk)] == [], message
    on_map = set(Listing.objects.on_map().filter(language="lv").values_list("thing", "position"))
    everything = MapSlice.objects.filter(facet="", value="")
    assert set(MapPoint.objects.filter(slice__in=everything).values_list("thing", "position")) == on_map, message
    assert not any(listings.rebuild().values()), message


class Directory:
    """Communities and organisations that somebody keeps changing, by the ways of the admin's own screens."""

    def __init__(self, seed: int, home, name: str = ""):
        self.chance, self.made, self.name = random.Random(seed), 0, name
        self.directory = directory_page(home, f"Kopienas {name}".strip())
        self.other = directory_page(home, f"Citas {name}".strip())
        self.settlements = [settlement(f"Ciems {n}", slug=f"ciems-{n}", point=at) for n, at in enumerate(PLACES)]
        for n in range(3):
            topic(slug=f"tema-{n}", lv=f"Tēma {n}")
        for _ in range(6):
            self.create()

    def pick(self):
        """A profile of this directory's own part, Latvian or English."""
        pages = Page.objects.filter(seo_title__startswith=f"{self.name}-").order_by("pk")
        return self.chance.choice(list(pages)).specific if pages else self.create()

    def somewhere(self) -> dict:
        return {
            "settlement": self.chance.choice(self.settlements),
            "point": self.chance.choice(
                [None, Point(*self.chance.choice(PLACES)), Point(24.2 + self.made / 999, 56.8)]
            ),
            "precision": self.chance.choice(list(Precision)),
        }

    def some_topics(self, most: int) -> list[Topic]:
        rows = list(Topic.objects.order_by("pk"))
        return self.chance.sample(rows, min(most, len(rows)))

    def create(self):
        make = self.chance.choice([community, organisation])
        parent = Page.objects.get(pk=self.chance.choice([self.directory, self.other]).pk)
        mark = f"{self.name}-{self.made}"
        self.made += 1
        page = make(
            parent,
            f"Kopiena {mark}",
            slug=f"k-{mark}".strip("-"),
            seo_title=mark,
            topics=self.some_topics(2),
            **self.somewhere(),
        )
        if self.chance.random() < 0.4:
            translate(page, title=f"Community {mark}", slug=f"c-{mark}", seo_title=mark)
        return page

    def change(self):
        page = self.pick()
        for name, value in self.somewhere().items():
            setattr(page, name, value)
        page.title = f"Kopiena {self.chance.randrange(1000)}"
        page.topics = self.some_topics(1)
        page.save_revision().publish()

    def draft(self):
        page = self.pick()
        page.precision = Precision.EXACT
        page.title = "Melnraksts"
        page.save_revision()

    def unpublish(self):
        UnpublishPageAction(self.pick()).execute()

    def restrict(self):
        page = self.chance.choice([self.pick(), self.pick(), Page.objects.get(pk=self.other.pk)])
        restriction = PageViewRestriction.objects.filter(page_id=page.pk).first() or PageViewRestriction(
            page_id=page.pk
        )
        restriction.restriction_type = "login"
        restriction.save()  # as Wagtail's view does it: no transaction around it

    def open_up(self):
        found = list(PageViewRestriction.objects.order_by("pk"))
        if found:
            self.chance.choice(found).delete()

    def move(self):
        page = self.pick()
        target = self.chance.choice([self.directory, self.other])
        if page.locale.language_code == "lv":
            MovePageAction(page, Page.objects.get(pk=target.pk), pos="last-child").execute()

    def expire(self):
        page = self.pick()
        page.expire_at = timezone.now() + datetime.timedelta(days=self.chance.choice([1, 30]))
        page.save_revision().publish()

    def delete(self):
        self.pick().delete()

    def rename_topic(self):
        for row in self.some_topics(1):
            row.slug = f"tema-{row.pk}-{self.chance.randrange(3)}"
            with transaction.atomic():
                row.save()

    def drop_topic(self):
        """And another comes in its place."""
        with transaction.atomic():
            Topic.objects.filter(pk__in=[row.pk for row in self.some_topics(1)]).delete()
        topic(slug=f"tema-{self.name}-{self.made}-{self.chance.randrange(1000)}", lv="Tēma")

    def move_settlement(self):
        place = Settlement.objects.get(pk=self.chance.choice(self.settlements).pk)
        place.point = Point(*self.chance.choice(PLACES))
        place.slug = f"ciems-{place.pk}-{self.chance.randrange(3)}"
        with transaction.atomic():
            place.save()

    STEPS = (create, create, change, change, change, draft, unpublish, restrict, open_up, open_up, move, expire, delete)

    def step(self) -> str:
        chosen = self.chance.choice(
            (*self.STEPS, Directory.move_settlement, Directory.rename_topic, Directory.drop_topic)
        )
        chosen(self)
        return chosen.__name__


def run(home, seed: int, steps: int, every: int) -> None:
    """Random steps from a seed, one after another; compared with a recount now and then."""
    directory, done = Directory(seed, home), []
    for number in range(steps):
        done.append(directory.step())
        if number % every == every - 1:
            assert_equal_to_a_recount(f"seed {seed}, step {number}, after {done[-every:]}")


def run_together(home, seed: int, steps: int) -> None:
    """So many steps in each of several threads, on parts of the tree of their own, through the same tables."""
    parts = [Directory(seed + number, home, name=f"d{number}") for number in range(TOGETHER)]
    failures: list[str] = []

    def work(part: Directory) -> None:
        done = []
        try:
            for _ in range(steps):
                try:
                    done.append(part.step())
                except (IntegrityError, Page.DoesNotExist, PageViewRestriction.DoesNotExist):
                    # Two who take the same place in the tree, or open the same door: one of them is told to try again.
                    done.append("again")
        except Exception:  # a deadlock above all
            failures.append(f"{traceback.format_exc()}\nafter {len(done)} steps, the last of them {done[-5:]}")
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert_equal_to_a_recount(f"seed {seed}")


@pytest.mark.django_db
def test_listings_and_cells_follow_random_changes(site):
    run(site.home, SEED + (connection.vendor == "sqlite"), STEPS, every=25)


@pytest.mark.django_db
def test_a_recount_finds_what_was_written_behind_its_back(site):
    directory = Directory(SEED, site.home)
    Listing.objects.filter(language="lv").update(title="Cits")
    MapPoint.objects.order_by("pk").first().delete()
    report = publishing.recount()["listings"]
    assert sum(report.values()) > 0
    assert_equal_to_a_recount()
    assert directory.made == 6


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(settings.DATABASES["default"]["ENGINE"].endswith("spatialite"), reason="SQLite has one writer")
def test_changes_at_once_lose_nothing_and_lock_nobody(site):
    run_together(site.home, SEED, steps=25)
