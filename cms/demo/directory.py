"""What the directory's pages have beside their words: places, areas, and the rows that hang on a profile."""

import datetime

from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.utils import timezone

from cms.demo.accounts import DOMAIN
from cms.demo.parts import Page
from cms.demo.profiles import SECTION, ProfileEntry
from cms.demo.rows import translated
from directory.base_map.drawing import simplified, smooth
from directory.models import Contact, Notice, Profile, ProfilePage, RelatedProfile, Settlement, Topic, Track

ROUGH_METRES, WAY_METRES = 10, 4
BY_SLUG = {
    "settlement": Settlement, "settlements": Settlement, "covers": Settlement, "passes": Settlement, "topics": Topic
}  # fmt: skip
PROFILES = ("hosts", "communities")


def area(ring: list[tuple[float, float]]) -> MultiPolygon:
    """A soft shape through the ring's points."""
    curve = smooth(ring, closed=True)
    half = len(curve) // 2
    line = simplified(curve[: half + 1], ROUGH_METRES)[:-1] + simplified(curve[half:], ROUGH_METRES)
    return MultiPolygon(Polygon(line), srid=4326)


def facts_of(page: Page, pages: dict[str, int]) -> dict:
    """The page's facts with what they name by slug; ``pages`` has the primary keys."""
    facts = dict(page.facts)
    for name, model in BY_SLUG.items():
        if slugs := facts.pop(name, ()):
            facts[name] = _found(page, model, slugs)
    if point := facts.pop("point", None):
        facts["point"] = Point(*point, srid=4326)
    if ring := facts.pop("area", None):
        facts["area"] = area(ring)
    if way := facts.pop("way", None):
        line = simplified(smooth(way, closed=False), WAY_METRES)
        facts["way"] = Track.objects.keep([[(round(x, 6), round(y, 6)) for x, y in line]])
    for name in PROFILES:
        if slugs := facts.pop(name, ()):
            facts[name] = list(ProfilePage.objects.filter(pk__in=[pages[f"{SECTION}/{slug}"] for slug in slugs]))
    if host := facts.pop("host", ""):
        facts["host_id"] = pages[f"{SECTION}/{host}"]
    if related := facts.pop("related", ()):
        keys = [pages[f"{SECTION}/{slug}"] for slug in related]
        facts["related_profiles"] = [RelatedProfile(related_id=key, sort_order=n) for n, key in enumerate(keys)]
    return facts


def _found(page: Page, model, slugs: str | tuple[str, ...]):
    """The row of one slug, the rows of several.

    Raises:
        LookupError: there is no such row.
    """
    wanted = (slugs,) if isinstance(slugs, str) else slugs
    rows = {row.slug: row for row in model.objects.filter(slug__in=wanted)}
    if missing := set(wanted) - set(rows):
        raise LookupError(f"{page.key}: {missing}")
    return rows[slugs] if isinstance(slugs, str) else [rows[slug] for slug in wanted]


def load_profiles(entries: list[ProfileEntry]) -> None:
    """Profiles with their contacts and notices, anew each time. Mail to them goes to a domain that reaches nobody."""
    keys = [entry.translation_key for entry in entries]
    Profile.objects.filter(key__in=keys).delete()
    Profile.objects.bulk_create(Profile(key=entry.translation_key, name=entry.name) for entry in entries)
    Contact.objects.bulk_create(contact for entry in entries for contact in _contacts(entry))
    today = timezone.localdate()
    Notice.objects.bulk_create(
        Notice(
            profile_id=entry.translation_key,
            kind=row.kind,
            text=translated(row.text),
            expires_on=today + datetime.timedelta(row.days),
        )
        for entry in entries
        for row in entry.notices
    )


def _contacts(entry: ProfileEntry) -> list[Contact]:
    public = Contact.Visibility.PUBLIC
    contacts = [
        Contact(
            profile_id=entry.translation_key,
            name=row.name,
            role=translated(row.role),
            phone=row.phone,
            phone_visibility=public,
            gets_messages=False,
            sort_order=order,
        )
        for order, row in enumerate(entry.contacts)
    ]
    if entry.mailbox:
        contacts = contacts or [Contact(profile_id=entry.translation_key)]
        contacts[0].email, contacts[0].gets_messages = f"{entry.mailbox}@{DOMAIN}", True
    return contacts


def unload_profiles(keys: list) -> None:
    """Contacts and notices go along; so do profiles that members proposed and whose pages went with the tree."""
    Profile.objects.filter(key__in=keys).delete()
    Profile.objects.exclude(key__in=ProfilePage.objects.values("translation_key")).delete()
