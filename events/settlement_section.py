"""What is on, on the page of a settlement."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.settlement_sections import Section
from events.cards import session_cards
from events.models import Session

MOST = 4


def section(request, settlement) -> Section | None:
    rows = Session.objects.published().coming().at(settlement).for_cards()[:MOST]
    cards = session_cards(rows, get_language())
    return (
        Section(_("What is coming"), "events/_coming.html", {"cards": cards, "query": f"place={settlement.slug}"})
        if cards
        else None
    )


def in_use(language: str) -> set[str]:
    rows = Session.objects.published().coming().exclude(event__settlement=None).order_by()
    return set(rows.values_list("event__settlement__slug", flat=True))
