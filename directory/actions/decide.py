"""Deciding on what a member sent, as a whole: published, published with corrections, or returned with a reason."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from directory.actions.follow_workflow import without_following
from directory.actions.submissions import (
    Held,
    close,
    draft_after,
    draft_before,
    end_workflow,
    fields_of_draft,
    hold,
    put_back,
)
from directory.models import Submission
from directory.page_content import content_of, differing
from directory.permissions import may_moderate


class Staffs(models.TextChoices):
    """What becomes of a draft that staff have on the same page."""

    KEEP = "keep", _("publish only what was sent; the draft of staff stays a draft")
    INCLUDE = "include", _("publish both")


class CannotDecide(Exception):
    """Nothing was done; the screen says why, and shows how it stands now."""


class AlreadyDecided(CannotDecide):
    """Somebody was quicker, or it was taken back."""


class ChangedMeanwhile(CannotDecide):
    """The page has a newer revision than the one that was looked at."""


@dataclass
class StaffDraft(CannotDecide):
    """Staff have a draft on the page, saved before or after it was sent: say what becomes of it."""

    before: Revision | None
    after: Revision | None


def may_decide(user, page: Page) -> bool:
    """Those who moderate, on pages that they may publish."""
    return may_moderate(user) and page.permissions_for_user(user).can_publish()


@transaction.atomic
def approve(
    submission: Submission, *, user, staffs: str | None = None, seen: int | None = None, corrections: dict | None = None
) -> Submission:
    """Publish what was sent, end the workflow, tell the sender.

    ``seen``: the latest revision when it was looked at. ``corrections``: content of fields, as revisions write it, that
    is published instead of what was sent. ``staffs``: one of ``Staffs``; needed where staff have a draft on the page.

    Raises:
        PermissionDenied: this person may not decide on this page.
        CannotDecide: one of its kinds; nothing was done.
    """
    held = _held(submission, user, seen)
    page, submission = held.page, held.submission
    before, after = draft_before(page, submission), draft_after(page, submission)
    if (before or after) and staffs not in Staffs.values:
        raise StaffDraft(before, after)
    live = content_of(page) if page.live else {}
    sent = submission.revision.content
    staffs_fields = fields_of_draft(page, live, before)
    if after and staffs == Staffs.INCLUDE:
        base, revision = after.content, after
    elif after:
        base, revision = sent, submission.revision
    else:
        base, revision = page.latest_revision.content, page.latest_revision
    if staffs == Staffs.INCLUDE:
        content = base | {name: before.content[name] for name in staffs_fields if _same(name, base, live)}
    else:
        content = base | {name: live.get(name) for name in staffs_fields if _same(name, base, before.content)}
    content |= corrections or {}
    if differing(base, content):
        revision = _saved(page, content, user)
    adds_words = bool(corrections) or staffs == Staffs.INCLUDE
    _publish(held, revision, user, was_edited=adds_words and bool(differing(sent, content)))
    if staffs == Staffs.KEEP:
        _draft_again(page, after, before, content, staffs_fields, revision)
    submission.refresh_from_db()
    return submission


@transaction.atomic
def return_for_correction(submission: Submission, *, user, reason: str, seen: int | None = None) -> Submission:
    """Send it back with a reason. The live page and a draft of staff stay; the sender's words wait for the next try.

    Raises:
        PermissionDenied: this person may not decide on this page.
        CannotDecide: somebody was quicker.
        ValueError: there is no reason.
    """
    if not reason.strip():
        raise ValueError("Whoever sent it needs to know what to correct.")
    held = _held(submission, user, seen)
    close(held.submission, Submission.State.RETURNED, user=user, reason=reason.strip())
    end_workflow(held.page, user)
    put_back(held.page, held.submission, user)
    log(
        instance=held.page,
        action="directory.return",
        user=user,
        revision=held.submission.revision,
        data={"submission": submission.pk},
    )
    return held.submission


def _held(submission: Submission, user, seen: int | None) -> Held:
    try:
        held = hold(submission.page_id)
    except Page.DoesNotExist:
        raise AlreadyDecided from None
    if not may_decide(user, held.page):
        raise PermissionDenied
    if held.submission is None or held.submission.pk != submission.pk or held.submission.revision is None:
        raise AlreadyDecided
    if held.submission.revision_id != submission.revision_id or (seen and seen != held.page.latest_revision_id):
        raise ChangedMeanwhile
    return held


def _same(name: str, one: dict, other: dict) -> bool:
    return not differing({name: one.get(name)}, {name: other.get(name)})


def _saved(page: Page, content: dict, user) -> Revision:
    return page.with_content_json(content).save_revision(user=user, clean=False)


def _publish(held: Held, revision: Revision, user, was_edited: bool) -> None:
    """By the workflow where it ends there; else straight, and the workflow ends with it."""
    page = type(held.page).objects.get(pk=held.page.pk)
    task, is_latest = held.task_state, revision.pk == page.latest_revision_id
    close(held.submission, Submission.State.APPROVED, user=user, was_edited=was_edited)
    if task is not None and is_latest and task.revision_id == revision.pk and _is_last(page):
        task.specific.approve(user=user)
        return
    with without_following():
        Revision.objects.get(pk=revision.pk).publish(user=user)
        end_workflow(page, user)  # a page with a day to go live is not live yet: Wagtail leaves its workflow open


def _is_last(page: Page) -> bool:
    state = page.current_workflow_state
    return state is not None and state.is_at_final_task


def _draft_again(page: Page, after, before, published: dict, staffs_fields: list[str], revision: Revision) -> None:
    """The draft of staff is the page's latest revision again, on top of what was published."""
    page = type(page).objects.get(pk=page.pk)
    if after is not None and page.latest_revision_id == after.pk:
        return
    author = (after or before).user
    content = after.content if after else published | {name: before.content[name] for name in staffs_fields}
    _saved(page, content, author)
