"""What apps above put on the directory's map beside the profiles: layers that a reader chooses by a chip."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """Something at a place, in degrees. ``words`` say what it is and when; ``language`` is that of the title where it is
    not the reader's, else empty."""

    kind: str
    longitude: float
    latitude: float
    title: str
    words: str
    url: str
    language: str = ""


@dataclass(frozen=True)
class Layer:
    """``name`` stands in the address; ``spots(language)`` gives what readers of that language may see now.

    ``is_kind``: it shows the listings of the kind ``name``, and is not offered while there are none.
    """

    name: str
    label: str
    empty: str
    spots: Callable[[str], list[Spot]]
    is_kind: bool = False


_layers: dict[str, Layer] = {}


def register_layer(layer: Layer) -> None:
    """For ``AppConfig.ready()``."""
    _layers[layer.name] = layer


def layers() -> list[Layer]:
    return list(_layers.values())
