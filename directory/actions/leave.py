"""A member goes, is let go, or gets another role. The last owner cannot go unnoticed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from directory import notifications
from directory.actions.join import note
from directory.models import Membership, Profile
from directory.permissions import is_last_owner, may_manage_people

Role = Membership.Role


class LastOwner(Exception):
    """Nobody would be left who says who acts for the profile: asked first, and staff are told by the queue."""


@transaction.atomic
def leave(membership: Membership, *, user, even_as_last: bool = False) -> None:
    """``user`` goes from the profile, by themselves. What they wrote stays with it.

    Raises:
        PermissionDenied: it is somebody else's membership.
        LastOwner: they are the last owner and have not said that they go all the same.
    """
    if membership.user_id != user.pk:
        raise PermissionDenied
    _end(membership, user, even_as_last)


@transaction.atomic
def let_go(membership: Membership, *, user, even_as_last: bool = False) -> None:
    """An owner, or staff, ends somebody's membership; that person is told.

    Raises:
        PermissionDenied: ``user`` may not.
        LastOwner: as in ``leave``.
    """
    if not may_manage_people(user, membership.profile_id):
        raise PermissionDenied
    profile, person = membership.profile, membership.user
    _end(membership, user, even_as_last)
    if person.is_active and person.pk != user.pk:
        notifications.let_go(profile, person)


@transaction.atomic
def change_role(membership: Membership, role: str, *, user, even_as_last: bool = False) -> None:
    """
    Raises:
        PermissionDenied: ``user`` may not.
        LastOwner: as in ``leave``.
    """
    if not may_manage_people(user, membership.profile_id):
        raise PermissionDenied
    profile, membership = _held(membership)
    if membership.role == role:
        return
    _ask(membership, even_as_last)
    membership.role = Role(role)
    membership.save(update_fields=["role"])
    _mark(profile)
    note(profile, "directory.role", user, membership)


def _end(membership: Membership, user, even_as_last: bool) -> None:
    profile, membership = _held(membership)
    _ask(membership, even_as_last)
    name = str(membership.user)
    note(profile, "directory.leave", user, membership)
    membership.delete()
    _mark(profile)
    notifications.gone(profile, name, but=user)


def _held(membership: Membership) -> tuple[Profile, Membership]:
    """Two owners who go in one moment: the second one sees that the first has gone."""
    profile = Profile.objects.select_for_update().get(pk=membership.profile_id)
    return profile, Membership.objects.select_related("user", "profile").get(pk=membership.pk)


def _ask(membership: Membership, even_as_last: bool) -> None:
    if is_last_owner(membership) and not even_as_last:
        raise LastOwner


def _mark(profile: Profile) -> None:
    """Staff find it in their queue from now on, or do not any more."""
    owned = Membership.objects.owners().filter(profile=profile).exists()
    since = None if owned else profile.without_owner_since or timezone.now()
    if profile.without_owner_since != since:
        Profile.objects.filter(pk=profile.pk).update(without_owner_since=since)  # readers see nothing of it


def mark_without_owner(keys) -> None:
    """Profiles that have members or had them, and no owner who may sign in: staff look for somebody."""
    owned = Membership.objects.owners().filter(profile=OuterRef("pk"))
    rows = Profile.objects.filter(~Exists(owned), pk__in=list(keys), without_owner_since=None)
    rows.update(without_owner_since=timezone.now())
