"""What the page of a profile in the portal shows: a registry that each part fills in ``AppConfig.ready()``."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from directory.models import Profile


@dataclass(frozen=True)
class Panel:
    """A part of the page. The template finds ``panel`` (this, with ``panel.context``), ``profile`` and the CSRF token.

    ``ident`` names the heading for links ("#panel-people"). A ``loud`` panel is set apart: something waits for an answer.
    """

    ident: str
    title: str | Promise
    template: str
    context: dict = field(default_factory=dict)
    loud: bool = False


PanelMaker = Callable[[Profile, object], Panel | None]
_makers: list[tuple[int, PanelMaker]] = []


def register_panel(order: int, panel: PanelMaker) -> None:
    """``panel(profile, user)`` is ``None`` where there is nothing to show. Lower ``order`` stands higher."""
    if (order, panel) not in _makers:
        _makers.append((order, panel))


def panels(profile: Profile, user) -> list[Panel]:
    made = (maker(profile, user) for _order, maker in sorted(_makers, key=lambda row: row[0]))
    return [panel for panel in made if panel is not None]
