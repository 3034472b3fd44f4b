"""A message to the people of a date."""

from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from events import notifications
from events.actions.seats import lock
from events.models import Registration, Session
from events.staff.forms import MessageForm
from events.staff.permissions import page_of
from events.vocabulary import State

# Nobody is written to who has not said that the address is theirs.
STATES = {
    MessageForm.WITH_PLACE: (State.BOOKED, State.OFFERED),
    MessageForm.WAITING: (State.WAITING,),
    MessageForm.ALL: (State.BOOKED, State.OFFERED, State.WAITING),
}


def readers(session: Session, to: str) -> QuerySet[Registration]:
    """Those who would get it: the others have left a phone number alone."""
    return session.registrations.filter(state__in=STATES[to]).exclude(email="").order_by("pk")


@transaction.atomic
def send(session: Session, *, to: str, subject: str, text: str, key: str, user) -> int:
    """How many mails were written. ``key``: of this message; sent once, however often the button is pressed."""
    lock(session.pk)  # two clicks are decided one after the other
    page = page_of(session.event)
    if PageLogEntry.objects.filter(page=page.pk, action="events.message", data__key=key).exists():
        return 0
    rows = list(readers(session, to))
    for row in rows:
        row.session = session
        notifications.tell(row, "message", subject=subject, text=text)
    log(page, "events.message", user=user, data={"session": session.pk, "mails": len(rows), "key": key})
    return len(rows)
