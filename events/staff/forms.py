"""What staff fill in: a date, the rules of signing up, a person who called, a reason, a message."""

import datetime
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import Event, Question, Session
from events.vocabulary import OUTINGS, Mode
from home.phone import phone_number

MOST_REPEATS = 52


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and an hour."""

    input_type = "datetime-local"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)


class MomentField(forms.DateTimeField):
    """A day and an hour of the local clock."""

    widget = MomentInput

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            if getattr(error, "code", "") != "ambiguous_timezone":
                raise
            text = _("The clock changes that night: this hour does not exist, or comes twice. Choose another.")
            raise ValidationError(text, code=error.code) from None


class DateForm(forms.ModelForm):
    """A date. Seats and time are written by the actions, so ``save()`` is not used for one that exists."""

    FIRST = ("starts", "ends", "format", "seats_room", "seats_online")
    # What somebody who leads people out of doors thinks of first.
    FIRST_OUTSIDE = (
        "starts",
        "ends",
        "seats_room",
        "minimum",
        "decide_at",
        "depends_on_weather",
        "guide",
        "guide_phone",
    )
    join_url = forms.URLField(
        label=_("Link to join"), required=False, assume_scheme="https", help_text=_("Only those who signed up get it.")
    )

    class Meta:
        model = Session
        fields = [
            "starts", "ends", "format", "seats_room", "seats_online", "name", "group_limit", "has_waiting_list",
            "waiting_limit", "opens_at", "closes_at", "minimum", "decide_at", "depends_on_weather", "guide",
            "guide_phone", "join_url", "instructions", "languages", "access", "price",
        ]  # fmt: skip
        field_classes = dict.fromkeys(("starts", "ends", "opens_at", "closes_at", "decide_at"), MomentField)
        widgets = {name: MomentInput() for name in field_classes}

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if self.instance.pk and "format" in self.changed_data:
            stay = Session(format=cleaned["format"]).modes()
            if self.instance.registrations.active().exclude(mode__in=stay).exists():
                self.add_error("format", _("Some people take part the way that would be gone. Let them change first."))
        if not self.instance.pk and self._is_there(cleaned):
            self.add_error("starts", _("This date is there already."))
        return cleaned

    def _is_there(self, cleaned: dict) -> bool:
        """The same part at the same hour: the form was sent twice."""
        rows = Session.objects.filter(event=self.instance.event, starts=cleaned["starts"], ends=cleaned["ends"])
        return any(str(row.name) == str(cleaned["name"] or "") for row in rows)

    @property
    def first(self) -> tuple[str, ...]:
        return self.FIRST_OUTSIDE if self.instance.event.kind in OUTINGS else self.FIRST

    @property
    def first_fields(self):
        return [self[name] for name in self.first]

    @property
    def other_fields(self):
        return [self[name] for name in self.fields if name not in self.first]

    @property
    def is_more_open(self) -> bool:
        return any(name not in self.first for name in self.errors)

    def changes(self) -> dict:
        """Field → value of everything but the seats."""
        return {name: self.cleaned_data[name] for name in self.changed_data if not name.startswith("seats_")}


class RepeatForm(forms.Form):
    STEPS = [("7", _("every week")), ("14", _("every two weeks")), ("month", _("every month"))]
    step = forms.ChoiceField(label=_("How often"), choices=STEPS, initial="7")
    times = forms.IntegerField(label=_("How many more"), min_value=1, max_value=MOST_REPEATS, initial=3)
    left_out = forms.CharField(
        label=_("Days left out"), required=False, max_length=600,
        help_text=_("Holidays and the like, as in 24.12.2026, 31.12.2026."),
    )  # fmt: skip

    def clean_left_out(self) -> set[datetime.date]:
        days = set()
        for text in self.cleaned_data["left_out"].replace(";", ",").split(","):
            if not text.strip():
                continue
            try:
                days.add(datetime.datetime.strptime(text.strip().rstrip("."), "%d.%m.%Y").date())
            except ValueError:
                raise forms.ValidationError(
                    _("“%(text)s” is not a day as in 24.12.2026."), params={"text": text.strip()}
                ) from None
        return days


class RulesForm(forms.ModelForm):
    class Meta:
        model = Event
        fields = [
            "takes_registrations", "confirm_first", "hold_hours", "offer_hours", "asks_photo_consent",
            "retention_days", "purpose",
        ]  # fmt: skip


QuestionFormSet = forms.inlineformset_factory(
    Event, Question, fields=["text", "answer", "choices", "is_required"], extra=1, can_delete=True, max_num=10
)


class PersonForm(forms.Form):
    """Somebody who called, or stands at the door."""

    name = forms.CharField(label=_("Name and surname"), max_length=120)
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False, validators=[phone_number])
    email = forms.EmailField(label=_("Email"), required=False, help_text=_("With an address the mails are sent too."))
    mode = forms.ChoiceField(label=_("Takes part"), choices=Mode.choices)
    people = forms.IntegerField(label=_("People"), min_value=1, max_value=200, initial=1)
    beyond = forms.BooleanField(
        label=_("Let in although it is full"), required=False, help_text=_("On purpose; it is written down.")
    )

    def __init__(self, *args, session: Session, **kwargs):
        super().__init__(*args, **kwargs)
        modes = session.modes()
        self.fields["mode"].choices = [(mode.value, session.offer(mode)) for mode in modes]
        if len(modes) == 1:
            self.fields["mode"].widget = forms.HiddenInput()
            self.fields["mode"].initial = modes[0].value

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("phone") or cleaned.get("email")):
            self.add_error("phone", _("A phone number or an email: how else would we tell them of a change?"))
        return cleaned


class ReasonForm(forms.ModelForm):
    class Meta:
        model = Session
        fields = ["reason"]


class MessageForm(forms.Form):
    WITH_PLACE, WAITING, ALL = "place", "waiting", "all"
    to = forms.ChoiceField(
        label=_("To whom"),
        choices=[
            (WITH_PLACE, _("those who have a place")),
            (WAITING, _("those on the waiting list")),
            (ALL, _("both")),
        ],
    )
    # Of this message: pressing the button twice sends it once.
    key = forms.CharField(max_length=32, widget=forms.HiddenInput, initial=lambda: uuid.uuid4().hex)
    subject = forms.CharField(label=_("Subject"), max_length=120)
    text = forms.CharField(label=_("Text"), max_length=4000, widget=forms.Textarea(attrs={"rows": 8}))

    def clean_subject(self) -> str:
        """One line: it becomes a header of the mail."""
        return " ".join(self.cleaned_data["subject"].split())


def next_workday(hour: int) -> datetime.datetime:
    """In a week, from Monday to Friday, at an hour."""
    day = timezone.localdate() + datetime.timedelta(days=7)
    while day.weekday() > 4:
        day += datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))
