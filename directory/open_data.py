"""The doors through which the directory's data leave: files under the filter of the list, and the page about them."""

from django.conf import settings
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.exports.about import about
from directory.exports.geo import geojson_parts, kml_parts
from directory.exports.rows import things
from directory.exports.tables import csv_lines, xlsx_file
from directory.filters import DirectoryFilter
from directory.finding import narrow, ordered
from home.navigation import load_settings

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Suffix of the address → type of the file.
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": XLSX,
    "geojson": "application/geo+json",
    "kml": "application/vnd.google-earth.kml+xml",
}


def refusal(form: DirectoryFilter) -> str:
    """What was not understood, in words: “near: This is not a place on the map.”"""
    return "\n".join(f"{name}: {' '.join(errors)}" for name, errors in form.errors.items())


@require_safe
def export(request, suffix: str) -> HttpResponse:
    """Everything that the list's filter lets through, as a file; 400 and words where the filter is not understood."""
    form, language = DirectoryFilter(request.GET), get_language()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        return _refused(_("There is no such format. There are: %(known)s") % {"known": known}, status=404)
    if form.errors:
        return _refused(refusal(form))
    found = things(ordered(narrow(form, language), form), language)
    response = _file(suffix, found, about(str(load_settings(request))))
    name = f"{_('communities')}-{timezone.localdate().isoformat()}.{suffix}"
    response["Content-Type"] = FORMATS[suffix]
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return open_to_all(response)


def _file(suffix: str, found, notes: dict[str, str]) -> HttpResponse:
    if suffix == "csv":
        return StreamingHttpResponse(csv_lines(found))
    if suffix == "xlsx":
        return FileResponse(xlsx_file(found, notes))
    return StreamingHttpResponse((geojson_parts if suffix == "geojson" else kml_parts)(found, notes))


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Any site's script may read it, no search engine keeps it, a cache asks before it gives a copy."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "Link, ETag"
    response["X-Robots-Tag"] = "noindex"
    if not response.has_header("Link"):
        response["Link"] = f'<{settings.DATA_LICENCE_URL}>; rel="license"'
    patch_cache_control(response, public=True, no_cache=True)
    return response


def _refused(text: str, status: int = 400) -> HttpResponse:
    return open_to_all(HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8"))


def address_of_export(suffix: str, query: str = "") -> str:
    return reverse("directory_export", args=[suffix]) + (f"?{query}" if query else "")
