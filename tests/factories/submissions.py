"""What members send, and the staff who decide on it, as the tests need them."""

from directory.actions.submit import submit
from home.groups import ensure_groups
from home.models import User


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
