"""The queue, and the screens on which what members sent is decided. Each leads to the next thing by itself."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.actions.decide import (
    AlreadyDecided,
    ChangedMeanwhile,
    StaffDraft,
    Staffs,
    approve,
    may_decide,
    return_for_correction,
)
from directory.actions.look_over import look_over
from directory.models import FactChange, Profile, Submission
from directory.moderation.comparing import compare
from directory.moderation.forms import DecisionForm, QueueForm
from directory.moderation.labels import field_label
from directory.moderation.sources import facts, pages_of
from directory.moderation.waiting import waiting
from directory.permissions import may_moderate
from home.dashboard import way_back


def _asked(request) -> dict:
    form = QueueForm(request.GET)
    return form.cleaned_data if form.is_valid() else {"kind": "", "after": ""}


def _show(request, name: str, title: str, context: dict, *, status: int = 200) -> TemplateResponse:
    crumbs = [{"url": reverse("waiting"), "label": _("Waiting today")}, {"url": "", "label": title}]
    crumbs = crumbs[-1:] if name == "queue" else crumbs
    words = {"page_title": title, "header_title": title, "header_icon": "clipboard-list", "breadcrumbs_items": crumbs}
    return TemplateResponse(request, f"directory/moderation/{name}.html", {**words, **context}, status=status)


@require_safe
def queue(request) -> HttpResponse:
    return _show(request, "queue", _("Waiting today"), {"waiting": waiting(request.user, _asked(request)["kind"])})


@require_safe
def following(request) -> HttpResponse:
    """To what comes after a thing that was decided or left; at the end of the queue, back to it."""
    asked = _asked(request)
    found = waiting(request.user, asked["kind"])
    row = found.after(asked["after"])
    if row is None:
        if not found.total:
            messages.success(request, _("That was all for today. Nothing waits."))
        return redirect("waiting")
    return redirect(row.url)


def submission(request, pk: int) -> HttpResponse:
    """Old beside new, and the decision.

    Raises:
        Http404: there is none, it is decided already and gone, or this person may not even look at it.
    """
    found = get_object_or_404(
        Submission.objects.filter(page__in=pages_of(request.user)).select_related("page", "revision", "sent_by", "decided_by", "profile"), pk=pk
    )  # fmt: skip
    if not (may_moderate(request.user) or request.user.has_perm("directory.view_submission")):
        raise Http404
    if found.state != Submission.State.WAITING or found.revision is None:
        messages.info(request, _decided(found))
        return redirect(way_back(request, reverse("waiting")))
    comparison = compare(found)
    form = DecisionForm(
        request.POST or None, submission=found, comparison=comparison, initial=_initial(request, comparison)
    )
    if request.method == "POST":
        if not may_decide(request.user, found.page):
            raise PermissionDenied
        if form.is_valid() and _decide(request, found, form):
            return redirect(way_back(request, reverse("waiting")))
        if Submission.objects.waiting().filter(pk=found.pk).first() is None:
            return redirect(way_back(request, reverse("waiting")))
        if not form.errors:  # it stands otherwise than it did: what is new is shown, what was typed stays
            found = Submission.objects.select_related("page", "revision", "sent_by", "profile").get(pk=pk)
            comparison = compare(found)
    context = {
        "submission": found,
        "comparison": comparison,
        "form": form,
        "may_decide": may_decide(request.user, found.page),
        "back": way_back(request, reverse("waiting")),
        "here": request.get_full_path(),
        "is_overdue": found.promised_on < timezone.localdate(),
        "kept": Staffs.KEEP,
    }
    return _show(request, "submission", comparison.revision.object_str, context, status=422 if form.errors else 200)


def _initial(request, comparison) -> dict:
    """Who has corrected it in the editor comes back to publish that."""
    own = comparison.after is not None and comparison.after.user_id == request.user.pk and comparison.before is None
    return {"staffs": Staffs.INCLUDE} if own else {}


def _decide(request, found: Submission, form: DecisionForm) -> bool:
    """Whether it is decided now; what stands in the way is said."""
    wish = form.cleaned_data
    found.revision_id = wish["sent"]
    title = {"title": found.page.get_latest_revision().object_str}
    try:
        if wish["do"] == "return":
            return_for_correction(found, user=request.user, reason=form.reason(), seen=wish["seen"])
            messages.success(
                request, _("Returned for correction: %(title)s. The sender has a mail with the reason.") % title
            )
        else:
            approve(found, user=request.user, staffs=wish["staffs"], seen=wish["seen"], corrections=form.corrections())
            messages.success(request, _("Published: %(title)s. The sender has a mail.") % title)
    except AlreadyDecided:
        messages.info(request, _decided(Submission.objects.filter(pk=found.pk).first()))
        return False
    except ChangedMeanwhile:
        messages.warning(request, _("It has changed while you were looking. Below it stands as it is now."))
        return False
    except StaffDraft:
        form.add_error("staffs", _("Please choose what becomes of the draft."))
        return False
    return True


def _decided(found: Submission | None) -> str:
    if found is None:
        return _("This page is there no more.")
    words = {"title": found.page.title, "state": found.get_state_display(), "by": found.decided_by or "–"}
    return _("“%(title)s” does not wait any more: %(state)s (%(by)s).") % words


def profile_facts(request, key) -> HttpResponse:
    """Facts that went live at once, looked over together for a profile.

    Raises:
        Http404: nothing of this profile waits to be looked over by this person.
    """
    rows = list(facts(request.user).filter(profile=key).select_related("made_by"))
    if request.method == "POST" and may_moderate(request.user):
        shown = set(request.POST.getlist("seen"))
        seen = [row.pk for row in rows if str(row.pk) in shown]
        look_over(FactChange.objects.filter(pk__in=seen), user=request.user)
        messages.success(request, _("Looked over."))
        return redirect(way_back(request, reverse("waiting")))
    if not rows:
        raise Http404
    profile = get_object_or_404(Profile, pk=key)
    page = pages_of(request.user).filter(translation_key=key).order_by("pk").first()
    named = [(field_label(row.field), row) for row in rows]
    context = {"rows": named, "profile": profile, "page": page, "back": way_back(request, reverse("waiting"))}
    return _show(request, "facts", profile.name, context)
