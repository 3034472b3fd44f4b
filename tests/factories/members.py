"""Who acts for a profile, as the tests need them."""

from allauth.account.models import EmailAddress

from directory.models import Membership, Profile
from home.models import User

OWNER, EDITOR = Membership.Role.OWNER, Membership.Role.EDITOR


def person(email="anna@platforma.test", **fields):
    """Somebody with an account and a mailbox that is known to be theirs; no password."""
    fields.setdefault("first_name", email.partition("@")[0].capitalize())
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, None, **fields)
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    return user


def profile_of(page) -> Profile:
    return Profile.objects.get_or_create(key=page.translation_key, defaults={"name": page.title})[0]


def member(page, email="anna@platforma.test", role=OWNER, **fields):
    """A member of the page's profile; returns the person."""
    user = person(email, **fields)
    Membership.objects.update_or_create(profile=profile_of(page), user=user, defaults={"role": role})
    return user
