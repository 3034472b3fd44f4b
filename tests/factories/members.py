"""People who act for a profile, and staff who decide on what they send."""

from allauth.account.models import EmailAddress
from wagtail.users.models import UserProfile

from directory.actions.submit import submit
from directory.models import Membership
from home.groups import ensure_groups
from home.models import User

OWNER, EDITOR = Membership.Role.OWNER, Membership.Role.EDITOR


def person(email="anna@platforma.test", **fields) -> User:
    """Somebody with an account and a mailbox that is known to be theirs; no password."""
    fields.setdefault("first_name", email.partition("@")[0].capitalize())
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, None, **fields)
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    return user


def member(page, email="anita@paraugs.test", role=Membership.Role.OWNER, language="", **fields) -> User:
    user = person(email, **fields)
    Membership.objects.update_or_create(profile=page.profile, user=user, defaults={"role": role})
    if language:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    return user


def moderator(email="moderatore@platforma.test", **fields) -> User:
    user = User.objects.create_user(email, "x", **fields)
    user.groups.add(ensure_groups()[1])
    return user


def editor(email="redaktors@platforma.test", **fields) -> User:
    user = User.objects.create_user(email, "x", **fields)
    user.groups.add(ensure_groups()[0])
    return user


def changed(page, user, **values):
    """A revision of the page with these values on top of the latest; returns the revision."""
    draft = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user, clean=False)


def sent(page, user, note="", **values):
    """A waiting submission of a member, made as the portal makes it."""
    changed(page, user, **values)
    return submit(page=page, user=user, profile=page.profile, note=note)
