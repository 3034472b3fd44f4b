"""Mails that come by the clock: days before, an hour before, afterwards; and what staff have to decide.

The outbox knows who has had which: asked twice, one is written. A date that was moved is reminded of anew.
"""

import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from events import notifications
from events.models import Session
from events.vocabulary import State, Status
from home.dates import datetime_text
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import OutboxMessage, SiteSettings

DAYS_BEFORE = datetime.timedelta(days=3)
HOUR_BEFORE = datetime.timedelta(hours=1)
# Who has signed up within the last day knows well enough.
FRESH = datetime.timedelta(days=1)
# Thanks come the next morning and never long after: a worker that slept for a week writes none.
THANKS_AFTER, THANKS_UNTIL = datetime.timedelta(hours=12), datetime.timedelta(days=5)
DECIDE_BEFORE = datetime.timedelta(days=1)


def remind_due(now=None) -> dict[str, int]:
    """Every mail that is due now; those of one date in one transaction."""
    now = now or timezone.now()
    rows = Session.objects.select_related("event__settlement")
    coming = rows.filter(status__in=(Status.PLANNED, Status.CONFIRMED))
    days = coming.filter(starts__gt=now + HOUR_BEFORE, starts__lte=now + DAYS_BEFORE)
    hour = coming.filter(starts__gt=now, starts__lte=now + HOUR_BEFORE)
    over = rows.exclude(status__in=(Status.CANCELLED, Status.POSTPONED)).filter(
        ends__lte=now - THANKS_AFTER, ends__gt=now - THANKS_UNTIL, anonymised_at=None
    )
    undecided = coming.filter(decide_at__gt=now, decide_at__lte=now + DECIDE_BEFORE)
    counts = {
        "reminded": sum(_tell(session, "reminder", created_at__lte=now - FRESH) for session in days),
        "soon": sum(_tell(session, "soon") for session in hour),
        "thanked": sum(_tell(session, "thanks", attended__gt=0) for session in over),
        "to_decide": sum(_ask(session) for session in undecided),
    }
    return counts if any(counts.values()) else {}


@transaction.atomic
def _tell(session: Session, what: str, **condition) -> int:
    booked = session.registrations.filter(state=State.BOOKED, **condition).exclude(email="")
    waiting = {notifications.occasion_of(row, session, what): row for row in booked}
    told = set(OutboxMessage.objects.filter(occasion__in=list(waiting)).values_list("occasion", flat=True))
    rows = [row for occasion, row in waiting.items() if occasion not in told]
    for row in rows:
        row.session = session
        notifications.tell(row, what)
    return len(rows)


@transaction.atomic
def _ask(session: Session) -> int:
    """Tell staff that it has to be decided whether it takes place, and how many have signed up."""
    config = SiteSettings.objects.order_by("pk").first()
    to = session.event.email or (config.email if config else "")
    occasion = f"decide-{session.pk}-{session.decide_at:%Y%m%d%H}"
    if not to or OutboxMessage.objects.filter(occasion=occasion).exists():
        return 0
    with override(settings.LANGUAGE_CODE):
        people = session.taken_room + session.taken_online
        words = {"title": str(session.event.title), "until": datetime_text(session.decide_at), "when": session.when}
        sentences = [
            _("Please decide until %(until)s whether it takes place, %(when)s.") % words,
            ngettext("%(count)s person has signed up.", "%(count)s people have signed up.", people) % {"count": people},
        ]
        if session.minimum:
            sentences.append(
                ngettext("At least %(count)s is needed.", "At least %(count)s are needed.", session.minimum)
                % {"count": session.minimum}
            )
        if session.depends_on_weather:
            sentences.append(_("It depends on the weather."))
        subject = _("To decide: %(title)s") % words
        text, html = render(
            "event", language=settings.LANGUAGE_CODE, subject=subject, heading=_("Does it take place?"),
            sentences=sentences, action=(_("Decide"), settings.SITE_URL + reverse("event_people", args=[session.pk])),
            facts=[], phone="", manage="",
        )  # fmt: skip
    enqueue(occasion=occasion, recipient=to, subject=subject, text=text, html=html, language=settings.LANGUAGE_CODE)
    return 1
