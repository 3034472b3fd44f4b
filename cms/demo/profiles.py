"""The vocabulary of the directory's texts: communities, organisations, rooms, whom to ask and what is wanted.

Names stay Latvian in English. An entry whose summary is a plain string is in Latvian alone. Facts name other things by
their keys: settlements and topics by slug, related profiles by their own slug, pictures by name.
"""

from dataclasses import dataclass
from typing import Any

from cms.demo.parts import Page, Words, same

SECTION = "directory"
TEXTS = {"meeting", "traditions", "signs", "access_note", "price"}


@dataclass(frozen=True)
class ContactRow:
    """Somebody beside the profile's own address. What stands here, everybody may see."""

    role: tuple[str, str]
    name: str = ""
    phone: str = ""


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
    def mailbox(self) -> str:
        """The part before the @ of the address that messages to this profile are passed on to."""
        return self.key.rpartition("/")[2]


def wanted(lv: str, en: str, days: int) -> NoticeRow:
    return NoticeRow("wanted", (lv, en), days)


def offered(lv: str, en: str, days: int) -> NoticeRow:
    return NoticeRow("offered", (lv, en), days)


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
