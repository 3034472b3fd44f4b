"""The doors of what is taken along: files, the sheet of paper, the pack on the phone and its worker."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from directory.taking_along.door import Along, along
from directory.taking_along.files import file_of
from directory.taking_along.pack import list_html, manifest_of, page_html
from directory.taking_along.sheet import pdf_is_possible, sheet_html, sheet_pdf
from home.navigation import load_settings


def _found(key) -> Along:
    found = along(key, get_language())
    if found is None:
        raise Http404
    return found


def _kept_by_asking(response: HttpResponse) -> HttpResponse:
    """A cache asks before it gives a copy (ETag): what is unpublished is gone at once. No search engine keeps it."""
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, no_cache=True)
    return response


@require_safe
def way_file(request, key, suffix: str) -> HttpResponse:
    """The whole way and its stops as GPX, KML or GeoJSON, for those who may see the excursion."""
    file = file_of(_found(key), suffix, load_settings(request))
    if file is None:
        raise Http404
    response = HttpResponse(file.body, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return _kept_by_asking(response)


@require_safe
def sheet(request, key) -> HttpResponse:
    """The sheet as a page, to be printed from the browser."""
    return _kept_by_asking(HttpResponse(sheet_html(_found(key), load_settings(request))))


@require_safe
def sheet_as_pdf(request, key) -> HttpResponse:
    """The same as PDF/UA-1; where this machine cannot make one, the page that prints."""
    found = _found(key)
    if not pdf_is_possible():
        return redirect("way_sheet", key=key)
    response = HttpResponse(sheet_pdf(found, load_settings(request)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.page.slug}.pdf"'
    return _kept_by_asking(response)


@require_safe
def pack(request, key) -> HttpResponse:
    """The page that is kept on phones, and where it is kept. Alike for everybody: its hash stands in the manifest."""
    return _kept_by_asking(HttpResponse(page_html(_found(key), load_settings(request))))


@require_safe
def packs(request) -> HttpResponse:
    """What is kept on this phone; the phone alone knows, and fills it in."""
    return _kept_by_asking(HttpResponse(list_html(get_language(), load_settings(request))))


@require_safe
def manifest(request, key) -> HttpResponse:
    """What a pack is made of: ``{"version", "size", "parts": [{"url", "size", "sha256"}, …], …}``."""
    body = manifest_of(_found(key), load_settings(request))
    return _kept_by_asking(JsonResponse(body, json_dumps_params={"ensure_ascii": False}))


@require_safe
def worker(request) -> HttpResponse:
    """The service worker. Its address never changes, so a browser asks for a newer one at every visit."""
    response = render(request, "directory/sw.js", content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = "/"
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_cache=True)
    return response
