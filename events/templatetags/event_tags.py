"""Words of dated things in templates."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import get_language, gettext

from directory.cards import card
from directory.models import Listing
from directory.vocabulary import Access, Language
from events.addresses import calendar_path
from events.cards import seats_of
from events.forms import NO, YES
from events.front_page import next_dates
from events.links import manage_path
from events.models import Session, SuggestPage
from events.vocabulary import EventKind
from home.addresses import fallback_path, path_of
from home.dates import DASH, as_day, clock_text, is_latvian, needs_year, range_text

register = template.Library()
register.simple_tag(next_dates)


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
    language = get_language()
    pages = {page.language: page for page in SuggestPage.objects.published().select_related("locale")}
    if language in pages:
        return path_of(pages[language])
    return fallback_path(next(iter(pages.values())), language) if pages else ""


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
