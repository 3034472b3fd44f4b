"""The frame of a request: settings, menu, footer, breadcrumbs and translations, in one query and a few now and then.

It reads the site's settings, and with them the content's version (home/versions.py). Until that grows, the rows of
menu and footer are kept, which are the same for every page of a language, and the rows along each path (in the
language of the address and, as a fallback, in the main one) with the translations of the last of them. Rows are plain
values; visibility is asked of the clock each time.
"""

import hashlib
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from wagtail.models import Page, Site

from home import versions
from home.addresses import fallback_path, path_of, prefix_of, prefixes, root_paths
from home.frame_rows import MENU_DEPTH, Row, is_open, languages_of, rows_along, standing_rows, within_dates
from home.models import SiteSettings
from home.statements import Statement

_doors: list[tuple[str, str | Promise, str]] = []


def add_to_menu(below: str, title: str | Promise, view_name: str) -> None:
    """A door of ours that is no page, last beneath the menu's pages of the kind ``below`` ("app.Model"). For ``ready()``."""
    if (below, title, view_name) not in _doors:
        _doors.append((below, title, view_name))


@dataclass
class MenuItem:
    title: str
    url: str
    current: bool = False
    here: bool = False
    children: list["MenuItem"] = field(default_factory=list)


@dataclass
class Frame:
    """What stands around every page. ``fallback_language``: the content's language where it is not the chrome's."""

    language: str
    site: Site
    settings: SiteSettings
    rows: list[Row] = field(default_factory=list)
    page_row: Row | None = None
    page: Page | None = None
    fallback_language: str | None = None
    menu: list[MenuItem] = field(default_factory=list)
    footer: list[MenuItem] = field(default_factory=list)
    breadcrumbs: list[MenuItem] = field(default_factory=list)
    translations: dict[str, str] = field(default_factory=dict)
    alternates: dict[str, str] = field(default_factory=dict)
    links: dict[str, MenuItem] = field(default_factory=dict)
    canonical: str = ""
    home_url: str = "/"
    indexable: bool = True

    @property
    def menu_key(self) -> str:
        """What the menu looks like depends on: where in it the reader stands."""
        return self.page_row.path[: MENU_DEPTH * Page.steplen] if self.page_row is not None else ""

    @property
    def footer_key(self) -> str:
        return next((item.url for item in self.footer if item.current), "")

    def go_below(self, title: str, slug: str) -> None:
        """The page answers for an address right beneath its own: crumbs, canonical and language switch follow."""
        for crumb in self.breadcrumbs:
            crumb.current = False
        last = self.breadcrumbs[-1].url if self.breadcrumbs else self.canonical
        self.breadcrumbs.append(MenuItem(title, f"{last}{slug}/", current=True))
        self.canonical = f"{self.canonical}{slug}/"
        self.alternates = {code: f"{url}{slug}/" for code, url in self.alternates.items()}
        self.translations = {code: _extended(url, slug) for code, url in self.translations.items()}

    def children_of(self, page: Page) -> list[MenuItem]:
        """Published pages right beneath ``page`` that stand in the menu, in the editors' order."""
        return [
            MenuItem(row.title, self.url_of(row))
            for row in self.rows
            if row.in_menu and row.depth == page.depth + 1 and row.path.startswith(page.path)
        ]

    def url_of(self, row: Row) -> str:
        """Path for the reader's language: the page's own, or the one that shows it as a fallback."""
        return path_of(row) if row.language == self.language else fallback_path(row, self.language)

    def link(self, name: str) -> MenuItem | None:
        """The page a setting names (``join``, ``contact``, ``about``, ``accessibility``), in the reader's language."""
        return self.links.get(name)


def _extended(url: str, slug: str) -> str:
    path, mark, query = url.partition("?")
    return f"{path}{slug}/{mark}{query}"


# Every page asks.
ALL_SETTINGS = Statement(lambda: SiteSettings.objects.select_related("site", "site__root_page", "share_image"))


def load_settings(request) -> SiteSettings:
    """The settings of the request's site; unsaved defaults where staff have saved none yet."""
    rows = ALL_SETTINGS()
    host = request.get_host().split(":")[0] if request else ""
    own = [row for row in rows if row.site.hostname == host]
    default = [row for row in rows if row.site.is_default_site]
    chosen = next(iter(own + default), None)
    if chosen is None:
        site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
        chosen = SiteSettings(site=site or Site(hostname="localhost"))
    if request is not None and chosen.site.pk:
        request._wagtail_site = chosen.site  # Site.find_for_request() need not ask again
    return chosen


def _short(path: str | None) -> str:
    """For a key of the cache, which may not hold whatever an address holds."""
    return "" if path is None else hashlib.sha256(path.encode(errors="surrogatepass")).hexdigest()[:32]


