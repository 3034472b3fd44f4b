"""Wagtail's own ways to change what readers see, each as one turn (home.versions.turn), by whatever door they are taken.

Some of them are in no transaction at Wagtail's: what our receivers write would stand without them, or they without it.
Others lock a row of their own first (treebeard the parent of a new page, a workflow its task, wagtail-localize the row of
a translation) and would wait for whoever publishes, who may be waiting for that very row.

Who has waited may hold what is out of date: where a page stands is read anew (``as_it_stands``).
"""

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

WAYS = (
    (CopyPageAction, "execute"),
    (CopyPageForTranslationAction, "execute"),
    (CreatePageAliasAction, "execute"),
    (ConvertAliasPageAction, "execute"),
    (PublishPageRevisionAction, "execute"),
    (UnpublishPageAction, "execute"),
    (MovePageAction, "execute"),
    (DeletePageAction, "execute"),
    (Page, "add_child"),
    (Page, "add_sibling"),
    (PageViewRestriction, "save"),
    (PageViewRestriction, "delete"),
    (SiteSettings, "save"),
    (TaskState, "approve"),
    (TaskState, "reject"),
    (TaskState, "cancel"),
    (WorkflowState, "cancel"),
    (TranslationCreator, "create_translations"),
    (UpdateTranslationsView, "form_valid"),
)


def take_turns() -> None:
    """Once, when the site starts."""
    MovePageAction.execute = _from_where_it_stands(MovePageAction.execute)
    PageViewRestriction.delete = _if_still_there(PageViewRestriction.delete)
    TranslationSource.create_or_update_translation = _as_written(TranslationSource.create_or_update_translation)
    for owner, name in WAYS:
        setattr(owner, name, _in_turn(getattr(owner, name)))


def _in_turn(way):
    @functools.wraps(way)
    def in_turn(*args, **kwargs):
        with versions.turn():
            return way(*args, **kwargs)

    return in_turn


def _from_where_it_stands(move):
    @functools.wraps(move)
    def moved(action, *args, **kwargs):
        for page in (action.page, action.target):
            as_it_stands(page)
        return move(action, *args, **kwargs)

    return moved


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


def as_it_stands(row) -> None:
    """What others may have changed while somebody waited with ``row`` in hand, read anew: where a page stands in the tree,
    and the version that the site's settings carry. Of other rows nothing.

    Raises:
        Page.DoesNotExist: it has been deleted meanwhile. To save it would bring half of it back.
    """
    if isinstance(row, SiteSettings):
        known = SiteSettings.objects.filter(pk=row.pk).values_list("version", "next_change").first()
        row.version, row.next_change = known or (row.version, row.next_change)
    if not isinstance(row, Page):
        return
    parents = Page.objects.filter(path=Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen))
    stands = Page.objects.annotate(above=Subquery(parents.values("url_path")))
    row.path, row.depth, row.numchild, above = stands.values_list("path", "depth", "numchild", "above").get(pk=row.pk)
    row.url_path = "/" if above is None else f"{above}{row.slug}/"
    row.__dict__.pop("_cached_parent_obj", None)
