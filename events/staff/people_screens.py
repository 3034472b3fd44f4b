"""Screens about the people of a date. Each asks first whether this person may edit the page that announces it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from events import ical
from events.actions.register import Person, register
from events.actions.seats import Refused
from events.excursions import as_dated
from events.models import Session
from events.staff import exports, forms, people
from events.staff import messages as staff_messages
from events.staff.permissions import page_of, session_for
from events.staff.screen import crumbs_of, show
from events.vocabulary import OUTINGS, TAKING, Mode, State

LONGEST_QUERY = 80


@never_cache
def people_list(request, pk: int) -> HttpResponse:
    """Who comes; and the form for somebody who has called."""
    session = session_for(request, pk)
    form = forms.PersonForm(request.POST or None, session=session)
    if request.method == "POST" and form.is_valid() and _enter(request, form, session):
        return redirect("event_people", pk)
    query, state = request.GET.get("q", "")[:LONGEST_QUERY], request.GET.get("state", "")
    context = {
        "session": session, "rows": people.people_of(session, query, state), "form": form, "query": query,
        "state": state, "states": State.choices, "numbers": people.numbers_of(session),
        "questions": {str(row.pk): str(row.text) for row in session.event.questions.all()},
        "page": page_of(session.event), "outings": OUTINGS,
    }  # fmt: skip
    title = f"{session.event.title}, {session.when}"
    return show(request, "people", title, context, status=422 if form.errors else 200)


def _enter(request, form: forms.PersonForm, session: Session) -> bool:
    values = form.cleaned_data
    person = Person(name=values["name"], email=values["email"], phone=values["phone"])
    try:
        outcome = register(
            session.pk, person, mode=values["mode"], people=values["people"], by=request.user, beyond=values["beyond"]
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    if outcome.is_new:
        messages.success(request, f"{person.name}: {outcome.registration.get_state_display()}")
    else:
        messages.warning(request, _("This person has signed up already."))
    return True


@never_cache
@require_safe
def sheet(request, pk: int) -> HttpResponse:
    """For print: who comes, with a box to tick; with ``?certificates`` who was there."""
    session = session_for(request, pk)
    of_those = "certificates" in request.GET
    rows = [row for row in people.people_of(session) if (row.attended if of_those else row.state in TAKING)]
    context = {"session": session, "rows": rows, "numbers": people.numbers_of(session), "certificates": of_those}
    return show(request, "sheet", session.when, context, crumbs=crumbs_of(session))


@never_cache
@require_safe
def guide_sheet(request, pk: int) -> HttpResponse:
    """For whoever leads the way, on paper: where to meet, how many, whom to call, what makes it easier, and 112."""
    session = session_for(request, pk)
    rows = [row for row in people.people_of(session) if row.state in TAKING and row.mode == Mode.ROOM]
    place = as_dated(page_of(session.event)).place
    context = {
        "session": session, "rows": rows, "heads": sum(row.people for row in rows), "place": place,
        "meeting": ical.place_of(session, Mode.ROOM), "needs": [row for row in rows if row.access_needs],
    }  # fmt: skip
    return show(request, "guide_sheet", session.when, context, crumbs=crumbs_of(session))


@never_cache
@require_safe
def export(request, pk: int, suffix: str) -> HttpResponse:
    session = session_for(request, pk)
    if suffix not in exports.KINDS:
        raise Http404
    response = HttpResponse(exports.export(session, suffix, request.user), content_type=exports.KINDS[suffix])
    response["Content-Disposition"] = f'attachment; filename="{session.starts:%Y-%m-%d}-{session.pk}.{suffix}"'
    return response


def message(request, pk: int) -> HttpResponse:
    """To everybody of a date: written, counted, then sent."""
    session = session_for(request, pk)
    form = forms.MessageForm(request.POST or None)
    is_checked = request.method == "POST" and form.is_valid()
    if is_checked and "send" in request.POST:
        count = staff_messages.send(session, **form.cleaned_data, user=request.user)
        messages.success(
            request, ngettext("%(count)s mail was written.", "%(count)s mails were written.", count) % {"count": count}
        )
        return redirect("event_people", pk)
    count = staff_messages.readers(session, form.cleaned_data["to"]).count() if is_checked else 0
    context = {"form": form, "session": session, "count": count, "is_checked": is_checked}
    return show(
        request, "message", _("Message to all"), context, crumbs=crumbs_of(session), status=422 if form.errors else 200
    )
