"""What the benchmarks write straight into the tables is what publishing would have written there."""

import pytest

from bench import directory_fixture
from directory import cells
from directory.models import Listing, ListingValue, MapPoint


@pytest.mark.django_db
def test_generated_listings_need_no_repair(monkeypatch):
    monkeypatch.setattr(directory_fixture, "PAGES", 3)
    directory_fixture.build(20)
    directory_fixture.build(30)  # the next size finds the database of the last
    assert Listing.objects.count() == 30
    assert (ListingValue.objects.count(), MapPoint.objects.count()) == (90, 120)
    assert cells.repair() == 0
