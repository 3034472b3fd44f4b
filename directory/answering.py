"""Doors of whoever holds a signed link: answers about a profile, without signing in. Looking changes nothing: programs
that read mail follow links. What changes something is sent, and works once."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from directory.actions.answer import answer
from directory.actions.report import give_to_staff, report, settle
from directory.cards import card
from directory.forms import ReportForm
from directory.freshness.asked import Asked, read_token
from directory.freshness.mails import facts_of, source_page
from directory.freshness.words import sentence
from directory.models import Freshness, Listing, Report
from directory.vocabulary import PROFILES
from home.navigation import frame_for
from home.public_forms import is_from_here, may_send

REPORTS_AN_HOUR = 5

Stage = Freshness.Stage
OPEN = (Stage.ASKED, Stage.REMINDED, Stage.STALE, Stage.ARCHIVED)


class AnswerForm(forms.Form):
    RIGHT, GONE, CORRECT = "right", "gone", "correct"
    answer = forms.ChoiceField(
        choices=[
            (RIGHT, gettext_lazy("All is right")),
            (CORRECT, gettext_lazy("I will correct it")),
            (GONE, gettext_lazy("It no longer exists")),
        ]
    )


@csrf_exempt  # there is no cookie to protect; the link is the secret, and is_from_here() is asked
def is_it_right(request, token: str) -> HttpResponse:
    """The three answers. An old, used or foreign link says so kindly and says where to go on."""
    found = read_token("round", token)
    row = Freshness.objects.select_related("profile").filter(pk=found[0]).first() if found else None
    page = source_page(row.pk) if row else None
    if page is None:
        return _shown(request, "is_it_right_over", {"why": "unknown"}, status=404)
    asked, is_open = found[2], row.round == found[1] and row.stage in OPEN and "gone" not in row.evidence
    if request.method == "POST":
        form = AnswerForm(request.POST)
        if not form.is_valid() or not is_from_here(request):
            return _shown(request, "is_it_right", _question(row, page, asked, "right"), status=422)
        if form.cleaned_data["answer"] == AnswerForm.CORRECT:
            return redirect(correcting_path(page, asked))
        if is_open and answer(profile=row.profile, round_number=found[1], what=form.cleaned_data["answer"]):
            return redirect(f"{request.path}?done={form.cleaned_data['answer']}")
        return redirect(request.path)
    chosen = AnswerForm(request.GET)
    done = request.GET.get("done", "")
    if not is_open:
        return _shown(request, "is_it_right_over", _over(row, page, asked, done))
    wanted = chosen.cleaned_data["answer"] if chosen.is_valid() else "right"
    return _shown(request, "is_it_right", _question(row, page, asked, wanted))


def correcting_path(page, asked: Asked) -> str:
    """Where a page is corrected: members sign in there with a code; a contact first says that the page is theirs. The
    link itself lets nobody in: it may have been passed on."""
    name = "portal_edit" if asked.is_member else "portal_claim"
    for known in (name, "portal_profile"):
        try:
            return reverse(known, args=[page.translation_key])
        except NoReverseMatch:
            continue
    raise NoReverseMatch(name)


def _question(row: Freshness, page, asked: Asked, wanted: str) -> dict:
    return {
        "row": row,
        "page": page,
        "facts": facts_of(page),
        "wanted": wanted,
        "is_archived": row.stage == Stage.ARCHIVED,
        "correcting": correcting_path(page, asked),
        "sentence": sentence(row, page.listing_kind),
    }


def _over(row: Freshness, page, asked: Asked, done: str) -> dict:
    """``why``: ``right`` or ``gone`` just now, ``answered`` before, ``unknown``."""
    why = done if done in ("right", "gone") else "gone" if "gone" in row.evidence else "answered"
    if why == "right" and row.stage != Stage.FRESH:
        why = "answered"
    return {
        "why": why,
        "page": page,
        "url": page.get_url() if page.live else "",
        "sentence": sentence(row, page.listing_kind) if row.stage == Stage.FRESH else "",
        "correcting": correcting_path(page, asked),
    }


@csrf_exempt  # as above
def something_wrong(request, key) -> HttpResponse:
    """A visitor says what is not right on a page that readers see."""
    language = get_language()
    listing = Listing.objects.for_readers_of(language).published().for_cards().filter(thing=key).first()
    if listing is None or listing.kind not in PROFILES:
        raise Http404
    form, sent = ReportForm(request.POST or None), False
    if request.method == "POST" and form.is_valid():
        if not is_from_here(request):
            form.add_error(None, _("This form was sent from another site. Please send it from here."))
        elif not may_send(request, "report", REPORTS_AN_HOUR, 3600):
            form.add_error(None, _("You have told us of several things already. Please try again in an hour."))
        else:
            values = {name: form.cleaned_data[name] for name in ("text", "email")}
            report(listing=listing, language=language, **values)
            sent = True
    context = {"form": form, "card": card(listing, language), "sent": sent}
    return _shown(request, "something_wrong", context, status=200 if sent or not form.errors else 422)


class ReportAnswerForm(forms.Form):
    DONE, STAFF = "done", "staff"
    answer = forms.ChoiceField(choices=[(DONE, "done"), (STAFF, "staff")])


@csrf_exempt  # as above
def report_answer(request, token: str) -> HttpResponse:
    """A member's answer to a report: settled, or left to staff."""
    found = read_token("report", token)
    row = Report.objects.select_related("profile").filter(pk=found[1], profile=found[0]).first() if found else None
    page = source_page(row.profile_id) if row else None
    if page is None:
        return _shown(request, "is_it_right_over", {"why": "unknown"}, status=404)
    status = 200
    if request.method == "POST":
        form = ReportAnswerForm(request.POST)
        if form.is_valid() and is_from_here(request):
            if form.cleaned_data["answer"] == ReportAnswerForm.DONE:
                settle(report_id=row.pk, user=found[2].user, by_link=True)
            else:
                give_to_staff(report_id=row.pk)
            return redirect(request.path)
        status = 422
    context = {"report": row, "page": page, "correcting": correcting_path(page, found[2])}
    return _shown(request, "report_answer", context, status=status)


def _shown(request, name: str, context: dict, status: int = 200) -> HttpResponse:
    context = {"frame": frame_for(request), "noindex": True, **context}
    # The templates look at the page's facts, but the page of the request is none of the tree.
    context["profile_page"] = context.pop("page", None)
    response = render(request, f"directory/{name}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response
