"""Rows of the frame: what menu, footer, breadcrumbs and language switch know of pages, without the pages."""

import datetime
from dataclasses import dataclass, fields
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Page

from home.empty_pages import empty_among
from home.models import FooterLink, SiteSettings
from home.querysets import restrictions_of

MENU_DEPTH = 4  # root 1, home 2, sections 3, what stands beneath them 4


@dataclass(slots=True)
class Row:
    """What the frame knows of a page, without the page."""

    pk: int
    path: str
    depth: int
    title: str
    url_path: str
    translation_key: UUID
    show_in_menus: bool
    live: bool
    go_live_at: datetime.datetime | None
    expire_at: datetime.datetime | None
    content_type_id: int
    alias_of_id: int | None
    language: str
    restricted: bool
    footer_order: int | None = None
    has_content: bool = False
    in_menu: bool = False


ROW_FIELDS = [field.name for field in fields(Row) if field.name not in {"has_content", "footer_order", "in_menu"}]


def _annotated(condition: Q):
    return (
        Page.objects.filter(condition)
        .annotate(language=F("locale__language_code"), restricted=Exists(restrictions_of()))
        .order_by("path")
    )


def standing_rows(language: str, roots: dict[str, str], config: SiteSettings) -> list[Row]:
    """Rows of the menu, the footer and the pages that settings name; the same for every page of a language."""
    chosen = [config.about_page_id, config.contact_page_id, config.join_page_id, config.accessibility_page_id]
    in_frame = Page.objects.filter(
        Q(pk__in=[pk for pk in chosen if pk])
        | Q(pk__in=FooterLink.objects.filter(site_settings=config.pk).values("page"))
    )
    menu = Q(
        show_in_menus=True,
        depth__lte=MENU_DEPTH,
        locale__language_code=language,
        url_path__startswith=roots.get(language, "//"),
    )
    footer_order = FooterLink.objects.filter(
        site_settings=config.pk, page__translation_key=OuterRef("translation_key")
    ).values("sort_order")[:1]
    found = _annotated(menu | Q(translation_key__in=in_frame.values("translation_key"))).annotate(
        footer_order=Subquery(footer_order)
    )
    rows = [Row(*values) for values in found.values_list(*ROW_FIELDS, "footer_order")]
    empty = empty_among({row.pk: row.content_type_id for row in rows if row.show_in_menus}, language)
    for row in rows:
        row.has_content = row.pk not in empty
    return rows


def rows_along(language: str, roots: dict[str, str], asked: dict[str, list[str]], page: Page | None) -> list[Row]:
    """Home pages, and the rows along the asked path or of the known page, with the translations of the last of them."""
    wanted, last = Q(url_path__in=[roots[code] for code in languages_of(language) if code in roots]), None
    if page is not None:
        wanted |= Q(path__in=[page.path[: i * Page.steplen] for i in range(2, page.depth + 1)])
        last = Q(pk=page.pk) if page.pk else None
    elif asked:
        wanted |= Q(url_path__in=[url for urls in asked.values() for url in urls])
        last = Q(url_path__in=[urls[-1] for urls in asked.values()])
    if last is not None:
        wanted |= Q(translation_key__in=Page.objects.filter(last).values("translation_key"))
    return [Row(*values) for values in _annotated(wanted).values_list(*ROW_FIELDS)]


def languages_of(language: str) -> set[str]:
    """Those in which a page may stand that a reader of ``language`` is shown."""
    return {language, settings.LANGUAGE_CODE}


def is_open(row: Row, now=None) -> bool:
    """``published(now)`` for a row of the frame; the same rule as home.querysets, on what was loaded."""
    now = now or timezone.now()
    return (
        row.live
        and not row.restricted
        and row.alias_of_id is None
        and (row.go_live_at is None or row.go_live_at <= now)
        and (row.expire_at is None or row.expire_at > now)
    )


def within_dates(row: Row, now=None) -> bool:
    """Live and inside its dates; a restricted page counts, its own door asks for the key."""
    now = now or timezone.now()
    return (
        row.live
        and row.alias_of_id is None
        and (row.go_live_at is None or row.go_live_at <= now)
        and (row.expire_at is None or row.expire_at > now)
    )
