"""The course of every profile, by the clock: a tick looks at rows that are due and takes one step for each."""

import logging

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from directory.actions.archive import archive
from directory.freshness.asked import asked_of
from directory.freshness.mails import ask
from directory.freshness.rows import course_of, due_at, rules_of
from directory.freshness.rules import BETWEEN_MAILS, Step, next_step
from directory.models import Freshness, FreshnessRules, Listing, Submission
from directory.permissions import may_moderate
from home import versions

logger = logging.getLogger(__name__)

Stage = Freshness.Stage
MOST = 500


def keep_fresh(now=None) -> dict[str, int]:
    """Every step that is due now, each in a transaction of its own: one that fails keeps no other waiting."""
    now = now or timezone.now()
    counts: dict[str, int] = {}
    for key in list(Freshness.objects.due(now).values_list("pk", flat=True)[:MOST]):
        try:
            step = take_step(key, now)
        except Exception:
            logger.exception("freshness step not taken", extra={"profile": str(key)})
            step = "failed"
        if step:
            counts[str(step)] = counts.get(str(step), 0) + 1
    return counts


@transaction.atomic
def take_step(key, now) -> Step | None:
    """The next step of one profile, if it is due by what the row says now; ``None`` where it was not."""
    versions.hold()
    row = Freshness.objects.select_for_update().get(pk=key)
    listing = Listing.objects.filter(thing=key).first()
    if listing is None:
        Freshness.objects.filter(pk=key).update(due_at=None)
        return None
    rules = rules_of(listing, FreshnessRules.objects.first() or FreshnessRules())
    following = next_step(course_of(row), rules)
    if following is None or following[1] > now:  # the rules are others by now
        row.due_at = following and following[1]
        row.save(update_fields=["due_at"])
        return None
    if Submission.objects.waiting().filter(profile=key).exists():  # that is their answer, and it waits for staff
        row.due_at = now + BETWEEN_MAILS
        row.save(update_fields=["due_at"])
        return None
    step = following[0]
    if step == Step.ARCHIVE:
        archive(profile=row.profile, now=now)
        return step
    _take(row, step, rules, now)
    return step


@transaction.atomic
def ask_again(*, profile, user, now=None) -> bool:
    """Staff begin a new round at once, whatever came of the last one; ``False`` for a page that readers do not see.

    Raises:
        PermissionDenied: this person may not.
    """
    if not may_moderate(user):
        raise PermissionDenied
    now = now or timezone.now()
    versions.hold()
    row = Freshness.objects.select_for_update().filter(profile=profile).first()
    listing = Listing.objects.filter(thing=row.pk).first() if row else None
    if listing is None or row.stage == Stage.ARCHIVED:
        return False
    row.for_staff_at = None
    row.evidence = {name: found for name, found in row.evidence.items() if name != "gone"}
    Listing.objects.filter(thing=row.pk).update(is_stale=False)
    versions.bump()
    _take(row, Step.ASK, rules_of(listing, FreshnessRules.objects.first() or FreshnessRules()), now)
    return True


def _take(row: Freshness, step: Step, rules, now) -> None:
    _move(row, step, now)
    row.due_at = due_at(row, rules)
    people = asked_of(row.profile)
    if not people:
        row.for_staff_at = row.for_staff_at or now  # nobody is there to be asked
    row.save()
    what = {Step.ASK: "ask", Step.REMIND: f"remind-{row.reminders}", Step.MARK: "mark"}[step]
    for person in people:
        ask(row, what, person, until=row.due_at)


def _move(row: Freshness, step: Step, now) -> None:
    row.stage_since = now
    if step == Step.ASK:
        row.stage, row.asked_at, row.reminders = Stage.ASKED, now, 0
        row.round += 1
    elif step == Step.REMIND:
        row.stage, row.reminders = Stage.REMINDED, row.reminders + 1
    else:
        row.stage, row.for_staff_at = Stage.STALE, row.for_staff_at or now
        Listing.objects.filter(thing=row.pk).update(is_stale=True)
        versions.bump()
