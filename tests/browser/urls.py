"""The site's addresses, pictures as nginx would serve them, and tiles of one colour: no test asks the upstream.

Not routes of the browser: with one of them it keeps no file, and asks anew for every file of every page.
"""

from django.conf import settings
from django.http import HttpResponse
from django.urls import re_path
from django.views.static import serve

from cms.urls import handler404, handler500
from cms.urls import urlpatterns as urls_of_the_site

__all__ = ["handler404", "handler500", "urlpatterns"]

# One transparent pixel.
TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000b49444154789c63600002000005"
    "00017a5eab3f0000000049454e44ae426082"
)


def tile(request) -> HttpResponse:
    return HttpResponse(TILE, content_type="image/png", headers={"Cache-Control": "public, max-age=3600"})


urlpatterns = [
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    re_path(r"^tiles/", tile),
    *urls_of_the_site,
]
