"""The whole way and its stops in formats of other programs. Of an upload nothing but its line is in them."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext, override

from directory.taking_along.door import Along
from directory.ways import writing
from home.models import SiteSettings

WRITERS = {
    "gpx": ("application/gpx+xml", writing.gpx),
    "kml": ("application/vnd.google-earth.kml+xml", writing.kml),
    "geojson": ("application/geo+json", writing.geojson),
}


@dataclass(frozen=True)
class File:
    name: str
    content_type: str
    body: bytes


def file_of(found: Along, suffix: str, config: SiteSettings) -> File | None:
    """``None`` for a format that is not known, and for an excursion of which nothing has a place."""
    if suffix not in WRITERS or not found.has_places:
        return None
    content_type, write = WRITERS[suffix]
    return File(f"{found.page.slug}.{suffix}", content_type, write(way_of(found, config)))


def way_of(found: Along, config: SiteSettings) -> writing.Way:
    page, way = found.page, found.facts.way
    stops = [
        writing.Stop(stop.number, stop.name, stop.text, *stop.point, f"{found.url}#{stop.anchor}")
        for stop in found.placed
    ]
    with override(page.language):
        rough = gettext("The way is drawn roughly: trust your eyes more than the line.")
        author = str(config.organisation) or str(config)
    return writing.Way(
        page.title,
        page.summary,
        found.url,
        page.language,
        stops,
        way.lines if way else [],
        author=author,
        licence=settings.DATA_LICENCE,
        licence_url=settings.DATA_LICENCE_URL,
        note=rough if way and found.facts.is_approximate else "",
    )
