"""What is on, as a layer of the directory's map: the next date of each event that is held at a place."""

from directory.map_layers import Spot
from events.cards import session_cards
from events.models import Session
from events.vocabulary import Format, Status

MOST = 60


def spots(language: str) -> list[Spot]:
    """Two queries, whatever there is."""
    rows = Session.objects.published().coming().exclude(status__in=(Status.CANCELLED, Status.POSTPONED))
    rows = rows.exclude(format=Format.ONLINE).exclude(event__point=None).for_cards()
    found: dict = {}
    for row in rows[: MOST * 4]:
        found.setdefault(row.event_id, row)
    return [
        Spot(
            kind="event",
            longitude=round(card.event.point.x, 5),
            latitude=round(card.event.point.y, 5),
            title=str(card.title),
            words=f"{card.event.get_kind_display()}, {card.session.when}",
            url=card.url,
            language="" if card.title.language == language else card.title.language,
        )
        for card in session_cards(list(found.values())[:MOST], language)
    ]
