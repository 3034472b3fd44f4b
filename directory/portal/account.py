"""One's own account: sessions, ways in, what is kept, and its end."""

import json

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.users.models import UserProfile

from directory.models import Membership
from directory.portal.doors import show, signed_in
from directory.portal.forms import DeleteAccountForm, NameForm
from home import own_account
from home.accounts import may_see_admin


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def account(request):
    """Who one is and in which language one is written to; and the ways to everything else."""
    form = NameForm(request.POST if request.method == "POST" else None, initial=_of(request.user))
    if request.method == "POST" and form.is_valid():
        user = request.user
        user.first_name, user.last_name = form.cleaned_data["first_name"], form.cleaned_data["last_name"]
        user.save(update_fields=["first_name", "last_name"])
        language = {"preferred_language": form.cleaned_data["language"]}
        UserProfile.objects.update_or_create(user=user, defaults=language)
        messages.success(request, _("It has been saved."))
        return redirect("portal_account")
    context = {
        "form": form,
        "sessions": UserSession.objects.filter(user=request.user).order_by("-created_at"),
        "this_session": request.session.session_key,
        "passkeys": Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN).count(),
        "is_staff_account": may_see_admin(request.user),
        "memberships": Membership.objects.of(request.user).select_related("profile"),
    }
    return show(request, "portal/account.html", context, status=422 if form.errors else 200)


def _of(user) -> dict:
    profile = UserProfile.objects.filter(user=user.pk).first()
    language = (profile and profile.preferred_language) or get_language()
    return {"first_name": user.first_name, "last_name": user.last_name, "language": language}


@require_POST
@signed_in
def end_session(request, pk: int):
    """One of one's own; another's has the answer of none."""
    get_object_or_404(UserSession, pk=pk, user=request.user).end()
    messages.success(request, _("That device has been signed out."))
    return redirect("portal_account")


@require_POST
@signed_in
def end_other_sessions(request):
    own_account.end_sessions(request.user, but=request.session.session_key)
    messages.success(request, _("All other devices have been signed out."))
    return redirect("portal_account")


@require_safe
@signed_in
def own_data(request):
    text = json.dumps(own_account.export(request.user), ensure_ascii=False, indent=2, default=str)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="my-data-{timezone.localdate():%Y-%m-%d}.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete_account(request):
    """Says what goes and what stays, and then does it."""
    form = DeleteAccountForm(request.POST if request.method == "POST" else None)
    is_staff_account = may_see_admin(request.user)
    if request.method == "POST" and form.is_valid() and not is_staff_account:
        user = request.user
        logout(request)
        own_account.delete(user)
        return show(request, "portal/account_deleted.html", {"is_public": True})
    lonely = [
        row.profile
        for row in Membership.objects.of(request.user).owners().select_related("profile")
        if not Membership.objects.owners().filter(profile=row.profile_id).exclude(pk=row.pk).exists()
    ]
    context = {"form": form, "lonely": lonely, "is_staff_account": is_staff_account}
    return show(request, "portal/delete_account.html", context, status=422 if form.errors else 200)
