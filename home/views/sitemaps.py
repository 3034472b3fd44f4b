"""For search engines and for people who like to see everything at once."""

from collections import defaultdict

from django.conf import settings
from django.db.models import Exists, F
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models

from home.addresses import path_of
from home.navigation import MenuItem, frame_for
from home.querysets import open_at, restrictions_of


def open_pages():
    """Every published page below the home pages, as light rows with their language."""
    return (
        Page.objects.filter(open_at(), depth__gte=2)
        .filter(~Exists(restrictions_of()))
        .annotate(language=F("locale__language_code"))
        .only("path", "depth", "title", "url_path", "translation_key", "last_published_at", "locale_id")
        .order_by("path")
    )


def sitemap(request):
    """Sitemap 0.9 with ``hreflang`` alternates; what is not translated stands only under its own language."""
    versions = defaultdict(dict)
    for page in open_pages():
        versions[page.translation_key][page.language] = page
    urls = []
    for pages in versions.values():
        alternates = {code: settings.SITE_URL + path_of(page) for code, page in pages.items()}
        urls += [
            {"loc": alternates[code], "lastmod": page.last_published_at, "alternates": alternates}
            for code, page in pages.items()
        ]
    for pages in _answering_below():
        below = {code: set(page.slugs_below(code)) for code, page in pages.items()}
        for slug in sorted(set().union(*below.values())):
            alternates = {
                code: f"{settings.SITE_URL}{path_of(page)}{slug}/"
                for code, page in pages.items()
                if slug in below[code]
            }
            urls += [{"loc": url, "lastmod": None, "alternates": alternates} for url in alternates.values()]
    body = render_to_string("home/sitemap.xml", {"urls": urls})
    return HttpResponse(body, content_type="application/xml; charset=utf-8")


def _answering_below() -> list[dict[str, Page]]:
    """Pages that answer for addresses right beneath their own, by language."""
    found = defaultdict(dict)
    for model in get_page_models():
        if getattr(model, "answers_below", False):
            for page in model.objects.published().select_related("locale"):
                found[page.translation_key][page.language] = page
    return list(found.values())


def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def site_map(request):
    """Every page of the reader's language as a tree; articles are left to their list."""
    language = get_language()
    frame = frame_for(request)
    root: list[MenuItem] = []
    stack: list[tuple[str, MenuItem]] = []
    for page in (
        open_pages().filter(locale__language_code=language, depth__gte=3).exclude(content_type__model="articlepage")
    ):
        item = MenuItem(page.title, path_of(page))
        while stack and not page.path.startswith(stack[-1][0]):
            stack.pop()
        (stack[-1][1].children if stack else root).append(item)
        stack.append((page.path, item))
    return render(request, "home/site_map.html", {"items": root, "frame": frame})
