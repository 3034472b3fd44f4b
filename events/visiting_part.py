"""Visits on the landing page of everything to go out for: what is coming, and where more may be suggested."""

from directory.visiting import Part
from events.addresses import index_of
from events.models import SuggestPage, VisitsPage
from events.visits import visits_of

MOST = 3


def part(language: str) -> Part | None:
    """``None`` where nothing is coming and nothing may be suggested; what is over is on the page of the visits."""
    found = visits_of(VisitsPage.Shows.ALL)
    series = next((row for row in found.series if row.sessions), None)
    visits = [card for card in found.singles if card.session][:MOST]
    suggest = index_of(SuggestPage.objects.filter(asks=SuggestPage.Asks.OUTING), language)
    if not (series or visits or suggest[1]):
        return None
    title, url, foreign = index_of(VisitsPage.objects.filter(shows=VisitsPage.Shows.ALL), language)
    if not (series or visits):
        (title, _url, foreign), url = suggest, ""
    return Part(
        "visits", title, url, foreign, template="events/_visits_part.html",
        context={"series": series, "visits": visits, "suggest": suggest},
    )  # fmt: skip
