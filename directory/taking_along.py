"""An excursion to take along: the whole way and its stops in formats of other programs."""

from dataclasses import dataclass

from directory.excursions import stops_of
from directory.models import ExcursionPage, Listing
from directory.vocabulary import Kind
from directory.ways import writing
from home.addresses import path_of
from home.jsonld import absolute

WRITERS = {
    "gpx": ("application/gpx+xml", writing.gpx),
    "kml": ("application/vnd.google-earth.kml+xml", writing.kml),
    "geojson": ("application/geo+json", writing.geojson),
}
# Of what we write ourselves; the ground below it is credited on the page.
COPYRIGHT = "CC BY 4.0"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class TakenAlong:
    file_name: str
    way: writing.Way


def take_along(key, language: str) -> TakenAlong | None:
    """``None`` for what readers of the language may not see, and for what has neither a way nor a stop on the map."""
    shown = Listing.objects.for_readers_of(language).published().filter(thing=key, kind=Kind.EXCURSION).first()
    page = ExcursionPage.objects.for_page().filter(pk=shown.page_id).first() if shown else None
    if page is None:
        return None
    url = absolute(path_of(page))
    stops = [
        writing.Stop(stop.number, stop.name, stop.text, stop.longitude, stop.latitude, f"{url}#{stop.anchor}")
        for stop in stops_of(page, language)
        if stop.point
    ]
    way = page.source.way
    if not stops and way is None:
        return None
    lines = way.lines if way else []
    return TakenAlong(
        page.slug,
        writing.Way(page.title, page.summary, url, page.language, stops, lines, COPYRIGHT, LICENCE),
    )
