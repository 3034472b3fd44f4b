"""Fixtures of the whole suite: a site of two languages, as small as it gets."""

import contextlib
import gc
import hashlib
import os
import sqlite3
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction
from wagtail.models import Collection, Locale, Page, Site

from home.models import HomePage, SiteSettings
from tests.factories.installation import database_url, installation  # noqa: F401  (fixtures)
from tests.factories.site import translate

HOST = "platforma.test"


def pytest_collection_modifyitems(config, items):
    """What asks no database, or is marked ``one_engine``, runs on the embedded one alone."""
    if settings.DATABASES["default"]["ENGINE"].endswith("spatialite"):
        return
    once = [item for item in items if item.get_closest_marker("one_engine") or not asks_database(item)]
    config.hook.pytest_deselected(items=once)
    left_out = set(once)
    items[:] = [item for item in items if item not in left_out]


def asks_database(item) -> bool:
    return item.get_closest_marker("django_db") is not None or "django_db_setup" in item.fixturenames


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
    # A test with transactions of its own takes everything away, and what migrations planted with it.
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=latvian)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    for app, model, right in (
        ("wagtailadmin", "admin", "access_admin"),
        ("wagtail_localize", "translation", "submit_translation"),
    ):
        kind, _ = ContentType.objects.get_or_create(app_label=app, model=model)
        Permission.objects.get_or_create(content_type=kind, codename=right, defaults={"name": right})
    root.add_child(instance=home)
    home.save_revision().publish()
    Site.objects.all().delete()
    site = Site.objects.create(hostname=HOST, root_page=home, is_default_site=True, site_name="Platforma")
    SiteSettings.objects.create(site=site, site_name={"lv": "Novada NVO platforma", "en": "Municipal NGO platform"})
    translate(home, title="Home", slug="home-en")


def migrated() -> Path:
    """Where the embedded database lies as these migrations leave it: to run them takes half a minute."""
    known = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for path in sorted(settings.BASE_DIR.glob("*/migrations/*.py")):
        known.update(path.read_bytes())
    return Path(settings.VAR_DIR) / "cache" / "tests" / f"{known.hexdigest()[:24]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Where the migrations have been run before, the test database begins as they left it."""
    if connection.vendor != "sqlite" or not (path := migrated()).exists():
        yield
        return
    with (
        contextlib.closing(sqlite3.connect(path)) as kept,
        contextlib.closing(sqlite3.connect(connection.creation._get_test_db_name(), uri=True)) as memory,
    ):
        kept.backup(memory)
        yield  # what lies in memory stays there as long as somebody is connected


def keep_migrated() -> None:
    path = migrated()
    path.parent.mkdir(parents=True, exist_ok=True)
    for older in path.parent.glob("*.sqlite3"):
        older.unlink(missing_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    with contextlib.closing(sqlite3.connect(half)) as copy:
        connection.connection.backup(copy)
    half.rename(path)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The site is in the database before the first test: to publish it for each would take a third of the time."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite" and not migrated().exists():
            keep_migrated()
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
    """The site, for what several tests share: published once, taken back at the end.

    A file that is answered and closed tells Django that a request is over, and Django would close the connection, on
    PostGIS, because it is in a transaction: in this one.
    """
    with (
        blocker.unblock(),
        mock.patch.object(connection, "close_if_unusable_or_obsolete", lambda: None),
        transaction.atomic(),
    ):
        cache.clear()
        yield read_site()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def site_of_file(django_db_setup, django_db_blocker):
    """The site, for what all tests of a file share."""
    with shared_site(django_db_blocker) as site:
        yield site
