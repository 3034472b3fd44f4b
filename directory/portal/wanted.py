"""What a profile looks for and offers, written by its members."""

import datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.actions.keep_notice import end_notice, keep_notice
from directory.models import Notice, Profile
from directory.portal.doors import Member, member_door, show
from directory.portal.kept_typing import keeps_typing, kept_for
from directory.portal.panels import Panel

USUAL_DAYS, MOST_DAYS, MOST = 60, 366, 20
LENGTH = Notice._meta.get_field("text").text_length


class NoticeForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Do you look for something, or offer it?"), choices=Notice.Kind.choices, widget=forms.RadioSelect,
        initial=Notice.Kind.WANTED,
    )  # fmt: skip
    text = forms.CharField(
        label=gettext_lazy("In one sentence"),
        max_length=LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LENGTH}),
    )
    english = forms.CharField(
        label=gettext_lazy("The same in English, if you like"), max_length=LENGTH, required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LENGTH, "lang": "en"}),
    )  # fmt: skip
    expires_on = forms.DateField(
        label=gettext_lazy("Until which day"), help_text=gettext_lazy("On the day after it is gone from the page by itself."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip

    def clean_expires_on(self):
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if day < today:
            raise forms.ValidationError(_("This day has passed."))
        if day > today + datetime.timedelta(days=MOST_DAYS):
            raise forms.ValidationError(_("A year at most: longer, and nobody believes it."))
        return day

    def words(self) -> dict:
        both = {settings.LANGUAGE_CODE: self.cleaned_data["text"], "en": self.cleaned_data["english"]}
        return {language: text for language, text in both.items() if text}


@keeps_typing
@member_door
def notice(request, member: Member, pk: int | None = None):
    """A new one, or one of the profile's own; ``end`` takes it off."""
    rows = Notice.objects.filter(profile=member.profile)
    row = get_object_or_404(rows, pk=pk) if pk else None
    if row is None and rows.current().count() >= MOST:
        raise Http404
    if request.method == "POST" and row is not None and "end" in request.POST:
        end_notice(profile=member.profile, user=request.user, notice=row)
        messages.success(request, _("It is off your page."))
        return redirect("portal_profile", member.profile.pk)
    data = request.POST if request.method == "POST" else kept_for(request, request.path)
    form = NoticeForm(data, initial=_initial(row))
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("kind", "expires_on")}
        keep_notice(profile=member.profile, user=request.user, text=form.words(), notice=row, **values)
        messages.success(request, _("It stands on your page and in “Wanted and offered”."))
        return redirect("portal_profile", member.profile.pk)
    status = 422 if request.method == "POST" else 200
    return show(request, "portal/wanted.html", {"form": form, "notice": row}, member=member, status=status)


def _initial(row: Notice | None) -> dict:
    if row is None:
        return {"expires_on": timezone.localdate() + datetime.timedelta(days=USUAL_DAYS)}
    text = row.text
    return {
        "kind": row.kind, "expires_on": row.expires_on, "text": text.get(settings.LANGUAGE_CODE, ""),
        "english": text.get("en", ""),
    }  # fmt: skip


def panel(profile: Profile, user) -> Panel:
    rows = list(Notice.objects.filter(profile=profile).current())
    return Panel(
        "wanted",
        gettext_lazy("Wanted and offered"),
        "portal/panels/wanted.html",
        {"rows": rows, "may_add": len(rows) < MOST},
    )
