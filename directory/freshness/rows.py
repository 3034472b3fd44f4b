"""The rows of ``Freshness``, one for every profile that was ever published: a read model (home/publishing.py).

Registered behind the listings, which know what is published. The first publication counts as a confirmation; after it
this module moves ``changed_at`` alone, and parks a row whose page is gone.
"""

import hashlib
import json
from collections.abc import Iterable

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.models import Page

from directory.freshness.rules import Course, Rules, next_step
from directory.models import Contact, Freshness, FreshnessRules, Listing, Profile, ProfilePage
from directory.vocabulary import PROFILES, Kind, State
from home import versions
from home.reading import read

Stage = Freshness.Stage
# What every page has and no reader sees as the profile's words.
BOOKKEEPING = {field.name for field in Page._meta.get_fields()} - {"title"} | {"page_ptr", "profilepage_ptr", "pk"}
PUBLIC = ("public_name", "public_phone", "public_email", "role")
BATCH = 500


def write_pages(pages: Iterable[Page]) -> None:
    """Bring the rows of these pages' profiles up to date. What a page says of itself counts before the database."""
    known = {page.pk: page for page in pages if isinstance(page, ProfilePage)}
    if known:
        write({page.translation_key for page in known.values()}, known)


def rebuild() -> dict[str, int]:
    """Every row anew where it differs; counts what had been wrong. Rows of pages that were deleted go."""
    keys = set(ProfilePage.objects.order_by().values_list("translation_key", flat=True).distinct())
    strays = Freshness.objects.exclude(profile__in=ProfilePage.objects.values("translation_key"))
    report = {"added": 0, "changed": 0, "removed": strays.delete()[0]}
    everything = sorted(keys)
    for start in range(0, len(everything), BATCH):
        part = versions.repaired(write, set(everything[start : start + BATCH]), {})
        report = {name: count + part.get(name, 0) for name, count in report.items()}
    return report


def write(keys: set, known: dict[int, Page]) -> dict[str, int]:
    now, rules = timezone.now(), FreshnessRules.objects.first() or FreshnessRules()
    listed = Listing.objects.filter(thing__in=keys, language=settings.LANGUAGE_CODE, kind__in=PROFILES)
    published = {row.thing: row for row in listed.select_related("page")}
    rows = {row.pk: row for row in Freshness.objects.filter(profile__in=keys)}
    prints = _fingerprints(published, known)
    report = {"added": 0, "changed": 0}
    for key, listing in sorted(published.items(), key=lambda item: str(item[0])):
        row = rows.get(key)
        if row is None:
            _begin(listing, prints[key], now, rules)
            report["added"] += 1
        else:
            report["changed"] += _follow(row, listing, prints[key], now, rules)
    for key in rows.keys() - published.keys():
        _park(rows[key])
    return report


def _begin(listing: Listing, fingerprint: str, now, rules: FreshnessRules) -> None:
    since = min(listing.published_at or now, now)
    profile, _created = Profile.objects.get_or_create(key=listing.thing, defaults={"name": listing.title})
    row = Freshness(
        profile=profile,
        changed_at=since,
        confirmed_at=since,
        confirmed_how=Freshness.How.NEW,
        stage_since=since,
        fingerprint=fingerprint,
    )
    row.due_at = due_at(row, rules_of(listing, rules))
    row.save(force_insert=True)


def _follow(row: Freshness, listing: Listing, fingerprint: str, now, rules: FreshnessRules) -> bool:
    """Whether readers saw something that the row did not know of."""
    before = (row.stage, row.due_at, row.fingerprint)
    has_changed = bool(row.fingerprint) and row.fingerprint != fingerprint
    if has_changed:
        row.changed_at = now
    row.fingerprint = fingerprint
    if row.stage == Stage.ARCHIVED:  # somebody has published it again by hand: it is asked about in its turn
        row.stage, row.stage_since, row.archived_at, row.archived_pages = Stage.FRESH, now, None, {}
        row.for_staff_at = None
    row.due_at = due_at(row, rules_of(listing, rules))
    if (row.stage, row.due_at, row.fingerprint) != before:
        row.save()
    return has_changed


def _park(row: Freshness) -> None:
    """Nobody is asked about a page that nobody sees. What was archived waits to be taken back."""
    if row.stage == Stage.ARCHIVED or (row.stage == Stage.FRESH and row.due_at is None and row.for_staff_at is None):
        return
    row.stage, row.stage_since, row.due_at, row.for_staff_at = Stage.FRESH, timezone.now(), None, None
    row.save()


def rules_of(listing: Listing, rules: FreshnessRules) -> Rules:
    """By what the profile is; those that are forming change fastest."""
    if listing.state == State.FORMING:
        months = rules.forming_months
    else:
        months = rules.community_months if listing.kind == Kind.COMMUNITY else rules.organisation_months
    return Rules(months, rules.archive_months)


def course_of(row: Freshness) -> Course:
    signs = {name: timezone.datetime.fromisoformat(found) for name, found in row.evidence.items()}
    return Course(row.stage, row.stage_since, row.assured_at or row.stage_since, row.reminders, signs)


def due_at(row: Freshness, rules: Rules):
    following = next_step(course_of(row), rules)
    return following[1] if following else None


def _fingerprints(published: dict, known: dict[int, Page]) -> dict:
    """Key → digest of everything that readers of any language see of the profile."""
    contacts: dict = {}
    for contact in Contact.objects.filter(profile__in=list(published)).order_by("profile", "sort_order", "pk"):
        contacts.setdefault(contact.profile_id, []).append([str(getattr(contact, name)) for name in PUBLIC])
    pages: dict = {}
    live = ProfilePage.objects.filter(translation_key__in=list(published), live=True)
    mine = [page for page in known.values() if page.translation_key in published and page.live]
    for page in (*mine, *read(live.exclude(pk__in=known))):
        pages.setdefault(page.translation_key, []).append(page)
    return {
        key: _digest(sorted(pages.get(key, []), key=lambda page: page.pk), contacts.get(key, [])) for key in published
    }


def _digest(pages: list[ProfilePage], contacts: list) -> str:
    words = [[page.locale_id, _words(page)] for page in pages]
    text = json.dumps([words, contacts], cls=DjangoJSONEncoder, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _words(page: ProfilePage) -> dict:
    """A page's own fields and rows, without the numbers that the database gave the rows."""
    data = {name: value for name, value in page.serializable_data().items() if name not in BOOKKEEPING}
    for name, rows in data.items():
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            data[name] = [{field: value for field, value in row.items() if field not in ("pk", "page")} for row in rows]
        elif isinstance(rows, list):
            data[name] = sorted(map(str, rows))
    return data
