"""Screens about dates. Each asks first whether this person may edit the page that announces the event."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from events.actions import change_session
from events.actions.seats import Refused, lock
from events.models import Session
from events.series_order import early_festival
from events.staff import dates, forms
from events.staff.overview import with_queue
from events.staff.permissions import page_for, page_of, session_for, sessions_of
from events.staff.screen import crumbs_of, show
from events.vocabulary import Mode, State, Status

PER_PAGE = 40
VERBS = ("cancel", "postpone", "confirm")


def overview(request) -> HttpResponse:
    """Coming dates of all events that this person may edit; the past ones behind a second tab."""
    is_past = "past" in request.GET
    rows = with_queue(sessions_of(request.user))
    rows = rows.past() if is_past else rows.coming()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    return show(request, "overview", _("Dates and people"), {"rows": page, "is_past": is_past})


def new_date(request, page: int, preset: str) -> HttpResponse:
    """A date from a preset: looked at, changed, then saved."""
    source = page_for(request, page)
    form = forms.DateForm(request.POST or None, instance=dates.new_date(source, preset))
    if request.method == "POST" and form.is_valid():
        session = form.save()
        messages.success(request, _("The date is saved: %(when)s.") % {"when": session.when})
        _warn(request, source)
        return redirect("event_date", session.pk)
    context = {"form": form, "page": source, "session": None}
    return show(request, "date", _("New date"), context, status=422 if form.errors else 200)


def date(request, pk: int, repeating: forms.RepeatForm | None = None) -> HttpResponse:
    """A date and everything that can be done with it."""
    session = session_for(request, pk)
    data = request.POST if request.method == "POST" and repeating is None else None
    form = forms.DateForm(data, instance=Session.objects.get(pk=pk))
    if data is not None and form.is_valid() and _save(form, session):
        messages.success(request, _("The date is saved: %(when)s.") % {"when": Session.objects.get(pk=pk).when})
        _warn(request, page_of(session.event))
        return redirect("event_date", pk)
    is_over = session.ends <= timezone.now()
    context = {
        "form": form, "session": session, "page": page_of(session.event), "is_over": is_over,
        "told": 0 if is_over or session.is_off else _told(session)["by_mail"],
        "repeat": repeating or forms.RepeatForm(), "can_go": not session.registrations.exists(),
    }  # fmt: skip
    is_wrong = form.errors or (repeating and repeating.errors)
    return show(request, "date", session.when, context, crumbs=crumbs_of(session), status=422 if is_wrong else 200)


def _warn(request, page) -> None:
    """Of a festival that is dated before the last visit of its series: said, not refused."""
    if warning := early_festival(page):
        messages.warning(request, warning)


def _save(form: forms.DateForm, session: Session) -> bool:
    """Seats and facts through their actions, all or nothing; what they refuse stands beside the field."""
    values = form.cleaned_data
    try:
        with transaction.atomic():
            if {"seats_room", "seats_online"} & set(form.changed_data):
                change_session.change_seats(session.pk, room=values["seats_room"], online=values["seats_online"])
            if changes := form.changes():
                change_session.reschedule(session.pk, changes)
    except Refused as refused:
        form.add_error(_too_few(values, session.pk), str(refused))
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors


def _too_few(values: dict, pk: int) -> str:
    """The field that gives fewer seats than are taken."""
    session = Session.objects.get(pk=pk)
    for mode in Mode:
        seats = values[f"seats_{mode}"]
        if seats is not None and session.taken(mode) > seats + session.overbooked(mode):
            return f"seats_{mode}"
    return "seats_room"


def _told(session: Session) -> dict[str, int]:
    """How many people will get a mail, and how many have to be called."""
    rows = session.registrations.active().exclude(state=State.HELD)
    by_mail = rows.exclude(email="").count()
    return {"by_mail": by_mail, "by_phone": rows.count() - by_mail}


@require_POST
def repeat(request, pk: int) -> HttpResponse:
    session = session_for(request, pk)
    form = forms.RepeatForm(request.POST)
    if not form.is_valid():
        return date(request, pk, repeating=form)
    values = form.cleaned_data
    made = dates.repeat(session, values["step"], values["times"], values["left_out"])
    messages.success(
        request, ngettext("%(count)s date was added.", "%(count)s dates were added.", len(made)) % {"count": len(made)}
    )
    return redirect("wagtailadmin_pages:edit", page_of(session.event).pk)


def status(request, pk: int, verb: str) -> HttpResponse:
    """Cancelled, postponed, or on after all: a reason, how many are told, done."""
    session = session_for(request, pk)
    if verb not in VERBS:
        raise Http404
    form = forms.ReasonForm(request.POST or None, instance=Session.objects.get(pk=pk))
    if request.method == "POST" and form.is_valid():
        count = _decide(session, verb, form.cleaned_data["reason"], request.user)
        messages.success(
            request, ngettext("%(count)s mail was written.", "%(count)s mails were written.", count) % {"count": count}
        )
        return redirect("event_people", pk)
    titles = {"cancel": _("Cancel this date"), "postpone": _("Postpone this date"), "confirm": _("It takes place")}
    context = {"form": form, "session": session, "verb": verb, "told": _told(session)}
    return show(request, "status", titles[verb], context, crumbs=crumbs_of(session))


@transaction.atomic
def _decide(session: Session, verb: str, reason, user) -> int:
    """How many mails were written; none where it has been decided so already: a second click tells nobody again."""
    becomes = {"cancel": Status.CANCELLED, "postpone": Status.POSTPONED, "confirm": Status.CONFIRMED}[verb]
    if lock(session.pk).status == becomes:
        return 0
    count = _told(session)["by_mail"]
    if verb == "confirm":
        change_session.confirm_session(session.pk)
    elif verb == "cancel":
        change_session.cancel_session(session.pk, reason)
    else:
        change_session.postpone_session(session.pk, reason)
    log(page_of(session.event), f"events.{verb}", user=user, data={"session": session.pk, "mails": count})
    return count


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
    is_wrong = form.errors or any(questions.errors)
    return show(request, "rules", _("Rules of signing up"), context, status=422 if is_wrong else 200)
