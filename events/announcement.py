"""What the page of a training or an event shows of its dates."""

from django.utils import timezone
from django.utils.translation import get_language

from events.cards import organiser_card
from events.models import Event, Session


def announcement(page, request) -> dict:
    """``event``, its dates ``coming`` and ``past``, ``place``, ``organiser`` (a card), ``next_session`` to sign up for."""
    facts, now, language = page.source, timezone.now(), get_language()
    event = Event.objects.filter(key=page.translation_key).first()
    sessions = list(Session.objects.filter(event=event).order_by("starts", "pk")) if event else []
    for session in sessions:
        session.event = event
    coming = [row for row in sessions if row.ends > now]
    return {
        "facts": facts,
        "event": event,
        "coming": coming,
        "past": [row for row in sessions if row.ends <= now],
        "next_session": next((row for row in coming if event.takes_registrations and row.is_open(now)), None),
        "place": page.place,
        "organiser": organiser_card(facts, language),
        "is_over": bool(sessions) and not coming,
    }
