"""An event that somebody suggests: kept for the editors, told to them, and made a draft by one click."""

import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.models import CalendarPage, EventPage, Session, Suggestion
from events.models.suggestion import KEPT_DAYS
from events.read_model import event_of
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import SiteSettings

HOURS = 2


@transaction.atomic
def send_suggestion(suggestion: Suggestion) -> Suggestion:
    """Keep it and tell the editors, in the site's main language."""
    suggestion.save()
    config = SiteSettings.objects.order_by("pk").first()
    if config is None or not config.email:
        return suggestion
    with override(settings.LANGUAGE_CODE):
        subject = _("Suggested event: %(title)s") % {"title": suggestion.title}
        text, html = render(
            "event", language=settings.LANGUAGE_CODE, subject=subject, heading=_("Somebody suggests an event"),
            sentences=[suggestion.title, suggestion.place, suggestion.text],
            action=(_("Look at it"), settings.SITE_URL + reverse("wagtailsnippets_events_suggestion:list")),
            facts=[], phone="", manage="",
        )  # fmt: skip
    enqueue(
        occasion=f"suggestion-{suggestion.pk}", recipient=config.email, subject=subject, text=text, html=html,
        language=settings.LANGUAGE_CODE, confidential=True,
    )  # fmt: skip
    return suggestion


@transaction.atomic
def take(suggestion: Suggestion, parent: CalendarPage, user) -> EventPage:
    """A draft in the calendar with its date; nothing of who sent it."""
    page = EventPage(
        title=suggestion.title, lead=suggestion.text[:400], place_name=suggestion.place[:160], live=False,
        locale=parent.locale, owner=user,
    )  # fmt: skip
    parent.add_child(instance=page)
    page.save_revision(user=user)
    ends = suggestion.ends or suggestion.starts + datetime.timedelta(hours=HOURS)
    event = event_of(page)
    event.takes_registrations = False
    event.save(update_fields=["takes_registrations"])
    Session.objects.create(event=event, starts=suggestion.starts, ends=ends)
    suggestion.state, suggestion.page = Suggestion.State.TAKEN, page
    suggestion.save(update_fields=["state", "page"])
    return page


def forget_due(now=None) -> dict[str, int]:
    """What was decided or lay too long goes, and with it who sent it."""
    before = (now or timezone.now()) - datetime.timedelta(days=KEPT_DAYS)
    count, _rows = Suggestion.objects.filter(created_at__lt=before).delete()
    return {"forgotten": count} if count else {}
