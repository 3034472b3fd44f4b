"""After its time nobody's name is kept: what stays are numbers."""

import datetime
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from events.models import Registration, Session
from home.models import OutboxMessage

EMPTY = {"name": "", "email": "", "phone": "", "access_needs": "", "answers": {}, "photo_consent": None, "person": ""}


def anonymise_due(now=None) -> dict[str, int]:
    """Sessions over for longer than their event keeps names. Running it twice does no harm."""
    now = now or timezone.now()
    rows = Session.objects.filter(anonymised_at=None, ends__lt=now).select_related("event").order_by("event", "ends")
    count = 0
    for _event, sessions in groupby(rows, key=lambda session: session.event_id):
        sessions = list(sessions)
        # The last day of the whole event counts: a series needs its people until its end.
        last = Session.objects.filter(event=sessions[0].event_id).order_by("-ends").first()
        if last.ends + datetime.timedelta(days=last.event.retention_days) <= now:
            count += sum(anonymise_session(session, now) for session in sessions)
    return {"anonymised": count} if count else {}


@transaction.atomic
def anonymise_session(session: Session, now=None) -> int:
    """Erase who they were; how many came, from when on and in which language stays."""
    rows = list(Registration.objects.filter(session=session))
    for registration in rows:
        _forget_mails(registration)
    count = Registration.objects.filter(session=session).exclude(name="", email="", phone="").update(**EMPTY)
    Session.objects.filter(pk=session.pk).update(anonymised_at=now or timezone.now())
    return count


@transaction.atomic
def forget(registration: Registration) -> None:
    """One person's wish: their data go at once; a seat they still had is given up before (events.actions.change)."""
    _forget_mails(registration)
    Registration.objects.filter(pk=registration.pk).update(**EMPTY)


def _forget_mails(registration: Registration) -> None:
    OutboxMessage.objects.filter(occasion__startswith=f"registration-{registration.pk}-").delete()
