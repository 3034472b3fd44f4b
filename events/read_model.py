"""From pages to the event they announce: what the calendar, the mails and the feeds say of it. A read model."""

from collections.abc import Iterable

from django.conf import settings
from wagtail.models import Page, get_page_models

from directory.models import ExcursionPage
from events.excursions import as_dated
from events.models import DatedPage, Event
from home import publishing, versions


def page_types() -> list[type[Page]]:
    return [model for model in get_page_models() if issubclass(model, DatedPage | ExcursionPage)]


def event_of(page: Page) -> Event:
    """The row that a page's dates and people hang on; made when it is first asked for, before the page is published."""
    event, created = Event.objects.get_or_create(
        key=page.translation_key, defaults={"title": {page.language: page.title}, "kind": as_dated(page).event_kind}
    )
    if created:
        publishing.refresh([page])
    return event


def write_pages(pages: Iterable[Page]) -> set:
    """Bring the events of these pages up to date. What a page says of itself counts before the database.

    Returns the keys of the events that are held somewhere else now.
    """
    pages = [page for page in pages if as_dated(page) is not None]
    keys = {page.translation_key for page in pages}
    if not keys:
        return set()
    before = {event.key: event for event in Event.objects.filter(key__in=keys)}
    _write(keys, {page.pk: page for page in pages})
    return {event.key for event in Event.objects.filter(key__in=before) if is_elsewhere(before[event.key], event)}


def is_elsewhere(before: Event, after: Event) -> bool:
    """Whether people would go to another place. A language more, or letters and blanks put right, are none."""
    if not (after.place or after.address):
        return False
    in_both = set(before.place) & set(after.place)
    pairs = [(before.place[code], after.place[code]) for code in in_both]
    pairs.append((before.address, after.address))
    has_one_now = bool(after.place) and not before.place
    return has_one_now or any(_plain(old) != _plain(new) for old, new in pairs)


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def rebuild() -> dict[str, int]:
    """Every event anew where it differs; counts what had been wrong. An event that nobody needs any more goes."""
    keys = {key for model in page_types() for key in model.objects.values_list("translation_key", flat=True)}
    report = versions.repaired(_write, keys, {})
    gone = Event.objects.filter(page=None, sessions=None).exclude(key__in=keys)
    report["removed"] = gone.count()
    if report["removed"]:
        gone.delete()
    return report


def _write(keys: set, known: dict[int, Page]) -> dict[str, int]:
    report = {"added": 0, "changed": 0, "removed": 0}
    events = {event.key: event for event in Event.objects.filter(key__in=keys).prefetch_related("topics", "hosts")}
    for model in page_types():
        found: dict = {}
        related = {"locale", "venue", "settlement"} & {field.name for field in model._meta.fields}
        for page in model.objects.filter(translation_key__in=keys).select_related(*related):
            page = as_dated(known.get(page.pk, page))
            found.setdefault(page.translation_key, {})[page.language] = page
        for key, by_language in found.items():
            source = by_language.get(settings.LANGUAGE_CODE) or next(iter(by_language.values()))
            change = _store(events.get(key), source, by_language)
            if change:
                report[change] += 1
    return report


def _store(event: Event | None, source: DatedPage, by_language: dict[str, DatedPage]) -> str:
    """Only what readers may see is copied: a draft's words stay with the draft."""
    if not source.live:
        return ""
    values = _values(source, by_language)
    related = {"topics": {topic.pk for topic in source.topics.all()}, "hosts": _hosts(source)}
    if event is None:
        event = Event.objects.create(key=source.translation_key, **values)
        for name, keys in related.items():
            getattr(event, name).set(keys)
        return "added"
    is_other = any(getattr(event, name) != value for name, value in values.items())
    others = [name for name, keys in related.items() if {row.pk for row in getattr(event, name).all()} != keys]
    if is_other:
        Event.objects.filter(pk=event.pk).update(**values)
    for name in others:
        getattr(event, name).set(related[name])
    return "changed" if is_other or others else ""


def _hosts(source) -> set:
    """Keys of the profiles in whose calendar it stands."""
    pages = [*source.hosts.all()] if hasattr(source, "hosts") else []
    return {page.profile.pk for page in [*pages, source.organiser] if page is not None}


def _values(source: DatedPage, by_language: dict[str, DatedPage]) -> dict:
    shown = {code: page for code, page in by_language.items() if page.live and page.alias_of_id is None}
    place = source.place_in(source)
    return {
        "page_id": source.pk,
        "title": {code: page.title for code, page in sorted(shown.items())},
        "kind": str(source.event_kind),
        "organiser_id": source.organiser.profile.pk if source.organiser else None,
        "settlement_id": place.settlement.pk if place.settlement else None,
        "place": {code: name for code, page in sorted(shown.items()) if (name := source.place_in(page).name)},
        "address": place.address,
        "point": place.point,
        "phone": source.phone,
        "email": source.email,
        "contact_name": source.contact_name,
        "contact_hours": {code: page.contact_hours for code, page in sorted(shown.items()) if page.contact_hours},
        "series": source.series_key(),
        "is_sample": source.is_sample,
    }
