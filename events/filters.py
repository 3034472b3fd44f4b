"""How the calendar is narrowed. Every value passes the form; what is not understood is said and narrows nothing.

The same parameters in every language and at every door: page, iCalendar, Atom, map.
"""

import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import Profile, Settlement, Topic
from events.vocabulary import EventKind, Format

NAMES = {
    "kind": _("What"),
    "place": _("Where"),
    "topic": _("Topic"),
    "organiser": _("Organiser"),
    "format": _("How it is held"),
}
VERBS = {"kind": "of_kind", "place": "at", "topic": "about", "organiser": "by", "format": "held"}
FIRST, LAST = 2000, 2100


class MonthField(forms.CharField):
    """``2026-12`` → the first day of it."""

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        try:
            year, month = (int(part) for part in value.split("-"))
            if not FIRST <= year < LAST:
                raise ValueError
            return datetime.date(year, month, 1)
        except ValueError:
            raise forms.ValidationError(_("A month is written like 2026-12.")) from None


class CalendarFilter(forms.Form):
    kind = forms.ChoiceField(choices=[("", ""), *EventKind.choices], required=False)
    place = forms.ModelChoiceField(Settlement.objects.all(), to_field_name="slug", required=False)
    topic = forms.ModelChoiceField(Topic.objects.all(), to_field_name="slug", required=False)
    organiser = forms.ModelChoiceField(Profile.objects.all(), required=False)
    format = forms.ChoiceField(choices=[("", ""), *Format.choices[:2]], required=False)
    since = forms.DateField(input_formats=["%Y-%m-%d"], required=False)
    before = forms.DateField(input_formats=["%Y-%m-%d"], required=False)
    month = MonthField(max_length=7, required=False)

    def clean(self):
        cleaned = super().clean()
        for name in ("since", "before"):
            day = cleaned.get(name)
            if day and not FIRST <= day.year < LAST:
                self.add_error(name, _("This year is not in our calendar."))
        return cleaned

    def value(self, name: str):
        self.is_valid()
        return self.cleaned_data.get(name)

    @property
    def chosen(self) -> dict[str, str]:
        """Facet → its value as the address has it; only what was understood."""
        return {name: self.data[name] for name in NAMES if self.value(name)}

    def narrow(self, sessions, *, without: str = ""):
        """``sessions`` of this choice, all facets but one."""
        for name, verb in VERBS.items():
            if name != without and self.value(name):
                sessions = getattr(sessions, verb)(self.value(name))
        return sessions
