"""On a profile's page in the portal: its coming events with their seats, what it has proposed, and the way to propose."""

from django.utils.translation import gettext_lazy as _

from directory.models import Profile, Submission
from directory.portal.panels import Panel
from events.addresses import event_path
from events.models import EventPage, Session
from events.staff.overview import with_queue

MOST = 6


def panel(profile: Profile, user) -> Panel:
    own = Session.objects.filter(event__organiser=profile).coming()
    dates = [
        {"session": session, "path": event_path(session.event), "seats": [_seats(session, mode) for mode in session.modes()]}
        for session in with_queue(own)[:MOST]
    ]  # fmt: skip
    pages = EventPage.objects.filter(organiser__translation_key=profile.pk, live=False).values("pk")
    sent = Submission.objects.filter(page__in=pages, state__in=[Submission.State.WAITING, Submission.State.RETURNED])
    context = {"dates": dates, "sent": list(sent.select_related("page").order_by("sent_at"))}
    return Panel("events", _("What is coming"), "portal/panels/events.html", context)


def _seats(session: Session, mode: str) -> dict:
    return {"mode": mode.label, "taken": session.taken(mode), "of": session.seats(mode)}
