"""Fixtures of the whole suite: a site of two languages, as small as it gets."""

import pytest
from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from home.models import HomePage, SiteSettings
from tests.factories.installation import database_url, installation  # noqa: F401  (fixtures)
from tests.factories.site import translate


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def site(db):
    """Latvian home page as the site's root, an English one beside it; ``site.home``, ``site.home_en``."""
    latvian, _ = Locale.objects.get_or_create(language_code="lv")
    Locale.objects.get_or_create(language_code="en")
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    home = root.add_child(
        instance=HomePage(title="Sākums", slug="home", locale=latvian, show_in_menus=False, live=False)
    )
    home.save_revision().publish()
    Site.objects.all().delete()
    site = Site.objects.create(hostname="platforma.test", root_page=home, is_default_site=True, site_name="Platforma")
    SiteSettings.objects.create(site=site, site_name={"lv": "Novada NVO platforma", "en": "Municipal NGO platform"})
    site.home = home
    site.home_en = translate(home, title="Home", slug="home-en")
    return site
