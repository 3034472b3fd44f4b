"""What the page of an excursion tells: its stops with their places and distances, its way, what is near."""

import functools
import math
from dataclasses import dataclass

from django.db.models import BooleanField, Case, OuterRef, Q, Subquery, When
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from directory.cards import card, cards
from directory.departures import departures_of
from directory.jsonld import tourist_trip
from directory.mercator import pixel
from directory.models.listing import Listing
from directory.models.profile_page import ProfilePage
from directory.vocabulary import Kind
from directory.ways.measuring import positions
from directory.ways.screen import decode
from home.models import Image

NEAREST, OTHERS = 4, 3


@dataclass
class Stop:
    """``metres`` from the start along the way, ``None`` where that cannot be told; ``url`` of what stands there."""

    number: int
    ident: str
    name: str
    text: str
    question: str
    safety: str
    minutes: int | None
    picture: object
    picture_alt: str
    url: str = ""
    kind: str = ""
    language: str = ""
    longitude: float | None = None
    latitude: float | None = None
    metres: int | None = None

    @property
    def anchor(self) -> str:
        return f"stop-{self.number}"

    @property
    def point(self) -> tuple[float, float] | None:
        return (self.longitude, self.latitude) if self.longitude is not None else None


def stops_of(page, language: str) -> list[Stop]:
    """Words of this page, facts of its source; one query for what stands at the stops.

    A place, room or profile that readers may not see now gives nothing of itself, not even its name; one that keeps its
    place back gives its name and its page, but no position. What the editor wrote or drew at the stop stands.
    """
    told = {row["id"]: row["value"] for row in page.stops.raw_data if row["id"]}
    rows = [(row.get("id"), row["value"]) for row in page.source.stops.raw_data]
    known = _standing_there({value["thing"] for _ident, value in rows if value.get("thing")}, language)
    pictures = Image.objects.in_bulk({value["picture"] for _ident, value in rows if value.get("picture")})
    found = []
    for number, (ident, own) in enumerate(rows, 1):
        said, listing = told.get(ident) or own, known.get(own.get("thing"))
        stop = Stop(
            number,
            ident or str(number),
            name=said.get("name") or (listing.title if listing else gettext("Stop %(n)s") % {"n": number}),
            text=said.get("text", ""),
            question=said.get("question", ""),
            safety=said.get("safety", ""),
            minutes=own.get("minutes"),
            picture=pictures.get(own.get("picture")) or (listing.image if listing else None),
            picture_alt=said.get("picture_alt", ""),
        )
        if listing is not None:
            shown = card(listing, language)
            stop.url, stop.kind = shown.url, listing.kind
            stop.language = listing.page_language if shown.is_fallback else ""
            if listing.is_exact:
                stop.longitude, stop.latitude = listing.longitude, listing.latitude
        if point := own.get("point"):
            stop.longitude, stop.latitude = (round(number, 6) for number in point["coordinates"][:2])
        found.append(stop)
    return found


def _standing_there(pages: set[int], language: str) -> dict[int, Listing]:
    """Primary key of a page that a stop names → what readers may see of it now. Straight from the stored blocks: the
    stream itself would load the pages first."""
    if not pages:
        return {}
    named = Page.objects.filter(pk__in=pages)
    own = named.filter(translation_key=OuterRef("thing")).values("pk")[:1]
    listings = Listing.objects.for_readers_of(language).published().annotate(named=Subquery(own))
    return {row.named: row for row in listings.filter(thing__in=named.values("translation_key")).for_cards()}


def with_distances(stops: list[Stop], lines) -> list[Stop]:
    """``metres`` of each stop, along ``lines``."""
    placed = [stop for stop in stops if stop.point]
    if lines and placed:
        way = tuple(tuple(line) for line in lines)
        for stop, metres in zip(placed, _positions(way, tuple(stop.point for stop in placed)), strict=True):
            stop.metres = round(metres)
    return stops


# Forty stops on a long way take a tenth of a second; the same way is walked by many readers.
@functools.lru_cache(maxsize=64)
def _positions(lines, points) -> list[float]:
    return positions(lines, points)


def way_lines(page) -> list[list[tuple[float, float]]]:
    """The way for the screen, or nothing."""
    way = page.source.way
    return decode(way.screen) if way else []


def excursion_context(page) -> dict:
    facts, language = page.source, get_language()
    lines = way_lines(page)
    stops = with_distances(stops_of(page, language), lines)
    point, _is_exact = facts.published_point
    start = (point.x, point.y) if point else next((stop.point for stop in stops if stop.point), None)
    departures = departures_of(page)
    return {
        "facts": facts,
        "departures": departures,
        "json_ld": [tourist_trip(page, stops), *departures.json_ld],
        "stops": stops,
        "lines": lines,
        **_around(facts, start, language),
    }


def _around(facts, start, language: str) -> dict:
    """``hosts``, ``near`` and ``others``: three lists of cards in one query."""
    listings = Listing.objects.for_readers_of(language).published()
    hosts = listings.filter(thing__in=ProfilePage.objects.filter(excursions=facts.pk).values("translation_key"))
    others = listings.filter(kind=Kind.EXCURSION).exclude(thing=facts.translation_key)
    named = [row["value"]["thing"] for row in facts.stops.raw_data if row["value"].get("thing")]
    near = listings.on_map().exclude(kind=Kind.EXCURSION).exclude(thing__in=hosts.values("thing"))
    near = near.exclude(thing__in=Page.objects.filter(pk__in=named).values("translation_key"))
    if start:
        here = pixel(*start)
        others, near = others.nearest(*here), near.nearest(*here)[:NEAREST]
    else:
        here, others, near = None, others.by_name(), near.none()
    others = others[:OTHERS]
    which = Q(pk__in=hosts.values("pk")) | Q(pk__in=near.values("pk")) | Q(pk__in=others.values("pk"))
    host = Case(When(pk__in=hosts.values("pk"), then=True), default=False, output_field=BooleanField())
    rows = list(listings.filter(which).annotate(is_host=host).by_name().for_cards())
    if here:
        rows.sort(key=lambda row: _far(row, here))
    return {
        "hosts": cards([row for row in rows if row.is_host], language),
        "near": cards([row for row in rows if row.kind != Kind.EXCURSION and not row.is_host][:NEAREST], language),
        "others": cards([row for row in rows if row.kind == Kind.EXCURSION], language),
    }


def _far(row: Listing, here: tuple[int, int]) -> float:
    return math.inf if row.x is None else math.dist((row.x, row.y), here)
