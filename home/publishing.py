"""Publishing is one action: page, read models and mail are written together or not at all.

Wagtail's actions each run as one turn (home/turns.py) and send their signals inside it; the receivers here write the read
models in the same transaction. Privacy changes have no Wagtail signal: the rows of ``PageViewRestriction`` are watched
instead. What the source page loses, its translations lose with it. ``recount()`` rebuilds everything and reports what was
wrong; it runs each night.
"""

import contextlib
import logging
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

from home import reading, versions

logger = logging.getLogger(__name__)

ReadModel = Callable[[list[Page]], None]
_read_models: list[tuple[str, ReadModel, Callable[[], dict]]] = []


@dataclass
class Together:
    """What goes on inside ``together()``: keys of pages that are not in the read models yet, tasks that were queued."""

    pages: set[int] = field(default_factory=set)
    tasks: dict[tuple, object] = field(default_factory=dict)


_together: ContextVar[Together | None] = ContextVar("publishing_together", default=None)


def register_read_model(name: str, write: ReadModel, rebuild: Callable[[], dict]) -> None:
    """``write(pages)`` brings the rows of these pages up to date (specific pages, live or not);
    ``rebuild()`` does it for all, step by step in turns (versions.repaired), and returns
    ``{"added": n, "changed": n, "removed": n}``."""
    if name not in [known for known, *_ in _read_models]:
        _read_models.append((name, write, rebuild))


def refresh(pages: Iterable[Page]) -> None:
    """Bring every read model up to date for ``pages``, inside the caller's transaction.

    Give a queryset where the pages were not changed by the caller: it is read when nobody else is
    publishing any more, and all of them together (home/reading.py).
    """
    if (batch := _together.get()) is not None:
        batch.pages.update(page.pk for page in pages)
    else:
        _write(pages)


def _write(pages: Iterable[Page]) -> None:
    with transaction.atomic():
        versions.hold()
        pages = reading.read(pages) if isinstance(pages, QuerySet) else [page.specific for page in pages]
        for _name, write, _rebuild in _read_models:
            write(pages)
        versions.bump()


@contextlib.contextmanager
def together():
    """Many publications as one, for imports: the read models are written once, at the end of the same transaction.

    Nobody sees anything in between: until the transaction ends, what was is what everybody reads. An exception takes
    all of it back. What goes away (unpublish, delete) is written at once, as ever.
    """
    if is_together():
        yield
        return
    with versions.turn():
        batch = Together()
        token = _together.set(batch)
        try:
            yield
        finally:
            _together.reset(token)
        if batch.pages:
            _write(Page.objects.filter(pk__in=batch.pages))


def is_together() -> bool:
    return _together.get() is not None


def queued_together() -> dict[tuple, object] | None:
    """The tasks that were queued inside ``together()``, by what they were asked; ``None`` outside of it."""
    batch = _together.get()
    return batch.tasks if batch else None


def forget_queued() -> None:
    """For who goes back to a savepoint inside ``together()``: what was queued since is not queued any more."""
    if batch := _together.get():
        batch.tasks.clear()


def translations_of(page: Page):
    """The other-language pages of a source page; none for a page that is itself a translation."""
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return Page.objects.none()
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


def after_publish(page: Page) -> None:
    """Called inside the publishing transaction: dates reach the translations, read models follow, pictures are made."""
    translations = list(translations_of(page))
    for translation in translations:
        if translation.expire_at != page.expire_at:
            translation.expire_at = page.expire_at
            Page.objects.filter(pk=translation.pk).update(expire_at=page.expire_at)
    refresh([page, *translations])
    _prepare_pictures(page)


def after_unpublish(page: Page) -> None:
    """The source takes its translations along."""
    for translation in translations_of(page).filter(live=True):
        translation.specific.unpublish()
    page = page.specific
    page.live = False  # on its way out a page is unpublished in memory alone; its row still says otherwise
    _write([page])


def after_tree_change(page: Page) -> None:
    """A move or a restriction changes every page below."""
    refresh(Page.objects.filter(path__startswith=page.path))


def mirror_restriction(restriction: PageViewRestriction) -> None:
    """The translations of a restricted source are restricted in the same way."""
    with versions.turn():
        for translation in translations_of(restriction.page):
            mirrored, _created = PageViewRestriction.objects.update_or_create(
                page=translation,
                defaults={"restriction_type": restriction.restriction_type, "password": restriction.password},
            )
            mirrored.groups.set(restriction.groups.all())
            after_tree_change(translation)


def drop_restriction(restriction: PageViewRestriction) -> None:
    for translation in translations_of(restriction.page):
        PageViewRestriction.objects.filter(page=translation).delete()
        after_tree_change(translation)


def _prepare_pictures(page: Page) -> None:
    from home.pictures import images_on, prepare_images

    ids = images_on(page.specific)
    if ids:
        transaction.on_commit(lambda: prepare_images.enqueue(sorted(ids)))


def recount() -> dict[str, dict]:
    """Rebuild every read model, in turns of a few hundred pages; returns per read model what had been wrong. Logged when
    anything was."""
    report = {}
    for name, _write, rebuild in _read_models:
        report[name] = rebuild()
        if any(report[name].values()):
            logger.warning("read model repaired", extra={"read_model": name, **report[name]})
    return report
