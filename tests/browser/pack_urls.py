"""The site's addresses, and pictures as nginx would serve them: a route of the browser would answer without a network."""

from django.conf import settings
from django.urls import re_path
from django.views.static import serve

from cms.urls import handler404, handler500, urlpatterns

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = [
    re_path(r"^media/(?P<path>pictures/.*|images/.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    *urlpatterns,
]
