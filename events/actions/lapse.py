"""Held and offered seats whose time has passed go on to the next. For the worker's tick."""

from django.db import transaction
from django.utils import timezone

from events import notifications
from events.actions.seats import end, let_in, lock
from events.models import Registration
from events.vocabulary import State


def lapse_due(now=None) -> dict[str, int]:
    """Each session in a transaction of its own. Running it twice does no harm."""
    now = now or timezone.now()
    due = Registration.objects.filter(state__in=(State.HELD, State.OFFERED), held_until__lte=now)
    count = sum(_lapse(session_id, now) for session_id in sorted(set(due.values_list("session", flat=True))))
    return {"lapsed": count} if count else {}


@transaction.atomic
def _lapse(session_id: int, now) -> int:
    session = lock(session_id)
    due = session.registrations.filter(state__in=(State.HELD, State.OFFERED), held_until__lte=now).order_by("pk")
    rows = list(due)
    for registration in rows:
        registration.session = session
        end(session, registration, State.LAPSED, now)
        notifications.tell(registration, "lapsed")
    let_in(session, now)
    return len(rows)
