"""A page on its way out takes its search, its restriction and its translations' publication along."""

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import SearchEntry, SearchTerm
from tests.factories.shared import fresh
from tests.factories.site import article, news_index, translate

pytestmark = pytest.mark.django_db


def entries(*pages):
    return SearchEntry.objects.filter(page_id__in=[page.pk for page in pages])


@pytest.fixture(scope="module")
def _section(site_of_file):
    return news_index(site_of_file.home, slug="jaunumi")


@pytest.fixture
def section(_section, db):
    return fresh(_section)


def make_stale(page):
    """What an upgrade of the stemmer leaves behind until the night's recount."""
    SearchTerm.objects.filter(entry__page_id=page.pk).update(weight=1)
    SearchTerm.objects.filter(entry__page_id=page.pk).first().delete()


def test_stale_search_terms_do_not_keep_a_page(section):
    page = article(section, "Talka", slug="talka")
    make_stale(page)

    Page.objects.get(pk=page.pk).delete()

    assert not entries(page)
    assert not SearchTerm.objects.filter(word="talka")


def test_a_section_goes_with_its_restriction_and_its_stale_articles(section):
    page = article(section, "Talka", slug="talka")
    make_stale(page)
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    other = article(news_index(section.get_parent().specific, "Stāsti", slug="stasti"), "Cita", slug="cita")

    Page.objects.get(pk=section.pk).delete()

    assert not Page.objects.filter(pk__in=[section.pk, page.pk])
    assert not PageViewRestriction.objects.exists()
    assert entries(other).exists()


def test_translations_of_a_deleted_source_are_unpublished(section):
    translate(section, title="News", slug="news")
    page = article(section, "Talka", slug="talka")
    english = translate(page, title="Clean-up", slug="clean-up")
    assert entries(english).exists()

    Page.objects.get(pk=page.pk).delete()

    english.refresh_from_db()
    assert not english.live
    assert not entries(page, english).exists()


def test_a_translation_stays_closed_when_its_restricted_source_goes(section):
    translate(section, title="News", slug="news")
    page = article(section, "Talka", slug="talka")
    english = translate(page, title="Clean-up", slug="clean-up")
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    Page.objects.get(pk=page.pk).delete()

    assert PageViewRestriction.objects.filter(page=english).exists()


def test_opening_a_source_opens_its_translation(section):
    translate(section, title="News", slug="news")
    page = article(section, "Talka", slug="talka")
    english = translate(page, title="Clean-up", slug="clean-up")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not entries(page, english).exists()

    restriction.delete()

    assert entries(page, english).count() == 2
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    PageViewRestriction.objects.filter(page=page).delete()
    assert entries(page, english).count() == 2
