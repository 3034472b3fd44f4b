"""The demo municipality put into the database: once, whole, by publishing as staff do."""

import datetime
import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site
from wagtail.models import Page as WagtailPage
from wagtail_localize.models import SegmentOverride, StringTranslation, TranslatableObject

from cms.demo import files, rows
from cms.demo.accounts import Account, load_accounts
from cms.demo.content import FOOTER, PAGES
from cms.demo.content import rows as words
from cms.demo.dates import DatedEntry, dated_facts, load_dates, unload_dates
from cms.demo.departures import load_departures
from cms.demo.directory import facts_of, load_profiles, unload_profiles
from cms.demo.freshness import load_freshness, unload_freshness
from cms.demo.members import load_members, unload_members
from cms.demo.parts import MAIN, OTHER, Page
from cms.demo.portal import load_portal, unload_portal
from cms.demo.profiles import ProfileEntry
from cms.demo.translate import translate
from cms.demo.waiting import load_waiting, unload_waiting
from home import publishing
from home.models import FooterLink, HomePage, SiteSettings
from news.models import Category

MODELS = {
    model.__name__: model
    for app in ("home", "directory", "events", "news")
    for model in apps.get_app_config(app).get_models()
    if issubclass(model, WagtailPage)
}
PROFILES = [page for page in PAGES if isinstance(page, ProfileEntry)]


class NotEmpty(Exception):
    """The site has pages that are not the demo's."""


@dataclass
class Loaded:
    """What the database gave the demo's things; answers the texts' references."""

    pages: dict[str, int] = field(default_factory=dict)
    images: dict[str, int] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    projects: dict[str, int] = field(default_factory=dict)

    def page(self, key: str) -> int:
        return self.pages[key]

    def image(self, name: str) -> int:
        return self.images[name]

    def document(self, name: str) -> int:
        return self.documents[name]

    def person(self, key: str) -> int:
        return self.people[key]

    def project(self, key: str) -> int:
        return self.projects[key]


def home_of_demo() -> HomePage | None:
    return HomePage.objects.filter(translation_key=PAGES[0].translation_key, locale__language_code=MAIN).first()


@transaction.atomic
def load() -> list[Account]:
    """Load everything. Raises :class:`NotEmpty` rather than touch a site that has pages of its own."""
    if HomePage.objects.exists():
        raise NotEmpty
    latvian, _ = Locale.objects.get_or_create(language_code=MAIN)
    english, _ = Locale.objects.get_or_create(language_code=OTHER)
    accounts = load_accounts()
    loaded = _load_rows()
    site = _plant(latvian, loaded)
    _settings(site, loaded)
    user = _author(accounts)
    load_profiles(PROFILES)
    load_members(PROFILES, accounts)
    with publishing.together():
        for page in PAGES:
            _publish(page, loaded, user)
        for page in PAGES:
            if page.has_english:
                _stub(page, loaded, english)
        for page in PAGES:
            if page.has_english:
                source = WagtailPage.objects.get(pk=loaded.pages[page.key]).specific
                translate(source, page.write(OTHER, loaded), english, user)
    for page in PAGES:
        if isinstance(page, DatedEntry):
            load_dates(page, MODELS[page.model].objects.get(pk=loaded.pages[page.key]), user)
    load_portal(PROFILES, accounts[1].email)
    load_waiting(PROFILES, accounts[2].email)
    load_freshness(PROFILES)
    load_departures(user)
    # Translations began under their Latvian addresses; nobody has seen those.
    Redirect.objects.filter(site=site, automatically_created=True).delete()
    return accounts


def _author(accounts: list[Account]):
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(email=accounts[1].email)


def _load_rows() -> Loaded:
    rows.load_settlements()
    rows.load_topics()
    rows.load_categories()
    collection = files.demo_collection()
    return Loaded(
        images=files.load_pictures(collection),
        documents=files.load_documents(collection),
        people=rows.load_people(),
        projects=rows.load_project(),
    )


