"""Members' doors to events: proposing one, and the people of their own."""

import csv
import io

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.log_actions import log

from directory.exports.tables import inert
from directory.portal.doors import Member, member_door, show
from directory.portal.kept_typing import keeps_typing, kept_for
from events.actions.propose import NoCalendar, propose_event
from events.models import Session
from events.portal.forms import ProposeForm
from events.staff.people import numbers_of, people_of
from events.staff.permissions import page_of
from events.vocabulary import TAKING, State
from home.dates import by_text


@keeps_typing
@member_door
def propose(request, member: Member):
    """The form, and its sending."""
    kept = kept_for(request, request.path)
    form = ProposeForm(request.POST if request.method == "POST" else kept)
    if request.method == "POST" and form.is_valid():
        try:
            submission = propose_event(profile=member.profile, user=request.user, proposal=form.proposal())
        except NoCalendar:
            raise Http404 from None
        day = by_text(submission.promised_on)
        messages.success(request, _("Thank you. It waits to be checked; you have an answer by %(day)s.") % {"day": day})
        return redirect("portal_profile", member.profile.pk)
    status = 422 if request.method == "POST" else 200
    return show(request, "portal/events/propose.html", {"form": form}, member=member, status=status)


def _session(member: Member, pk: int) -> Session:
    """A date of an event that the profile itself organises.

    Raises:
        Http404: of anybody else's, or of none.
    """
    session = Session.objects.select_related("event__settlement").filter(pk=pk, event__organiser=member.profile).first()
    if session is None:
        raise Http404
    return session


def _shown(session: Session):
    """Who has a place, and who waits for one."""
    return [row for row in people_of(session) if row.name and row.state in (*TAKING, State.WAITING)]


@require_safe
@member_door
def people(request, member: Member, pk: int):
    """Who comes, to read, to call and to print."""
    session = _session(member, pk)
    context = {"session": session, "rows": _shown(session), "numbers": numbers_of(session), "taking": TAKING}
    return show(request, "portal/events/people.html", context, member=member)


@require_safe
@member_door
def export(request, member: Member, pk: int):
    """The same list as a file; that it was made is in the log of the event's page, and nothing of the people."""
    session = _session(member, pk)
    head = [_("Name and surname"), _("Phone"), _("People"), _("Takes part"), _("State"), _("What would make it easier")]
    rows = [
        [row.name, row.phone, row.people, row.get_mode_display(), row.get_state_display(), row.access_needs]
        for row in _shown(session)
    ]  # fmt: skip
    page = page_of(session.event)
    if page is not None:
        data = {"session": session.pk, "format": "csv", "rows": len(rows)}
        log(page, "events.export", user=request.user, data=data)
    out = io.StringIO()
    csv.writer(out).writerows([[inert(value) for value in row] for row in [head, *rows]])
    response = HttpResponse(b"\xef\xbb\xbf" + out.getvalue().encode(), content_type="text/csv")
    response["Content-Disposition"] = f'attachment; filename="{session.starts:%Y-%m-%d}-{session.pk}.csv"'
    return response
