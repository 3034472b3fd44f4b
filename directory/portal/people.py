"""Who acts for a profile: seen by all its members, changed by owners."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from directory.actions.invite import invite, revoke
from directory.actions.leave import LastOwner, change_role, leave, let_go
from directory.models import Invitation, Membership, Profile
from directory.permissions import is_last_owner
from directory.portal.doors import Member, member_door, show
from directory.portal.forms import AnywayForm, InviteForm, RoleForm
from directory.portal.panels import Panel
from home.public_forms import may_send

INVITATIONS_AN_HOUR = 20


def people_panel(profile: Profile, user) -> Panel | None:
    """Names of the others, and the way to the page of people."""
    rows = list(Membership.objects.filter(profile=profile).select_related("user"))
    open_letters = Invitation.objects.open().filter(profile=profile).count()
    return Panel("people", _("Who acts for us"), "portal/_people_panel.html", {"rows": rows, "letters": open_letters})


@require_safe
@member_door(needs_page=False)
def people(request, member: Member):
    return _people(request, member, InviteForm())


def _people(request, member: Member, form: InviteForm, status: int = 200):
    rows = list(Membership.objects.filter(profile=member.profile).select_related("user").order_by("-role", "joined_at"))
    invitations = list(Invitation.objects.open().filter(profile=member.profile)) if member.is_owner else []
    context = {"rows": rows, "invitations": invitations, "form": form, "roles": Membership.Role}
    return show(request, "portal/people.html", context, member=member, status=status)


@require_http_methods(["POST"])
@member_door(owner=True)
def send_invitation(request, member: Member):
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            if not may_send(request, "invitation", INVITATIONS_AN_HOUR, 3600):
                raise ValidationError(_("You have sent many invitations within the hour. Please try again later."))
            invite(profile=member.profile, user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("email", error)
        else:
            messages.success(request, _("The invitation is on its way to %(email)s.") % form.cleaned_data)
            return redirect("portal_people", key=member.profile.pk)
    return _people(request, member, form, status=422)


@require_POST
@member_door(owner=True, needs_page=False)
def revoke_invitation(request, member: Member, pk: int):
    revoke(get_object_or_404(Invitation.objects.open(), pk=pk, profile=member.profile), user=request.user)
    messages.success(request, _("The invitation has been taken back."))
    return redirect("portal_people", key=member.profile.pk)


@require_POST
@member_door(owner=True, needs_page=False)
def role(request, member: Member, pk: int):
    row, form = _membership(member, pk), RoleForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        change_role(row, form.cleaned_data["role"], user=request.user, even_as_last=form.cleaned_data["anyway"])
    except LastOwner:
        return _last_owner(request, member, request.path, role=form.cleaned_data["role"])
    messages.success(request, _("It has been changed."))
    return redirect("portal_people", key=member.profile.pk)


@require_POST
@member_door(owner=True, needs_page=False)
def end(request, member: Member, pk: int):
    """An owner lets somebody go; oneself goes by ``go``."""
    row = _membership(member, pk)
    if row.user_id == request.user.pk:
        raise Http404
    let_go(row, user=request.user)
    messages.success(request, _("%(person)s does not act for you any more.") % {"person": row.user})
    return redirect("portal_people", key=member.profile.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@member_door(needs_page=False)
def go(request, member: Member):
    """Leaving: asked first, whoever it is; the last owner is told what it means."""
    form = AnywayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            leave(member.membership, user=request.user, even_as_last=form.cleaned_data["anyway"])
        except LastOwner:
            return _last_owner(request, member, request.path)
        messages.success(request, _("You do not act for %(name)s any more.") % {"name": member.profile.name})
        return redirect("portal_home")
    if is_last_owner(member.membership):
        return _last_owner(request, member, request.path, status=200)
    return show(request, "portal/leave.html", {"action": request.path}, member=member)


def _membership(member: Member, pk: int) -> Membership:
    return get_object_or_404(Membership.objects.select_related("user", "profile"), pk=pk, profile=member.profile)


def _last_owner(request, member: Member, action: str, role: str = "", status: int = 409):
    context = {"action": action, "role": role, "is_last": True}
    return show(request, "portal/leave.html", context, member=member, status=status)
