"""Who is asked about a profile, and the links by which they answer.

A link is a person's own: it names the membership's user or the contact, is signed over their address, and is of one
round. Whoever has left, or has another address now, holds a link that opens nothing.
"""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from directory.models import Contact, Membership

SALT = "directory.freshness"


@dataclass(frozen=True)
class Asked:
    """``who`` is ``m12`` for the member with user 12, ``c5`` for contact 5."""

    who: str
    email: str
    language: str
    user: object = None

    @property
    def is_member(self) -> bool:
        return self.user is not None


def asked_of(profile) -> list[Asked]:
    """Active members, each in their language; where there is none, the contacts that get messages."""
    rows = Membership.objects.filter(profile=profile, user__is_active=True).exclude(user__email="")
    members = [_member(row.user) for row in rows.select_related("user__wagtail_userprofile").order_by("pk")]
    return members or [_contact(row) for row in Contact.objects.filter(profile=profile).reachable().order_by("pk")]


def _member(user) -> Asked:
    return Asked(f"m{user.pk}", user.email, user.language_or(), user)


def _contact(row: Contact) -> Asked:
    return Asked(f"c{row.pk}", row.email, settings.LANGUAGE_CODE)


def token_of(what: str, key: uuid.UUID, number: int, asked: Asked) -> str:
    """``what`` is the kind of question (``round``, ``report``), ``number`` which of them."""
    return f"{key.hex}-{number}-{asked.who}-{_signature(what, key, number, asked)}"


def _signature(what: str, key: uuid.UUID, number: int, asked: Asked) -> str:
    text = f"{what}:{key.hex}:{number}:{asked.who}:{asked.email.lower()}"
    return salted_hmac(SALT, text, algorithm="sha256").hexdigest()[:32]


def read_token(what: str, token: str) -> tuple[uuid.UUID, int, Asked] | None:
    """Whose link it is and of which question; ``None`` for any other text, and for those who are no longer asked."""
    parts = token.split("-")
    if len(parts) != 4:
        return None
    hexed, number, who, signature = parts
    if not (number.isascii() and number.isdigit() and len(number) < 10 and who[1:].isascii() and who[1:].isdigit()):
        return None
    try:
        key = uuid.UUID(hex=hexed)
    except ValueError:
        return None
    asked = next((person for person in _everybody(key) if person.who == who), None)
    if asked is None or not constant_time_compare(signature, _signature(what, key, int(number), asked)):
        return None
    return key, int(number), asked


def _everybody(key: uuid.UUID) -> list[Asked]:
    """Members and contacts: who was asked as a contact may have become a member's neighbour since."""
    rows = Membership.objects.filter(profile=key, user__is_active=True).select_related("user__wagtail_userprofile")
    contacts = Contact.objects.filter(profile=key).reachable()
    return [*(_member(row.user) for row in rows), *map(_contact, contacts)]
