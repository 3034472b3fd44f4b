"""A field of a page as staff read it: plain text, pictures, places. Links are written out, never to be clicked."""

from dataclasses import dataclass, field
from html import unescape

from bs4 import BeautifulSoup
from django.db.models import Manager, Model
from django.utils.translation import gettext as _
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.rich_text import RichText

from home.models import Image

BLOCKS = ("p", "li", "h2", "h3", "h4", "br", "tr")


@dataclass
class Reading:
    """``text`` with a line for each paragraph or choice; ``pictures`` that stand in it."""

    text: str = ""
    pictures: list[Image] = field(default_factory=list)


def read_text(value) -> str:
    """Rich text without its marks; the address of a link follows its words."""
    soup = BeautifulSoup(str(value), "html.parser")
    for link in soup.find_all("a"):
        address = link.get("href", "")
        if address and address not in link.get_text():
            link.append(f" ({address})")
    for tag in soup.find_all(BLOCKS):
        tag.append("\n")
    return "\n".join(line for line in map(str.strip, unescape(soup.get_text()).splitlines()) if line)


def read_stream(value) -> Reading:
    """A text of blocks, one after the other."""
    reading = Reading()
    for child in value or []:
        _read_block(child.block, child.value, reading)
    reading.text = reading.text.strip()
    return reading


def _read_block(block, value, reading: Reading) -> None:
    if value in (None, ""):
        return
    if isinstance(block, StreamBlock):
        for child in value:
            _read_block(child.block, child.value, reading)
    elif isinstance(block, ListBlock):
        for item in value:
            _read_block(block.child_block, item, reading)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            _read_block(child, value.get(name), reading)
    elif isinstance(value, Image):
        reading.pictures.append(value)
        reading.text += _("Picture: %(title)s") % {"title": value.title} + "\n"
    elif isinstance(value, RichText):
        reading.text += read_text(value.source) + "\n"
    elif isinstance(value, bool):
        reading.text += ""
    else:
        reading.text += str(value) + "\n"


def read(page: Model, name: str) -> Reading:
    """The field ``name`` of a page, in words.

    Raises:
        LookupError: the page has no such field.
    """
    value = getattr(page, name)
    model_field = next((row for row in page._meta.get_fields() if row.name == name), None)
    if hasattr(value, "stream_block"):
        return read_stream(value)
    if isinstance(value, Image):
        return Reading(value.title, [value])
    if hasattr(model_field, "labels"):
        return Reading("\n".join(map(str, model_field.labels(value))))
    if isinstance(value, Manager):
        return Reading("\n".join(_related(row) for row in value.all()))
    if isinstance(value, bool):
        return Reading(_("yes") if value else _("no"))
    if getattr(model_field, "choices", None):
        return Reading(str(getattr(page, f"get_{name}_display")()))
    if getattr(model_field, "geom_type", None):
        return Reading()
    text = "" if value is None else str(value)
    return Reading(read_text(text) if model_field.__class__.__name__ == "RichTextField" else text)


def _related(row) -> str:
    return str(row.related) if hasattr(row, "related") else str(row)
