"""Somebody becomes a member: by a letter, by proof, by staff; and what an account is made of when there is none yet."""

from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from directory import notifications
from directory.models import Invitation, Membership, Profile
from directory.permissions import source_page
from home.models import User

Role = Membership.Role


def proven_user(email: str, *, name: str = "", language: str = "") -> User:
    """The account of a mailbox that has just answered; made, without a password, when there is none.

    Raises:
        PermissionDenied: staff have closed the account of this address.
    """
    email = email.strip().lower()
    user = User.objects.filter(email=email).first()
    if user is None:
        first, _space, last = name.strip().rpartition(" ")
        user = User.objects.create_user(
            email, None, first_name=(first or last)[:150], last_name=last[:150] if first else ""
        )
        if language:
            UserProfile.objects.create(user=user, preferred_language=language)
    if not user.is_active:
        raise PermissionDenied
    EmailAddress.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    return user


@transaction.atomic
def join(*, profile: Profile, user: User, role: str, invited_by: User | None = None) -> Membership:
    """Make ``user`` a member; who is one already may rise to owner and never falls. The other owners are told."""
    profile = Profile.objects.select_for_update().get(pk=profile.pk)
    membership, is_new = Membership.objects.get_or_create(
        profile=profile, user=user, defaults={"role": role, "invited_by": invited_by}
    )
    if not is_new and (role != Role.OWNER or membership.is_owner):
        return membership
    membership.role = role
    membership.save(update_fields=["role"])
    if role == Role.OWNER and profile.without_owner_since:
        Profile.objects.filter(pk=profile.pk).update(without_owner_since=None)  # readers see nothing of it
    note(profile, "directory.join", user, membership)
    notifications.joined(membership)
    return membership


@transaction.atomic
def accept(invitation: Invitation, *, user: User | None = None, name: str = "") -> Membership | None:
    """Use a letter, once: for ``user``, or for the account of the mailbox it was sent to.

    ``None`` when it has been used, taken back or is too old.
    """
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("profile").get(pk=invitation.pk)
    if not Invitation.objects.open().filter(pk=invitation.pk).exists():
        return None
    user = user or proven_user(invitation.email, name=name, language=invitation.language)
    membership = join(
        profile=invitation.profile, user=user, role=invitation.role, invited_by=invitation.invited_by
    )  # fmt: skip
    invitation.accepted_at, invitation.email = timezone.now(), ""
    invitation.save(update_fields=["accepted_at", "email"])
    return membership


def note(profile: Profile, action: str, user, membership: Membership | None = None, **data) -> None:
    """A line in the history of the page, in numbers only: it outlives the people."""
    page = source_page(profile.pk)
    if page is not None:
        data = {**data, **({"membership": membership.pk, "role": membership.role} if membership else {})}
        log(instance=page, action=action, user=user if user and user.pk else None, data=data)
