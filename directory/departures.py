"""What an app above knows of an excursion's dates: a part of its page, the next one, structured data."""

from collections.abc import Callable
from dataclasses import dataclass, field

from directory.settlement_sections import Section


@dataclass
class Departures:
    """``next_url`` and ``next_words``: where to sign up for the next one and what the button says, or empty."""

    section: Section | None = None
    next_url: str = ""
    next_words: str = ""
    json_ld: list[dict] = field(default_factory=list)


_providers: list[Callable[[object], Departures]] = []


def register_provider(provider: Callable[[object], Departures]) -> None:
    """For ``AppConfig.ready()``: the app that knows the dates. ``provider(page)`` gets a page in any language."""
    if provider not in _providers:
        _providers.append(provider)


def departures_of(page) -> Departures:
    return _providers[0](page) if _providers else Departures()
