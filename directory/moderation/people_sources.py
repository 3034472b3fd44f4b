"""What of people waits for staff: claims, and profiles whose last owner has gone."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from directory.actions.submit import promised_day
from directory.models import Claim, Profile
from directory.permissions import may_moderate, own_pages
from directory.queue import Item, Source, register_source


def _claims(user):
    rows = Claim.objects.filter(state=Claim.State.OPEN).select_related("profile", "user")
    return rows if may_moderate(user) else rows.none()


def _lonely(user):
    """Profiles without an owner that readers see, or that somebody still edits."""
    rows = Profile.objects.exclude(without_owner_since=None).order_by("without_owner_since")
    return rows if may_moderate(user) else rows.none()


def claim_items(user):
    for row in _claims(user):
        yield Item(
            source="claims", ident=str(row.pk), title=row.profile.name, url=reverse("claim_decision", args=[row.pk]),
            since=row.created_at, promised_on=promised_day(row.created_at.date()), note=row.message[:120],
        )  # fmt: skip


def lonely_items(user):
    rows = list(_lonely(user))
    pages = own_pages([row.pk for row in rows])
    for row in rows:
        if row.pk in pages:
            yield Item(
                source="without-owner", ident=str(row.pk), title=row.name, since=row.without_owner_since,
                url=reverse("profile_people", args=[row.pk]),
            )  # fmt: skip


def register() -> None:
    register_source(Source("claims", _("Claims of a page"), 30, lambda user: _claims(user).count(), claim_items))
    register_source(
        Source(
            "without-owner", _("Pages whose last owner has left"), 60,
            lambda user: sum(1 for _item in lonely_items(user)), lonely_items,
        )
    )  # fmt: skip
