"""Staff have looked at facts that went live at once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from directory.permissions import may_moderate


@transaction.atomic
def look_over(changes, *, user) -> int:
    """``changes``: a queryset of ``FactChange``; returns how many were not looked over before.

    Raises:
        PermissionDenied: this person does not moderate.
    """
    if not may_moderate(user):
        raise PermissionDenied
    return changes.filter(seen_at=None).update(seen_at=timezone.now(), seen_by=user)
