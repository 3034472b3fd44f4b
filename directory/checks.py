"""What keeps the map from working, told at start-up with an id and a hint."""

import json
import re

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core import checks

from directory.base_map.ground import NAME, parsed
from directory.taking_along.sheet import pdf_is_possible

# As the header names a site: no path, no star for everybody, nothing that would end the directive.
SITE = re.compile(r"(https?://)?(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", re.IGNORECASE)


@checks.register
def sites_that_embed_have_names(**kwargs):
    wrong = [name for name in settings.EMBED_ALLOWED_HOSTS if not SITE.fullmatch(name)]
    if not wrong:
        return []
    return [
        checks.Error(
            f"EMBED_ALLOWED_HOSTS: this is no name of a site: {', '.join(wrong)}",
            hint="Sites with commas, without a path: https://kekava.lv,https://*.kekava.lv",
            id="directory.E004",
        )
    ]


@checks.register
def tiles_have_an_address(**kwargs):
    missing = [name for name in ("{z}", "{x}", "{y}") if name not in settings.TILE_URL]
    if not settings.TILE_URL or not missing:
        return []
    return [
        checks.Error(
            f"TILE_URL lacks {', '.join(missing)}.",
            hint="For example https://tile.openstreetmap.org/{z}/{x}/{y}.png; leave it empty for no tiles.",
            id="directory.E001",
        )
    ]


@checks.register
def tiles_have_an_extent(**kwargs):
    extent = settings.TILE_EXTENT
    if len(extent) == 4 and -180 <= extent[0] < extent[2] <= 180 and -90 <= extent[1] < extent[3] <= 90:
        return []
    return [
        checks.Error(
            f"TILE_EXTENT is no box in degrees: {extent}",
            hint="West, south, east, north, with commas: 20.5,55.4,28.6,58.3",
            id="directory.E002",
        )
    ]


@checks.register
def ground_of_the_map_is_there(**kwargs):
    file = finders.find(NAME)
    reason = "there is none"
    if file:
        try:
            with open(file, encoding="utf-8") as opened:
                if parsed(json.load(opened)).bbox:
                    return []
            reason = "it has no outline"
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            reason = f"it cannot be read ({type(error).__name__})"
    return [
        checks.Warning(
            f"The drawn ground of the map, {NAME}: {reason}.",
            hint="manage.py draw_base_map writes it; MAP_DIR names the folder of one's own base.geojson.",
            id="directory.W003",
        )
    ]


@checks.register
def sheets_become_pdf(**kwargs):
    if pdf_is_possible():
        return []
    return [
        checks.Warning(
            "Pango is not on this machine: the sheets of excursions are pages to print, and no PDF.",
            hint="apt-get install libpango-1.0-0 libpangoft2-1.0-0 fonts-open-sans fonts-urw-base35; then restart.",
            id="directory.W005",
        )
    ]
