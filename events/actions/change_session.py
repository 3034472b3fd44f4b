"""What staff do with a date: other seats, another time or place, cancelled, postponed, over."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from events import notifications
from events.actions.seats import Refused, let_in, lock
from events.models import Session
from events.vocabulary import Format, Mode, State, Status

# Of these people are told, and their calendars are told by a growing SEQUENCE (RFC 5545, 3.8.7.4).
TOLD = ("starts", "ends", "format", "join_url")


@transaction.atomic
def change_seats(session_id: int, *, room: int | None, online: int | None, now=None) -> Session:
    """Other numbers of seats; more of them are offered to those who wait.

    Raises:
        Refused: "taken" when more people have places than there would be seats.
    """
    session = lock(session_id)
    for mode, seats in (("room", room), ("online", online)):
        taken, beyond = session.taken(mode), session.overbooked(mode)
        if seats is not None and taken > max(seats + beyond, seats):
            raise Refused(
                "taken",
                ngettext(
                    "%(people)s person has a place already. Give fewer seats only after some have gone.",
                    "%(people)s people have places already. Give fewer seats only after some have gone.",
                    taken,
                )
                % {"people": taken},
            )
        setattr(session, f"seats_{mode}", seats)
        setattr(session, f"overbooked_{mode}", 0 if seats is None else max(0, taken - seats))
    session.save(update_fields=["seats_room", "seats_online", "overbooked_room", "overbooked_online"])
    let_in(session, now)
    return session


@transaction.atomic
def reschedule(session_id: int, changes: dict, now=None) -> bool:
    """Other facts of a date; whether anybody had to be told. ``changes``: field → value.

    Raises:
        ValidationError: the new facts do not go together.
    """
    now = now or timezone.now()
    session = lock(session_id)
    matters = any(name in TOLD and getattr(session, name) != value for name, value in changes.items())
    for name, value in changes.items():
        setattr(session, name, value)
    session.clean()
    if matters:
        _grow(session, now)
    session.save(update_fields=[*changes, "sequence", "changed_at"])
    if matters and not session.is_off and session.ends > now:
        for registration in _people(session):
            notifications.tell(registration, "moved")
    return matters


@transaction.atomic
def tell_of_place(event_key, now=None) -> int:
    """Its page says another place now: whoever means to be there is told. Returns how many mails that are."""
    now = now or timezone.now()
    coming = Session.objects.filter(event=event_key).exclude(format=Format.ONLINE).coming(now)
    count = 0
    for pk in coming.values_list("pk", flat=True):
        session = lock(pk)
        _grow(session, now)
        session.save(update_fields=["sequence", "changed_at"])
        if not session.is_off:
            rows = [row for row in _people(session) if row.mode == Mode.ROOM]
            count += len([notifications.tell(row, "moved") for row in rows])
    return count


@transaction.atomic
def cancel_session(session_id: int, reason: dict | None = None, now=None) -> int:
    """It does not take place; everybody is told. Returns how many mails that are. Twice is once."""
    return _call_off(session_id, Status.CANCELLED, reason, now)


@transaction.atomic
def postpone_session(session_id: int, reason: dict | None = None, now=None) -> int:
    """Another date will be found; people keep their places and may give them up."""
    return _call_off(session_id, Status.POSTPONED, reason, now)


@transaction.atomic
def confirm_session(session_id: int, changes: dict | None = None, now=None) -> int:
    """It takes place after all, or surely, on its old or a new date (``starts``, ``ends``)."""
    now = now or timezone.now()
    session = lock(session_id)
    was_off = session.is_off
    for name, value in (changes or {}).items():
        setattr(session, name, value)
    session.clean()
    session.status, session.reason = Status.CONFIRMED, {}
    _grow(session, now)
    session.save()
    told = [notifications.tell(row, "moved" if was_off or changes else "confirmed") for row in _people(session)]
    let_in(session, now)
    return len(told)


def _call_off(session_id: int, status: str, reason: dict | None, now: datetime.datetime | None) -> int:
    session = lock(session_id)
    if session.status == status:
        return 0
    session.status, session.reason = status, reason or {}
    _grow(session, now or timezone.now())
    session.save(update_fields=["status", "reason", "sequence", "changed_at"])
    return len([notifications.tell(registration, status) for registration in _people(session)])


def _grow(session: Session, now: datetime.datetime) -> None:
    session.sequence += 1
    session.changed_at = now


def _people(session: Session):
    """Everybody who counts on it, each with this session at hand."""
    for registration in session.registrations.active().exclude(state=State.HELD).order_by("pk"):
        registration.session = session
        yield registration
