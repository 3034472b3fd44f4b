"""Somebody stands for what a profile's page says: members by a link, on their own page or by phone; staff who looked."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from directory.freshness.mails import source_page
from directory.freshness.rows import due_at, rules_of
from directory.models import Freshness, FreshnessRules, Listing, Profile
from directory.permissions import may_edit, may_moderate
from home import versions

How = Freshness.How
Stage = Freshness.Stage


@transaction.atomic
def confirm(*, profile: Profile, how: str, user=None, now=None) -> Freshness | None:
    """All is right, from now on for another interval; whatever was asked is answered. Returns the row, ``None`` for a
    profile that was never published.

    ``how`` is ``LINK`` (whoever holds the link of a round may: the caller has read it), ``PORTAL`` (a member),
    ``PHONE`` (members told staff) or ``STAFF`` (staff looked themselves: that moves ``checked_at`` alone). A page that
    is archived stays so: see restore().

    Raises:
        PermissionDenied: this person may not say so.
    """
    now = now or timezone.now()
    check_may(profile, how, user)
    versions.hold()
    row = Freshness.objects.select_for_update().filter(profile=profile).first()
    if row is None:
        return None
    settle(row, how, now)
    row.save()
    versions.bump()
    page = source_page(row.pk)
    if page is not None:
        log(instance=page, action="directory.confirm", user=user, data={"how": how})
    return row


def check_may(profile: Profile, how: str, user) -> None:
    """Raises ``PermissionDenied`` where this person may not stand for the page in that way."""
    allowed = {
        How.LINK: lambda: True,
        How.PORTAL: lambda: user is not None and may_edit(user, profile.pk),
        How.PHONE: lambda: user is not None and may_moderate(user),
        How.STAFF: lambda: user is not None and may_moderate(user),
    }
    if not allowed[How(how)]():
        raise PermissionDenied


def settle(row: Freshness, how: str, now) -> None:
    """Write the answer onto a row that the caller has locked and will save; the listing follows at once."""
    if how == How.STAFF:
        row.checked_at = now
    else:
        row.confirmed_at, row.confirmed_how = now, how
    row.for_staff_at = None
    row.evidence = {
        name: found
        for name, found in row.evidence.items()
        # Whoever answered a mail gets mail; and they have said that it still exists.
        if not (name == "gone" or (name == "bounced" and how == How.LINK))
    }
    if row.stage == Stage.ARCHIVED:
        return
    row.stage, row.stage_since, row.reminders = Stage.FRESH, now, 0
    listings = Listing.objects.filter(thing=row.pk)
    listings.filter(is_stale=True).update(is_stale=False)
    listing = listings.first()
    row.due_at = due_at(row, rules_of(listing, FreshnessRules.objects.first() or FreshnessRules())) if listing else None
