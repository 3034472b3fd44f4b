"""What apps above know of settlements: a part of their page, and which of them have any."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Section:
    """A heading and a template with its context (``section`` in the template)."""

    title: str
    template: str
    context: dict


_sections: list[Callable[[object, object], Section | None]] = []
_in_use: list[Callable[[str], set[str]]] = []


def register_section(section: Callable[[object, object], Section | None], in_use: Callable[[str], set[str]]) -> None:
    """For ``AppConfig.ready()``. ``section(request, settlement)`` is ``None`` where there is nothing to show;
    ``in_use(language)`` gives the slugs of the settlements where there is something."""
    if section not in _sections:
        _sections.append(section)
        _in_use.append(in_use)


def sections(request, settlement) -> list[Section]:
    return [made for section in _sections if (made := section(request, settlement)) is not None]


def slugs_in_use(language: str) -> set[str]:
    return {slug for in_use in _in_use for slug in in_use(language)}
