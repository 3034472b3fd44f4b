"""Links between pages inside texts: to the reader's language, never to what is not published, all in one query a page."""

import json
import re

from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler as WagtailPageLinkHandler

from home.addresses import fallback_path, path_of, request_memo
from home.querysets import open_at

LINK = re.compile(r"<a [^>]*linktype=\"page\"[^>]*>")
ID = re.compile(r"\bid=\"(\d+)\"")


def hrefs(ids: set[int]) -> dict[int, str]:
    """Page id → path in the reader's language: its translation's, else its own in this language's frame.

    Pages that are not published are left out.
    """
    language = get_language()
    rows = Page.objects.filter(pk__in=ids)
    translations = Q(translation_key__in=rows.values("translation_key"), locale__language_code=language)
    found = Page.objects.filter(translations | Q(pk__in=ids)).filter(open_at()).select_related("locale").order_by()
    found = list(found)
    own = {page.translation_key: page for page in found if page.locale.language_code == language}
    result = {}
    for page in found:
        if page.pk in ids:
            shown = own.get(page.translation_key)
            result[page.pk] = path_of(shown) if shown else fallback_path(page, language)
    return result


def links_in(page) -> set[int]:
    """Ids of the pages that the texts of ``page`` link to."""
    ids = set()
    for field in page._meta.fields:
        if field.name not in page.__dict__ or field.get_internal_type() not in {"TextField", "JSONField"}:
            continue
        value = field.value_from_object(page)
        text = (
            json.dumps(list(value.raw_data)).replace('\\"', '"') if isinstance(field, StreamField) else str(value or "")
        )
        ids.update(int(match[1]) for link in LINK.findall(text) if (match := ID.search(link)))
    return ids


def remember_links(page) -> None:
    """Have all links of ``page`` found in one query, as soon as the first of its texts is rendered."""
    if (memo := request_memo()) is not None:
        memo["page of links"] = page


def _known_hrefs() -> dict[int, str]:
    memo = request_memo() or {}
    key = ("links", get_language())
    if key not in memo and (page := memo.get("page of links")) is not None:
        ids = links_in(page)
        memo[key] = dict.fromkeys(ids, "") | hrefs(ids)
    return memo.get(key, {})


class PageLinkHandler(WagtailPageLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        ids = [int(pk) if (pk := str(attrs.get("id", ""))).isdecimal() else 0 for attrs in attrs_list]
        known = _known_hrefs()
        if not known.keys() >= set(ids):
            known = hrefs(set(ids))
        return [f'<a href="{escape(known[pk])}">' if known.get(pk) else "<a>" for pk in ids]