def load_frame(request, path: str | None = None, page: Page | None = None) -> Frame:
    """The frame for an asked ``path`` (without language prefix), for a known ``page`` (preview), or for neither."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    config = load_settings(request)
    roots = root_paths(config.site_id)
    main = settings.LANGUAGE_CODE
    asked: dict[str, list[str]] = {}
    if page is not None:
        language = page.locale.language_code
    elif path is not None:
        asked = {code: prefixes(roots[code], path) for code in languages_of(language) if code in roots}
    standing = versions.kept(config, ("frame", language), lambda: standing_rows(language, roots, config))

    def along() -> list[Row]:
        return rows_along(language, roots, asked, page)

    if page is not None:  # a preview; what it shows may be saved nowhere
        own = along()
    else:
        ends = {urls[-1] for urls in asked.values()}
        # Anybody can make up addresses: those that lead nowhere are not kept.
        own = versions.kept(
            config, ("along", language, _short(path)), along,
            if_=lambda rows: not ends or any(row.url_path in ends for row in rows),
        )  # fmt: skip
    known = {row.pk: row for row in standing}
    for row in own:  # what only the standing query knows is carried over
        if row.pk in known:
            row.has_content, row.footer_order = known[row.pk].has_content, known[row.pk].footer_order
        known[row.pk] = row
    rows = sorted(known.values(), key=lambda row: row.path)
    frame = Frame(language=language, site=config.site, settings=config, rows=rows, home_url=prefix_of(language))
    for row in rows:
        row.in_menu = row.show_in_menus and row.language == language and row.has_content and is_open(row)
    by_url = {row.url_path: row for row in rows}
    if page is not None:
        frame.page, frame.page_row = page, next((row for row in rows if row.pk == page.pk), None)
    elif path is not None:
        for code in (language, main):
            row = by_url.get(asked.get(code, [""])[-1])
            if row is not None and within_dates(row):
                frame.page_row = row
                frame.fallback_language = code if code != language else None
                break
    _fill(frame, roots, request)
    return frame


def _fill(frame: Frame, roots: dict[str, str], request) -> None:
    row = frame.page_row
    current = row.path if row is not None else ""
    sections: dict[str, MenuItem] = {}
    for item in frame.rows:
        if not item.in_menu or item.depth < 3:
            continue
        entry = MenuItem(
            item.title, path_of(item), bool(current) and current.startswith(item.path), current == item.path
        )
        if item.depth == 3:
            sections[item.path] = entry
            frame.menu.append(entry)
        elif item.path[: 3 * Page.steplen] in sections:
            sections[item.path[: 3 * Page.steplen]].children.append(entry)
    _add_doors(frame, sections)
    if row is not None:
        for ancestor in frame.rows:
            if (
                row.path.startswith(ancestor.path)
                and ancestor.depth >= 2
                and (is_open(ancestor) or ancestor.pk == row.pk)
            ):
                frame.breadcrumbs.append(MenuItem(ancestor.title, frame.url_of(ancestor), ancestor.pk == row.pk))
    own = {item.translation_key: item for item in frame.rows if item.language == frame.language and is_open(item)}
    footer = sorted(
        (item for item in own.values() if item.footer_order is not None), key=lambda item: item.footer_order
    )
    frame.footer = [MenuItem(item.title, path_of(item), item.pk == getattr(row, "pk", None)) for item in footer]
    config = frame.settings
    for name in ("about", "contact", "join", "accessibility"):
        target = next((item for item in frame.rows if item.pk == getattr(config, f"{name}_page_id")), None)
        shown = own.get(target.translation_key) if target is not None else None
        if shown is not None:
            frame.links[name] = MenuItem(shown.title, path_of(shown))
    _translations(frame, request)


def _add_doors(frame: Frame, sections: dict[str, MenuItem]) -> None:
    kinds = {
        ContentType.objects.get_for_model(apps.get_model(below)).pk: (title, name) for below, title, name in _doors
    }
    for item in frame.rows:
        if item.path in sections and item.content_type_id in kinds:
            title, view_name = kinds[item.content_type_id]
            with override(frame.language):
                sections[item.path].children.append(MenuItem(str(title), reverse(view_name)))


def _translations(frame: Frame, request) -> None:
    row = frame.page_row
    codes = [code for code, _name in settings.LANGUAGES]
    query = f"?{urlencode(request.GET, doseq=True)}" if request is not None and request.GET else ""
    if row is None:
        here = request.get_full_path() if request is not None else "/"
        frame.translations = {code: translate_url(here, code) for code in codes}
        return
    versions = {
        item.language: item for item in frame.rows if item.translation_key == row.translation_key and is_open(item)
    }
    versions[row.language] = row
    frame.alternates = {code: path_of(item) for code, item in versions.items() if is_open(item)}
    frame.canonical = path_of(row)
    frame.indexable = is_open(row) and frame.fallback_language is None
    for code in codes:
        if code in versions:
            url = path_of(versions[code])
        elif row.language == settings.LANGUAGE_CODE:
            url = fallback_path(row, code)
        else:  # only in another language: the nearest page above that exists here
            url = prefix_of(code)
        frame.translations[code] = url + query


def frame_for(request, page: Page | None = None) -> Frame:
    """The frame of this request, loaded once; with ``page``, for a page shown outside routing (preview, tests)."""
    frame = getattr(request, "frame", None)
    if frame is None or (page is not None and frame.page is not page):
        frame = load_frame(request, page=page)
        request.frame = frame
    return frame
