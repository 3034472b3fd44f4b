"""What a list shows of a date: its own facts, and the event's words in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page

from directory.cards import ListingCard, card
from directory.models import Listing
from events.models import Session
from events.vocabulary import Format, Mode
from home.addresses import fallback_path, path_of
from home.querysets import open_at


@dataclass(slots=True)
class Seats:
    """How full it is, in words; ``kind`` is for the mark before them: "", "few", "waiting", "full", "cancelled"."""

    text: str
    kind: str = ""


@dataclass(slots=True)
class SessionCard:
    """``url``: the page in the reader's language, or the original inside that language's chrome (``is_fallback``)."""

    session: Session
    url: str
    is_fallback: bool
    show_name: bool = True

    @property
    def event(self):
        return self.session.event

    @property
    def title(self):
        return self.event.title

    @property
    def seats(self) -> list[Seats]:
        return seats_of(self.session)

    @property
    def place(self) -> str:
        """In a word or two: the room, else the town."""
        if self.session.format == Format.ONLINE:
            return ""
        return ", ".join(filter(None, (str(self.event.place), str(self.event.settlement or ""))))


FEW = 5


def seats_of(session: Session) -> list[Seats]:
    """What somebody who thinks of coming has to know; nothing of dates that are over."""
    if session.is_off:
        return [Seats(str(session.get_status_display()).capitalize(), "cancelled")]
    if session.ends <= timezone.now() or not session.event.takes_registrations:
        return []
    return [_seats(session, mode) for mode in session.modes() if session.free(mode) is not None]


def _seats(session: Session, mode: str) -> Seats:
    words = session.room_for(mode)
    if len(session.modes()) > 1:
        words = f"{Mode(mode).label}: {words[:1].lower()}{words[1:]}"
    words = words[:1].upper() + words[1:]
    free = session.free(mode)
    if free:
        return Seats(words, "few" if free <= FEW else "")
    return Seats(words, "waiting" if session.has_waiting_list else "full")


def addresses_of(keys: Iterable, language: str) -> dict:
    """Translation key → ``(path, is_fallback)`` of the open page that a reader of ``language`` gets; one query."""
    wanted = Q(locale__language_code=language) | Q(locale__language_code=settings.LANGUAGE_CODE)
    pages = Page.objects.filter(open_at(), wanted, translation_key__in=set(keys))
    pages = pages.annotate(language=F("locale__language_code"))
    found: dict = {}
    for page in pages.values_list("translation_key", "url_path", "language", named=True):
        if page.language == language:
            found[page.translation_key] = (path_of(page), False)
        else:
            found.setdefault(page.translation_key, (fallback_path(page, language), True))
    return found


def session_cards(sessions: Iterable[Session], language: str) -> list[SessionCard]:
    """Cards in the given order; one query for all their addresses."""
    sessions = list(sessions)
    addresses = addresses_of({row.event_id for row in sessions}, language) if sessions else {}
    return [SessionCard(row, *addresses.get(row.event_id, ("/", False))) for row in sessions]


def organiser_card(facts, language: str) -> ListingCard | None:
    """Of a page's organiser; only one whose own page is open is named."""
    if facts.organiser is None:
        return None
    found = Listing.objects.for_readers_of(language).published().filter(thing=facts.organiser.translation_key)
    listing = found.for_cards().first()
    return card(listing, language) if listing else None
