"""Listings as plain facts, one dict per thing, whatever the format.

What a listing does not say is read in bulk for it, and is what the thing's own page shows everybody: public contacts
alone, the published position alone, an address only where the position is exact.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from directory.cards import card
from directory.models import Contact, ListingValue, ProfilePage, Settlement, Topic, VenuePage
from directory.vocabulary import Precision
from home.jsonld import absolute

BATCH = 500
# Columns of tables and members of every other format, with what they hold. docs/adr/0018 says why these.
FIELDS = {
    "id": _("lasting identifier (UUID), the same in every language"),
    "kind": _("community, organisation or venue"),
    "sort": _("what sort of community or organisation, as a word for machines"),
    "sort_name": _("the same in words"),
    "name": _("name"),
    "summary": _("what they do, in two sentences"),
    "language": _("language of the texts: lv or en"),
    "url": _("address of the page"),
    "settlement": _("town or village, as a word for machines"),
    "settlement_name": _("town or village"),
    "places": _("all places it counts under"),
    "longitude": _("longitude of the published position, WGS 84 degrees"),
    "latitude": _("latitude of the published position, WGS 84 degrees"),
    "position": _("exact; settlement: only the town or village is shown; empty: not on the map"),
    "topics": _("topics, as words for machines"),
    "topic_names": _("topics in words"),
    "state": _("forming, active or dormant"),
    "days": _("days of meeting"),
    "parts": _("times of day of meeting"),
    "meeting": _("when they meet, in words"),
    "audiences": _("for whom"),
    "languages": _("languages spoken"),
    "access": _("access for everybody"),
    "open": _("members: takes new members; volunteers: looks for volunteers"),
    "joining": _("how to join"),
    "founded": _("year of founding"),
    "register_number": _("number in the register"),
    "country": _("country, two letters"),
    "public_benefit": _("has public-benefit status"),
    "address": _("postal address of a room"),
    "seats": _("seats of a room"),
    "equipment": _("equipment of a room"),
    "is_free": _("free of charge for communities"),
    "price": _("price of a room in words"),
    "links": _("website and other links"),
    "contacts": _("contacts that the people have made public: name, role, phone, email"),
    "published": _("first published, date and time"),
    "sample": _("whether it is invented for demonstration"),
}
FACETS = {
    "places": "place", "topics": "topic", "days": "day", "parts": "part", "audiences": "audience",
    "languages": "language", "access": "access", "open": "open",
}  # fmt: skip
PROFILE = [
    "founded", "website", "facebook_url", "other_url", "meeting", "joining",
    "organisationpage__register_number", "organisationpage__country", "organisationpage__public_benefit",
]  # fmt: skip
VENUE = [
    "website", "address", "seats", "equipment", "is_free", "price", "booking", "phone", "email", "precision",
]  # fmt: skip


def things(listings, language: str) -> Iterator[dict]:
    """A dict with every key of ``FIELDS`` and ``area`` per listing, in the listings' order.

    Five queries for each ``BATCH`` of things; no more than one batch is in memory.
    """
    rows = listings.select_related("page", "settlement").iterator(chunk_size=BATCH)
    names = None
    while batch := list(islice(rows, BATCH)):
        with override(language):
            names = names or _topic_names()
            found = _read(batch, language, names)
        yield from found


def _topic_names() -> dict[str, str]:
    return {row.slug: str(row) for row in Topic.objects.all()}


def _read(batch, language: str, names: dict[str, str]) -> list[dict]:
    facts, texts = _pages(batch)
    values: dict = defaultdict(lambda: defaultdict(list))
    for row in ListingValue.objects.filter(listing__in=[row.pk for row in batch]).order_by("facet", "value"):
        values[row.listing_id][row.facet].append(row.value)
    contacts = _contacts([row.thing for row in batch])
    found = []
    for row in batch:
        own = facts.get(row.thing, {})
        told = texts.get(row.page_id, {})
        found.append(
            _of_listing(row, language)
            | {name: values[row.pk][facet] for name, facet in FACETS.items()}
            | {"topic_names": [names[slug] for slug in values[row.pk]["topic"] if slug in names]}
            | _of_pages(row, own, told)
            | {"contacts": contacts.get(row.thing, []) + _ways_of(own)}
        )
    return found


def _pages(batch) -> tuple[dict, dict]:
    """Facts by thing, from the page in the main language; texts by page, from the page that is shown."""
    wanted = Q(pk__in=[row.page_id for row in batch])
    wanted |= Q(translation_key__in=[row.thing for row in batch], locale__language_code=settings.LANGUAGE_CODE)
    facts, texts = {}, {}
    for model, fields in ((ProfilePage, PROFILE), (VenuePage, VENUE)):
        shown = model.objects.filter(wanted).order_by()
        for page in shown.values("pk", "translation_key", "locale__language_code", *fields):
            texts[page["pk"]] = page
            if page["locale__language_code"] == settings.LANGUAGE_CODE:
                facts[page["translation_key"]] = page
    return facts, texts


def _contacts(keys: list) -> dict:
    found = defaultdict(list)
    for contact in Contact.objects.filter(profile__in=keys).shown().order_by("sort_order", "pk"):
        found[contact.profile_id].append(
            {
                "name": contact.public_name,
                "role": str(contact.role),
                "phone": contact.public_phone,
                "email": contact.public_email,
            }
        )
    return found


def _ways_of(venue: dict) -> list[dict]:
    """A room's telephone and address stand on its page for everybody."""
    if not (venue.get("phone") or venue.get("email")):
        return []
    return [{"name": "", "role": "", "phone": venue["phone"], "email": venue["email"]}]


