"""Paths of pages: each language under its own prefix. Rows are pages, or anything with their fields."""

from asgiref.local import Local
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.dispatch import receiver
from wagtail.models import Site

# Wagtail keeps the root paths in the shared cache; asking it for every link of a page is most of the page's time.
_this_request = Local()


@receiver([request_started, request_finished], dispatch_uid="home_forget_root_paths")
def _forget(signal, **kwargs):
    _this_request.known = {} if signal is request_started else None


def request_memo() -> dict | None:
    """What was found out in this request, by whoever asked; ``None`` outside requests, where nothing is remembered."""
    return getattr(_this_request, "known", None)


def root_paths(site_id: int | None = None) -> dict[str, str]:
    """Language code → ``url_path`` of its home page; from Wagtail's own cache, asked once a request."""
    memo = request_memo()
    if memo is not None and ("root paths", site_id) in memo:
        return memo["root paths", site_id]
    paths = Site.get_site_root_paths()
    chosen = site_id or (paths[0].site_id if paths else None)
    found = {row.language_code: row.root_path for row in paths if row.site_id == chosen}
    if memo is not None:
        memo["root paths", site_id] = found
    return found


def prefix_of(language: str) -> str:
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def language_of(row) -> str:
    return getattr(row, "language", None) or row.locale.language_code


def path_of(row) -> str:
    """Address path of a page in its own language, without a query."""
    language = language_of(row)
    root = root_paths().get(language, "/")
    return prefix_of(language) + row.url_path.removeprefix(root)


def fallback_path(row, language: str) -> str:
    """Address that shows ``row`` inside the chrome of another ``language``."""
    root = root_paths().get(language_of(row), "/")
    return prefix_of(language) + row.url_path.removeprefix(root)


def prefixes(root: str, path: str) -> list[str]:
    """``("/home/", "jaunumi/x/")`` → ``["/home/", "/home/jaunumi/", "/home/jaunumi/x/"]``."""
    result, current = [root], root
    for part in path.strip("/").split("/"):
        if part:
            current += f"{part}/"
            result.append(current)
    return result
