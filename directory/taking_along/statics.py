"""Style sheets and scripts of a pack with all that they name: what a page without a network must find."""

import functools
import posixpath
import re

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation

IN_CSS = re.compile(r"""(?:url\(\s*|@import\s+(?=["']))["']?(?!data:|#|/)([^"')\s;]+)""")
IN_JS = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")


def files(entries: tuple[str, ...]) -> dict[str, bytes]:
    """Address → content of the entries and of what they import, as they are served now, in a fixed order."""
    return _files(entries) if not settings.DEBUG else _files.__wrapped__(entries)


@functools.lru_cache(maxsize=4)  # collected files do not change while a process lives
def _files(entries: tuple[str, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    waiting = [staticfiles_storage.url(name) for name in entries]
    while waiting:
        url = waiting.pop(0)
        if url in found:
            continue
        found[url] = body = read(url.removeprefix(settings.STATIC_URL))
        pattern = IN_CSS if url.endswith(".css") else IN_JS if url.endswith(".js") else None
        if pattern:
            names = pattern.findall(body.decode())
            waiting += [posixpath.normpath(posixpath.join(posixpath.dirname(url), name)) for name in names]
    return found


def read(name: str) -> bytes:
    """A file where it is served from: collected, or, in development, where its source lies."""
    try:
        collected = staticfiles_storage.exists(name)
    except SuspiciousFileOperation:
        raise FileNotFoundError(name) from None
    source = None if collected else finders.find(name)
    if source:
        with open(source, "rb") as file:
            return file.read()
    with staticfiles_storage.open(name) as file:
        return file.read()
