"""The excursion as readers may see it now, for everything that is taken along."""

from dataclasses import dataclass
from types import SimpleNamespace
from uuid import UUID

from directory.excursions import Stop, stops_of, way_lines, with_distances
from directory.models import ExcursionPage, Listing
from directory.vocabulary import Kind
from directory.ways.measuring import Line
from home.addresses import fallback_path, path_of
from home.jsonld import absolute

EMERGENCY = "112"


@dataclass(frozen=True)
class Along:
    """``page``: whose words are told, in its own language; ``language``: the reader's. ``lines``: the way for screens."""

    page: ExcursionPage
    language: str
    stops: list[Stop]
    lines: list[Line]

    @property
    def key(self) -> UUID:
        return self.page.translation_key

    @property
    def facts(self) -> ExcursionPage:
        return self.page.source

    @property
    def is_fallback(self) -> bool:
        return self.page.language != self.language

    @property
    def frame(self) -> SimpleNamespace:
        """What templates ask of a frame where there is none: whether the words are in another language."""
        return SimpleNamespace(fallback_language=self.page.language if self.is_fallback else None)

    @property
    def path(self) -> str:
        """Of its page, for a reader of ``language``."""
        return fallback_path(self.page, self.language) if self.is_fallback else path_of(self.page)

    @property
    def url(self) -> str:
        return absolute(self.path)

    @property
    def placed(self) -> list[Stop]:
        return [stop for stop in self.stops if stop.point]

    @property
    def has_places(self) -> bool:
        """Whether there is anything for a map: a way, or a stop whose place readers may know."""
        return bool(self.lines or self.placed)


def along(key: UUID, language: str) -> Along | None:
    """``None`` for what readers of the language may not see now."""
    shown = Listing.objects.for_readers_of(language).published().filter(thing=key, kind=Kind.EXCURSION).first()
    page = ExcursionPage.objects.for_page().filter(pk=shown.page_id).first() if shown else None
    if page is None:
        return None
    lines = way_lines(page)
    return Along(page, language, with_distances(stops_of(page, language), lines), lines)
