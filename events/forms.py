"""What people fill in: to sign up, and to change it."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Question, Session
from events.vocabulary import Mode
from home.phone import phone_number
from home.public_forms import PublicForm

LONGEST_ANSWER = 300
NO, YES = "no", "yes"


class SignUpForm(PublicForm):
    """For one date, or for the dates of a series that are ticked. What has no choice is not asked.

    ``session`` may say by ``has_questions`` that the organisers ask nothing more; otherwise they are looked for.
    """

    form_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    dates = forms.MultipleChoiceField(label=_("Dates"), widget=forms.CheckboxSelectMultiple, required=False)
    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        help_text=_("We send your place and a link to give it up."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=20,
        required=False,
        validators=[phone_number],
        help_text=_("In case something changes at the last moment."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "type": "tel"}),
    )
    mode = forms.ChoiceField(label=_("How will you take part?"), widget=forms.RadioSelect)
    people = forms.IntegerField(label=_("How many are you?"), min_value=1, initial=1)
    access_needs = forms.CharField(
        label=_("What would make it easier for you to come?"),
        max_length=LONGEST_ANSWER,
        required=False,
        help_text=_("A step-free way in, a loop, an interpreter. Only the organisers read it."),
    )
    photo_consent = forms.BooleanField(
        label=_("I agree to be photographed, and that the pictures are shown on this website."),
        required=False,
        help_text=_("You can say no and come all the same."),
    )

    def __init__(self, *args, session: Session, sessions: list[Session] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.session, self.sessions = session, sessions or []
        event = session.event
        self.fields["form_key"].initial = lambda: secrets.token_hex(16)
        self._ask_how()
        if len(self.sessions) > 1:
            several = len({row.event_id for row in self.sessions}) > 1
            self.fields["dates"].choices = [
                (str(row.pk), f"{row.when}: {row.event.title}" if several else _named(row)) for row in self.sessions
            ]
            self.fields["dates"].initial = [str(row.pk) for row in self.sessions]
        else:
            del self.fields["dates"]
        if session.group_limit > 1:
            self.fields["people"].max_value = session.group_limit
            self.fields["people"].widget.attrs |= {"min": 1, "max": session.group_limit, "inputmode": "numeric"}
        else:
            del self.fields["people"]
        if not event.asks_photo_consent:
            del self.fields["photo_consent"]
        self.questions = list(event.questions.all()) if getattr(session, "has_questions", True) else []
        for question in self.questions:
            self.fields[f"question-{question.pk}"] = _field_of(question)

    def _ask_how(self) -> None:
        modes = self.session.modes()
        if len(modes) == 1:
            del self.fields["mode"]
            return
        self.fields["mode"].choices = [(mode.value, self.session.offer(mode)) for mode in modes]
        self.fields["mode"].initial = Mode.ROOM if self.session.free(Mode.ROOM) != 0 else Mode.ONLINE

    def clean_people(self):
        people = self.cleaned_data["people"]
        if people > self.session.group_limit:
            raise forms.ValidationError(
                _("At most %(most)s at once. For a larger group please call us."),
                params={"most": self.session.group_limit},
            )
        return people

    def clean(self):
        cleaned = super().clean()
        if "dates" in self.fields and not self.errors and not cleaned.get("dates"):
            self.add_error("dates", _("Choose at least one date."))
        return cleaned

    @property
    def question_fields(self) -> list[forms.BoundField]:
        return [self[f"question-{question.pk}"] for question in self.questions]

    @property
    def chosen_mode(self) -> str:
        return self.cleaned_data.get("mode") or self.session.modes()[0]

    @property
    def answers(self) -> dict[str, str]:
        """Id of the question → answer, as the organisers read it."""
        found = {}
        for question in self.questions:
            value = self.cleaned_data.get(f"question-{question.pk}")
            if value not in ("", None, False):
                found[str(question.pk)] = YES if value is True else str(value)
        return found


def _named(session: Session) -> str:
    return f"{session.when}: {session.name}" if session.name else session.when


def _field_of(question: Question) -> forms.Field:
    options = {"label": str(question.text), "required": question.is_required}
    if question.answer == Question.Answer.YES_NO:
        return forms.BooleanField(**options | {"required": False})
    if question.answer == Question.Answer.CHOICE:
        lines = [line.strip() for line in str(question.choices).splitlines() if line.strip()]
        return forms.ChoiceField(choices=[("", _("Choose…")), *((line, line) for line in lines)], **options)
    return forms.CharField(max_length=LONGEST_ANSWER, **options)


class ManageForm(forms.Form):
    """One of the things that a person can do with a place; the button says which."""

    CONFIRM, GIVE_UP, PEOPLE, MODE, FORGET = "confirm", "give-up", "people", "mode", "forget"
    do = forms.ChoiceField(choices=[(name, name) for name in (CONFIRM, GIVE_UP, PEOPLE, MODE, FORGET)])
    people = forms.IntegerField(label=_("How many are you?"), min_value=1, max_value=100, required=False)
    mode = forms.ChoiceField(choices=Mode.choices, required=False)
