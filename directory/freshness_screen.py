"""What staff see of a profile's freshness, and of what visitors report: two screens, reached from queue and editor."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import PageLogEntry

from directory.actions.archive import archive, restore
from directory.actions.confirm import confirm
from directory.actions.keep_fresh import ask_again
from directory.actions.report import settle
from directory.freshness.asked import asked_of
from directory.freshness.mails import source_page, titles_of
from directory.freshness.signs import signs_of
from directory.models import Contact, Freshness, Report
from directory.permissions import may_moderate
from directory.queue import Item, Source, register_source

How = Freshness.How


class DoForm(forms.Form):
    do = forms.ChoiceField(choices=[(name, name) for name in ("phone", "checked", "ask", "archive", "restore")])


def freshness_item(request, key) -> HttpResponse:
    """A profile's dates, signs and history, and what can be done; everything is sent, nothing is done by looking.

    Raises:
        Http404: the profile was never published, or its page is gone.
        PermissionDenied: this person may not decide about profiles.
    """
    if not may_moderate(request.user):
        raise PermissionDenied
    row = get_object_or_404(Freshness.objects.select_related("profile"), pk=key)
    page = source_page(row.pk)
    if page is None:
        raise Http404
    if request.method == "POST":
        form = DoForm(request.POST)
        if form.is_valid():
            messages.success(request, _do(form.cleaned_data["do"], row, request.user))
        return redirect("freshness_item", row.pk)
    with timezone.override(settings.TIME_ZONE):
        context = {
            "row": row,
            "page": page,
            "signs": signs_of(row),
            "asked": asked_of(row.profile),
            "contacts": Contact.objects.filter(profile=row.pk),
            "reports": Report.objects.filter(profile=row.pk).open(),
            "log": PageLogEntry.objects.filter(page=page.pk, action__startswith="directory.").select_related("user")[
                :12
            ],
            "page_title": _("Is all of it right?"),
        }
        return TemplateResponse(request, "directory/admin/freshness.html", context).render()


def _do(what: str, row: Freshness, user) -> str:
    profile = row.profile
    match what:
        case "phone":
            confirm(profile=profile, how=How.PHONE, user=user)
            return _("Written down: confirmed by phone.")
        case "checked":
            confirm(profile=profile, how=How.STAFF, user=user)
            return _("Written down: checked by you.")
        case "ask":
            return _("They are asked anew.") if ask_again(profile=profile, user=user) else _("Nothing was changed.")
        case "archive":
            done = archive(profile=profile, user=user)
            return _("The page is off the site; its members have been told.") if done else _("Nothing was changed.")
        case _:
            done = restore(profile=profile, how=How.STAFF, user=user)
            return _("The page is on the site again, as it was.") if done else _("Nothing was changed.")


def report_item(request, pk: int) -> HttpResponse:
    """What a visitor wrote. Raises ``PermissionDenied`` for those who may not settle it."""
    if not may_moderate(request.user):
        raise PermissionDenied
    row = get_object_or_404(Report.objects.select_related("profile", "done_by"), pk=pk)
    if request.method == "POST":
        if settle(report_id=row.pk, user=request.user):
            messages.success(request, _("Settled."))
        return redirect("report_item", row.pk)
    with timezone.override(settings.TIME_ZONE):
        context = {"report": row, "page": source_page(row.profile_id), "page_title": _("A visitor's report")}
        return TemplateResponse(request, "directory/admin/report.html", context).render()


# --- the queue ------------------------------------------------------------------------------------------------------


def _stale_items(user):
    rows = list(Freshness.objects.for_staff().select_related("profile")) if may_moderate(user) else []
    titles = titles_of([row.pk for row in rows])
    for row in rows:
        note = signs_of(row)
        yield Item(
            "stale", str(row.pk), titles.get(row.pk, row.profile.name), reverse("freshness_item", args=[row.pk]),
            row.for_staff_at, note=" ".join(note) or str(_why(row)),
        )  # fmt: skip


def _why(row: Freshness) -> str:
    if row.stage == Freshness.Stage.STALE:
        return _("Nobody has answered.")
    return _("There is nobody who could be asked by mail: please call.")


def _report_items(user):
    rows = Report.objects.for_staff().select_related("profile") if may_moderate(user) else []
    for row in rows:
        yield Item(
            "report", str(row.pk), row.profile.name, reverse("report_item", args=[row.pk]), row.for_staff_at or row.created_at,
            note=row.text[:160],
        )  # fmt: skip


def register_queue() -> None:
    register_source(
        Source(
            "report",
            gettext_lazy("Visitors' reports"),
            50,
            lambda user: Report.objects.for_staff().count() if may_moderate(user) else 0,
            _report_items,
        )
    )
    register_source(
        Source(
            "stale",
            gettext_lazy("Pages that nobody confirms"),
            60,
            lambda user: Freshness.objects.for_staff().count() if may_moderate(user) else 0,
            _stale_items,
        )
    )
