"""The lists of trainings: narrowed, counted, paged, in a constant number of queries. Nothing is kept: seats change."""

from collections import Counter
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import get_language

from directory.browse import Group, Value, open_labels
from events.models import Event, Session
from events.vocabulary import Format
from home.pagination import paginate
from news.filters import TrainingFilter
from news.materials import materials_of
from news.trainings import Series, Shows, first_date, of_index, series_of, training_cards

PER_PAGE = 12


def training_list(request, shows: str = "") -> dict:
    """Context of an index: ``coming`` (cards), ``past`` (a page of cards) or ``series`` (a page of them), and the filter."""
    language = get_language()
    if shows == Shows.SERIES:
        return {
            "shows": shows,
            "series": paginate(_series(of_index(shows, language), language), request, PER_PAGE),
            "all_url": request.path,
        }
    form = TrainingFilter(request.GET)
    everything = of_index(shows, language)
    found = form.narrow(everything)
    coming = [] if shows == Shows.MATERIALS else sorted(training_cards(found.coming().for_cards(), language), key=_next)
    past = None if shows == Shows.COMING else paginate(found.over().for_cards(), request, PER_PAGE)
    total = len(coming)
    if past is not None:
        total += past.paginator.count
        past.object_list = training_cards(past.object_list, language)
        if shows == Shows.MATERIALS:
            rows = materials_of(card.page for card in past)
            for card in past:
                card.materials = rows[card.page.pk]
        if past.number > 1:  # what is coming stands before the past, once
            coming = []
    return {
        "shows": shows,
        "form": form,
        "groups": _groups(request, form, everything),
        "coming": coming,
        "past": past,
        "total": total,
        "is_narrowed": bool(form.chosen),
        "all_url": request.path,
    }


def _next(card) -> tuple:
    """By the date that the card shows; those without one at the end."""
    return (False, card.session.starts, card.title) if card.session else first_date(card)


def _series(pages, language: str) -> list[Series]:
    """What still has a date ahead, the next first; then what has been, the latest first."""
    now = timezone.now()
    found = series_of(pages.for_page(), language)
    going = [row for row in found if not row.is_over]
    over = [row for row in found if row.is_over]

    def next_date(row: Series) -> tuple:
        starts = next((session.starts for session in row.sessions if session.ends > now), None)
        return (False, starts, row.title) if starts else (True, row.title)

    going.sort(key=next_date)
    over.sort(key=lambda row: max(session.ends for stop in row.stops for session in stop.sessions), reverse=True)
    return going + over


def _counts(form: TrainingFilter, trainings) -> dict[str, Counter]:
    """Facet → value → how many trainings, each facet under the choice of the others; one query a facet."""

    def rest(name: str):
        return form.narrow(trainings, without=name).order_by()

    rows = rest("topic").values_list("pk", "topics__slug", "topics__parent__slug")
    topics = {(pk, slug) for pk, *own_and_parent in rows for slug in own_and_parent if slug}
    keys = rest("place").values("translation_key")
    places = Event.objects.filter(key__in=keys).exclude(settlement=None).values_list("settlement__slug", flat=True)
    dates = Session.objects.filter(event__in=rest("format").values("translation_key"))
    ways = {
        (event, way)
        for event, held in dates.values_list("event", "format").distinct()
        for way in ((Format.IN_PERSON, Format.ONLINE) if held == Format.BOTH else (held,))
    }
    return {
        "topic": Counter(slug for _pk, slug in topics),
        "format": Counter(str(way) for _event, way in ways),
        "place": Counter(places),
    }


def _groups(request, form: TrainingFilter, trainings) -> list[Group]:
    """Facets with two values or more that lead somewhere."""
    counts, labels = _counts(form, trainings), open_labels(request)
    words = {**labels, "format": {value: str(label) for value, label in Format.choices[:2]}}
    groups = []
    for name in form.VERBS:
        chosen = form.chosen.get(name, "")
        values = [
            Value(value, text, counts[name][value], _url(request, form, **{name: value}), value == chosen)
            for value, text in words[name].items()
            if counts[name][value] or value == chosen
        ]
        if len(values) >= 2 or chosen:
            groups.append(Group(name, str(form.fields[name].label), values, _url(request, form, **{name: None})))
    return groups


def _url(request, form: TrainingFilter, **changes) -> str:
    """The first page of the list with one choice changed; ``None`` takes it away."""
    pairs = [(name, value) for name, value in (form.chosen | changes).items() if value]
    return f"{request.path}?{urlencode(pairs)}" if pairs else request.path
