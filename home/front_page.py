"""Sections of the home page that apps above fill in. Each is called with the request and gives template variables."""

from collections.abc import Callable

_sections: list[Callable[[object], dict]] = []


def register_section(section: Callable[[object], dict]) -> None:
    """For ``AppConfig.ready()``; ``section(request)`` returns context, empty values hide the section."""
    if section not in _sections:
        _sections.append(section)


def sections(request) -> dict:
    context: dict = {}
    for section in _sections:
        context |= section(request)
    return context
