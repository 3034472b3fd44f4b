"""What an excursion's page shows of its dates: those that are coming, and where to sign up for the next."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from directory.departures import Departures
from directory.settlement_sections import Section
from events.excursions import ExcursionDates
from events.jsonld import events
from events.models import Event, Session

MOST = 6


def departures(page) -> Departures:
    """Two queries; two more where there are dates."""
    now = timezone.now()
    event = Event.objects.filter(key=page.translation_key).first()
    coming = list(Session.objects.filter(event=event).coming(now)[:MOST]) if event else []
    for session in coming:
        session.event = event
    found = Departures(json_ld=events(ExcursionDates(page)) if coming else [])
    if coming:
        found.section = Section(gettext("With a guide"), "events/_departures.html", {"dates": coming, "event": event})
        following = next((row for row in coming if event.takes_registrations and row.is_open(now)), None)
        if following:
            found.next_url = reverse("sign_up", args=[following.pk])
            found.next_words = gettext("Sign up") if following.has_room else gettext("Join the waiting list")
    return found
