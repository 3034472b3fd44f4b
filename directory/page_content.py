"""The content of a revision of a page, and where two of them differ. Dicts in, names out."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page

# What a revision holds beside what people write: places in the tree, dates, state.
BOOKKEEPING = {
    "alias_of", "comments", "content_type", "depth", "draft_title", "expire_at", "expired", "first_published_at",
    "go_live_at", "has_unpublished_changes", "last_published_at", "latest_revision", "latest_revision_created_at",
    "listedpage_ptr", "live", "live_revision", "locale", "locked", "locked_at", "locked_by", "numchild", "owner",
    "page_ptr", "path", "pk", "profilepage_ptr", "translation_key", "url_path", "wagtail_admin_comments", "id",
}  # fmt: skip


def content_of(page: Page) -> dict:
    """The page as it stands in the database, written as a revision writes it."""
    return json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))


def differing(old: dict, new: dict) -> list[str]:
    """Names of the fields in which two contents differ, in the order of the newer."""
    return [name for name in new if name not in BOOKKEEPING and _plain(old.get(name)) != _plain(new[name])]


def _plain(value):
    """Without what says nothing to a reader: keys of rows, order of choices, blank against missing."""
    if isinstance(value, list):
        if value and all(isinstance(row, dict) for row in value):
            return [{name: row[name] for name in row if name not in {"pk", "page", "sort_order"}} for row in value]
        return sorted(value, key=str)
    return value or ""
