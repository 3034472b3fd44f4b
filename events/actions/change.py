"""What a person does with their own place, by the signed link or through the office."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events import notifications
from events.actions.seats import Refused, change_taken, end, fits, give_back, let_in, lock_of
from events.models import Registration
from events.vocabulary import TAKING, State

MOST_BY_STAFF = 200


@transaction.atomic
def confirm(registration: Registration, now=None) -> Registration:
    """Say yes to a seat that is held or offered. Saying it twice does no harm.

    Raises:
        Refused: "waiting" when there is no place yet, "late" when the deadline has passed, "gone" when the place has been
            given up.
    """
    now = now or timezone.now()
    session, registration = lock_of(registration)
    if registration.state == State.BOOKED:
        return registration
    if registration.state == State.WAITING:
        raise Refused("waiting", _("No place is free for you yet. We write as soon as one is."))
    offered = registration.state in (State.HELD, State.OFFERED)
    if not offered and registration.state != State.LAPSED:
        raise Refused("gone", _("This place has been given up."))
    if session.is_off:
        raise Refused("closed", _("This does not take place, so nobody can sign up."))
    if not offered or (registration.held_until and registration.held_until <= now):
        raise Refused("late", _("The time to answer has passed, and the place went on to the next."))
    registration.state, registration.held_until = State.BOOKED, None
    registration.save(update_fields=["state", "held_until"])
    notifications.tell(registration, "booked")
    return registration


@transaction.atomic
def give_up(registration: Registration, *, by=None, now=None) -> Registration:
    """The place, or the place in the queue. Whoever waits longest is asked at once."""
    now = now or timezone.now()
    session, registration = lock_of(registration)
    if registration.is_active:
        end(session, registration, State.CANCELLED if by else State.GIVEN_UP, now)
        notifications.tell(registration, "given-up")
        let_in(session, now)
    return registration


@transaction.atomic
def change_people(registration: Registration, people: int, now=None, *, by=None) -> Registration:
    """A larger or smaller group. ``by``, a member of staff, is held up by seats alone, as in ``register``.

    Raises:
        Refused: "full" when there are not so many seats, "group", "closed" or "gone".
    """
    now = now or timezone.now()
    session, registration = lock_of(registration)
    more = people - registration.people
    if not registration.is_active:
        raise Refused("gone", _("This place has been given up."))
    if people < 1 or people > (session.group_limit if by is None else MOST_BY_STAFF):
        raise Refused("group", _("That many people cannot be signed up at once. Please call us."))
    if more > 0 and by is None and not session.is_open(now):
        raise Refused("closed", _("Sign-up has closed. Please call: there may still be a way."))
    if registration.state in TAKING:
        waiting = session.registrations.waiting().filter(mode=registration.mode).exists()
        if more > 0 and (waiting or not fits(session, registration.mode, more)):
            raise Refused("full", _("There are not that many free places."))
        if more < 0:
            give_back_some(session, registration, -more)
        else:
            change_taken(session, registration.mode, more)
    registration.people = people
    registration.save(update_fields=["people"])
    if more < 0:
        let_in(session, now)
    if more:
        notifications.tell(registration, "changed-group")
    return registration


def give_back_some(session, registration: Registration, people: int) -> None:
    part = Registration(state=registration.state, mode=registration.mode, people=people)
    give_back(session, part)


@transaction.atomic
def change_mode(registration: Registration, mode: str, now=None, *, by=None) -> Registration:
    """From the room to online or back, where there is a free place: a full room need not be the end.

    Raises:
        Refused: "full", "mode", "closed" or "gone".
    """
    now = now or timezone.now()
    session, registration = lock_of(registration)
    if not registration.is_active:
        raise Refused("gone", _("This place has been given up."))
    if mode not in session.modes():
        raise Refused("mode", _("This cannot be attended that way."))
    if mode == registration.mode:
        return registration
    if by is None and not session.is_open(now):
        raise Refused("closed", _("Sign-up has closed. Please call: there may still be a way."))
    waiting = session.registrations.waiting().filter(mode=mode).exists()
    if waiting or not fits(session, mode, registration.people):
        raise Refused("full", _("All places are taken."))
    give_back(session, registration)
    change_taken(session, mode, registration.people)
    registration.mode = mode
    if registration.state != State.HELD:  # a mailbox that has to be confirmed still has to be
        registration.state, registration.held_until, registration.queued_at = State.BOOKED, None, None
        notifications.tell(registration, "booked")
    registration.save(update_fields=["mode", "state", "held_until", "queued_at"])
    let_in(session, now)
    return registration
