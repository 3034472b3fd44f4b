"""Words of dated things in templates."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import get_language, gettext, ngettext

from directory import base_map
from directory.cards import card
from directory.models import Listing
from directory.vocabulary import Access, Language
from events.addresses import calendar_path, index_of
from events.cards import seats_of
from events.dated_cards import DatedCard, Series
from events.forms import NO, YES
from events.front_page import next_dates, next_series
from events.links import manage_path
from events.models import Session, SuggestPage, VisitsPage
from events.vocabulary import EventKind, Status
from home.dates import DASH, as_day, clock_text, datetime_text, is_latvian, needs_year, range_text

register = template.Library()
register.simple_tag(next_dates)
register.simple_tag(next_series)

CHAIN_SIZE = (640, 520)  # pixels of the picture
CHAIN_PAD = 0.05  # degrees around the chain


@register.simple_tag
def kind_label(kind: str) -> str:
    return str(EventKind(kind).label)


@register.filter
def seats(session: Session) -> list:
    return seats_of(session)


@register.simple_tag
def sign_up_words(session: Session) -> str:
    """What the button says: signing up, or joining the queue when every way of coming is full."""
    return gettext("Sign up") if session.has_room else gettext("Join the waiting list")


@register.filter
def conditions(session: Session) -> list[str]:
    """What its taking place depends on: how many come, and the weather; when that is said. Nothing once it is over."""
    now = timezone.now()
    if session.is_off or session.ends <= now:
        return []
    found = []
    if session.minimum and session.status == Status.PLANNED:
        missing = session.minimum - session.taken_room - session.taken_online
        found.append(
            ngettext(
                "%(count)s more person is needed for it to take place.",
                "%(count)s more people are needed for it to take place.",
                missing,
            )
            % {"count": missing}
            if missing > 0
            else gettext("Enough people have signed up.")
        )
    is_decided = session.status == Status.CONFIRMED and (session.minimum or session.depends_on_weather)
    if session.decide_at and session.decide_at > now and (session.depends_on_weather or session.minimum):
        words = gettext("By %(when)s we say whether the weather allows it.")
        if not session.depends_on_weather:
            words = "" if is_decided else gettext("By %(when)s we say whether it takes place.")
        found += [words % {"when": datetime_text(session.decide_at)}] if words else []
    elif is_decided:
        found.append(gettext("It takes place for sure."))
    elif session.depends_on_weather:
        found.append(gettext("If the weather allows."))
    return found


@register.inclusion_tag("events/_chain_map.html", takes_context=True)
def chain_map(context, series: Series) -> dict:
    """Stops of a series that have a place, numbered and joined in their order; a town stands in for the exact spot."""
    placed = [(number, stop, place) for number, stop in enumerate(series.stops, 1) if (place := _place_of(stop))]
    if not placed:
        return {"drawing": ""}
    points = [base_map.Point(*place, "visit", stop.title, number=number) for number, stop, place in placed]
    line = tuple(place for _number, _stop, place in placed)
    label = ngettext("Map with %(n)s visit", "Map with %(n)s visits", len(points)) % {"n": len(points)}
    drawing = base_map.svg(
        _around(line), *CHAIN_SIZE, list(reversed(points)), label=label, ident="chain", ways=[line] if line[1:] else ()
    )
    return {"drawing": drawing, "credit": context["frame"].settings.map_credit}


def _place_of(stop: DatedCard) -> tuple[float, float] | None:
    point = stop.event and (stop.event.point or getattr(stop.event.settlement, "point", None))
    return (round(point.x, 5), round(point.y, 5)) if point else None


def _around(line) -> tuple[float, float, float, float]:
    lons, lats = zip(*line, strict=True)
    return min(lons) - CHAIN_PAD, min(lats) - CHAIN_PAD / 2, max(lons) + CHAIN_PAD, max(lats) + CHAIN_PAD / 2


@register.filter
def clock(value) -> str:
    return clock_text(value)


@register.filter
def clock_range(first, last) -> str:
    """``18.00–20.00``; what lasts longer than a day is written with its days."""
    if as_day(first) == as_day(last):
        return f"{clock_text(first)}{DASH}{clock_text(last)}"
    return range_text(first, last)


@register.filter
def month_name(value, year: str = "") -> str:
    """``Decembris``; with the year where it is another one, or always: ``2026. gada decembris``."""
    day, name = as_day(value), str(MONTHS[as_day(value).month])
    if not year and not needs_year(day):
        return name[:1].upper() + name[1:]
    return f"{day.year}. gada {name.lower()}" if is_latvian() else f"{name} {day.year}"


@register.simple_tag
def date_badge(value) -> dict:
    """Parts of a day, written apart: day, month, weekday; the year only where it is another one."""
    day = as_day(value)
    month, weekday = str(MONTHS[day.month]), str(WEEKDAYS[day.weekday()])
    if is_latvian():
        month, weekday = month.lower(), weekday.lower()
    year = "" if not needs_year(day) else str(day.year)
    return {"iso": day.isoformat(), "day": day.day, "month": month, "weekday": weekday, "year": year}


@register.simple_tag
def weekdays() -> list[dict]:
    """Monday first: full name and one letter."""
    names = [str(WEEKDAYS[number]) for number in range(7)]
    return [{"name": name.lower() if is_latvian() else name, "letter": name[0].upper()} for name in names]


def _names(values, choices) -> str:
    labels = dict(choices)
    return ", ".join(str(labels[value]) for value in values if value in labels)


@register.simple_tag
def language_names(values) -> str:
    return _names(values, Language.choices)


@register.simple_tag
def access_names(values) -> str:
    return _names(values, Access.choices)


@register.simple_tag
def venue_link(venue):
    """The room's card where its page is open to everybody, else ``None``."""
    if venue is None:
        return None
    language = get_language()
    found = Listing.objects.for_readers_of(language).published().filter(thing=venue.translation_key)
    listing = found.for_cards().first()
    return card(listing, language) if listing else None


@register.simple_tag
def suggest_url() -> str:
    """Where readers of this language suggest an event; ``""`` where the site has no such page."""
    return index_of(SuggestPage.objects.filter(asks=SuggestPage.Asks.EVENT), get_language())[1]


@register.simple_tag
def suggest_outing_url() -> str:
    """Where readers of this language suggest a visit, a route or a place; ``""`` where the site has no such page."""
    return index_of(SuggestPage.objects.filter(asks=SuggestPage.Asks.OUTING), get_language())[1]


@register.simple_tag
def visits_url() -> str:
    """The list of visits for readers of this language; ``""`` where the site has none."""
    return index_of(VisitsPage.objects.filter(shows=VisitsPage.Shows.ALL), get_language())[1]


@register.simple_tag
def webcal_url(query: str = "") -> str:
    """The address that a calendar program subscribes to by itself."""
    path = reverse("calendar_feed")
    return f"webcal://{settings.SITE_HOST}{path}" + (f"?{query}" if query else "")


@register.simple_tag
def calendar_url(query: str = "") -> str:
    """The calendar of readers of this language; ``""`` where the site has none."""
    path = calendar_path(get_language())
    return f"{path}?{query}" if path and query else path


@register.simple_tag
def manage_url(registration) -> str:
    """The page of somebody's place, in the language of the reader."""
    return manage_path(registration, get_language())


@register.simple_tag
def answers_of(registration, questions: dict[str, str]) -> list[tuple[str, str]]:
    """Question → answer, in words, of those that were answered."""
    words = {YES: gettext("yes"), NO: gettext("no")}
    return [
        (text, words.get(value, value)) for key, text in questions.items() if (value := registration.answers.get(key))
    ]
