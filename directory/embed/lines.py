"""The line to copy into another page."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.jsonld import absolute

MAP, LIST = "map", "list"
SHOWS = [(MAP, gettext_lazy("map")), (LIST, gettext_lazy("list"))]
HEIGHT = 640  # px: the map with its legend, or four entries of the list


@dataclass(frozen=True)
class Offer:
    """``path`` is what the frame shows, ``line`` the HTML that shows it on another page."""

    label: str
    path: str
    title: str

    @property
    def line(self) -> str:
        source, title = escape(absolute(self.path)), escape(self.title)
        # Plain text, so that a template escapes it once more: it is to be read, not to be carried out.
        return f'<iframe src="{source}" title="{title}" width="100%" height="{HEIGHT}" loading="lazy"></iframe>'


def offer(show: str, query: str = "") -> Offer:
    """What ``query`` (a clean filter) lets through as a map or a list, in the active language."""
    titles = {MAP: _("Map of communities and organisations"), LIST: _("List of communities and organisations")}
    asked = f"{query}&show={show}" if query else f"show={show}"
    return Offer(str(dict(SHOWS)[show]), f"{reverse('directory_embed')}?{asked}", titles[show])


def offers(query: str = "") -> list[Offer]:
    return [offer(show, query) for show, _label in SHOWS]


def hosts() -> str:
    """Where a frame may stand; empty where only this site's own pages may hold it."""
    return ", ".join(settings.EMBED_ALLOWED_HOSTS)
