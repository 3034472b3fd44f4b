"""What an organiser has in the calendar, on its profile: dates to visit it, and everything else."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.settlement_sections import Section
from events.cards import session_cards
from events.models import Session
from events.vocabulary import OUTINGS

MOST = 4


def visits(page) -> Section | None:
    """Dates on which guests are welcome."""
    return _section(page, _("Visit us on these dates"), _coming(page).of_kind(*OUTINGS))


def section(page) -> Section | None:
    return _section(page, _("What is coming"), _coming(page).except_of(*OUTINGS))


def _coming(page):
    return Session.objects.published().coming().by(page.translation_key)


def _section(page, title: str, sessions) -> Section | None:
    cards = session_cards(sessions.for_cards()[:MOST], get_language())
    query = f"organiser={page.translation_key}"
    return Section(title, "events/_coming.html", {"cards": cards, "query": query}) if cards else None
