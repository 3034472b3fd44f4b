"""The screens. Each asks first whether this person may edit the page that announces the event."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.log_actions import log

from events import notifications
from events.actions import change, change_session
from events.actions.check_in import check_in
from events.actions.register import Person, register
from events.actions.seats import Refused
from events.links import registration_of
from events.models import Registration, Session
from events.staff import dates, forms, people
from events.staff.permissions import may_change, page_for, page_of, session_for, sessions_of
from events.vocabulary import TAKING, State

PER_PAGE = 40
VERBS = {
    "cancel": change_session.cancel_session, "postpone": change_session.postpone_session,
    "confirm": change_session.confirm_session,
}  # fmt: skip


def _show(request, name: str, title: str, context: dict, *, crumbs=(), status: int = 200) -> TemplateResponse:
    first = {"url": reverse("event_overview"), "label": _("Dates and people")}
    items = [first, *crumbs, {"url": "", "label": title}]
    return TemplateResponse(
        request,
        f"events/admin/{name}.html",
        {"page_title": title, "breadcrumbs_items": items, **context},
        status=status,
    )


def _crumbs(session: Session) -> list[dict]:
    return [{"url": reverse("event_people", args=[session.pk]), "label": f"{session.event.title}, {session.when}"}]


def overview(request) -> HttpResponse:
    """Coming dates of all events that this person may edit; the past ones behind a second tab."""
    is_past = "past" in request.GET
    rows = sessions_of(request.user).select_related("event")
    rows = rows.past() if is_past else rows.coming()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    return _show(request, "overview", _("Dates and people"), {"rows": page, "is_past": is_past})


def new_date(request, page: int, preset: str) -> HttpResponse:
    """A date from a preset: looked at, changed, then saved."""
    source = page_for(request, page)
    form = forms.DateForm(request.POST or None, instance=dates.new_date(source, preset))
    if request.method == "POST" and form.is_valid():
        session = form.save()
        messages.success(request, _("The date is saved: %(when)s.") % {"when": session.when})
        return redirect("event_date", session.pk)
    context = {"form": form, "page": source, "session": None}
    return _show(request, "date", _("New date"), context, status=422 if form.errors else 200)


def date(request, pk: int) -> HttpResponse:
    """A date and everything that can be done with it."""
    session = session_for(request, pk)
    form = forms.DateForm(request.POST or None, instance=Session.objects.get(pk=pk))
    if request.method == "POST" and form.is_valid() and _save(form, session):
        messages.success(request, _("The date is saved: %(when)s.") % {"when": Session.objects.get(pk=pk).when})
        return redirect("event_date", pk)
    context = {
        "form": form, "session": session, "page": page_of(session.event), "told": _told(session),
        "repeat": forms.RepeatForm(), "can_go": not session.registrations.exists(),
    }  # fmt: skip
    return _show(request, "date", session.when, context, crumbs=_crumbs(session), status=422 if form.errors else 200)


def _save(form: forms.DateForm, session: Session) -> bool:
    """Seats and facts through their actions; what they refuse stands beside the field."""
    values = form.cleaned_data
    try:
        if {"seats_room", "seats_online"} & set(form.changed_data):
            change_session.change_seats(session.pk, room=values["seats_room"], online=values["seats_online"])
        if changes := form.changes():
            change_session.reschedule(session.pk, changes)
    except Refused as refused:
        form.add_error("seats_room" if "seats_room" in form.changed_data else "seats_online", str(refused))
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors


def _told(session: Session) -> int:
    return session.registrations.active().exclude(state=State.HELD).exclude(email="").count()


@require_POST
def repeat(request, pk: int) -> HttpResponse:
    session = session_for(request, pk)
    form = forms.RepeatForm(request.POST)
    if not form.is_valid():
        for error in form.errors.values():
            messages.error(request, " ".join(error))
        return redirect("event_date", pk)
    values = form.cleaned_data
    made = dates.repeat(session, values["step"], values["times"], values["left_out"])
    messages.success(
        request, ngettext("%(count)s date was added.", "%(count)s dates were added.", len(made)) % {"count": len(made)}
    )
    return redirect("event_overview")


def status(request, pk: int, verb: str) -> HttpResponse:
    """Cancelled, postponed, or on after all: a reason, how many are told, done."""
    session = session_for(request, pk)
    if verb not in VERBS:
        raise Http404
    form = forms.ReasonForm(request.POST or None, instance=Session.objects.get(pk=pk))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        told = VERBS[verb](pk) if verb == "confirm" else VERBS[verb](pk, reason)
        log(page_of(session.event), f"events.{verb}", user=request.user, data={"session": pk, "mails": told})
        messages.success(
            request, ngettext("%(count)s mail was written.", "%(count)s mails were written.", told) % {"count": told}
        )
        return redirect("event_people", pk)
    titles = {"cancel": _("Cancel this date"), "postpone": _("Postpone this date"), "confirm": _("It takes place")}
    context = {"form": form, "session": session, "verb": verb, "told": _told(session)}
    return _show(request, "status", titles[verb], context, crumbs=_crumbs(session))


@require_POST
def remove(request, pk: int) -> HttpResponse:
    session = session_for(request, pk)
    page = page_of(session.event)
    if not dates.remove(session):
        messages.error(request, _("Somebody has signed up for it. Cancel it instead: they are told then."))
        return redirect("event_date", pk)
    messages.success(request, _("The date is gone."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def rules(request, page: int) -> HttpResponse:
    """How people sign up for an event, and what they are asked."""
    source = page_for(request, page)
    event = dates.event_of(source)
    form = forms.RulesForm(request.POST or None, instance=event)
    questions = forms.QuestionFormSet(request.POST or None, instance=event, prefix="questions")
    if request.method == "POST" and form.is_valid() and questions.is_valid():
        form.save()
        questions.save()
        messages.success(request, _("The rules are saved and hold from now on."))
        return redirect("event_rules", page)
    context = {"form": form, "questions": questions, "page": source}
    return _show(request, "rules", _("Rules of signing up"), context, status=422 if form.errors else 200)


@never_cache
def people_list(request, pk: int) -> HttpResponse:
    """Who comes; and the form for somebody who has called."""
    session = session_for(request, pk)
    form = forms.PersonForm(request.POST or None, session=session)
    if request.method == "POST" and form.is_valid() and _enter(request, form, session):
        return redirect("event_people", pk)
    query, state = request.GET.get("q", "")[:80].replace("\0", ""), request.GET.get("state", "")
    context = {
        "session": session, "rows": people.people_of(session, query, state), "form": form, "query": query,
        "state": state, "states": State.choices, "numbers": people.numbers_of(session),
        "questions": {str(row.pk): str(row.text) for row in session.event.questions.all()},
        "page": page_of(session.event),
    }  # fmt: skip
    title = f"{session.event.title}, {session.when}"
    return _show(request, "people", title, context, status=422 if form.errors else 200)


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


@require_POST
def person(request, pk: int, registration: int) -> HttpResponse:
    """One thing done for somebody: giving up, another number, another way, ticked at the door."""
    session = session_for(request, pk)
    found = get_object_or_404(Registration.objects.select_related("session__event"), pk=registration, session=session)
    back = "event_check_in" if request.POST.get("back") == "door" else "event_people"
    try:
        _do(request, found)
    except Refused as refused:
        messages.error(request, str(refused))
    except ValueError:
        messages.error(request, _("This was not understood. Please try again."))
    return redirect(back, pk)


def _do(request, found: Registration) -> None:
    """
    Raises:
        Refused: it cannot be done; the message tells why.
        ValueError: nothing of the kind can be done.
    """
    match request.POST.get("do"):
        case "give-up":
            change.give_up(found, by=request.user)
        case "people":
            change.change_people(found, int(request.POST.get("people", "")))
        case "mode":
            change.change_mode(found, request.POST.get("mode", ""))
        case "confirm":
            change.confirm(found)
        case "came":
            check_in(found, int(request.POST.get("people") or found.people))
        case "not-came":
            check_in(found, 0)
        case "undo":
            check_in(found, None)
        case _:
            raise ValueError


@never_cache
def door(request, pk: int) -> HttpResponse:
    """Checking in on a phone: the list, a search, one tap."""
    session = session_for(request, pk)
    query = request.GET.get("q", "")[:80].replace("\0", "")
    rows = [row for row in people.people_of(session, query) if row.state in TAKING]
    context = {"session": session, "rows": rows, "query": query, "numbers": people.numbers_of(session)}
    return _show(request, "check_in", _("Check-in"), context, crumbs=_crumbs(session))


@never_cache
def by_code(request, token: str) -> HttpResponse:
    """What the code of a mail leads to: this person, and one button."""
    found = registration_of(token)
    if found is None:
        raise Http404
    if not may_change(request.user, found.session.event):
        raise PermissionDenied
    session = found.session
    return _show(request, "code", _("Check-in"), {"session": session, "row": found}, crumbs=_crumbs(session))


@never_cache
@require_safe
def sheet(request, pk: int) -> HttpResponse:
    """For print: who comes, with a box to tick; with ``?certificates`` who was there."""
    session = session_for(request, pk)
    of_those = "certificates" in request.GET
    rows = [row for row in people.people_of(session) if (row.attended if of_those else row.state in TAKING)]
    context = {"session": session, "rows": rows, "numbers": people.numbers_of(session), "certificates": of_those}
    return _show(request, "sheet", session.when, context, crumbs=_crumbs(session))


@never_cache
@require_safe
def export(request, pk: int, suffix: str) -> HttpResponse:
    session = session_for(request, pk)
    kinds = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
    if suffix not in kinds:
        raise Http404
    response = HttpResponse(people.export(session, suffix, request.user), content_type=kinds[suffix])
    response["Content-Disposition"] = f'attachment; filename="{session.starts:%Y-%m-%d}-{session.pk}.{suffix}"'
    return response


def message(request, pk: int) -> HttpResponse:
    """To everybody of a date: written, counted, then sent."""
    session = session_for(request, pk)
    form = forms.MessageForm(request.POST or None)
    rows: list[Registration] = []
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        states = {"place": TAKING, "waiting": (State.WAITING,), "all": (*TAKING, State.WAITING)}[values["to"]]
        rows = list(session.registrations.filter(state__in=states).exclude(email="").order_by("pk"))
        if "send" in request.POST:
            for row in rows:
                row.session = session
                notifications.tell(row, "message", subject=values["subject"], text=values["text"])
            log(page_of(session.event), "events.message", user=request.user, data={"session": pk, "mails": len(rows)})
            messages.success(
                request,
                ngettext("%(count)s mail was written.", "%(count)s mails were written.", len(rows))
                % {"count": len(rows)},
            )
            return redirect("event_people", pk)
    context = {"form": form, "session": session, "count": len(rows), "is_checked": form.is_bound and form.is_valid()}
    return _show(request, "message", _("Message to all"), context, crumbs=_crumbs(session))
