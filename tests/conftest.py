"""Fixtures of the whole suite: a site of two languages, as small as it gets."""

import contextlib
import gc

import pytest
from django.core.cache import cache
from django.db import transaction
from wagtail.models import Locale, Page, Site

from home.models import HomePage, SiteSettings
from tests.factories.installation import database_url, installation  # noqa: F401  (fixtures)
from tests.factories.site import translate

HOST = "platforma.test"


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


def build_site() -> None:
    """Latvian home page as the site's root, an English one beside it."""
    latvian, _ = Locale.objects.get_or_create(language_code="lv")
    Locale.objects.get_or_create(language_code="en")
    Page.objects.filter(depth=2).delete()
    home = HomePage(title="Sākums", slug="home", locale=latvian, show_in_menus=False, live=False)
    Page.objects.get(depth=1).add_child(instance=home)
    home.save_revision().publish()
    Site.objects.all().delete()
    site = Site.objects.create(hostname=HOST, root_page=home, is_default_site=True, site_name="Platforma")
    SiteSettings.objects.create(site=site, site_name={"lv": "Novada NVO platforma", "en": "Municipal NGO platform"})
    translate(home, title="Home", slug="home-en")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The site is in the database before the first test: to publish it for each would take a third of the time."""
    with django_db_blocker.unblock():
        if not Site.objects.filter(hostname=HOST).exists():
            build_site()
    cache.clear()
    # What is loaded by now stays; the collector need not look at it again and again.
    gc.collect()
    gc.freeze()


def read_site() -> Site:
    """``home`` and ``home_en`` are its two home pages."""
    site = Site.objects.select_related("root_page").get(hostname=HOST)
    pages = {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}
    site.home, site.home_en = pages["lv"], pages["en"]
    return site


@pytest.fixture
def site(db):
    if not Site.objects.filter(hostname=HOST).exists():  # a test with transactions of its own has emptied the tables
        build_site()
    return read_site()


@contextlib.contextmanager
def shared_site(blocker):
    """The site, for what several tests share: published once, taken back at the end."""
    with blocker.unblock(), transaction.atomic():
        cache.clear()
        yield read_site()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def site_of_file(django_db_setup, django_db_blocker):
    """The site, for what all tests of a file share."""
    with shared_site(django_db_blocker) as site:
        yield site
