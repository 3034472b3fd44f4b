"""Dates as staff see them: with seats and who waits, whatever their state."""

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from events.models import Registration, Session
from events.vocabulary import State


def with_queue(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Each with its event, and as ``waiting`` how many people hope for a seat."""
    waiting = Registration.objects.filter(session=OuterRef("pk"), state=State.WAITING).order_by().values("session")
    people = waiting.annotate(total=Sum("people")).values("total")
    return sessions.select_related("event").annotate(waiting=Coalesce(Subquery(people, output_field=IntegerField()), 0))


def dates_of(page) -> list[Session]:
    """Dates of a page, published or not, the earliest first."""
    return list(with_queue(Session.objects.filter(event=page.translation_key)).order_by("starts", "pk"))
