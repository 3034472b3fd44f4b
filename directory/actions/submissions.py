"""What sending and deciding share: the order of the locks, the end of a submission, and the page's latest revision.

The version is held first (home/versions.py), here and in Wagtail's own screens (home/turns.py), then page and submission.
Whoever comes second sees what the first has done.
"""

from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState

from directory.actions.tell_sender import tell_sender
from directory.models import FactChange, Membership, Submission
from directory.page_content import content_of, differing
from home import versions


@dataclass
class Held:
    """A page of which nothing changes until the transaction ends, and the submission that waits on it."""

    page: Page
    submission: Submission | None
    task_state: TaskState | None


def hold(page_id: int) -> Held:
    """For within ``transaction.atomic()``.

    Raises:
        Page.DoesNotExist: somebody has deleted it.
    """
    versions.hold()
    page = Page.objects.select_for_update().get(pk=page_id).specific
    waiting = Submission.objects.waiting().select_for_update(of=("self",)).filter(page=page_id)
    submission = waiting.select_related("revision", "sent_by", "profile").first()
    return Held(page, submission, page.current_workflow_task_state)


def close(submission: Submission, state: str, *, user, reason: str = "", was_edited: bool = False) -> None:
    """A submission ends, and whoever sent it is told; what that does to the page is the caller's."""
    submission.state, submission.reason, submission.was_edited = state, reason, was_edited
    submission.decided_at, submission.decided_by = timezone.now(), user
    submission.save(update_fields=["state", "reason", "was_edited", "decided_at", "decided_by"])
    tell_sender(submission)


def end_workflow(page: Page, user) -> None:
    state = page.current_workflow_state
    if state is not None and state.status in (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES):
        state.cancel(user=user)


def draft_before(page: Page, submission: Submission) -> Revision | None:
    """What staff had saved and not published when the submission came, or ``None``."""
    if not page.live or submission.revision_id is None:
        return None
    revisions = page.revisions.filter(pk__gt=page.live_revision_id or 0, pk__lt=submission.revision_id)
    sent = Submission.objects.filter(page=page.pk).exclude(revision=None).values("revision")
    members = Membership.objects.filter(profile=page.translation_key).values("user")
    revision = (
        revisions.exclude(pk__in=sent)
        .exclude(user__in=members)
        .exclude(user=submission.sent_by_id)
        .order_by("-pk")
        .first()
    )
    return revision if revision and differing(content_of(page), revision.content) else None


def fields_of_draft(page: Page, live: dict, before: Revision | None) -> list[str]:
    """In what a draft of staff differs from the live page, but for facts that members have changed since: there the
    draft is merely older."""
    if before is None:
        return []
    since = FactChange.objects.filter(profile=page.translation_key, made_at__gte=before.created_at)
    newer = set(since.values_list("field", flat=True))
    return [name for name in differing(live, before.content) if name not in newer]


def draft_after(page: Page, submission: Submission) -> Revision | None:
    """What staff have saved on top of the submission since it came, or ``None``."""
    revision = page.latest_revision
    if revision is None or submission.revision is None or revision.pk == submission.revision_id:
        return None
    return revision if differing(submission.revision.content, revision.content) else None


def put_back(page: Page, submission: Submission, user) -> None:
    """What was sent is not the page's latest revision any more: whoever opens the editor and publishes must not publish
    it unseen. The sent words stay in ``submission.revision``."""
    if not page.live or page.latest_revision_id != submission.revision_id:
        return
    before = draft_before(page, submission)
    if before is not None:
        before.as_object().save_revision(user=before.user, clean=False)
        return
    page = type(page).objects.get(pk=page.pk)
    page.save_revision(user=user, changed=False, clean=False)
    Page.objects.filter(pk=page.pk).update(has_unpublished_changes=False)
