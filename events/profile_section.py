"""What an organiser has in the calendar, on its profile."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.settlement_sections import Section
from events.cards import session_cards
from events.models import Session

MOST = 4


def section(page) -> Section | None:
    rows = Session.objects.published().coming().by(page.translation_key).for_cards()[:MOST]
    cards = session_cards(rows, get_language())
    query = f"organiser={page.translation_key}"
    return Section(_("What is coming"), "events/_coming.html", {"cards": cards, "query": query}) if cards else None
