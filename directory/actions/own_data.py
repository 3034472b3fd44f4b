"""What the directory keeps of a person: for their export, and taken out of it when they go."""

from collections.abc import Iterable

from django.db.models import Q

from directory.actions.leave import leave
from directory.models import (
    Arrival,
    Claim,
    Contact,
    Draft,
    Invitation,
    Membership,
    Profile,
    Report,
    Resident,
    Submission,
)
from home.models import User


def rows(user: User) -> list[dict]:
    """One entry for each profile they act for, and one for what hangs on their address alone."""
    return [*(_of_profile(row, user) for row in _memberships(user)), _of_address(user)]


def _memberships(user: User):
    return Membership.objects.filter(user=user).select_related("profile")


def _of_profile(row: Membership, user: User) -> dict:
    drafts = Draft.objects.filter(profile=row.profile, changed_by=user)
    return {
        "profile": row.profile.name,
        "role": row.role,
        "since": row.joined_at.isoformat(),
        "drafts": list(drafts.values("language", "values")),
        "submissions": [
            {"title": sent.page.title, "sent": sent.sent_at.isoformat(), "state": sent.state, "note": sent.note}
            for sent in Submission.objects.filter(sent_by=user, profile=row.profile).select_related("page")
        ],
        "contacts": list(
            Contact.objects.filter(profile=row.profile, email__iexact=user.email).values("name", "phone", "email")
        ),
    }


def _of_address(user: User) -> dict:
    claims = Claim.objects.filter(user=user).select_related("profile")
    resident = Resident.objects.filter(email__iexact=user.email).exclude(confirmed_at=None).first()
    return {
        "claims": [
            {"profile": row.profile.name, "message": row.message, "phone": row.phone, "state": row.state}
            for row in claims
        ],
        "reports": list(Report.objects.filter(email__iexact=user.email).values("text", "email")),
        "invitations": [
            {"profile": row.profile.name, "sent": row.created_at.isoformat()}
            for row in Invitation.objects.open().filter(email__iexact=user.email).select_related("profile")
        ],
        "active_resident": {
            "name": resident.name, "phone": resident.phone, "message": resident.message,
            "lives_in": str(resident.settlement or ""), "interests": [str(row.name) for row in resident.topics.all()],
            "wants_updates": resident.wants_updates,
        } if resident else None,
    }  # fmt: skip


def erase(user: User) -> None:
    """Memberships end as by leaving; contacts, letters and lists that are of this address go; what was written for the
    profile stays, and the person's name, address and phone are taken out of what is half written."""
    own = Contact.objects.filter(email__iexact=user.email)
    words = {user.email, user.get_full_name()}
    for name, phone in own.values_list("name", "phone"):
        words |= {name, phone}
    profiles = set(Profile.objects.filter(Q(memberships__user=user) | Q(contacts__in=own)))
    for row in _memberships(user):
        leave(row, user=user, even_as_last=True)
    own.delete()
    for draft in Draft.objects.filter(profile__in=profiles):
        values = _without(draft.values, {word for word in words if word})
        if values != draft.values:
            draft.values = values
            draft.version += 1
            draft.save(update_fields=["values", "version"])
    for model in (Arrival, Resident, Invitation):
        model.objects.filter(email__iexact=user.email).delete()
    Report.objects.filter(email__iexact=user.email).update(email="")


def _without(value, words: Iterable[str]):
    """The same, with every one of the words taken out of its texts."""
    if isinstance(value, dict):
        return {name: _without(part, words) for name, part in value.items()}
    if isinstance(value, list):
        return [_without(part, words) for part in value]
    if isinstance(value, str):
        for word in sorted(words, key=len, reverse=True):
            value = value.replace(word, "")
    return value
