"""Taking a page that nobody confirms off the site, and bringing it back as it was."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from directory.actions.confirm import check_may, settle
from directory.freshness.asked import asked_of
from directory.freshness.mails import ask, source_page, tell_staff_of_archived
from directory.models import Freshness, ProfilePage
from directory.permissions import may_moderate
from home import versions

Stage = Freshness.Stage


@transaction.atomic
def archive(*, profile, user=None, now=None) -> Freshness | None:
    """Unpublish the page in all its languages and tell its members; ``user`` is ``None`` when the clock does it.

    Returns the row, ``None`` where nothing was published. Raises:
        PermissionDenied: this person may not.
    """
    if user is not None and not may_moderate(user):
        raise PermissionDenied
    now = now or timezone.now()
    versions.hold()
    row = Freshness.objects.select_for_update().filter(profile=profile).first()
    page = source_page(row.pk) if row else None
    if row is None or page is None or not page.live or row.stage == Stage.ARCHIVED:
        return None
    row.archived_pages = {str(one.pk): _live_revision(one) for one in _live_pages(row.pk)}
    if user is not None or row.round == 0:
        row.round += 1  # links of answered rounds stay over; by the clock it is still the round that nobody answered
    row.stage, row.stage_since, row.archived_at = Stage.ARCHIVED, now, now
    row.due_at = row.for_staff_at = None
    row.save()
    page.unpublish(user=user, log_action="wagtail.unpublish")
    log(instance=page, action="directory.archive", user=user)
    for person in asked_of(row.profile):
        ask(row, "archive", person)
    if user is None:
        tell_staff_of_archived(row.pk, page.title, now)
    return row


@transaction.atomic
def restore(*, profile, how: str, user=None, now=None) -> Freshness | None:
    """Publish again what was live when the page was archived; it counts as a confirmation by ``how``.

    Returns the row, ``None`` where nothing is archived. Raises:
        PermissionDenied: this person may not say so.
    """
    check_may(profile, how, user)
    now = now or timezone.now()
    versions.hold()
    row = Freshness.objects.select_for_update().filter(profile=profile).first()
    if row is None or row.stage != Stage.ARCHIVED:
        return None
    pages = row.archived_pages
    source = source_page(row.pk)
    for one in sorted(_pages(row.pk), key=lambda page: page.pk != (source.pk if source else 0)):
        revision = Revision.objects.filter(pk=pages.get(str(one.pk))).first()
        if revision is not None:
            revision.publish(user=user, log_action="wagtail.publish")
    row.refresh_from_db()  # publishing has taken it out of the archive
    settle(row, how, now)
    row.save()
    versions.bump()
    if source is not None:
        log(instance=source, action="directory.restore", user=user, data={"how": how})
    return row


def _pages(key):
    return [page.specific for page in ProfilePage.objects.filter(translation_key=key)]


def _live_pages(key):
    return [page for page in _pages(key) if page.live]


def _live_revision(page) -> int:
    """The revision that readers see. A page that was made live by a script has none: one is written of its row."""
    if page.live_revision_id:
        return page.live_revision_id
    return page.save_revision(changed=False, clean=False).pk
