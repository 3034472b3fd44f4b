"""The first pages of the portal: one's profiles, and the page of a profile with what stands on it."""

from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from directory.models import Membership
from directory.permissions import own_pages
from directory.portal.doors import Member, member_door, show, signed_in
from directory.portal.panels import panels


@require_safe
@signed_in
def home(request):
    """Several profiles: all of them to choose from. One: straight to it."""
    memberships = list(Membership.objects.of(request.user).select_related("profile").order_by("profile__name"))
    pages = own_pages([row.profile_id for row in memberships])
    rows = [(row, pages.get(row.profile_id)) for row in memberships]
    if len(rows) == 1 and rows[0][1] is not None:
        return redirect("portal_profile", key=rows[0][0].profile_id)
    return show(request, "portal/home.html", {"rows": rows})


@require_safe
@member_door
def profile(request, member: Member):
    return show(
        request,
        "portal/profile.html",
        {"page": member.page, "panels": panels(member.profile, request.user)},
        member=member,
    )
