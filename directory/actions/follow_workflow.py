"""When somebody decides in Wagtail's own screens, the submission follows; and members get our mails, not Wagtail's."""

import contextlib
from contextvars import ContextVar

from django.dispatch import receiver
from wagtail.admin import mail
from wagtail.models import Page, Revision, WorkflowState
from wagtail.signals import workflow_approved, workflow_cancelled, workflow_rejected

from directory.actions.submissions import close, put_back
from directory.models import Submission
from directory.page_content import differing

_is_ours: ContextVar[bool] = ContextVar("workflow_is_ours", default=False)


@contextlib.contextmanager
def without_following():
    """Inside, the workflow changes as a part of an action that writes the submission itself."""
    token = _is_ours.set(True)
    try:
        yield
    finally:
        _is_ours.reset(token)


def _waiting(state: WorkflowState) -> Submission | None:
    if _is_ours.get() or state.base_content_type.model_class() is not Page:
        return None
    waiting = Submission.objects.waiting().select_for_update(of=("self",)).filter(page=state.object_id)
    return waiting.select_related("revision", "sent_by", "profile").first()


@receiver(workflow_approved, dispatch_uid="directory_submission_approved")
def on_approved(instance, user=None, **kwargs):
    submission = _waiting(instance)
    if submission is not None:
        close(
            submission,
            Submission.State.APPROVED,
            user=user,
            was_edited=_is_edited(submission, instance.content_object.latest_revision),
        )


@receiver(workflow_rejected, dispatch_uid="directory_submission_rejected")
def on_rejected(instance, user=None, **kwargs):
    """Returned for correction. The workflow ends: the next try is a submission of its own."""
    submission = _waiting(instance)
    if submission is not None:
        close(submission, Submission.State.RETURNED, user=user, reason=instance.current_task_state.comment)
        with without_following():
            instance.cancel(user=user)
        put_back(instance.content_object.specific, submission, user)


@receiver(workflow_cancelled, dispatch_uid="directory_submission_stopped")
def on_cancelled(instance, user=None, **kwargs):
    """Published straight from the editor, which ends the workflow; else somebody has stopped the check."""
    submission = _waiting(instance)
    if submission is None:
        return
    page = Page.objects.get(pk=instance.object_id).specific
    published = _published(page, submission)
    if published is not None:
        close(submission, Submission.State.APPROVED, user=user, was_edited=_is_edited(submission, published))
    else:
        close(submission, Submission.State.RETURNED, user=user)
        put_back(page, submission, user)


def _is_edited(submission: Submission, published: Revision) -> bool:
    return submission.revision is not None and bool(differing(submission.revision.content, published.content))


def _published(page: Page, submission: Submission) -> Revision | None:
    """The revision, no older than what was sent, that is live or has its day to go live."""
    newer = Revision.objects.for_instance(page).filter(pk__gte=submission.revision_id or 0)
    is_live = newer.filter(pk=page.live_revision_id).first()
    return is_live or newer.exclude(approved_go_live_at=None).first()


def _for_staff_alone(can_handle):
    """Wagtail's mails of a workflow link into the admin: who asked and cannot enter it is told by us, and staff have
    the queue and its mail of the morning."""

    def handles(self, instance, **kwargs):
        state = instance if isinstance(instance, WorkflowState) else getattr(instance, "workflow_state", None)
        asked = getattr(state, "requested_by", None)
        is_members = asked is not None and not asked.has_perm("wagtailadmin.access_admin")
        return not is_members and can_handle(self, instance, **kwargs)

    return handles


for notifier in (mail.BaseWorkflowStateEmailNotifier, mail.BaseGroupApprovalTaskStateEmailNotifier):
    notifier.can_handle = _for_staff_alone(notifier.can_handle)
