"""Signing up, and the page of one's own place. No account, no cookie; nothing happens by looking."""

from django.db.models import BigAutoField, DateTimeField, Exists, OuterRef, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from events import ical
from events.actions import change
from events.actions.anonymise import forget
from events.actions.register import Outcome, Person, register, register_for_series
from events.actions.seats import Refused
from events.actions.suggest import send_suggestion
from events.addresses import event_path, event_url
from events.forms import ManageForm, SignUpForm
from events.links import manage_path, registration_of
from events.models import Event, Question, Registration, Session
from events.suggest_forms import SuggestForm, SuggestOutingForm
from events.tickets import ticket_path
from events.vocabulary import Mode, State
from home.navigation import frame_for
from home.public_forms import is_from_here, may_send
from home.statements import Statement

SIGN_UPS_AN_HOUR = 20
CHANGES_AN_HOUR = 60
SUGGESTIONS_AN_HOUR = 5


def _private(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response


def _of_series(pk, now):
    asked = Event.objects.filter(sessions=pk)
    in_series = Event.objects.filter(series__in=asked.exclude(series=None).values("series"))
    # A union and no OR, for which the database would read every date there is.
    events = asked.values("pk").union(in_series.values("pk"))
    rows = Session.objects.published(now).filter(Q(pk=pk) | Q(ends__gt=now), event__in=events)
    has_questions = Exists(Question.objects.filter(event=OuterRef("event")))
    return rows.annotate(has_questions=has_questions).select_related("event__settlement").order_by("starts", "pk")


DATES = Statement(_of_series, keeps_plan=True, pk=BigAutoField(), now=DateTimeField())


@csrf_exempt  # there is no cookie to protect; is_from_here() and the form's own token are asked instead
def sign_up(request, pk: int) -> HttpResponse:
    """The form for one date, or for those of its series, and its sending."""
    session, sessions = _dates(pk)
    if session is None:
        raise Http404
    form = SignUpForm(request.POST or None, session=session, sessions=sessions)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if not is_from_here(request):
                form.add_error(None, _("This form was sent from another site. Please send it from here."))
            elif not may_send(request, "sign-up", SIGN_UPS_AN_HOUR, 3600):
                status = 429
                form.add_error(
                    None, _("Many sign-ups have come from here within the hour. Please try again later, or call.")
                )
            else:
                answer = _book(form, session, sessions)
                if answer is not None:
                    return _private(answer)
    context = {
        "form": form, "session": session, "event": session.event, "event_path": event_path(session.event),
        "place": ical.place_of(session), "frame": frame_for(request), "noindex": True, "is_open": session.is_open(),
    }  # fmt: skip
    return _private(render(request, "events/sign_up.html", context, status=status))


def _dates(pk: int) -> tuple[Session | None, list[Session]]:
    """The date that is asked for, and those that one sign-up can take in: of its event and its whole series, open now."""
    rows = DATES(pk=pk, now=timezone.now())
    session = next((row for row in rows if row.pk == pk), None)
    return session, [row for row in rows if row.event.takes_registrations and row.is_open()]


def _book(form: SignUpForm, session: Session, sessions: list[Session]) -> HttpResponse | None:
    """Where to go on, or ``None`` when nothing could be booked and the form says why."""
    values = form.cleaned_data
    person = Person(
        name=values["name"], email=values["email"], phone=values["phone"], language=get_language(),
        access_needs=values["access_needs"], answers=form.answers, photo_consent=values.get("photo_consent"),
        form_key=values["form_key"],
    )  # fmt: skip
    options = {"mode": form.chosen_mode, "people": values.get("people") or 1}
    missed: list[str] = []
    try:
        if "dates" in form.fields:
            found = register_for_series([int(pk) for pk in values["dates"]], person, **options)
            booked = {pk: outcome for pk, outcome in found.items() if isinstance(outcome, Outcome)}
            if not booked:
                raise next(iter(found.values()))
            outcome = booked.get(session.pk) or next(iter(booked.values()))
            missed = [str(pk) for pk in found if pk not in booked]
        else:
            outcome = register(session.pk, person, **options)
    except Refused as refused:
        form.add_error(None, str(refused))
        return None
    if outcome.is_new or outcome.registration.form_key == person.form_key != "":
        outcome.registration.is_proven = not session.event.confirm_first
        path = manage_path(outcome.registration, get_language())
        return redirect(f"{path}?missed={','.join(missed)}" if missed else path)
    # Whoever typed this address need not be its owner: the link goes to the mailbox, and only there.
    form.add_error(None, _("This address has signed up already. The link is in the mail we sent then."))
    return None


@csrf_exempt  # as above; the signed link is what lets somebody in
def registration(request, token: str) -> HttpResponse:
    """One's own place: what it is, and what can be done with it. A link that has gone wrong says how to get help."""
    found = registration_of(token)
    if found is None:
        context = {"frame": frame_for(request), "noindex": True}
        return _private(render(request, "events/no_registration.html", context, status=404))
    message, status = "", 200
    if request.method == "POST":
        message, status = _change(request, found)
        if status == 303:
            return _private(redirect(manage_path(found, get_language())))
        found = registration_of(token)
    return _private(
        render(request, "events/registration.html", _manage_context(request, found, message), status=status)
    )


def _change(request, found: Registration) -> tuple[str, int]:
    form = ManageForm(request.POST)
    if not form.is_valid():
        return _("This was not understood. Please try again."), 422
    if not is_from_here(request):
        return _("This form was sent from another site. Please send it from here."), 422
    if not may_send(request, "registration", CHANGES_AN_HOUR, 3600):
        return _("You have changed this many times. Please try again in an hour."), 429
    values = form.cleaned_data
    if found.waits_for_mail and values["do"] not in (ManageForm.GIVE_UP, ManageForm.FORGET):
        return _("Please open the link in the mail that we sent you: only it can confirm the place."), 409
    try:
        match values["do"]:
            case ManageForm.CONFIRM:
                change.confirm(found)
            case ManageForm.GIVE_UP:
                change.give_up(found)
            case ManageForm.PEOPLE:
                change.change_people(found, values["people"] or found.people)
            case ManageForm.MODE:
                change.change_mode(found, values["mode"])
            case ManageForm.FORGET:
                change.give_up(found)
                forget(found)
    except Refused as refused:
        return str(refused), 409
    return "", 303


def _manage_context(request, found: Registration, message: str) -> dict:
    session = found.session
    others = [mode for mode in session.modes() if mode != found.mode]
    return {
        "registration": found, "session": session, "event": session.event, "event_path": event_path(session.event),
        "place": ical.place_of(session, found.mode), "message": message, "frame": frame_for(request), "noindex": True,
        "place_in_queue": _place_in_queue(found), "is_open": session.is_open() and not found.waits_for_mail,
        "other_modes": others if session.is_open() and not found.waits_for_mail else [], "shows_join": session.shows_join(found), "beside": _beside(found),
        "missed": _missed(request), "code": ticket_path(found) if found.state == State.BOOKED and found.mode == Mode.ROOM else None,
    }  # fmt: skip


def _beside(found: Registration) -> list[Registration]:
    """What was signed up for by the same form: the other dates of a series."""
    if not found.form_key:
        return []
    rows = Registration.objects.filter(form_key=found.form_key, person=found.person).exclude(pk=found.pk)
    rows = list(rows.select_related("session__event").order_by("session__starts"))
    for row in rows:
        row.is_proven = found.is_proven
    return rows


def _missed(request) -> list[Session]:
    """Dates of the series where there was no place any more; named in the address that follows the sending."""
    keys = [int(key) for key in request.GET.get("missed", "").split(",") if key.isascii() and key.isdigit()][:60]
    rows = Session.objects.published().filter(pk__in=[key for key in keys if key < 2**31])
    return list(rows.select_related("event").order_by("starts")) if keys else []


def _place_in_queue(found: Registration) -> int | None:
    if found.state != State.WAITING:
        return None
    return found.session.registrations.waiting().ahead_of(found).count() + 1


@require_safe
def entry(request, pk: int) -> HttpResponse:
    """One date for a calendar, without anything of a person in it."""
    session = Session.objects.published().select_related("event__settlement").filter(pk=pk).first()
    if session is None:
        raise Http404
    row = ical.Entry(
        session, summary=str(session.event.title), location=ical.place_of(session), url=event_url(session.event)
    )
    response = HttpResponse(ical.calendar([row]), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{session.starts:%Y-%m-%d}.ics"'
    patch_cache_control(response, public=True, no_cache=True)
    return response


@csrf_exempt  # as above
def suggest(request) -> HttpResponse:
    """An event that somebody would like to see in the calendar: kept, and told to the editors."""
    return _suggest(request, SuggestForm(request.POST or None))


@csrf_exempt  # as above
def suggest_outing(request) -> HttpResponse:
    """A visit, a route or a place that somebody suggests: kept, and told to the editors."""
    return _suggest(request, SuggestOutingForm(request.POST or None))


def _suggest(request, form: SuggestForm | SuggestOutingForm) -> HttpResponse:
    context = {"form": form, "frame": frame_for(request), "noindex": True}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if not is_from_here(request):
                form.add_error(None, _("This form was sent from another site. Please send it from here."))
            elif not may_send(request, "suggest", SUGGESTIONS_AN_HOUR, 3600):
                status = 429
                form.add_error(None, _("You have sent several within the hour. Please try again later, or call."))
            else:
                send_suggestion(form.suggestion(get_language()))
                context["is_sent"], status = True, 200
    return _private(render(request, "events/suggest_page.html", context, status=status))
