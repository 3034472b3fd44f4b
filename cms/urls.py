"""Addresses, grouped by who may use them. Wagtail's pages come last."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from directory import urls as directory_urls
from events import urls as events_urls
from home import urls as home_urls
from home.views.pages import serve
from news import urls as news_urls

# Machines and everybody, in no language.
urlpatterns = [
    *home_urls.machine,
    *directory_urls.machine,
    path("documents/", include(wagtaildocs_urls)),
]

# Staff.
urlpatterns += [path("admin/", include(wagtailadmin_urls))]

if settings.DEBUG:
    from django.conf.urls.static import static

    urlpatterns += home_urls.development
    # The folders a web server gives out, no other: documents have to pass the check at /documents/ (home/documents.py).
    for folder in ("pictures", "avatar_images"):
        urlpatterns += static(f"{settings.MEDIA_URL}{folder}/", document_root=f"{settings.MEDIA_ROOT}/{folder}")

# Everybody, in their language: main language without a prefix.
urlpatterns += i18n_patterns(
    # Before ours: of two addresses with one name Django gives the later, and sign-in has a shorter one there.
    path(_("account/"), include("allauth.urls")),
    path("", include(home_urls)),
    path("", include(directory_urls)),
    path("", include(events_urls)),
    path("", include(news_urls)),
    re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler404 = "home.views.errors.not_found"
handler500 = "home.views.errors.server_error"
