"""“Add your community or organisation”: five things make a draft page, its owner, and something for staff to read."""

from dataclasses import dataclass

from django.db import transaction

from directory.actions.join import join
from directory.actions.submit import submit
from directory.models import CommunityPage, Contact, DirectoryPage, Membership, OrganisationPage, Profile, Submission
from directory.vocabulary import Kind
from home.models import User

CLASSES = {Kind.COMMUNITY.value: CommunityPage, Kind.ORGANISATION.value: OrganisationPage}


@dataclass(frozen=True)
class FiveThings:
    """What a first page needs. ``settlement`` is a row's number; ``email`` stays private until members say otherwise."""

    kind: str
    name: str
    settlement: int
    summary: str
    joining: str
    email: str


@transaction.atomic
def add_profile(things: FiveThings, *, parent: DirectoryPage, user: User) -> Submission:
    """A page that readers do not see yet, with ``user`` as its owner, sent to be read."""
    page = CLASSES[things.kind](
        title=things.name, summary=things.summary, joining=things.joining, settlement_id=things.settlement, live=False,
        locale=parent.locale,
    )  # fmt: skip
    parent.add_child(instance=page)
    profile = Profile.objects.create(key=page.translation_key, name=things.name)
    Contact.objects.create(profile=profile, email=things.email)
    page.save_revision(user=user)
    join(profile=profile, user=user, role=Membership.Role.OWNER)
    return submit(page=page, user=user, profile=profile)
