"""Wagtail's own ways to change what readers see, each as one turn (home.versions.turn), by whatever door they are taken.

Some of them are in no transaction at Wagtail's: what our receivers write would stand without them, or they without it.
Others lock a row of their own first (treebeard the parent of a new page, a workflow its task, wagtail-localize the row of
a translation) and would wait for whoever publishes, who may be waiting for that very row.

Who has waited may have in hand what is out of date, and Wagtail saves every column of it: what others have changed meanwhile
is read anew as soon as it is their turn.
"""

import contextlib
import functools

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length, Substr
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, TaskState, WorkflowState
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.views.update_translations import UpdateTranslationsView

from home import publishing, versions
from home.models import SiteSettings

PLACE = ("path", "depth", "numchild", "slug", "url_path")
# What those write who save drafts and lock pages while somebody waits; to publish a revision changes none of it.
BY_OTHERS = ("latest_revision", "latest_revision_created_at", "draft_title", "locked", "locked_at", "locked_by")


def _anew(page: Page) -> None:
    page.refresh_from_db()
    page.__dict__.pop("_cluster_related_objects", None)  # its parts, where they were looked at
    page.__dict__.pop("_cached_parent_obj", None)


def _where_it_is(page: Page) -> None:
    page.refresh_from_db(fields=PLACE)
    page.__dict__.pop("_cached_parent_obj", None)


def _count_on(row: SiteSettings) -> None:
    """A form of the settings was opened at some version; to save it takes none back."""
    known = SiteSettings.objects.filter(pk=row.pk).values_list("version", "next_change").first()
    row.version, row.next_change = known or (row.version, row.next_change)


# The class, the name, and what is read anew of whose way it is.
WAYS = (
    (PublishPageRevisionAction, "execute", lambda action: action.object.refresh_from_db(fields=BY_OTHERS)),
    (UnpublishPageAction, "execute", lambda action: _anew(action.object) if action.commit else None),
    (MovePageAction, "execute", lambda action: [_where_it_is(page) for page in (action.page, action.target)]),
    (CopyPageAction, "execute", lambda action: _where_it_is(action.page)),
    (CopyPageForTranslationAction, "execute", lambda action: _where_it_is(action.page)),
    (CreatePageAliasAction, "execute", lambda action: _where_it_is(action.page)),
    (ConvertAliasPageAction, "execute", lambda action: _anew(action.page)),
    (DeletePageAction, "execute", None),
    (Page, "add_child", _where_it_is),
    (Page, "add_sibling", _where_it_is),
    (PageViewRestriction, "save", None),
    (PageViewRestriction, "delete", None),
    (SiteSettings, "save", _count_on),
    (TaskState, "approve", None),
    (TaskState, "reject", None),
    (TaskState, "cancel", None),
    (WorkflowState, "cancel", None),
    (TranslationCreator, "create_translations", None),
    (UpdateTranslationsView, "form_valid", None),
)


def take_turns() -> None:
    """Once, when the site starts."""
    PageViewRestriction.delete = _if_still_there(PageViewRestriction.delete)
    for owner, name, read_anew in WAYS:
        setattr(owner, name, _in_turn(getattr(owner, name), read_anew))
    Page.save = _from_where_it_stands(Page.save)
    TranslationSource.create_or_update_translation = _as_written(TranslationSource.create_or_update_translation)


def _in_turn(way, read_anew):
    @functools.wraps(way)
    def in_turn(doer, *args, **kwargs):
        with versions.turn():
            if read_anew is not None:
                read_anew(doer)
            return way(doer, *args, **kwargs)

    in_turn.is_turn = True
    return in_turn


def _from_where_it_stands(save):
    """Of a whole page. Before Wagtail checks its slug among its neighbours, and reckons with its address."""

    @functools.wraps(save)
    def saved(page, *args, **kwargs):
        if page._state.adding or kwargs.get("update_fields") is not None:
            return save(page, *args, **kwargs)
        with contextlib.nullcontext() if versions.is_our_turn() else versions.turn():
            as_it_stands(page)
            return save(page, *args, **kwargs)

    return saved


def as_it_stands(page: Page) -> None:
    """Give ``page`` the place in the tree that it has by now; its slug and all else stay as they are in hand.

    Raises:
        Page.DoesNotExist: it has been deleted meanwhile. To save it would bring half of it back.
    """
    parents = Page.objects.filter(path=Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen))
    stands = Page.objects.annotate(above=Subquery(parents.values("url_path")))
    page.path, page.depth, page.numchild, above = stands.values_list("path", "depth", "numchild", "above").get(
        pk=page.pk
    )
    page.url_path = "/" if above is None else f"{above}{page.slug}/"
    page.__dict__.pop("_cached_parent_obj", None)


def _if_still_there(delete):
    """Two who open the same door: Wagtail asks the second for the kind of a restriction that is gone."""

    @functools.wraps(delete)
    def deleted(restriction, *args, **kwargs):
        if not type(restriction).objects.filter(pk=restriction.pk).exists():
            return 0, {}
        return delete(restriction, *args, **kwargs)

    return deleted


def _as_written(translate):
    """wagtail-localize saves the page itself, and publishes its revision after the transaction: until then readers find
    what stands in the row. What it notes of a string that was refused stays."""

    @functools.wraps(translate)
    def written(*args, **kwargs):
        with versions.turn():
            try:
                page, created = translate(*args, **kwargs)
            except ValidationError as error:
                refused = error
            else:
                if isinstance(page, Page) and page.live:
                    publishing.refresh(Page.objects.filter(pk=page.pk))
                return page, created
        raise refused

    return written
