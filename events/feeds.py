"""The calendar for people's own programs: iCalendar (RFC 5545, 7986) and Atom, for any choice of the calendar."""

import datetime
import hashlib

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from events import ical
from events.cards import SessionCard, session_cards
from events.filters import CalendarFilter
from events.models import Session
from home.navigation import frame_for, load_settings

# What is over stays in people's calendars for so long, and what is far away is not told yet.
BEHIND, AHEAD = datetime.timedelta(days=60), datetime.timedelta(days=730)
MOST = 5000
LATEST = 50


def _sessions(request):
    """Dates of the choice that the address makes.

    Raises:
        Http404: part of the choice is not understood: a subscription must not silently become another one.
    """
    form = CalendarFilter(request.GET)
    if not form.is_valid():
        raise Http404
    return form.narrow(Session.objects.published()), form


def _entries(cards: list[SessionCard]) -> list[ical.Entry]:
    """In the active language; what the dates of one event share is written once."""
    titles: dict = {}
    places: dict = {}
    entries = []
    for card in cards:
        session, event = card.session, card.event
        if event.pk not in titles:
            titles[event.pk] = str(event.title)
        if (event.pk, session.format) not in places:
            places[event.pk, session.format] = ical.place_of(session)
        title = f"{titles[event.pk]}: {session.name}" if session.name else titles[event.pk]
        url = settings.SITE_URL + card.url
        lines = [str(session.reason)] if session.is_off and session.reason else []
        location = places[event.pk, session.format]
        entries.append(
            ical.Entry(session, summary=title, description="\n".join([*lines, url]), location=location, url=url)
        )
    return entries


def _answer(body: bytes, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    patch_cache_control(response, public=True, no_cache=True)
    return response


def _etag_of(request, sessions) -> str:
    """Of everything that the file tells: which dates, their newest change, their words and places."""
    # As text: nobody reads them, and thousands of rows are quicker compared than understood.
    words = ("changed_at", "event__title", "event__place")
    rows = sessions.order_by("pk").values_list(
        "pk", "sequence", "status", "event__address", "event__settlement", *(Cast(name, TextField()) for name in words)
    )
    told = (request.get_full_path(), get_language(), list(rows))
    return f'"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'


def _in_reach(request):
    sessions, _form = _sessions(request)
    now = timezone.now()
    return sessions.between(now - BEHIND, now + AHEAD)


@require_safe
@condition(etag_func=lambda request: _etag_of(request, _in_reach(request)))
def calendar_feed(request) -> HttpResponse:
    """Everything dated of the choice, in the language of the address."""
    cards = session_cards(_in_reach(request).for_feed()[:MOST], get_language())
    name = _name_of(request, str(load_settings(request)))
    body = ical.calendar(_entries(cards), name=name, url=settings.SITE_URL + request.get_full_path())
    return _answer(body, _("calendar"))


def _name_of(request, site: str) -> str:
    form = CalendarFilter(request.GET)
    form.is_valid()
    chosen = [form.cleaned_data.get(name) for name in ("place", "topic", "organiser")]
    words = [str(value) for value in chosen if value]
    return f"{', '.join(words)} – {site}" if words else site


def _of_event(request, key):
    return Session.objects.published().filter(event=key).order_by("starts", "pk")


@require_safe
@condition(etag_func=lambda request, key: _etag_of(request, _of_event(request, key)))
def event_calendar(request, key) -> HttpResponse:
    """All dates of one event.

    Raises:
        Http404: there is no such event, or readers may not see it.
    """
    cards = session_cards(_of_event(request, key).for_feed(), get_language())
    if not cards:
        raise Http404
    body = ical.calendar(_entries(cards), name=str(cards[0].title))
    return _answer(body, f"{cards[0].session.starts:%Y-%m-%d}")


class CalendarAtomFeed(Feed):
    """The dates that are coming, the ones announced or changed last first; the same parameters as the calendar.

    Raises:
        Http404: part of the choice is not understood.
    """

    feed_type = Atom1Feed

    def get_object(self, request):
        self.frame, self.request = frame_for(request), request
        sessions, _form = _sessions(request)
        rows = sessions.coming().for_cards().order_by("-changed_at", "pk")[:LATEST]
        return session_cards(rows, get_language())

    def title(self, cards):
        return f"{_('Calendar')} – {_name_of(self.request, str(self.frame.settings))}"

    def link(self, cards):
        return settings.SITE_URL + self.frame.home_url

    def feed_url(self, cards):
        return settings.SITE_URL + self.request.get_full_path()

    def items(self, cards):
        return cards

    def item_title(self, card):
        return f"{card.title}, {card.session.when}"

    def item_description(self, card):
        words = [card.place, *(seats.text for seats in card.seats)]
        return " · ".join(word for word in words if word)

    def item_link(self, card):
        return settings.SITE_URL + card.url

    def item_guid(self, card):
        return f"urn:uuid:{card.session.uid}"

    item_guid_is_permalink = False

    def item_pubdate(self, card):
        return card.session.changed_at

    def item_updateddate(self, card):
        return card.session.changed_at
