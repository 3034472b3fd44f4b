"""What apps above know of a profile: a part of its page."""

from collections.abc import Callable

from directory.settlement_sections import Section

_sections: list[Callable[[object], Section | None]] = []


def register_section(section: Callable[[object], Section | None]) -> None:
    """For ``AppConfig.ready()``. ``section(page)`` is ``None`` where there is nothing to show."""
    if section not in _sections:
        _sections.append(section)


def sections(page) -> list[Section]:
    return [made for section in _sections if (made := section(page)) is not None]
