"""“Is all of it right?” on a profile's own page, and what visitors say is not."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from directory.actions.archive import restore
from directory.actions.confirm import confirm
from directory.actions.report import settle
from directory.freshness.words import sentence
from directory.models import Freshness, Profile, Report
from directory.permissions import source_page
from directory.portal.doors import Member, member_door
from directory.portal.panels import Panel

How, Stage = Freshness.How, Freshness.Stage


def freshness_panel(profile: Profile, user) -> Panel | None:
    row = Freshness.objects.filter(profile=profile).first()
    page = source_page(profile.pk)
    if row is None or page is None or not (page.live or row.stage == Stage.ARCHIVED):
        return None
    context = {
        "row": row,
        "sentence": sentence(row, page.specific.listing_kind),
        "is_archived": row.stage == Stage.ARCHIVED,
    }
    return Panel(
        "fresh",
        gettext_lazy("Is all of it right?"),
        "portal/panels/freshness.html",
        context,
        loud=row.stage != Stage.FRESH,
    )


def reports_panel(profile: Profile, user) -> Panel | None:
    rows = list(Report.objects.filter(profile=profile).open())
    title = gettext_lazy("Visitors say that something is not right")
    return Panel("reports", title, "portal/panels/reports.html", {"rows": rows}, loud=True) if rows else None


@require_POST
@member_door
def confirm_own(request, member: Member):
    """All is right; what was archived comes back as it was."""
    row = Freshness.objects.filter(profile=member.profile).first()
    if row is not None and row.stage == Stage.ARCHIVED:
        restore(profile=member.profile, how=How.PORTAL, user=request.user)
        messages.success(request, _("Thank you. Your page is on the site again."))
    elif confirm(profile=member.profile, how=How.PORTAL, user=request.user):
        messages.success(request, _("Thank you. Your page now says that you have confirmed it today."))
    return redirect("portal_profile", key=member.profile.pk)


@require_POST
@member_door
def settle_own(request, member: Member, pk: int):
    if not Report.objects.filter(pk=pk, profile=member.profile).exists():
        raise Http404
    settle(report_id=pk, user=request.user)
    messages.success(request, _("Thank you, this is settled. If the visitor left an address, we have told them."))
    return redirect("portal_profile", key=member.profile.pk)
