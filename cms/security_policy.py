"""Which headers go with which class of address. docs/security-policy.md shows the same table; a test compares them.

Pure: paths and view names in, headers out. ``cms.middleware`` applies it.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings

NONE, SELF = "'none'", "'self'"

# What the editor looks at before publishing: a reader's page inside a frame of the admin.
PREVIEW_VIEWS = re.compile(
    r"(:|_)(block_preview|preview_on_add|preview_on_edit|view_draft|revisions_view|workflow_preview|preview_translation)$"
)
# Signing in and out have addresses of their own beside the account's.
ACCOUNT_VIEWS = ("account_", "mfa_")
EMBED_VIEW = "directory_embed"
PORTAL_VIEWS = "portal_"
# Files that a browser shows by itself and that can hold no script.
SHOWN_INLINE = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}
PDF = "application/pdf"

READER = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "media-src": [SELF],
    "manifest-src": [SELF],
    "frame-src": [],
    "form-action": [SELF],
    "base-uri": [NONE],
    "object-src": [NONE],
    "frame-ancestors": [NONE],
}
# Wagtail's rich text editor writes its placeholders and list counters as <style> elements; attributes stay barred.
ADMIN = {
    **READER,
    "style-src-elem": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
CLOSED = {"default-src": [NONE], "form-action": [NONE], "base-uri": [NONE], "frame-ancestors": [NONE]}


@dataclass(frozen=True)
class RoutePolicy:
    """Headers of one class; ``csp`` maps directive to sources, ``cache`` is set unless the view chose.

    Without ``framing`` there is no ``X-Frame-Options``, which could name no site: ``frame-ancestors`` says it alone.
    """

    name: str
    csp: dict[str, list[str]]
    framing: str = "DENY"
    referrer: str = "strict-origin-when-cross-origin"
    permissions: dict[str, str] = field(default_factory=dict)
    cache: str = ""

    def headers(self) -> dict[str, str]:
        """An empty value is a header that must not be there."""
        return {
            "Content-Security-Policy": written(self.csp),
            "X-Frame-Options": self.framing,
            "Referrer-Policy": self.referrer,
            "Permissions-Policy": ", ".join(f"{name}={who}" for name, who in {**NOTHING, **self.permissions}.items()),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        }


NOTHING = {
    name: "()"
    for name in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "payment",
        "usb",
    )
}


def written(csp: dict[str, Iterable[str]]) -> str:
    """``{"img-src": ["'self'"]}`` as the header's value; a directive without sources is left to ``default-src``."""
    return "; ".join(" ".join([name, *sources]) for name, sources in csp.items() if sources or name == "sandbox")


def policies() -> dict[str, RoutePolicy]:
    """All classes by name, for the hosts that are set now."""
    return _policies(tuple(settings.VIDEO_HOSTS), tuple(settings.EMBED_ALLOWED_HOSTS))


@functools.lru_cache(maxsize=8)
def _policies(video_hosts: tuple[str, ...], embed_hosts: tuple[str, ...]) -> dict[str, RoutePolicy]:
    videos = list(video_hosts)
    fullscreen = " ".join(["self", *(f'"{host}"' for host in videos)])
    public = {**READER, "frame-src": videos}
    near_me = {"geolocation": "(self)", "fullscreen": f"({fullscreen})"}
    classes = [
        RoutePolicy("public", public, permissions=near_me),
        # The map or the list on other people's pages: nothing is sent from here, and nothing asks where somebody is.
        RoutePolicy(
            "embed",
            {**READER, "form-action": [NONE], "frame-ancestors": [SELF, *embed_hosts]},
            framing="",
            cache="no-cache",
        ),
        # Addresses here carry keys that let somebody in: no Referer, no copy in a cache.
        RoutePolicy("account", READER, referrer="same-origin", cache="no-store, private"),
        # Members' own pages: a picture just taken is shown before it is sent, and the phone may say where it is.
        RoutePolicy(
            "portal",
            {**READER, "img-src": [SELF, "data:", "blob:"]},
            referrer="same-origin",
            permissions={"geolocation": "(self)"},
            cache="no-store, private",
        ),
        RoutePolicy(
            "admin",
            ADMIN,
            framing="SAMEORIGIN",
            referrer="same-origin",
            permissions={"fullscreen": "(self)"},
            cache="no-store, private",
        ),
        RoutePolicy(
            "preview",
            {**public, "frame-ancestors": [SELF]},
            framing="SAMEORIGIN",
            referrer="same-origin",
            permissions=near_me,
            cache="no-store, private",
        ),
        RoutePolicy("machine", CLOSED),
        RoutePolicy("static", CLOSED),
        RoutePolicy("media", {"sandbox": [], **CLOSED}),
        RoutePolicy("document", {"sandbox": [], **CLOSED}, referrer="same-origin"),
        # A sandbox keeps browsers from showing a PDF at all; its viewer brings styles of its own.
        RoutePolicy(
            "document-pdf",
            {**CLOSED, "style-src": ["'unsafe-inline'"], "object-src": [SELF]},
            referrer="same-origin",
        ),
    ]
    return {policy.name: policy for policy in classes}


def class_of(path: str, view_name: str = "", roots: dict[str, tuple[str, ...]] | None = None) -> str:
    """The class of an address; ``roots`` maps class to the beginnings of paths."""
    if view_name.startswith(ACCOUNT_VIEWS):
        return "account"
    if view_name.startswith(PORTAL_VIEWS):
        return "portal"
    if view_name == EMBED_VIEW:
        return "embed"
    for name, beginnings in (roots or {}).items():
        if path.startswith(beginnings):
            return "preview" if name == "admin" and PREVIEW_VIEWS.search(view_name) else name
    return "public"


def is_shown_inline(content_type: str) -> bool:
    """Whether a file of this type may open in the browser; SVG, HTML and all the rest are downloads."""
    return content_type.partition(";")[0].strip().lower() in SHOWN_INLINE | {PDF}
