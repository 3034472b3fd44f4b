"""Dates as staff see them: with seats, whatever their state."""

from events.models import Session


def dates_of(page) -> list[Session]:
    """Dates of a page, published or not, the earliest first."""
    return list(Session.objects.filter(event=page.translation_key).select_related("event").order_by("starts", "pk"))
