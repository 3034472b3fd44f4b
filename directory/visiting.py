"""What is worth a visit: lists of excursions, places and placemaking stories, narrowed and counted; and their pages."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex

from directory.browse import Group, Value, open_labels
from directory.cards import card, cards
from directory.map_layers import Spot
from directory.mercator import pixel
from directory.models.excursion import ExcursionPage
from directory.models.listing import Listing, ListingValue
from directory.models.visiting_pages import PlacesPage, RoutesPage, StoriesPage
from directory.vocabulary import Access, Kind, Mode, Season, Stage
from home.addresses import fallback_path, path_of
from home.pagination import paginate

PER_PAGE = 12
NEAREST = 4
ON_LANDING = 3
# Kind → facet → its title and its words; ``None`` for those that are rows.
FACETS = {
    Kind.EXCURSION: {
        "mode": (_("How"), Mode.choices),
        "place": (_("Where"), None),
        "season": (_("Season"), Season.choices),
        "access": (_("Access"), Access.choices),
        "topic": (_("Topic"), None),
    },
    Kind.PLACE: {"place": (_("Where"), None), "topic": (_("Topic"), None), "access": (_("Access"), Access.choices)},
    Kind.STORY: {"stage": (_("State"), Stage.choices), "place": (_("Where"), None), "topic": (_("Topic"), None)},
}
# Ideas come first where something can still be done, then what is being done.
STAGES = {stage.value: number for number, stage in enumerate((Stage.PROGRESS, Stage.IDEA, Stage.DONE))}
MOST = 500


@dataclass
class VisitingList:
    """``cards``: a page of them; ``spots``: all of them that have a place, for the map."""

    kind: str
    groups: list[Group]
    cards: object
    total: int
    spots: list[Spot]
    is_narrowed: bool
    all_url: str


def visiting_list(request, kind: str) -> VisitingList:
    """Three queries for what is there, two for its cards. A value that nothing has is as good as none chosen."""
    language = get_language()
    rows = list(Listing.objects.for_readers_of(language).published().filter(kind=kind).by_name().for_cards()[:MOST])
    if kind == Kind.STORY:
        rows.sort(key=lambda row: STAGES.get(row.sort, 9))
    values: dict[int, set[tuple[str, str]]] = {row.pk: set() for row in rows}
    for pk, facet, value in ListingValue.objects.filter(
        listing__kind=kind, listing__language=language, facet__in=FACETS[kind]
    ).values_list("listing", "facet", "value"):
        if pk in values:
            values[pk].add((facet, value))
    there = {pair for pairs in values.values() for pair in pairs}
    chosen = {name: value for name in FACETS[kind] if (name, value := request.GET.get(name, "")) in there}
    shown = [row for row in rows if all(pair in values[row.pk] for pair in chosen.items())]
    page = paginate(shown, request, PER_PAGE, count=len(shown))
    page.object_list = cards(page.object_list, language)
    return VisitingList(
        kind,
        _groups(request, kind, chosen, values),
        page,
        len(shown),
        spots(shown, language),
        bool(chosen),
        request.path,
    )


def _groups(request, kind: str, chosen: dict[str, str], values: dict) -> list[Group]:
    """Facets with two values or more, counted under the choice of the others."""
    labels = open_labels(request)
    groups = []
    for name, (title, choices) in FACETS[kind].items():
        words = labels[name] if choices is None else {value: str(label) for value, label in choices}
        others = [pair for pair in chosen.items() if pair[0] != name]
        counts = Counter(
            value
            for pairs in values.values()
            if all(pair in pairs for pair in others)
            for facet, value in pairs
            if facet == name
        )
        current = chosen.get(name)
        found = [
            Value(
                value,
                label,
                counts[value],
                _url(request, chosen, name, "" if value == current else value),
                value == current,
            )
            for value, label in words.items()
            if counts[value] or value == current
        ]
        if len(found) >= 2 or current:
            groups.append(Group(name, str(title), found, _url(request, chosen, name, "")))
    return groups


def _url(request, chosen: dict[str, str], name: str, value: str) -> str:
    pairs = [(key, text) for key, text in {**chosen, name: value}.items() if text]
    return f"{request.path}?{urlencode(pairs)}" if pairs else request.path


def spots(rows, language: str) -> list[Spot]:
    """Of listings that came with their pages."""
    found = []
    for row in rows:
        if row.longitude is None:
            continue
        shown = card(row, language)
        foreign = row.page_language if shown.is_fallback else ""
        found.append(Spot(row.kind, row.longitude, row.latitude, row.title, shown.kind_label, shown.url, foreign))
    return found


def layer(kind: str):
    """A layer of the directory's map with everything of one kind; one query."""

    def found(language: str) -> list[Spot]:
        rows = Listing.objects.for_readers_of(language).published().filter(kind=kind).on_map().by_name()
        return spots(rows.for_cards()[:MOST], language)

    return found


