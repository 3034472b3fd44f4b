"""On a profile's page in the portal: its coming events with their seats, what it has proposed, and the way to propose."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from directory.models import Profile, Submission
from directory.portal.panels import Panel
from events.models import EventPage, Session
from events.staff.overview import with_queue
from home.addresses import fallback_path, path_of

MOST = 6


def panel(profile: Profile, user) -> Panel:
    own = Session.objects.filter(event__organiser=profile).coming()
    rows = list(with_queue(own)[:MOST])
    paths = _paths([session.event_id for session in rows])
    dates = [
        {"session": row, "path": paths.get(row.event_id, ""), "seats": [_seats(row, mode) for mode in row.modes()]}
        for row in rows
    ]
    pages = EventPage.objects.filter(organiser__translation_key=profile.pk, live=False).values("pk")
    sent = Submission.objects.filter(page__in=pages, state__in=[Submission.State.WAITING, Submission.State.RETURNED])
    context = {"dates": dates, "sent": list(sent.select_related("page").order_by("sent_at"))}
    return Panel("events", _("What is coming"), "portal/panels/events.html", context)


def _paths(keys: list) -> dict:
    """Event → where its page is for the reader's language; nothing for one that is not published."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    pages = Page.objects.filter(translation_key__in=keys, live=True).select_related("locale")
    found = {}
    for page in sorted(pages, key=lambda page: page.locale.language_code == language):
        page.language = page.locale.language_code
        own = page.language == language
        found[page.translation_key] = path_of(page) if own else fallback_path(page, language)
    return found


def _seats(session: Session, mode: str) -> dict:
    return {"mode": mode.label, "taken": session.taken(mode), "of": session.seats(mode)}
