"""The content's version: one number that grows with everything a reader can see.

It stands on the site's settings, which every request reads anyway, and grows inside the transaction of the change; what
is kept under a version is therefore never out of date and needs no clearing. What the clock alone changes is known
beforehand: ``next_change`` is the earliest go-live or expiry ahead, and from then on nothing is kept until the worker
has raised the version (home/ticks.py). Days count too, because dates are written relative to today.
"""

import contextlib
import functools
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Min, Q
from django.utils import timezone
from wagtail.models import Page

from home.models import SiteSettings

KEEP_SECONDS = 24 * 3600
# Whether something has changed inside ``bump_once()``; ``None`` outside of it.
_changed: ContextVar[bool | None] = ContextVar("versions_changed", default=None)
_is_our_turn: ContextVar[bool] = ContextVar("versions_is_our_turn", default=False)


@functools.cache
def release() -> str:
    """Changes with every deployment: what was kept of the old templates and addresses of files dies with them."""
    files = [*Path(settings.BASE_DIR, "templates").rglob("*.html"), Path(settings.STATIC_ROOT, "staticfiles.json")]
    return f"{max(file.stat().st_mtime for file in files if file.exists()):.0f}"


def next_change(now=None):
    """The earliest moment after ``now`` at which a page comes or goes by the clock, or ``None``."""
    now = now or timezone.now()
    found = Page.objects.filter(live=True).aggregate(
        opens=Min("go_live_at", filter=Q(go_live_at__gt=now)), closes=Min("expire_at", filter=Q(expire_at__gt=now))
    )
    return min((moment for moment in found.values() if moment), default=None)


def hold() -> None:
    """Wait until no other transaction publishes; whoever writes what readers see comes here first.

    One lock, taken before any other, is why publishing cannot end in a deadlock. SQLite has one writer anyway.
    """
    if _is_our_turn.get():
        return
    list(SiteSettings.objects.select_for_update().order_by("pk").values_list("pk"))


def bump() -> None:
    """Something a reader can see has changed."""
    if _changed.get() is not None:
        _changed.set(True)
        return
    with transaction.atomic():
        hold()  # before it is read what comes next: whoever holds the version may be changing that
        SiteSettings.objects.update(version=F("version") + 1, next_change=next_change())


def is_our_turn() -> bool:
    """Whether the version is held by a turn around us."""
    return _is_our_turn.get()


def repaired(step: Callable[..., dict[str, int]], *args) -> dict[str, int]:
    """One step of a rebuild, as a turn of its own: whoever publishes meanwhile waits for this one and not for all. The
    version is raised where something had been wrong."""
    with turn():
        report = step(*args)
        if any(report.values()):
            bump()
    return report


@contextlib.contextmanager
def turn():
    """A transaction of what readers see: it waits until nobody else publishes, and raises the version once, at its end."""
    with transaction.atomic():
        hold()
        token = _is_our_turn.set(True)
        try:
            with bump_once():
                yield
        finally:
            _is_our_turn.reset(token)


@contextlib.contextmanager
def bump_once():
    """Many changes of one transaction raise the version once, at its end. Only for within ``transaction.atomic()``."""
    if _changed.get() is not None:
        yield
        return
    token = _changed.set(False)
    try:
        yield
        changed = _changed.get()
    finally:
        _changed.reset(token)
    if changed:
        bump()


def bump_when_due(now=None) -> bool:
    """For the worker: raise the version when the clock has passed ``next_change``."""
    due = SiteSettings.objects.filter(next_change__lte=now or timezone.now()).exists()
    if due:
        bump()
    return due


def key(config: SiteSettings, *parts) -> str | None:
    """A cache key that dies with the version and the day; ``None`` when nothing may be kept now."""
    if settings.DEBUG or config.pk is None or (config.next_change is not None and config.next_change <= timezone.now()):
        return None
    return ":".join(
        ["kept", release(), str(config.pk), str(config.version), timezone.localdate().isoformat(), *map(str, parts)]
    )


def kept(config: SiteSettings, parts: tuple, make, if_=lambda value: True):
    """What is kept under ``parts``, else ``make()``, kept from now on where ``if_(value)``."""
    name = key(config, *parts)
    if name is None:
        return make()
    value = cache.get(name)
    if value is None:
        value = make()
        if if_(value):
            cache.set(name, value, KEEP_SECONDS)
    return value
