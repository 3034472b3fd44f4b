"""Sending a change, or a new page, to be checked, and taking it back."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from directory.actions.follow_workflow import without_following
from directory.actions.submissions import close, end_workflow, hold, put_back
from directory.models import Profile, Submission
from directory.permissions import may_edit
from home.models import SiteSettings

SATURDAY = 5


def promised_day(start: datetime.date | None = None) -> datetime.date:
    """The day by which an answer is promised to what is sent on ``start`` (today): so many working days later."""
    days = SiteSettings.objects.order_by("pk").values_list("answer_days", flat=True).first() or 2
    day = start or timezone.localdate()
    while days:
        day += datetime.timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


def may_send(user, page: Page, profile: Profile | None) -> bool:
    """Members of the profile; of a page that has none yet, whoever made it."""
    if profile is not None:
        return profile.pk == page.translation_key and may_edit(user, profile.pk)
    return user.is_active and user.pk is not None and page.owner_id == user.pk


@transaction.atomic
def submit(*, page: Page, user, profile: Profile | None = None, note: str = "") -> Submission:
    """Take the page's latest revision, which the caller has saved, into the workflow, and promise a day.

    The live page stays as it is until somebody decides. What waits already for this page is not sent twice: the newer
    words take its place, and the day that was promised stays.

    Raises:
        PermissionDenied: this person may not send this page.
        ValueError: the page has no revision.
    """
    if not may_send(user, page, profile):
        raise PermissionDenied
    held = hold(page.pk)
    page, submission = held.page, held.submission
    if page.latest_revision is None:
        raise ValueError("There is nothing to send: the page has no revision.")
    if submission is None:
        kind = Submission.Kind.CHANGE if page.live or page.first_published_at else Submission.Kind.NEW
        submission = Submission(page_id=page.pk, kind=kind, promised_on=promised_day())
    submission.profile, submission.revision = profile, page.latest_revision
    submission.note, submission.sent_by = note, user
    submission.save()
    _start_workflow(page, user)
    log(
        instance=page,
        action="directory.submit",
        user=user,
        revision=submission.revision,
        data={"submission": submission.pk},
    )
    return submission


@transaction.atomic
def withdraw(submission: Submission, *, user) -> Submission:
    """Taken back by its sender or another member; the words stay in its revision. Nothing happens to what is decided.

    Raises:
        PermissionDenied: this person may not.
    """
    if not may_send(user, submission.page, submission.profile) and user.pk != submission.sent_by_id:
        raise PermissionDenied
    held = hold(submission.page_id)
    if held.submission is None or held.submission.pk != submission.pk:
        submission.refresh_from_db()
        return submission
    close(held.submission, Submission.State.WITHDRAWN, user=user)
    end_workflow(held.page, user)
    put_back(held.page, held.submission, user)
    log(instance=held.page, action="directory.withdraw", user=user, data={"submission": submission.pk})
    return held.submission


def _start_workflow(page: Page, user) -> None:
    """Anew, with the latest revision: what was in the workflow before is older than this."""
    with without_following():
        end_workflow(page, user)
    workflow = page.get_workflow()
    if workflow is not None:
        workflow.start(page, user)
