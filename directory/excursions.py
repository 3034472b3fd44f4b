"""What the page of an excursion tells: its stops with their places and distances, its way, what is near."""

import functools
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from directory.cards import card, cards
from directory.departures import departures_of
from directory.jsonld import tourist_trip
from directory.mercator import pixel
from directory.models.listing import Listing
from directory.vocabulary import Kind
from directory.ways.measuring import positions
from directory.ways.screen import decode

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
    facts = page.source
    words = {child.id: child.value for child in page.stops}
    things = [child.value["thing"] for child in facts.stops]
    keys = {thing.translation_key for thing in things if thing is not None}
    listings = Listing.objects.for_readers_of(language).published().filter(thing__in=keys).for_cards()
    known = {row.thing: row for row in listings} if keys else {}
    found = []
    for number, (child, thing) in enumerate(zip(facts.stops, things, strict=True), 1):
        own, said = child.value, words.get(child.id) or child.value
        listing = known.get(thing.translation_key) if thing is not None else None
        stop = Stop(
            number,
            child.id or str(number),
            name=said["name"] or (listing.title if listing else gettext("Stop %(n)s") % {"n": number}),
            text=said["text"],
            question=said["question"],
            safety=said["safety"],
            minutes=own["minutes"],
            picture=own["picture"] or (listing.image if listing else None),
            picture_alt=said["picture_alt"],
        )
        if listing is not None:
            shown = card(listing, language)
            stop.url, stop.kind = shown.url, listing.kind
            stop.language = listing.page_language if shown.is_fallback else ""
            if listing.is_exact:
                stop.longitude, stop.latitude = listing.longitude, listing.latitude
        if own["point"]:
            stop.longitude, stop.latitude = round(own["point"].x, 6), round(own["point"].y, 6)
        found.append(stop)
    return found


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
    listings = Listing.objects.for_readers_of(language).published()
    others = listings.filter(kind=Kind.EXCURSION).exclude(thing=page.translation_key).for_cards()
    hosts = listings.filter(thing__in=[row.translation_key for row in facts.hosts.all()]).by_name().for_cards()
    point, _is_exact = facts.published_point
    start = (point.x, point.y) if point else next((stop.point for stop in stops if stop.point), None)
    departures = departures_of(page)
    near = []
    if start:
        rows = listings.on_map().exclude(kind=Kind.EXCURSION).exclude(thing__in=_things(facts))
        near = cards(rows.nearest(*pixel(*start)).for_cards()[:NEAREST], language)
    return {
        "facts": facts,
        "departures": departures,
        "json_ld": [tourist_trip(page, stops), *departures.json_ld],
        "stops": stops,
        "lines": lines,
        "hosts": cards(hosts, language),
        "near": near,
        "others": cards(others.nearest(*pixel(*start))[:OTHERS] if start else others.by_name()[:OTHERS], language),
    }


def _things(facts) -> list:
    """Keys of what stands at the stops."""
    return [thing.translation_key for child in facts.stops if (thing := child.value["thing"]) is not None]
