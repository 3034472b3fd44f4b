"""What is over and still names somebody goes by itself, a day at a time."""

import datetime

from django.utils import timezone

from directory.actions.join_as_resident import FORGOTTEN_AFTER
from directory.models import Arrival, Claim, Invitation, Resident
from directory.models.membership import ARRIVAL_DAYS

CLAIMS_KEPT = datetime.timedelta(days=365)


def forget_due(now: datetime.datetime | None = None) -> dict[str, int]:
    """Links that nobody used, mailboxes that never answered, letters that are too old, claims decided a year ago."""
    now = now or timezone.now()
    counts = {
        "arrivals": _gone(Arrival.objects.filter(created_at__lt=now - datetime.timedelta(days=ARRIVAL_DAYS))),
        "residents": _gone(Resident.objects.filter(confirmed_at=None, created_at__lt=now - FORGOTTEN_AFTER)),
        "invitations": Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__lt=now).update(
            revoked_at=now, email=""
        ),
        "claims": _gone(Claim.objects.filter(decided_at__lt=now - CLAIMS_KEPT)),
    }
    return {name: count for name, count in counts.items() if count}


def _gone(rows) -> int:
    """Deleted; how many of the rows themselves, not of what hung on them."""
    _all, by_model = rows.delete()
    return by_model.get(rows.model._meta.label, 0)
