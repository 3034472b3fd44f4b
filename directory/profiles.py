"""What the pages of profiles and rooms show beside their own fields."""

import functools
import operator

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from directory.cards import cards
from directory.freshness.words import sentence
from directory.models.excursion import ExcursionPage
from directory.models.freshness import Freshness
from directory.models.listing import Listing
from directory.models.notice import Notice
from directory.models.place import PlacePage
from directory.models.placemaking import StoryPage
from directory.models.profile import Contact
from directory.profile_sections import sections


def profile_context(page) -> dict:
    facts = page.source
    public = Contact.Visibility.PUBLIC
    related = list(facts.related_profiles.values_list("related__translation_key", flat=True))
    language = get_language()
    listings = Listing.objects.for_readers_of(language).published().filter(thing__in=related).by_name().for_cards()
    freshness = Freshness.objects.filter(profile=page.translation_key).first()
    return {
        "facts": facts,
        "freshness": freshness,
        "freshness_sentence": sentence(freshness, facts.listing_kind) if freshness else "",
        "contacts": [row for row in page.contacts if public in _visibilities(row)],
        "phone": next(filter(None, (row.public_phone for row in page.contacts)), ""),
        "can_write": any(row.gets_messages and row.email for row in page.contacts),
        "notices": list(Notice.objects.filter(profile=page.translation_key).current(timezone.localdate())),
        "related": cards(listings, language) if related else [],
        "visits": cards(_visits(facts, language), language),
        "sections": sections(page),
    }


def _visits(facts, language: str):
    """Listings of the excursions it leads, the places it looks after and those it changes; one query."""
    things = [
        ExcursionPage.objects.filter(hosts=facts.pk).values("translation_key"),
        PlacePage.objects.filter(host=facts.pk).values("translation_key"),
        StoryPage.objects.filter(communities=facts.pk).values("translation_key"),
    ]
    its = functools.reduce(operator.or_, (Q(thing__in=keys) for keys in things))
    return Listing.objects.for_readers_of(language).published().filter(its).by_name().for_cards()


def _visibilities(contact: Contact) -> set[str]:
    """Of those ways that the contact has."""
    return {getattr(contact, f"{name}_visibility") for name in ("name", "phone", "email") if getattr(contact, name)}


def venue_context(page) -> dict:
    return {"facts": page.source}
