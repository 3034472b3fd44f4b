"""Many publications as one: the read models say the same as after one at a time."""

import pytest

from directory import cells
from directory.models import CommunityPage, Listing, MapPoint, MapSlice
from home import publishing
from home.models import SiteSettings
from tests.factories.directory import community, directory_page, settlement
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _drafts(site_of_file):
    parent = directory_page(site_of_file.home)
    places = [settlement(f"Ciems {n}", slug=f"ciems-{n % 3}", point=(24 + n % 3 / 100, 56.8)) for n in range(12)]
    return [community(parent, f"Kopiena {n}", publish=False, settlement=place) for n, place in enumerate(places)]


@pytest.fixture
def drafts(_drafts, db):
    return fresh(_drafts)


def assert_right():
    assert [row.pk for row in MapSlice.objects.all() if not cells.is_right(row.pk)] == []
    assert not any(any(report.values()) for report in publishing.recount().values())


def test_published_together_is_what_a_recount_says(drafts):
    before = SiteSettings.objects.get().version
    with publishing.together():
        for page in drafts:
            page.get_latest_revision().publish()
        assert not Listing.objects.exists()
    assert Listing.objects.filter(language="lv").count() == len(drafts)
    assert MapPoint.objects.filter(slice__facet="").count() == len(drafts)
    assert SiteSettings.objects.get().version == before + 1
    assert_right()


def test_many_that_move_at_once(drafts):
    with publishing.together():
        for page in drafts:
            page.get_latest_revision().publish()
    with publishing.together():
        for page in CommunityPage.objects.all():
            page.settlement = settlement("Tālu", slug="talu", point=(24.5, 56.9))
            page.save_revision().publish()
    assert set(MapPoint.objects.filter(slice__facet="").values_list("lone_level", flat=True)) == {cells.DEEPEST + 1}
    assert_right()


def test_what_goes_away_among_them_is_gone(drafts):
    with publishing.together():
        for page in drafts[:3]:
            page.get_latest_revision().publish()
        CommunityPage.objects.get(pk=drafts[0].pk).unpublish()
        CommunityPage.objects.get(pk=drafts[1].pk).delete()
    assert set(Listing.objects.values_list("title", flat=True)) == {"Kopiena 2"}
    assert_right()


def test_an_error_takes_all_of_it_back_and_leaves_nothing_waiting(drafts):
    with pytest.raises(ZeroDivisionError), publishing.together():
        drafts[0].get_latest_revision().publish()
        raise ZeroDivisionError
    assert not Listing.objects.exists() and not CommunityPage.objects.live().exists()
    drafts[1].get_latest_revision().publish()
    assert Listing.objects.filter(language="lv").count() == 1


def test_one_inside_of_another_waits_for_the_outer(drafts):
    with publishing.together():
        with publishing.together():
            drafts[0].get_latest_revision().publish()
        assert not Listing.objects.exists()
    assert Listing.objects.exists()
