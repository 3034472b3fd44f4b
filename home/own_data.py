"""What the site keeps of a person: taken out as a whole by themselves, and erased by themselves.

Each app registers what it keeps; exporting and erasing ask the registry, so that nothing is forgotten when an app comes.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Holding:
    """``rows(user)``: plain values for JSON. ``erase(user)``: takes the person out, within the caller's transaction,
    while the account is still there; what others need stays without them."""

    name: str
    rows: Callable[[object], list]
    erase: Callable[[object], None]


_holdings: dict[str, Holding] = {}


def register_holding(holding: Holding) -> None:
    """For ``AppConfig.ready()``."""
    _holdings[holding.name] = holding


def holdings() -> list[Holding]:
    return list(_holdings.values())
