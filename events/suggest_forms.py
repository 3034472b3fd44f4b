"""What people fill in to suggest something: an event for the calendar, or a visit, a route, a place."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.widgets import GeoField
from events.models import Suggestion
from home.phone import phone_number
from home.public_forms import PublicForm

FURTHEST_DAYS = 730


class ContactForm(PublicForm):
    """Who suggests it, for the editors alone: an address or a number, so that they can ask back."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        required=False,
        help_text=_("We answer here. Email or phone: one of them is enough."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=20,
        required=False,
        validators=[phone_number],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "type": "tel"}),
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("email") or cleaned.get("phone")):
            self.add_error("email", _("Leave an email or a phone number, so that we can ask back."))
        return cleaned

    def clean_day(self):
        day, today = self.cleaned_data["day"], timezone.localdate()
        if day and day < today:
            raise forms.ValidationError(_("This day has passed."))
        if day and day > today + datetime.timedelta(days=FURTHEST_DAYS):
            raise forms.ValidationError(_("That is more than two years ahead. Is the year right?"))
        return day

    def kept(self, *names: str) -> dict:
        return {name: self.cleaned_data[name] for name in (*names, "name", "email", "phone")}


class SuggestForm(ContactForm):
    """An event that somebody would like to see in the calendar."""

    title = forms.CharField(label=_("What is it called?"), max_length=160)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    begins = forms.TimeField(label=_("Begins"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(
        label=_("Ends"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Where is it?"), max_length=200)
    text = forms.CharField(
        label=_("What happens there?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    field_order = ["title", "day", "begins", "ends", "place", "text", "name", "email", "phone"]

    def suggestion(self, language: str) -> Suggestion:
        """The row to save; an end before the beginning is an end after midnight."""
        values = self.cleaned_data
        starts = _moment(values["day"], values["begins"])
        ends = None
        if values.get("ends"):
            ends = _moment(values["day"] + datetime.timedelta(days=values["ends"] <= values["begins"]), values["ends"])
        return Suggestion(starts=starts, ends=ends, language=language, **self.kept("title", "place", "text"))


class SuggestOutingForm(ContactForm):
    """A visit, a route or a place that somebody knows of. Only a visit may have a day already."""

    KINDS = (
        (Suggestion.Kind.VISIT, _("A visit: our community would like to have guests, or to be guests")),
        (Suggestion.Kind.EXCURSION, _("A route: a way with stops that others should walk or ride")),
        (Suggestion.Kind.PLACE, _("A place: a spot worth coming for")),
    )
    kind = forms.ChoiceField(label=_("What would you like to suggest?"), choices=KINDS, widget=forms.RadioSelect)
    title = forms.CharField(label=_("What is it called?"), max_length=160)
    place = forms.CharField(
        label=_("Where is it?"),
        max_length=200,
        help_text=_("The village and a landmark; for a route, where it begins."),
    )
    point = GeoField(label=_("On the map, if you like"), required=False)
    day = forms.DateField(
        label=_("When, if you know already"),
        required=False,
        help_text=_("Only for a visit."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    text = forms.CharField(
        label=_("What is there to see, hear or do?"),
        max_length=2000,
        help_text=_("Stops of a route, a story of the place, who would be the host."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_order = ["kind", "title", "place", "point", "day", "text", "name", "email", "phone"]

    def suggestion(self, language: str) -> Suggestion:
        """The row to save; a visit whose hour nobody has asked about begins in the morning."""
        values, starts = self.cleaned_data, None
        if values.get("day") and values["kind"] == Suggestion.Kind.VISIT:
            starts = _moment(values["day"], datetime.time(11))
        return Suggestion(
            starts=starts, language=language, **self.kept("kind", "title", "place", "point", "text")
        )  # fmt: skip


def _moment(day: datetime.date, hour: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, hour))
