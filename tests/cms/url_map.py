"""Every address of the site, from the URL map, with something real in each of its gaps."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLResolver, get_resolver
from django.utils import translation

GAP = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
PAGE_GAPS = {"page_id", "parent_page_id", "page_to_move_id", "page_pk", "page", "destination_id"}
# Addresses written as regular expressions, as templates with gaps.
REGEXES = {
    r"documents/^(\d+)/(.*)$": "documents/<int:document>/<str:file_name>",
    r"en/account/^confirm-email/(?P<key>[-:\w]+)/$": "en/account/confirm-email/<str:token>/",
    r"en/account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "en/account/password/reset/key/<str:uidb36>-<str:token>/",
    r"en/^((?:[\w\-]+/)*)$": "en/<path:page_path>",
}


@dataclass(frozen=True)
class Route:
    template: str
    name: str
    callback: object

    @property
    def is_admin(self) -> bool:
        return self.template.startswith("admin/")

    @property
    def gaps(self) -> dict[str, str]:
        return {match["name"]: match["kind"] or "str" for match in GAP.finditer(self.template)}

    @property
    def label(self) -> str:
        return self.template

    def has_object(self) -> bool:
        """Whether it is about a profile or a page, of which there are several sorts."""
        gaps = self.gaps
        if "page_path" in gaps or gaps.get("key") == "uuid" or PAGE_GAPS & set(gaps):
            return True
        return "pk" in gaps and bool(re.search(r"pages/\^?(pages/)?<int:pk>|pages/<int:pk>", self.template))

    def model(self):
        view = getattr(self.callback, "view_class", None)
        initial = getattr(self.callback, "view_initkwargs", {})
        return initial.get("model") or getattr(view, "model", None)


def routes() -> Iterator[Route]:
    """In the order of the map, as English readers have them, whatever is translated yet; an address given twice comes once."""
    seen = set()
    with translation.override("en"):
        found = list(_walk(get_resolver()))
    for template, name, callback in found:
        template = REGEXES.get(template, template)
        template = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<str:\1>", template)
        template = template.replace("^", "").replace("$", "").replace(r"\.", ".")
        if template not in seen:
            seen.add(template)
            yield Route(template, name, callback)


def _walk(resolver, prefix="", space=""):
    for pattern in resolver.url_patterns:
        piece = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, piece, space + (f"{pattern.namespace}:" if pattern.namespace else ""))
        else:
            yield piece, space + pattern.name if pattern.name else "", pattern.callback


def fill(route: Route, values: dict) -> str:
    """The address; ``values`` by gap, else by kind of gap."""

    def value(match) -> str:
        name, kind = match["name"], match["kind"] or "str"
        if name in values:
            return str(values[name])
        return {"int": "1", "uuid": str(uuid.UUID(int=7)), "slug": "x", "path": "x/"}.get(kind, "x")

    return "/" + GAP.sub(value, route.template).replace(".*/", "x/").replace(".*", "x")
