"""What waits for staff, in one queue: a registry that each kind of thing fills in ``AppConfig.ready()``."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Item:
    """One thing that waits. ``url`` is the screen on which it is decided; ``promised_on`` the day an answer was promised."""

    source: str
    ident: str
    title: str
    url: str
    since: datetime.datetime
    promised_on: datetime.date | None = None
    note: str = ""


@dataclass(frozen=True)
class Source:
    """A kind of thing. ``count`` and ``items`` get the person who looks, and leave out what that person may not decide.

    ``items`` come oldest first; ``order`` says which kind comes first where nothing is overdue.
    """

    name: str
    label: str | Promise
    order: int
    count: Callable[[object], int]
    items: Callable[[object], Iterable[Item]]


_sources: dict[str, Source] = {}


def register_source(source: Source) -> None:
    _sources[source.name] = source


def sources() -> list[Source]:
    return sorted(_sources.values(), key=lambda source: source.order)
