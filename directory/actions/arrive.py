"""Somebody without an account wants something: kept until the mailbox has answered, done when it has."""

from django.db import transaction
from django.utils.translation import get_language

from directory import notifications
from directory.actions.add_profile import FiveThings, add_profile
from directory.actions.claim import claim
from directory.actions.join import proven_user
from directory.imports.profiles import directory_page
from directory.models import Arrival, Claim, Membership, Profile, Submission
from home import versions
from home.models import User


@transaction.atomic
def announce(what: str, *, email: str, values: dict, name: str, profile: Profile | None = None) -> Arrival:
    """Keep it and write to the mailbox. What was announced before for the same thing ends."""
    email = email.strip().lower()
    Arrival.objects.filter(what=what, email=email, profile=profile).delete()
    row = Arrival.objects.create(
        what=what, email=email, values=values, profile=profile, language=get_language() or ""
    )  # fmt: skip
    notifications.arrival(row, name)
    return row


@transaction.atomic
def arrive(row: Arrival) -> tuple[User, Submission | Membership | Claim]:
    """The mailbox has answered: its account is found or made, and what was wanted is done.

    Raises:
        Arrival.DoesNotExist: somebody has used the link in this very moment.
        PermissionDenied: staff have closed the account.
    """
    versions.hold()
    row = Arrival.objects.select_for_update(of=("self",)).select_related("profile").get(pk=row.pk)
    values = dict(row.values)
    user = proven_user(row.email, name=values.pop("person", ""), language=row.language)
    if row.what == Arrival.What.ADD:
        done = add_profile(FiveThings(**values), parent=directory_page(), user=user)
    else:
        done = claim(profile=row.profile, user=user, **values)
    row.delete()
    return user, done
