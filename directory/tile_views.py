"""The door to the tiles. It hands nothing of the visitor on: not the address, not the browser, not the page."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from directory import tiles


@require_safe
def tile(request, z: int, x: int, y: int) -> HttpResponse:
    try:
        found = tiles.tile(z, x, y)
    except tiles.NoTileError as reason:
        return _no_tile(reason)
    response = HttpResponse(found.body, content_type="image/png")
    response["Cache-Control"] = f"public, max-age={tiles.BROWSER_SECONDS}, stale-while-revalidate={tiles.FRESH_SECONDS}"
    response["ETag"] = found.etag
    return response


def _no_tile(reason: tiles.NoTileError) -> HttpResponse:
    if not reason.is_for_now:
        return HttpResponse(status=404, headers={"Cache-Control": f"public, max-age={reason.seconds}"})
    return HttpResponse(status=503, headers={"Cache-Control": "no-store", "Retry-After": str(reason.seconds)})


def address_of_tiles() -> str:
    """``/tiles/{z}/{x}/{y}.png`` for the map's script; empty where the site has no tiles."""
    return reverse("tile", args=[0, 0, 0]).replace("0/0/0", "{z}/{x}/{y}") if tiles.are_there() else ""
