"""Wagtail's own ways to change what readers see, each as one turn (home.versions.turn), by whatever door they are taken.

Some of them are in no transaction at Wagtail's: what our receivers write would stand without them, or they without it.
Others lock a row of their own first (treebeard the parent of a new page, a workflow its task) and would wait for whoever
publishes, who may be waiting for that very row.
"""

import functools

from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, TaskState, WorkflowState

from home import versions

WAYS = (
    (PublishPageRevisionAction, "execute"),
    (UnpublishPageAction, "execute"),
    (MovePageAction, "execute"),
    (DeletePageAction, "execute"),
    (Page, "add_child"),
    (Page, "add_sibling"),
    (PageViewRestriction, "save"),
    (TaskState, "approve"),
    (TaskState, "reject"),
    (TaskState, "cancel"),
    (WorkflowState, "cancel"),
)


def _in_turn(way):
    @functools.wraps(way)
    def in_turn(*args, **kwargs):
        with versions.turn():
            return way(*args, **kwargs)

    return in_turn


def take_turns() -> None:
    """Once, when the site starts."""
    for owner, name in WAYS:
        setattr(owner, name, _in_turn(getattr(owner, name)))
