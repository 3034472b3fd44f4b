"""The short form in which members propose an event."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.actions.propose import Proposal
from events.models.session import MOST_SEATS
from events.suggest_forms import SuggestForm

SUGGESTED = SuggestForm.base_fields


class ProposeForm(forms.Form):
    """What, when, where, about what; whether people sign up. The organiser is known."""

    title, day, begins, ends, place, text = (
        SUGGESTED[name] for name in ("title", "day", "begins", "ends", "place", "text")
    )
    takes_registrations = forms.BooleanField(
        label=_("people sign up here"),
        required=False,
        help_text=_("You see who comes; they get a mail with their place."),
    )
    seats = forms.IntegerField(
        label=_("How many places"), min_value=1, max_value=MOST_SEATS, required=False,
        help_text=_("Empty: as many as come."), widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip

    clean_day = SuggestForm.clean_day

    def proposal(self) -> Proposal:
        """What was filled in; an end before the beginning is an end after midnight."""
        values = self.cleaned_data
        starts = timezone.make_aware(datetime.datetime.combine(values["day"], values["begins"]))
        ends = None
        if values.get("ends"):
            after = values["day"] + datetime.timedelta(days=values["ends"] <= values["begins"])
            ends = timezone.make_aware(datetime.datetime.combine(after, values["ends"]))
        kept = {name: values[name] for name in ("title", "place", "takes_registrations", "seats")}
        return Proposal(starts=starts, ends=ends, text=values["text"].replace("\r\n", "\n"), **kept)
