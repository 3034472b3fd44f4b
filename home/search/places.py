"""Where people live: the directory tells, the home page asks."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class PlaceAnswer:
    """``url``: where to send the reader; ``message``: what to say on the search page when there is nothing there."""

    url: str = ""
    message: str = ""
    suggestions: tuple[tuple[str, str], ...] = ()


_finders: list[Callable[[str], PlaceAnswer | None]] = []


def register_place_finder(finder: Callable[[str], PlaceAnswer | None]) -> None:
    """``finder(text)`` answers for a settlement it knows, else ``None``. For ``AppConfig.ready()``."""
    if finder not in _finders:
        _finders.append(finder)


def find_place(text: str) -> PlaceAnswer | None:
    for finder in _finders:
        answer = finder(text)
        if answer is not None:
            return answer
    return None
