"""The vocabulary of the directory's texts: communities, organisations, rooms, whom to ask and what is wanted.

Names stay Latvian in English. An entry whose summary is a plain string is in Latvian alone. Facts name other things by
their keys: settlements and topics by slug, related profiles by their own slug, pictures by name.
"""

import math
from dataclasses import dataclass
from typing import Any

from cms.demo.content.rows import PHONE
from cms.demo.parts import Page, Words, same

SECTION = "directory"
TEXTS = {"meeting", "traditions", "signs", "access_note", "price"}
METRES_PER_DEGREE = 111_320


@dataclass(frozen=True)
class ContactRow:
    """Somebody beside the profile's own address. What stands here, everybody may see."""

    role: tuple[str, str]
    name: str = ""
    phone: str = ""


# Real groups give no number of their own here; the partnership publishes this one for whoever asks after them.
CONTACT_POINT = ContactRow(
    ("NVO kontaktpunkts, palīdz sazināties", "NGO contact point, helps to get in touch"), phone=PHONE
)


@dataclass(frozen=True)
class NoticeRow:
    """``kind`` is ``"wanted"`` or ``"offered"``; it expires ``days`` after the day of loading."""

    kind: str
    text: tuple[str, str]
    days: int


@dataclass(frozen=True)
class ProfileEntry(Page):
    """The page of a community or an organisation, with the rows that hang beside it."""

    contacts: tuple[ContactRow, ...] = ()
    notices: tuple[NoticeRow, ...] = ()

    @property
    def name(self) -> str:
        return self.title[0] if self.has_english else self.title

    @property
    def mailbox(self) -> str:
        """The part before the @ of the address that messages are passed on to; ``""`` for real groups: what a visitor
        of the demo writes would not reach them."""
        return self.key.rpartition("/")[2] if self.facts.get("is_sample") else ""


def wanted(lv: str, en: str, days: int) -> NoticeRow:
    return NoticeRow("wanted", (lv, en), days)


def offered(lv: str, en: str, days: int) -> NoticeRow:
    return NoticeRow("offered", (lv, en), days)


def around(middle: tuple[float, float], *metres: float) -> list[tuple[float, float]]:
    """A ring around (longitude, latitude): so many metres to the north and on, clockwise, in equal turns."""
    longitude, latitude = middle
    across = METRES_PER_DEGREE * math.cos(math.radians(latitude))
    turns = [(2 * math.pi * number / len(metres), far) for number, far in enumerate(metres)]
    return [
        (longitude + far * math.sin(turn) / across, latitude + far * math.cos(turn) / METRES_PER_DEGREE)
        for turn, far in turns
    ]


def _entry(kind: type[Page], parent: str, slug: str, title: Words, model: str, texts: dict, rest: dict) -> Page:
    """``rest`` holds the other texts, ``body``, ``picture``, rows, and the facts."""
    from cms.demo.content.pictures import PICTURES

    english = isinstance(texts["summary"], tuple)
    texts = {**texts, **{name: rest.pop(name) for name in TEXTS & rest.keys()}}
    rows = {name: rest.pop(name) for name in ("contacts", "notices") if name in rest}
    body = rest.pop("body", [])
    if picture := rest.pop("picture", ""):
        alt = PICTURES[picture].alt
        texts["lead_image_alt"] = alt if english else alt[0]
        rest["lead_image"] = picture
    if english and isinstance(title, str):
        title = same(title)
    address = same(slug) if english else slug
    return kind(f"{parent}/{slug}", model, title, address, texts=texts, body=body, facts=rest, **rows)


def community(slug: str, title: str, *, summary: Words, joining: Words, place: str, **rest: Any) -> ProfileEntry:
    """``rest``: texts and facts of ``CommunityPage``, rows; ``area`` is a ring of (longitude, latitude), not closed."""
    texts = {"summary": summary, "joining": joining}
    return _entry(ProfileEntry, SECTION, slug, title, "CommunityPage", texts, {"settlement": place, **rest})


def organisation(slug: str, title: Words, *, summary: Words, joining: Words, place: str, **rest: Any) -> ProfileEntry:
    """``rest``: texts and facts of ``OrganisationPage``, rows. One from abroad has no ``place``."""
    texts = {"summary": summary, "joining": joining}
    return _entry(ProfileEntry, SECTION, slug, title, "OrganisationPage", texts, {"settlement": place, **rest})


def venue(slug: str, title: str, *, summary: Words, booking: Words, place: str, **rest: Any) -> Page:
    """``rest``: texts and facts of ``VenuePage``; ``point`` is (longitude, latitude)."""
    texts = {"summary": summary, "booking": booking}
    return _entry(Page, f"{SECTION}/rooms", slug, title, "VenuePage", texts, {"settlement": place, **rest})
