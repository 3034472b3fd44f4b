"""Signing up: the web form, a call to the office and an import all come here."""

import datetime
import logging
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.db.models import BigAutoField, CharField, Exists
from django.utils import timezone
from django.utils.translation import gettext as _

from events import notifications
from events.actions.seats import Refused, change_overbooked, change_taken, fits, lock
from events.models import Registration, Session, person_key
from events.vocabulary import State
from home.statements import Statement

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Person:
    """Who signs up, as the form has it. ``answers``: id of the question → answer."""

    name: str
    email: str = ""
    phone: str = ""
    language: str = settings.LANGUAGE_CODE
    access_needs: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    photo_consent: bool | None = None
    form_key: str = ""


@dataclass(frozen=True)
class Outcome:
    """``is_new`` is ``False`` where this person had a place already: a second click books nothing."""

    registration: Registration
    is_new: bool


def register(
    session_id: int, person: Person, *, mode: str, people: int = 1, by=None, beyond: bool = False, now=None
) -> Outcome:
    """A seat, or a place on the waiting list, in one transaction with its mail.

    ``by`` is the member of staff who enters it: sign-up that has closed or not opened yet does not hold them up, and
    ``beyond`` lets somebody in although it is full, which is logged.

    Raises:
        Refused: "closed", "full", "mode" or "group", with words for the person.
    """
    with transaction.atomic():
        session = lock(session_id)
        now = now or timezone.now()  # under the lock: the list is in the order of the decisions, and no number shifts
        key = person_key(person.email, person.phone)
        ((has_place, others_wait),) = KNOWN(session=session.pk, person=key, mode=mode)
        if has_place and key:
            return Outcome(session.registrations.active().filter(person=key).first(), is_new=False)
        _check(session, mode, people, by, now)
        registration = Registration(
            session=session,
            mode=mode,
            people=people,
            person=key,
            entered_by=by,
            created_at=now,
            mails=1,
            **vars(person),
        )
        beyond = beyond and by is not None
        # Whoever waits comes first, even when a seat has just become free.
        _place(session, registration, is_fair=beyond or not others_wait, beyond=beyond, now=now)
        registration.save()
        if beyond:
            logger.warning("let in beyond the seats", extra={"session": session.pk, "registration": registration.pk})
        notifications.tell(registration, notifications.ABOUT[registration.state], is_first=True)
        return Outcome(registration, is_new=True)


def register_for_series(
    session_ids: list[int], person: Person, *, mode: str, **options
) -> dict[int, Outcome | Refused]:
    """Several dates in one go, each decided by itself and all of them kept together.

    ``mode`` is a wish: a date that can only be attended the other way is taken that way.
    """
    ways = {row.pk: row.modes() for row in Session.objects.filter(pk__in=session_ids)}
    found: dict[int, Outcome | Refused] = {}
    with transaction.atomic():
        for session_id in sorted(ways):  # always in the same order: two series cannot hold each other up
            try:
                way = mode if mode in ways[session_id] else ways[session_id][0]
                found[session_id] = register(session_id, person, mode=way, **options)
            except Refused as refused:
                found[session_id] = refused
    return found


def _known(session, person, mode):
    """Whether this person has a place already, and whether somebody waits for one of that kind."""
    rows = Registration.objects.filter(session=session)
    return Session.objects.filter(pk=session).values_list(
        Exists(rows.active().filter(person=person)), Exists(rows.waiting().filter(mode=mode))
    )


# Asked under the lock, where each question to the database holds up everybody else: once.
KNOWN = Statement(_known, session=BigAutoField(), person=CharField(), mode=CharField())


def _check(session: Session, mode: str, people: int, by, now: datetime.datetime) -> None:
    if session.is_off:
        raise Refused("closed", _("This does not take place, so nobody can sign up."))
    if by is None and not session.event.takes_registrations:
        raise Refused("closed", _("There is no sign-up for this: just come."))
    if by is None and not session.is_open(now):
        if session.opens_at and now < session.opens_at:
            raise Refused("closed", _("Sign-up has not opened yet."))
        raise Refused("closed", _("Sign-up has closed. Please call: there may still be a way."))
    if mode not in session.modes():
        raise Refused("mode", _("This cannot be attended that way."))
    if people < 1 or (by is None and people > session.group_limit):
        raise Refused("group", _("That many people cannot be signed up at once. Please call us."))


def _place(
    session: Session, registration: Registration, *, is_fair: bool, beyond: bool, now: datetime.datetime
) -> None:
    mode, people = registration.mode, registration.people
    if is_fair and (beyond or fits(session, mode, people)):
        if beyond and not fits(session, mode, people):
            change_overbooked(session, mode, people - session.free(mode))
        change_taken(session, mode, people)
        if session.event.confirm_first and registration.entered_by is None:
            registration.state = State.HELD
            registration.held_until = min(now + datetime.timedelta(hours=session.event.hold_hours), session.closes)
        else:
            registration.state = State.BOOKED
        return
    queue = session.registrations.waiting().filter(mode=mode)
    if not session.has_waiting_list or (session.waiting_limit is not None and queue.count() >= session.waiting_limit):
        raise Refused("full", _("All places are taken."))
    registration.state, registration.queued_at = State.WAITING, now
