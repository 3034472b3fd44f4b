"""Whose the data are and what is allowed: stands in every file and every answer."""

from django.conf import settings
from django.utils.translation import gettext as _

SETTLEMENTS_LICENCE = "ODbL 1.0"
SETTLEMENTS_LICENCE_URL = "https://opendatacommons.org/licenses/odbl/1-0/"


def about(publisher: str) -> dict[str, str]:
    """In the active language; ``title`` is what the data are called."""
    return {
        "title": f"{_('Communities, organisations and rooms')} – {publisher}",
        "publisher": publisher,
        "source": settings.SITE_URL + "/",
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
        "settlements": f"© OpenStreetMap contributors, {SETTLEMENTS_LICENCE}",
        "settlements_licence_url": SETTLEMENTS_LICENCE_URL,
    }