def _plant(latvian: Locale, loaded: Loaded) -> Site:
    """The tree, unpublished and without bodies, so that every page can be linked to; returns the site."""
    root = WagtailPage.objects.get(depth=1)
    welcome = root.get_children().exclude(pk__in=HomePage.objects.values("pk"))
    Site.objects.filter(root_page__in=welcome).delete()  # what Wagtail's own migration left
    welcome.delete()
    for page in PAGES:
        parent = WagtailPage.objects.get(pk=loaded.pages[page.parent]) if page.key else WagtailPage.objects.get(depth=1)
        instance = MODELS[page.model](
            title=page.title[0] if page.has_english else page.title,
            slug=page.slug[0] if page.has_english else page.slug,
            locale=latvian,
            translation_key=page.translation_key,
            live=False,
        )
        parent.add_child(instance=instance)
        loaded.pages[page.key] = instance.pk
    address = urlsplit(settings.SITE_URL)
    return Site.objects.create(
        hostname=address.hostname,
        port=address.port or (443 if address.scheme == "https" else 80),
        root_page_id=loaded.pages[""],
        site_name=words.SETTINGS["site_name"][0],
        is_default_site=True,
    )


def _day(value: str | int) -> datetime.date:
    """An ISO day, or days from today."""
    if isinstance(value, str):
        return datetime.date.fromisoformat(value)
    return timezone.localdate() + datetime.timedelta(value)


def _facts(page: Page, loaded: Loaded) -> dict:
    facts = dated_facts(facts_of(page, loaded.pages), loaded)
    for name in ("lead_image", "before", "after"):
        if picture := facts.pop(name, ""):
            facts[f"{name}_id"] = loaded.images[picture]
    if category := facts.pop("category", ""):
        facts["category"] = Category.objects.get(slug=category)
    for name in ("published_on", "assessed_on", "prepared_on", "begun_on", "done_on", "checked_on"):
        if name in facts:
            facts[name] = _day(facts[name])
    return facts


def _publish(page: Page, loaded: Loaded, user) -> None:
    instance = MODELS[page.model].objects.get(pk=loaded.pages[page.key])
    values = page.write(MAIN, loaded) | _facts(page, loaded) | {"show_in_menus": page.in_menu}
    for name, value in values.items():
        if name in ("body", "stops", "programme", "materials", "outcome"):
            value = json.dumps(value)
        setattr(instance, name, value)
    instance.owner = user
    instance.full_clean(exclude=["path", "depth", "numchild"])
    instance.save_revision(user=user).publish(user=user)


def _stub(page: Page, loaded: Loaded, english: Locale) -> None:
    source = WagtailPage.objects.get(pk=loaded.pages[page.key]).specific
    source.copy_for_translation(english, copy_parents=True)


def _settings(site: Site, loaded: Loaded) -> None:
    config, _ = SiteSettings.objects.get_or_create(site=site)
    for name, pair in words.SETTINGS.items():
        setattr(config, name, rows.translated(pair))
    config.phone, config.facebook_url = words.PHONE, words.FACEBOOK
    config.about_page_id = loaded.pages["about"]
    config.contact_page_id = loaded.pages["contacts"]
    config.join_page_id = loaded.pages["take-part/join"]
    config.accessibility_page_id = loaded.pages["accessibility"]
    config.share_image_id = loaded.images["upes-licis-kresla"]
    config.footer_links = [FooterLink(page_id=loaded.pages[key], sort_order=order) for order, key in enumerate(FOOTER)]
    config.save()


@transaction.atomic
def unload() -> None:
    """Take the demo's pages and files away; rows and accounts stay and are written anew by the next load."""
    keys = [page.translation_key for page in PAGES]
    for home in HomePage.objects.filter(translation_key=keys[0]):
        home.delete()
    keys += _strays()
    StringTranslation.objects.filter(context__object_id__in=keys).delete()
    SegmentOverride.objects.filter(context__object_id__in=keys).delete()
    TranslatableObject.objects.filter(translation_key__in=keys).delete()
    unload_freshness(keys)
    unload_members()
    unload_profiles(keys)
    unload_dates(keys)
    unload_portal()
    unload_waiting()
    files.delete_files()


def _strays() -> list:
    """Keys of what staff had translated beside the demo and that went with its tree."""
    pages = set(WagtailPage.objects.values_list("translation_key", flat=True))
    known = TranslatableObject.objects.filter(content_type__model="page").values_list("translation_key", flat=True)
    return [key for key in known if key not in pages]
