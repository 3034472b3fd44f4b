"""At the door, on a phone: the list, a search, one tap; or the code of a mail. And what is done for one person."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from events.actions import change
from events.actions.check_in import check_in
from events.actions.seats import Refused
from events.links import registration_of
from events.models import Registration
from events.staff import people
from events.staff.permissions import may_change, session_for
from events.staff.screen import crumbs_of, show
from events.vocabulary import TAKING

LONGEST_QUERY = 80


@never_cache
def door(request, pk: int) -> HttpResponse:
    """Who has a place; with ``?missing`` those who have not come."""
    session = session_for(request, pk)
    query, is_missing = request.GET.get("q", "")[:LONGEST_QUERY], "missing" in request.GET
    rows = [
        row
        for row in people.people_of(session, query)
        if row.state in TAKING and not (is_missing and row.attended)
    ]  # fmt: skip
    context = {
        "session": session, "rows": rows, "query": query, "is_missing": is_missing,
        "numbers": people.numbers_of(session),
    }  # fmt: skip
    return show(request, "check_in", _("Check-in"), context, crumbs=crumbs_of(session))


@never_cache
def by_code(request, token: str) -> HttpResponse:
    """What the code of a mail leads to: this person, and one button."""
    found = registration_of(token)
    if found is None:
        raise Http404
    session = found.session
    if not may_change(request.user, session.event):
        raise PermissionDenied
    context = {"session": session, "row": found, "has_place": found.state in TAKING}
    return show(request, "code", _("Check-in"), context, crumbs=crumbs_of(session))


@require_POST
def person(request, pk: int, registration: int) -> HttpResponse:
    """One thing done for somebody: giving up, another number, another way, ticked at the door."""
    session = session_for(request, pk)
    found = get_object_or_404(Registration.objects.select_related("session__event"), pk=registration, session=session)
    try:
        _do(request, found)
    except Refused as refused:
        messages.error(request, str(refused))
    except ValueError:
        messages.error(request, _("This was not understood. Please try again."))
    back = "event_check_in" if request.POST.get("back") == "door" else "event_people"
    return redirect(reverse(back, args=[pk]) + f"#row-{registration}")


def _do(request, found: Registration) -> None:
    """
    Raises:
        Refused: it cannot be done; the message tells why.
        ValueError: nothing of the kind can be done.
    """
    number, by = request.POST.get("people", ""), request.user
    match request.POST.get("do"):
        case "give-up":
            change.give_up(found, by=by)
        case "people":
            change.change_people(found, int(number), by=by)
        case "mode":
            change.change_mode(found, request.POST.get("mode", ""), by=by)
        case "confirm":
            change.confirm(found)
        case "came":
            _tick(found, int(number or found.people))
        case "not-came":
            _tick(found, 0)
        case "undo":
            check_in(found, None)
        case _:
            raise ValueError


def _tick(found: Registration, people_here: int) -> None:
    if found.state not in TAKING:
        raise Refused("gone", _("This person has no place. Enter them on the list first."))
    check_in(found, people_here)
