"""What concerns many pages at once: a closed section, a renamed topic. The read models follow, and ask for all together."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from directory.models import Listing
from home import publishing
from home.models import SearchEntry
from tests.factories.directory import community, directory_page, organisation, settlement, topic
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
FEW, MANY = 2, 8


class Section:
    def __init__(self, site, size: int):
        self.page = directory_page(site.home, f"Kopienas {size}")
        self.topic, place = topic(slug=f"tema-{size}", lv="Tēma"), settlement(f"Ciems {size}")
        for number in range(size):
            make = community if number % 2 else organisation
            name = f"{size} {number}"
            page = make(
                self.page, f"Kopiena {name}", slug=f"k{number}", topics=[self.topic], settlement=place, covers=[place]
            )
            translate(page, title=f"Community {name}", slug=f"c{number}")

    def found(self) -> int:
        """Of listings and entries of the search, in both languages."""
        pages = Page.objects.filter(title__contains=f" {self.page.title[-1]} ")
        return Listing.objects.filter(page__in=pages).count() + SearchEntry.objects.filter(page__in=pages).count()

    def close(self):
        PageViewRestriction(page_id=self.page.pk, restriction_type="login").save()

    def open(self):
        PageViewRestriction.objects.filter(page_id=self.page.pk).first().delete()

    def rename_topic(self):
        self.topic.slug += "-jauna"
        self.topic.save()


def asked(act) -> int:
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def test_closing_opening_and_renaming_ask_for_all_together(site):
    few, many = Section(site, FEW), Section(site, MANY)
    assert (few.found(), many.found()) == (4 * FEW, 4 * MANY)
    more = {}
    for name, is_found in (("close", False), ("open", True), ("rename_topic", True)):
        costs = [asked(getattr(section, name)) for section in (few, many)]
        more[name] = (costs[1] - costs[0]) / (MANY - FEW)
        assert (few.found(), many.found()) == (4 * FEW * is_found, 4 * MANY * is_found)
    # A profile more: the row of its freshness, twice where its translation closes and opens by itself; its listings.
    assert {name: cost <= 4 for name, cost in more.items()} == dict.fromkeys(more, True), more
    assert not any(any(report.values()) for report in publishing.recount().values())
