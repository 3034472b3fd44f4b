"""The links in our letters: an invitation, and a mailbox that answers. Nothing happens by looking."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from directory.actions.arrive import arrive
from directory.actions.join import accept
from directory.models import Arrival, Claim, Invitation
from directory.permissions import membership_of
from directory.portal.doors import show
from directory.portal.forms import AcceptForm, ArriveForm
from directory.portal.public import is_allowed, status_of
from home.models import User

TRIES_AN_HOUR = 30


@csrf_exempt  # the secret in the address is what lets somebody in; is_allowed() asks where the form came from
def invitation(request, secret: str):
    """Whoever holds the letter becomes a member, once. Who has an account signs in first; who has none gets one."""
    found = Invitation.objects.select_related("profile", "invited_by").filter(secret=secret)
    row = found.first() if secret.isprintable() else None  # PostgreSQL takes no NUL in a text
    if row is None or not Invitation.objects.open().filter(pk=row.pk).exists():
        return _over(request)
    user = request.user if request.user.is_authenticated else None
    known = membership_of(user, row.profile_id) if user is not None else None
    if known is not None and (known.is_owner or row.role == known.role):
        return redirect("portal_profile", key=row.profile_id)
    has_account = user is None and User.objects.filter(email=row.email.lower()).exists()
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not has_account and is_allowed(request, form, "accept", TRIES_AN_HOUR):
        try:
            membership = accept(row, user=user, name=form.cleaned_data["name"])
        except PermissionDenied:
            membership = None
        if membership is None:
            return _over(request)
        return _in(request, membership.user, reverse("portal_profile", args=[row.profile_id]))
    context = {
        "invitation": row,
        "form": form,
        "has_account": has_account,
        "user_now": user,
        "sign_in": _sign_in(request.path),
    }
    return show(request, "portal/invitation.html", context, status=status_of(form))


@csrf_exempt  # as above
def arrival(request, secret: str):
    row = Arrival.of(secret) if secret.isprintable() else None
    if row is None:
        return _over(request)
    form = ArriveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and is_allowed(request, form, "arrive", TRIES_AN_HOUR):
        is_new = not User.objects.filter(email=row.email).exists()
        try:
            user, done = arrive(row)
        except (Arrival.DoesNotExist, PermissionDenied):
            return _over(request)
        where = reverse("portal_home") if isinstance(done, Claim) else reverse("portal_profile", args=[done.profile_id])
        if isinstance(done, Claim):
            messages.success(request, _("Thank you. We look at it and write to you."))
        # Who has an account already may have locked it with more than the mailbox: they sign in as always.
        return _in(request, user, where) if is_new else redirect(_sign_in(where))
    name = row.profile.name if row.profile else row.values.get("name", "")
    context = {"arrival": row, "form": form, "name": name}
    return show(request, "portal/arrival.html", context, status=status_of(form))


def _sign_in(path: str) -> str:
    return f"{reverse('account_login')}?next={path}"


def _in(request, user, where: str):
    """Signed in, where nobody was: the mailbox has answered, as it does with a code."""
    if request.user.is_authenticated:
        return redirect(where)
    record_authentication(request, user, method="code", email=user.email)
    return perform_login(request, Login(user=user, redirect_url=where, email=user.email))


def _over(request):
    return show(request, "portal/over.html", status=404)
