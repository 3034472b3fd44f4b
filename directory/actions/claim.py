"""“This page is ours”: proof by the page's own address decides at once, staff decide everything else."""

from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from directory import notifications
from directory.actions.join import join, note
from directory.models import Claim, Contact, Membership, Profile
from directory.permissions import may_moderate
from home.models import User

Role = Membership.Role


def is_proven(profile: Profile, user: User) -> bool:
    """Whether a mailbox that is known to be the person's stands among the profile's contacts."""
    own = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    contacts = Contact.objects.filter(profile=profile).exclude(email="").values_list("email", flat=True)
    return bool({address.lower() for address in own} & {address.lower() for address in contacts})


@transaction.atomic
def claim(*, profile: Profile, user: User, message: str = "", phone: str = "") -> Membership | Claim:
    """A membership where the mailbox proves it: as owner while there is none, else as editor. Else a claim for staff;
    a second one from the same person takes the place of the first."""
    profile = Profile.objects.select_for_update().get(pk=profile.pk)
    known = Membership.objects.filter(profile=profile, user=user).first()
    if known is not None and known.is_owner:
        return known
    if is_proven(profile, user):
        owned = Membership.objects.owners().filter(profile=profile).exists()
        return join(profile=profile, user=user, role=Role.EDITOR if owned else Role.OWNER)
    if known is not None:
        return known
    row, _made = Claim.objects.update_or_create(
        profile=profile, user=user, state=Claim.State.OPEN, defaults={"message": message, "phone": phone}
    )
    return row


@transaction.atomic
def grant(row: Claim, *, user, role: str = Role.OWNER) -> Claim:
    """Staff say yes: the person becomes a member and is told.

    Raises:
        PermissionDenied: ``user`` may not.
    """
    row = _decide(row, user, Claim.State.GRANTED)
    if row.state == Claim.State.GRANTED and row.decided_by_id == user.pk:
        join(profile=row.profile, user=row.user, role=role, invited_by=user)
    return row


@transaction.atomic
def refuse(row: Claim, *, user, reason: str) -> Claim:
    """Staff say no, and why.

    Raises:
        PermissionDenied: ``user`` may not.
    """
    return _decide(row, user, Claim.State.REFUSED, reason)


def _decide(row: Claim, user, state: str, reason: str = "") -> Claim:
    """Once: who comes second finds it decided. What was said of the person goes with the decision."""
    if not may_moderate(user):
        raise PermissionDenied
    row = Claim.objects.select_for_update(of=("self",)).select_related("profile", "user").get(pk=row.pk)
    if row.state != Claim.State.OPEN:
        return row
    row.state, row.reason, row.message, row.phone = state, reason, "", ""
    row.decided_at, row.decided_by = timezone.now(), user
    row.save()
    note(row.profile, f"directory.claim_{state}", user, claim=row.pk)
    notifications.claim_decided(row)
    return row
