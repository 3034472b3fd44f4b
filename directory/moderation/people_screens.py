"""Staff's screens of people: who acts for a profile, a claim to decide."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from directory.actions.claim import grant, is_proven, refuse
from directory.actions.invite import invite, revoke
from directory.actions.leave import LastOwner, change_role, let_go
from directory.models import Claim, Contact, Invitation, Membership, Profile
from directory.permissions import may_moderate, source_page
from home.dashboard import way_back

Role = Membership.Role


class StaffInviteForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("Email"), max_length=254)
    role = forms.ChoiceField(label=gettext_lazy("They become"), choices=Role.choices, initial=Role.OWNER)


class ChangeForm(forms.Form):
    """One thing done for somebody. ``anyway``: the last owner may go."""

    ROLE, END, REVOKE = "role", "end", "revoke"
    do = forms.ChoiceField(choices=[(name, name) for name in (ROLE, END, REVOKE)])
    pk = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    role = forms.ChoiceField(choices=Role.choices, required=False)
    anyway = forms.BooleanField(required=False)


class DecideForm(forms.Form):
    do = forms.ChoiceField(choices=[("grant", "grant"), ("refuse", "refuse")])
    role = forms.ChoiceField(
        label=gettext_lazy("They become"), choices=Role.choices, initial=Role.OWNER, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("Why not? They read it."), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("do") == "refuse" and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Please say why: it is what they read."))
        return cleaned


def _moderators_only(request) -> None:
    if not may_moderate(request.user):
        raise PermissionDenied


@never_cache
def people(request, key):
    """Members and letters of a profile; inviting."""
    _moderators_only(request)
    profile = get_object_or_404(Profile, pk=key)
    form = StaffInviteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            invite(profile=profile, user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("email", error)
        else:
            messages.success(request, _("The invitation is on its way to %(email)s.") % form.cleaned_data)
            return redirect("profile_people", key)
    page = source_page(key)
    title = _("Members: %(name)s") % {"name": profile.name}
    crumbs = [{"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title}] if page else []
    context = {
        "profile": profile,
        "members": Membership.objects.filter(profile=profile).select_related("user").order_by("-role", "joined_at"),
        "invitations": Invitation.objects.open().filter(profile=profile),
        "form": form,
        "page_title": title,
        "header_title": title,
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
    }
    return TemplateResponse(request, "directory/admin/people.html", context)


@require_POST
def change(request, key):
    """Another role, an end, a letter taken back; asked again when it is the last owner."""
    _moderators_only(request)
    form = ChangeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This was not understood. Please try again."))
        return redirect("profile_people", key)
    values = form.cleaned_data
    if values["do"] == ChangeForm.REVOKE:
        revoke(get_object_or_404(Invitation, pk=values["pk"], profile=key), user=request.user)
        messages.success(request, _("The invitation has been taken back."))
        return redirect("profile_people", key)
    row = get_object_or_404(Membership.objects.select_related("user", "profile"), pk=values["pk"], profile=key)
    try:
        if values["do"] == ChangeForm.END:
            let_go(row, user=request.user, even_as_last=values["anyway"])
        else:
            change_role(row, values["role"] or Role.EDITOR, user=request.user, even_as_last=values["anyway"])
    except LastOwner:
        title = _("The last owner")
        context = {"profile": row.profile, "row": row, "values": values, "page_title": title, "header_title": title}
        return TemplateResponse(request, "directory/admin/last_owner.html", context, status=409)
    messages.success(request, _("It has been changed."))
    return redirect("profile_people", key)


@never_cache
def claim(request, pk: int):
    """What somebody says, what speaks for it, and the decision."""
    _moderators_only(request)
    row = get_object_or_404(Claim.objects.select_related("profile", "user", "decided_by"), pk=pk)
    form = DecideForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and row.state == Claim.State.OPEN:
        if form.cleaned_data["do"] == "grant":
            grant(row, user=request.user, role=form.cleaned_data["role"] or Role.OWNER)
            messages.success(request, _("The page is theirs; they have been told."))
        else:
            refuse(row, user=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("They have been told why not."))
        return redirect(way_back(request, reverse("waiting")))
    title = _("Claim: %(name)s") % {"name": row.profile.name}
    context = {
        "claim": row,
        "form": form,
        "page": source_page(row.profile_id),
        "contacts": Contact.objects.filter(profile=row.profile),
        "members": Membership.objects.filter(profile=row.profile).select_related("user"),
        "is_proven": is_proven(row.profile, row.user),
        "page_title": title,
        "header_title": title,
        "breadcrumbs_items": [{"url": "", "label": title}],
    }
    return TemplateResponse(request, "directory/admin/claim.html", context)