def _of_listing(row, language: str) -> dict:
    shown = card(row, language)
    has_position = row.longitude is not None
    return {
        "id": str(row.thing),
        "kind": row.kind,
        "sort": row.sort,
        "sort_name": shown.kind_label,
        "name": row.title,
        "summary": row.summary,
        "language": row.page_language,
        "url": absolute(shown.url),
        "settlement": row.settlement.slug if row.settlement else "",
        "settlement_name": row.settlement.name if row.settlement else "",
        "longitude": row.longitude,
        "latitude": row.latitude,
        "position": ("exact" if row.is_exact else "settlement") if has_position else "",
        "area": row.area,
        "state": row.state,
        "published": row.published_at.isoformat(timespec="seconds") if row.published_at else "",
        "sample": row.is_sample,
    }


def _of_pages(row, own: dict, told: dict) -> dict:
    is_exact = own.get("precision") == Precision.EXACT
    country = own.get("organisationpage__country") or ("LV" if row.kind == "organisation" else "")
    return {
        "meeting": told.get("meeting", ""),
        "joining": told.get("joining", "") or told.get("booking", ""),
        "founded": own.get("founded"),
        "register_number": own.get("organisationpage__register_number") or "",
        "country": country,
        "public_benefit": own.get("organisationpage__public_benefit"),
        "address": own.get("address", "") if is_exact else "",
        "seats": own.get("seats"),
        "equipment": list(own.get("equipment") or []),
        "is_free": own.get("is_free"),
        "price": told.get("price", ""),
        "links": [own[name] for name in ("website", "facebook_url", "other_url") if own.get(name)],
    }


def settlements() -> list[dict]:
    """Towns and villages as facts; their positions are © OpenStreetMap contributors, ODbL (docs/data-sources.md)."""
    return [
        {
            "id": row.slug,
            "name": row.name,
            "locative": row.locative,
            "kind": row.kind,
            "parish": row.parish,
            "longitude": round(row.point.x, 6) if row.point else None,
            "latitude": round(row.point.y, 6) if row.point else None,
        }
        for row in Settlement.objects.all()
    ]


def topics() -> list[dict]:
    return [
        {"id": row.slug, "name": dict(row.name), "parent": row.parent.slug if row.parent else None}
        for row in Topic.objects.select_related("parent")
    ]
