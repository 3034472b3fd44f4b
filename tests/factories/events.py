"""Dated things as the tests need them: tomorrow evening, in a room, open."""

import datetime
import itertools
import uuid

from django.utils import timezone

from events.actions.register import Person
from events.models import Event, Session

_numbers = itertools.count(1)


def event(page=None, **fields):
    fields.setdefault("title", {"lv": "Kopienu vakars", "en": "Community evening"})
    fields.setdefault("place", {"lv": "Tautas nams", "en": "Community centre"})
    key = page.translation_key if page is not None else uuid.uuid4()
    return Event.objects.create(key=key, page=page and page.page_ptr, **fields)


def session(of=None, *, room: int | None = 3, days: float = 7, hours: float = 2, **fields):
    starts = fields.pop("starts", None) or timezone.now().replace(microsecond=0) + datetime.timedelta(days=days)
    fields.setdefault("ends", starts + datetime.timedelta(hours=hours))
    return Session.objects.create(event=of or event(), starts=starts, seats_room=room, **fields)


def person(name: str = "", **fields) -> Person:
    number = next(_numbers)
    fields.setdefault("email", f"persona{number}@paraugs.test")
    return Person(name=name or f"Persona {number}", **fields)
