"""The doors through which the directory's data leave: files under the filter of the list, and the page about them."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.embed.lines import hosts, offers
from directory.exports.about import about
from directory.exports.geo import geojson_parts, kml_parts
from directory.exports.hsds import hsds_parts
from directory.exports.rows import FIELDS, things
from directory.exports.tables import csv_lines, xlsx_file
from directory.filters import DirectoryFilter
from directory.finding import narrow, ordered
from home.navigation import frame_for, load_settings

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Suffix of the address → type of the file.
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": XLSX,
    "geojson": "application/geo+json",
    "kml": "application/vnd.google-earth.kml+xml",
    "hsds.json": "application/json",
}
API = ("listings", "settlements", "topics", "openapi")


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
    notes = about(str(load_settings(request))) | {"made": timezone.now().isoformat(timespec="seconds")}
    response = _file(suffix, found, notes)
    name = f"{_('communities')}-{timezone.localdate().isoformat()}.{suffix}"
    response["Content-Type"] = FORMATS[suffix]
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return open_to_all(response)


def _file(suffix: str, found, notes: dict[str, str]) -> HttpResponse:
    if suffix == "csv":
        return StreamingHttpResponse(csv_lines(found))
    if suffix == "xlsx":
        return FileResponse(xlsx_file(found, notes))
    if suffix == "hsds.json":
        return StreamingHttpResponse(hsds_parts(found))
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


def query_of(form: DirectoryFilter) -> str:
    """The clean filter as a query, for an address that says the same again; its order and page are left out."""
    pairs = [(name, value) for name, values in form.chosen.items() for value in values]
    pairs += [(name, form.value(name)) for name in ("q", "letter") if form.value(name)]
    if box := form.value("box"):
        pairs.append(("box", f"{box.west},{box.south},{box.east},{box.north}"))
    return urlencode(pairs)


def address_of_page(form: DirectoryFilter) -> str:
    return _with(reverse("open_data"), query_of(form))


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


@require_safe
def open_data(request) -> HttpResponse:
    """What there is, in which formats, and what is allowed; the files are those of the query's filter."""
    form, language = DirectoryFilter(request.GET), get_language()
    frame, query = frame_for(request), query_of(form)
    context = {
        "frame": frame,
        "form": form,
        "total": narrow(form, language).count(),
        "files": [
            {"name": name, "about": text, "url": _with(reverse("directory_export", args=[suffix]), query)}
            for suffix, (name, text) in _words().items()
        ],
        "notes": about(str(frame.settings)),
        "api": {name: _in_language(reverse(f"api_{name}"), name, language) for name in API},
        "fields": FIELDS.items(),
        # Who looks after the site copies the line for its neighbours; to others it would only say that they may not.
        "embeds": offers(query) if request.user.has_perm("wagtailadmin.access_admin") else [],
        "hosts": hosts(),
    }
    return render(request, "directory/open_data.html", context)


def _in_language(path: str, name: str, language: str) -> str:
    return path if name == "openapi" else f"{path}?lang={language}"


def _words() -> dict[str, tuple[str, str]]:
    """Name and use of each format."""
    return {
        "csv": ("CSV", _("a table, for every program")),
        "xlsx": ("XLSX", _("a table, for Excel and LibreOffice")),
        "geojson": ("GeoJSON", _("for a map: QGIS, uMap and others")),
        "kml": ("KML", _("for a map: Google Earth and others")),
        "hsds.json": ("HSDS 3.0", _("for registers of services: the Open Referral standard; without rooms")),
    }
