"""The closed lists of dated things."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    """What a dated thing is; the first filter of the calendar."""

    TRAINING = "training", _("Training")
    MEETING = "meeting", _("Meeting")
    GATHERING = "gathering", _("Event")
    VISIT = "visit", _("Visit")
    EXCURSION = "excursion", _("Excursion")
    FESTIVAL = "festival", _("Conversation festival")


# What people go out for, to be with others where those live.
OUTINGS = (EventKind.VISIT, EventKind.EXCURSION, EventKind.FESTIVAL)


class Format(TextChoices):
    IN_PERSON = "in-person", _("In person")
    ONLINE = "online", _("Online")
    BOTH = "both", _("In person and online")


class Mode(TextChoices):
    """How one person takes part."""

    ROOM = "room", _("in person")
    ONLINE = "online", _("online")


class Status(TextChoices):
    PLANNED = "planned", _("planned")
    CONFIRMED = "confirmed", _("takes place")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")
    DONE = "done", _("over")


class State(TextChoices):
    """Of a registration. ``TAKING`` ones take seats, ``QUEUED`` ones wait for one."""

    HELD = "held", _("to be confirmed")
    BOOKED = "booked", _("has a place")
    OFFERED = "offered", _("has been offered a place")
    WAITING = "waiting", _("on the waiting list")
    GIVEN_UP = "given-up", _("gave the place up")
    LAPSED = "lapsed", _("did not answer in time")
    CANCELLED = "cancelled", _("cancelled by staff")


TAKING = (State.HELD, State.BOOKED, State.OFFERED)
ACTIVE = (*TAKING, State.WAITING)
