"""The pack for the phone: one page without chrome and all that it shows, named with sizes and hashes in a manifest.

A pack is alike for everybody and at every time until something in it changes; its version is the hash of its parts.
"""

import hashlib
import json

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from directory.taking_along import statics
from directory.taking_along.door import EMERGENCY, Along
from directory.taking_along.drawing import drawing, view_of
from home import versions
from home.addresses import prefix_of
from home.measures import size_text
from home.models import SiteSettings

MAP = (640, 560)  # pixels
STATICS = ("js/head.js", "css/pack.css", "js/pack/start.js", "js/pack/list.js", "images/favicon.png")
KEEP_SECONDS = 30 * 24 * 3600


def manifest_of(found: Along, config: SiteSettings) -> dict:
    """Kept until something that readers see changes anywhere on the site, or another release is deployed."""
    return versions.kept(config, ("pack", found.language, found.page.pk), lambda: _manifest(found, config))


def pack_size(found: Along, config: SiteSettings, *, is_preview: bool = False) -> int:
    """Of what an editor previews nothing is kept: it would be told to readers."""
    return (_manifest if is_preview else manifest_of)(found, config)["size"]


def _manifest(found: Along, config: SiteSettings) -> dict:
    with override(found.language):
        page, saved = reverse("pack", args=[found.key]), reverse("packs")
        bodies = {
            page: page_html(found, config).encode(),
            saved: list_html(found.language, config).encode(),
            **statics.files(STATICS),
        }
        parts = [_part(url, len(body), hashlib.sha256(body).hexdigest()) for url, body in bodies.items()]
        parts += [_picture_part(name) for name in dict.fromkeys(filter(None, map(picture_name, found.stops)))]
        size = sum(part["size"] for part in parts)
        return {
            "version": hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16],
            "key": str(found.key),
            "language": found.language,
            "title": found.page.title,
            "page": page,
            "size": size,
            "size_text": size_text(size),
            "parts": parts,
        }


def _part(url: str, size: int, digest: str) -> dict:
    return {"url": url, "size": size, "sha256": digest}


def _picture_part(name: str) -> dict:
    """A rendition never changes under its name: it is read once."""
    size = default_storage.size(name)
    kept = f"sha256:{hashlib.sha256(name.encode()).hexdigest()}:{size}"
    digest = cache.get(kept)
    if digest is None:
        with default_storage.open(name) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        cache.set(kept, digest, KEEP_SECONDS)
    return _part(settings.MEDIA_URL + name, size, digest)


def picture_name(stop) -> str:
    """The one file of a stop's picture that a phone gets; ``""`` until the worker has made it."""
    rows = stop.picture.variants.get("card", {}).get("webp") if stop.picture else None
    return rows[-1][2] if rows else ""


def picture_of(stop) -> dict | None:
    name = picture_name(stop)
    if not name:
        return None
    width, height, _name = stop.picture.variants["card"]["webp"][-1]
    return {"url": settings.MEDIA_URL + name, "width": width, "height": height, "alt": stop.picture_alt}


def page_html(found: Along, config: SiteSettings) -> str:
    context = {
        "along": found,
        "page": found.page,
        "facts": found.facts,
        "frame": found.frame,
        "stops": [(stop, picture_of(stop)) for stop in found.stops],
        "config": config,
        "map": drawing(found, *MAP, "pack-map"),
        "view": _numbers(view_of(found, *MAP)) if found.has_places else None,
        "where": [[stop.number, stop.name, *stop.point] for stop in found.placed],
        "emergency": EMERGENCY,
        "words": words(),
    }
    return render_to_string("directory/pack.html", context)


def _numbers(view) -> dict[str, str]:
    """For the script, so not as a language writes numbers."""
    return {name: repr(getattr(view, name)) for name in ("scale", "left", "top", "width", "height")}


def list_html(language: str, config: SiteSettings) -> str:
    return render_to_string(
        "directory/packs.html", {"config": config, "home_url": prefix_of(language), "words": list_words()}
    )


def words() -> dict[str, str]:
    """What the script says; ``{…}`` is filled in there."""
    return {
        "save": _("Save on this phone ({size})"),
        "update": _("Take the newer version ({size})"),
        "again": _("Try again"),
        "remove": _("Remove from this phone"),
        "none": _("Not on this phone yet. Save it where there is a signal; afterwards this page opens without one."),
        "saving": _("Saving: part {done} of {all}"),
        "ready": _("Ready: this page opens without a network."),
        "newer": _("Ready without a network. Meanwhile the excursion has changed: a newer version is there."),
        "gone": _("The phone has thrown the saved excursion away to make room. Save it once more."),
        "refused": _("The phone gives no room for it: {size} are needed. Make some room, then try again."),
        "broken": _("A part did not arrive as it was sent, so nothing of it was saved. Try again."),
        "offline": _("The network broke off, so nothing of it was saved. Try again where there is a signal."),
        "failed": _("The browser would not save it. In a private window it cannot; otherwise try again."),
        "kept": _("What was saved before is still there."),
        "withdrawn": _("This excursion is no longer on the site. Your copy stays until you remove it."),
        "removed": _("Removed. Nothing of it is left on this phone."),
        "where": _("Where am I?"),
        "where_stop": _("Stop showing where I am"),
        "locating": _("Looking for your place…"),
        "here": _("You are at the dot. Nearest: stop {number}, {name}, {far}."),
        "outside": _("You are not on this map. Nearest: stop {number}, {name}, {far}."),
        "denied": _("The phone does not let this page know where you are. You can allow it in the browser's settings."),
        "nowhere": _("The phone cannot tell where it is. Under the open sky it is easier."),
    }


def list_words() -> dict[str, str]:
    return {
        "empty": _("Nothing is saved on this phone. Open an excursion and press “Save on this phone”."),
        "remove": _("Remove from this phone"),
        "removed": _("Removed: {title}"),
        "gone": _("The phone has thrown it away to make room. Open it and save it once more."),
        "unsupported": _("This browser cannot keep excursions. Print the sheet, or take the GPX file."),
    }
