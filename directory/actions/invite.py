"""Inviting somebody by mail, and taking it back."""

import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory import notifications
from directory.actions.join import note
from directory.models import INVITED_DAYS, Invitation, Membership, Profile
from directory.models.membership import _secret
from directory.permissions import may_manage_people

MOST_OPEN = 20


@transaction.atomic
def invite(*, profile: Profile, email: str, role: str, user, language: str = "") -> Invitation:
    """Send a letter that makes whoever holds it a member. Who has one that is open gets another link, the old one ends.

    Raises:
        PermissionDenied: ``user`` may not.
        ValidationError: not an address, a member already, or too many letters are open.
    """
    if not may_manage_people(user, profile.pk):
        raise PermissionDenied
    email = email.strip().lower()
    validate_email(email)
    profile = Profile.objects.select_for_update().get(pk=profile.pk)
    known = Membership.objects.select_related("user").filter(profile=profile, user__email=email).first()
    if known is not None and (known.is_owner or role != Membership.Role.OWNER):
        raise ValidationError(_("This person is a member already."))
    open_rows = Invitation.objects.filter(profile=profile, accepted_at=None, revoked_at=None)
    invitation = open_rows.filter(email__iexact=email).first() or Invitation(profile=profile, email=email)
    if invitation.pk is None and open_rows.count() >= MOST_OPEN:
        raise ValidationError(_("Many invitations are open already. Take some back first."))
    now = timezone.now()
    invitation.role, invitation.invited_by, invitation.secret = role, user, _secret()
    invitation.language = language or get_language() or settings.LANGUAGE_CODE
    invitation.created_at, invitation.expires_at = now, now + datetime.timedelta(days=INVITED_DAYS)
    invitation.save()
    note(profile, "directory.invite", user, invitation=invitation.pk, role=role)
    notifications.invitation(invitation)
    return invitation


@transaction.atomic
def revoke(invitation: Invitation, *, user) -> None:
    """Take it back: the link leads nowhere any more, and the address is forgotten.

    Raises:
        PermissionDenied: ``user`` may not.
    """
    if not may_manage_people(user, invitation.profile_id):
        raise PermissionDenied
    changed = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None).update(
        revoked_at=timezone.now(), email=""
    )
    if changed:
        note(invitation.profile, "directory.revoke", user, invitation=invitation.pk)
