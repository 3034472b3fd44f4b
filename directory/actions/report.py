"""What visitors say is wrong: to the members first, to staff when nothing has come of it, settled by either.

An address that was left is used once, for the thanks, and erased ``KEPT`` after the report is settled.
"""

import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from directory.freshness.asked import Asked, asked_of, token_of
from directory.freshness.mails import source_page
from directory.models import FreshnessRules, Listing, Profile, Report
from directory.permissions import may_edit, may_moderate
from home.addresses import path_of
from home.mail.outbox import enqueue
from home.mail.rendering import render

State = Report.State
KEPT = datetime.timedelta(days=30)
FORGOTTEN = datetime.timedelta(days=365)


@transaction.atomic
def report(*, listing: Listing, text: str, email: str = "", language: str, now=None) -> Report:
    """Keep it and tell the members; where there is nobody to be told, it is with staff at once."""
    now = now or timezone.now()
    profile, _created = Profile.objects.get_or_create(key=listing.thing, defaults={"name": listing.title})
    people = asked_of(profile)
    days = (FreshnessRules.objects.first() or FreshnessRules()).report_days
    is_for_members = bool(people) and days > 0
    row = Report.objects.create(
        profile=profile, text=text, email=email.lower(), language=language, created_at=now,
        state=State.MEMBERS if is_for_members else State.STAFF,
        for_staff_at=now + datetime.timedelta(days=days if is_for_members else 0),
    )  # fmt: skip
    for person in people:
        _tell(row, person)
    return row


def answer_path(row: Report, asked: Asked) -> str:
    return reverse("report_answer", args=[token_of("report", row.profile_id, row.pk, asked)])


def _tell(row: Report, asked: Asked) -> None:
    with override(asked.language):
        words = {"title": row.profile.name}
        subject = _("A visitor says that something is not right: %(title)s") % words
        text, html = render(
            "report", language=asked.language, subject=subject, title=row.profile.name, report=row,
            address=settings.SITE_URL + answer_path(row, asked), until=row.for_staff_at,
            is_for_staff=row.state == State.STAFF,
        )  # fmt: skip
    enqueue(
        occasion=f"report-{row.profile_id}-{row.pk}", recipient=asked.email, subject=subject, text=text, html=html,
        language=asked.language, confidential=True,
    )  # fmt: skip


@transaction.atomic
def settle(*, report_id: int, user=None, by_link: bool = False, now=None) -> bool:
    """It is settled; whoever left an address is thanked. ``by_link``: the caller has read a signed link of it.

    Returns whether it counted: ``False`` where somebody was quicker. Raises:
        PermissionDenied: neither a member of the profile nor staff.
    """
    row = Report.objects.select_for_update().select_related("profile").get(pk=report_id)
    if not by_link and not (user and (may_moderate(user) or may_edit(user, row.profile_id))):
        raise PermissionDenied
    if row.state == State.DONE:
        return False
    row.state, row.done_at, row.done_by = State.DONE, now or timezone.now(), user
    row.save()
    if row.email:
        _thank(row)
    return True


@transaction.atomic
def give_to_staff(*, report_id: int, now=None) -> bool:
    """Members cannot say: staff look at it at once. The caller has read a signed link, or is a member's own page."""
    row = Report.objects.select_for_update().get(pk=report_id)
    if row.state != State.MEMBERS:
        return False
    row.state, row.for_staff_at = State.STAFF, now or timezone.now()
    row.save()
    return True


def _thank(row: Report) -> None:
    page = source_page(row.profile_id)
    with override(row.language):
        subject = _("Thank you: %(title)s has been looked at") % {"title": row.profile.name}
        address = settings.SITE_URL + (path_of(page) if page and page.live else "/")
        text, html = render(
            "event", language=row.language, subject=subject, heading=_("Thank you for telling us"),
            sentences=[
                _("You wrote that something on the page of %(title)s is not right. It has been looked at.") % {"title": row.profile.name},
                _("We erase your address within a month; there is no need to answer."),
            ],
            action=(_("See the page"), address), facts=[], phone="", manage="",
        )  # fmt: skip
    enqueue(
        occasion=f"report-thanks-{row.pk}", recipient=row.email, subject=subject, text=text, html=html,
        language=row.language, confidential=True,
    )  # fmt: skip


def move_reports(now=None) -> dict[str, int]:
    """For the worker: to staff what the members left, addresses and old reports out of the database."""
    now = now or timezone.now()
    late = Report.objects.filter(state=State.MEMBERS, for_staff_at__lte=now)
    settled = Report.objects.filter(state=State.DONE)
    counts = {
        "to_staff": late.update(state=State.STAFF),
        "erased": settled.filter(done_at__lte=now - KEPT).exclude(email="").update(email=""),
        "forgotten": settled.filter(done_at__lte=now - FORGOTTEN).delete()[0],
    }
    return counts if any(counts.values()) else {}