@dataclass
class Part:
    """Of the landing page: cards of one kind, or an app's own template; ``title`` as the list's page is called."""

    name: str
    title: str
    url: str = ""
    language: str = ""
    cards: list = field(default_factory=list)
    template: str = ""
    context: dict = field(default_factory=dict)


_parts: list[Callable[[str], Part | None]] = []


def register_part(part: Callable[[str], Part | None]) -> None:
    """For ``AppConfig.ready()``: something more to go out for. ``part(language)`` is ``None`` where there is nothing."""
    if part not in _parts:
        _parts.append(part)


def index_of(model, language: str) -> tuple[str, str, str]:
    """Title and path of the page that lists one kind, and its language if it is not the reader's; empty without one."""
    pages = {page.language: page for page in model.objects.published().select_related("locale")}
    if language in pages:
        return pages[language].title, path_of(pages[language]), ""
    if not pages:
        return "", "", ""
    page = next(iter(pages.values()))
    return page.title, fallback_path(page, language), page.language


def excursions_context() -> dict:
    """The landing page: a few of each, and where the rest is."""
    language = get_language()
    listings = Listing.objects.for_readers_of(language).published().for_cards()
    parts = []
    for kind, model in (
        (Kind.EXCURSION, RoutesPage),
        (None, None),
        (Kind.STORY, StoriesPage),
        (Kind.PLACE, PlacesPage),
    ):
        if kind is None:
            parts += [made for part in _parts if (made := part(language)) is not None]
        elif found := cards(listings.filter(kind=kind).newest()[:ON_LANDING], language):
            title, url, foreign = index_of(model, language)
            parts.append(Part(kind.value, title or str(kind.label), url, foreign, found))
    return {"parts": parts}


def place_context(page) -> dict:
    facts, language = page.source, get_language()
    listings = Listing.objects.for_readers_of(language).published()
    host = listings.filter(thing=facts.host.translation_key).for_cards().first() if facts.host_id else None
    return {"facts": facts, "host": card(host, language) if host else None, **_around(page, listings, language)}


def story_context(page) -> dict:
    facts, language = page.source, get_language()
    listings = Listing.objects.for_readers_of(language).published()
    keys = [row.translation_key for row in facts.communities.all()]
    makers = cards(listings.filter(thing__in=keys).by_name().for_cards(), language) if keys else []
    return {"facts": facts, "makers": makers, **_around(page, listings, language)}


def _around(page, listings, language: str) -> dict:
    """What else is near, and which excursions lead here."""
    facts = page.source
    point, _is_exact = facts.published_point
    leads = [
        int(pk) for pk in ReferenceIndex.get_references_to(facts).values_list("object_id", flat=True) if pk.isdigit()
    ]
    # A stop is a fact of the source page: a translation may still name what has long been taken out.
    sources = ExcursionPage.objects.filter(pk__in=leads, locale__language_code=settings.LANGUAGE_CODE)
    excursions = listings.filter(kind=Kind.EXCURSION, thing__in=sources.values("translation_key"))
    others = listings.on_map().exclude(thing=page.translation_key).for_cards()
    near = cards(others.nearest(*pixel(point.x, point.y))[:NEAREST], language) if point else []
    return {"near": near, "leads_here": cards(excursions.by_name().for_cards(), language)}
