"""Where an event's page is, for mails, calendars and lists."""

from django.conf import settings
from django.db.models import UUIDField
from django.utils.translation import get_language
from wagtail.models import Page

from events.models import CalendarPage, Event
from home.addresses import fallback_path, path_of
from home.statements import Statement

LIVE_PAGES = Statement(
    lambda key: Page.objects.filter(translation_key=key, live=True).select_related("locale"), key=UUIDField()
)


def event_path(event: Event, language: str | None = None) -> str:
    """The page in the reader's language, else the original inside that language's chrome; "/" for one that has gone."""
    language = language or (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    pages = {page.locale.language_code: page for page in LIVE_PAGES(key=event.key)}
    if language in pages:
        return path_of(_with_language(pages[language], language))
    if pages:
        code, page = next(iter(pages.items()))
        return fallback_path(_with_language(page, code), language)
    return "/"


def _with_language(page: Page, language: str) -> Page:
    page.language = language
    return page


def event_url(event: Event, language: str | None = None) -> str:
    return settings.SITE_URL + event_path(event, language)


def calendar_path(language: str) -> str:
    """The calendar of a language, else the original inside that language's chrome; "" where there is none."""
    return index_of(CalendarPage.objects.filter(shows=""), language)[1]


def index_of(pages, language: str) -> tuple[str, str, str]:
    """Title and path of the first of these pages for readers of a language, and its own language where that is another
    one; empty where readers may see none. One query."""
    found = list(pages.published().select_related("locale").order_by("path"))
    own = next((page for page in found if page.language == language), None)
    if own is not None:
        return own.title, path_of(own), ""
    return (found[0].title, fallback_path(found[0], language), found[0].language) if found else ("", "", "")
