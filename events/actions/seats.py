"""Seats under a lock: the only code that counts them.

A decision holds the session's row from before it looks until it is committed, so two decisions about one session are
never made at once: a row lock on PostgreSQL, the one writer (``BEGIN IMMEDIATE``) on SQLite. Should the lock ever be
missed, the numbers are raised in SQL and the table's own check refuses the seat too many: an error, never an oversold
room.
"""

import datetime

from django.db.models import BigAutoField, F
from django.utils import timezone

from events import notifications
from events.models import Registration, Session
from events.vocabulary import TAKING, State
from home.statements import Statement


class Refused(Exception):
    """It cannot be done; the message tells the person why. ``code`` is for the program."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code


HELD = Statement(
    # The settlement stands in every mail: read here, it is no question more while others wait.
    lambda pk: Session.objects.select_for_update(of=("self",)).select_related("event__settlement").filter(pk=pk),
    pk=BigAutoField(),
)
AS_IT_IS = Statement(lambda pk: Registration.objects.filter(pk=pk), pk=BigAutoField())


def lock(session_id: int) -> Session:
    """The session as it is now, held until the transaction ends. Only inside ``transaction.atomic()``."""
    found = HELD(pk=session_id)
    if not found:
        raise Session.DoesNotExist
    return found[0]


def lock_of(registration: Registration) -> tuple[Session, Registration]:
    """Its session, held, and the registration as it is now that nobody else can change it."""
    session = lock(registration.session_id)
    found = AS_IT_IS(pk=registration.pk)
    if not found:
        raise Registration.DoesNotExist
    found[0].session = session
    return session, found[0]


def change_taken(session: Session, mode: str, people: int) -> None:
    field = f"taken_{mode}"
    Session.objects.filter(pk=session.pk).update(**{field: F(field) + people})
    setattr(session, field, session.taken(mode) + people)


def change_overbooked(session: Session, mode: str, people: int) -> None:
    field = f"overbooked_{mode}"
    Session.objects.filter(pk=session.pk).update(**{field: F(field) + people})
    setattr(session, field, session.overbooked(mode) + people)


def fits(session: Session, mode: str, people: int) -> bool:
    free = session.free(mode)
    return free is None or people <= free


def give_back(session: Session, registration: Registration) -> None:
    """The seats of a registration that held some. What was overbooked goes first: it never becomes a free seat."""
    if registration.state not in TAKING:
        return
    change_taken(session, registration.mode, -registration.people)
    beyond = min(session.overbooked(registration.mode), registration.people)
    if beyond:
        change_overbooked(session, registration.mode, -beyond)


def end(session: Session, registration: Registration, state: str, now: datetime.datetime) -> None:
    give_back(session, registration)
    registration.state, registration.ended_at, registration.held_until = state, now, None
    registration.save(update_fields=["state", "ended_at", "held_until"])


def let_in(session: Session, now: datetime.datetime | None = None) -> list[Registration]:
    """Offer what is free to those who wait, in their order; nobody overtakes a group that is too large for now.

    Each has until the deadline to accept. Nobody is let in once sign-up has closed: they could not plan for it.
    """
    now = now or timezone.now()
    offered: list[Registration] = []
    if not session.is_open(now):
        return offered
    for mode in session.modes():
        waiting = session.registrations.waiting().filter(mode=mode)
        # One after another: thousands may wait, and everybody else waits for this lock.
        while session.free(mode) != 0 and (registration := waiting.first()) is not None:
            if not fits(session, mode, registration.people):
                break
            change_taken(session, mode, registration.people)
            deadline = min(now + datetime.timedelta(hours=session.event.offer_hours), session.closes)
            registration.state, registration.held_until, registration.session = State.OFFERED, deadline, session
            registration.save(update_fields=["state", "held_until"])
            notifications.tell(registration, "offer")
            offered.append(registration)
    return offered
