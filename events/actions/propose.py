"""An event that members propose for their profile: a draft in the calendar with its date, sent to be checked."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from directory import plain_text
from directory.actions.submit import submit
from directory.models import Contact, Profile, Submission
from directory.permissions import may_edit, source_page
from events.actions.suggest import HOURS
from events.models import CalendarPage, EventPage, Session
from events.read_model import event_of

LONGEST_LEAD = 400


class NoCalendar(Exception):
    """There is no calendar in the main language to put it in."""


@dataclass(frozen=True)
class Proposal:
    title: str
    text: str
    place: str
    starts: datetime.datetime
    ends: datetime.datetime | None
    takes_registrations: bool
    seats: int | None


@transaction.atomic
def propose_event(*, profile: Profile, user, proposal: Proposal) -> Submission:
    """
    Raises:
        PermissionDenied: this person does not belong to the profile.
        NoCalendar
    """
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    calendar = CalendarPage.objects.live().filter(shows="", locale__language_code=settings.LANGUAGE_CODE)
    parent = calendar.order_by("path").first()
    if parent is None:
        raise NoCalendar
    page = _page(proposal, profile, parent, user)
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    event = event_of(page)
    event.takes_registrations = proposal.takes_registrations
    event.save(update_fields=["takes_registrations"])
    ends = proposal.ends or proposal.starts + datetime.timedelta(hours=HOURS)
    Session.objects.create(
        event=event,
        starts=proposal.starts,
        ends=ends,
        seats_room=proposal.seats if proposal.takes_registrations else None,
    )
    submission = submit(page=EventPage.objects.get(pk=page.pk), user=user)
    submission.profile = profile
    submission.save(update_fields=["profile"])
    return submission


def _page(proposal: Proposal, profile: Profile, parent: CalendarPage, user) -> EventPage:
    source = source_page(profile.pk)
    contact = Contact.objects.first_of(profile.pk)
    first, _sign, rest = proposal.text.partition("\n\n")
    lead, more = (first, rest) if len(first) <= LONGEST_LEAD else ("", proposal.text)
    page = EventPage(
        title=proposal.title, lead=lead, place_name=proposal.place[:160], settlement=source.settlement,
        organiser=source.profilepage_ptr, live=False, locale=parent.locale, owner=user,
        contact_name=contact.public_name if contact else "", phone=contact.public_phone if contact else "",
        email=contact.public_email if contact else "",
    )  # fmt: skip
    page.body = plain_text.write(page.body, more)
    return page
