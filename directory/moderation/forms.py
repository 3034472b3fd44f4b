"""What staff say of a submission, and what a query string may ask of the queue."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from directory.actions.decide import Staffs
from directory.models import Submission
from directory.moderation.comparing import Comparison


class Reason(models.TextChoices):
    """Ready-made; mailed in the sender's language."""

    UNCLEAR = "unclear", _("It is not quite clear what you do, or where. Please write it more simply, for somebody who does not know you.")  # fmt: skip
    CONTACT = "contact", _("Please say how people can reach you or join you.")
    PICTURE = "picture", _("Please choose another picture: one that is yours to publish, and shows what you do.")
    PRIVATE = "private", _("There are names, numbers or addresses of people in the text. Please leave out what they have not agreed to.")  # fmt: skip
    PLACE = "place", _("The place on the map does not seem right. Please look at it once more.")
    SELLING = "selling", _("It reads like an advertisement. Please write what people can take part in.")


class QueueForm(forms.Form):
    """``kind``: one kind alone; ``after``: what has just been decided or left."""

    kind = forms.SlugField(required=False)
    after = forms.CharField(required=False, max_length=120)


class DecisionForm(forms.Form):
    do = forms.ChoiceField(choices=[("approve", ""), ("return", "")])
    sent = forms.IntegerField()
    seen = forms.IntegerField()
    staffs = forms.ChoiceField(label=_("There is a draft of staff on this page too"), choices=Staffs.choices, required=False, widget=forms.RadioSelect)  # fmt: skip
    ready = forms.MultipleChoiceField(label=_("What is to be corrected?"), choices=Reason.choices, required=False, widget=forms.CheckboxSelectMultiple)  # fmt: skip
    words = forms.CharField(label=_("In your own words"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))  # fmt: skip

    def __init__(self, *args, submission: Submission, comparison: Comparison, **kwargs):
        super().__init__(*args, **kwargs)
        self.submission = submission
        self.corrected = {f"text_{row.name}": row for row in comparison.changes if row.text is not None}
        for name, row in self.corrected.items():
            model_field = type(submission.page.specific)._meta.get_field(row.name)
            self.fields[name] = forms.CharField(
                label=row.label, initial=row.text, required=row.name == "title", max_length=model_field.max_length,
                widget=forms.Textarea(attrs={"rows": 4}) if row.is_long else forms.TextInput(),
            )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("do") == "return" and not (cleaned.get("ready") or cleaned.get("words", "").strip()):
            self.add_error("ready", _("Please say what is to be corrected: choose, or write it in your own words."))
        return cleaned

    def corrections(self) -> dict[str, str]:
        """Only what somebody has written anew."""
        return {
            row.name: self.cleaned_data[name]
            for name, row in self.corrected.items()
            if name in self.data and _lines(self.cleaned_data[name]) != _lines(row.text)
        }

    def reason(self) -> str:
        """What is mailed: the ready-made sentences in the sender's language, then staff's own words."""
        language = self.submission.sent_by.language_or(self.submission.page.locale.language_code)
        with override(language):
            ready = [str(Reason(name).label) for name in self.cleaned_data["ready"]]
        return "\n".join(filter(None, [*ready, self.cleaned_data["words"].strip()]))

    def has_bad_text(self) -> bool:
        return any(name in self.errors for name in self.corrected)

    def text_fields(self):
        return [self[name] for name in self.corrected]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
