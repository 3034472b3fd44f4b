"""Wanted and offered, as members write it: live at once, for staff to look over, gone by itself after its day."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from directory.models import FactChange, Notice, Profile
from directory.permissions import may_edit
from home import versions

FIELD = "notice"


@transaction.atomic
def keep_notice(
    *, profile: Profile, user, kind: str, text: dict, expires_on: datetime.date, notice: Notice | None = None
):
    """A new one, or other words for one of the profile's own. ``text``: language → one sentence.

    Raises:
        PermissionDenied: this person does not belong to the profile, or the notice does not.
    """
    if not may_edit(user, profile.pk) or (notice is not None and notice.profile_id != profile.pk):
        raise PermissionDenied
    versions.hold()
    old = "" if notice is None else str(notice.text)
    notice = notice or Notice(profile=profile)
    notice.kind, notice.text, notice.expires_on = kind, text, expires_on
    notice.save()
    _list(profile, user, old, str(notice.text))
    return notice


@transaction.atomic
def end_notice(*, profile: Profile, user, notice: Notice) -> Notice:
    """It is found, or given away: nobody sees it from now on."""
    if not may_edit(user, profile.pk) or notice.profile_id != profile.pk:
        raise PermissionDenied
    versions.hold()
    notice.expires_on = timezone.localdate() - datetime.timedelta(days=1)
    notice.save(update_fields=["expires_on"])
    _list(profile, user, str(notice.text), "")
    return notice


def _list(profile: Profile, user, old: str, new: str) -> None:
    if old != new:
        FactChange.objects.create(profile=profile, field=FIELD, old=old, new=new, made_by=user)
