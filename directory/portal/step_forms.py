"""What members fill in. Fields, lengths and choices are the page's own; here stand the words and the widgets."""

from django import forms
from django.contrib.gis.db.models import PointField
from django.core.exceptions import ValidationError
from django.db.models import ManyToManyField
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from directory.models import Contact, Settlement, Topic
from directory.portal.steps import FOCUS, PICTURES
from directory.profile_forms import FIELDS as CONTACT_FIELDS
from directory.profile_forms import REQUIRED_FACTS, REQUIRED_WORDS, SHOWN
from directory.vocabulary import Precision
from directory.widgets import GeoField
from home.phone import phone_number

LONGEST_TEXT = 8_000
FOCUSES = [f"{x}-{y}" for y in (1, 2, 3) for x in (1, 2, 3)]
FOCUS_WORDS = {
    "1-1": _("top left"), "2-1": _("top"), "3-1": _("top right"),
    "1-2": _("left"), "2-2": _("the middle"), "3-2": _("right"),
    "1-3": _("bottom left"), "2-3": _("bottom"), "3-3": _("bottom right"),
}  # fmt: skip
PRECISIONS = [
    (Precision.EXACT, _("show exactly")),
    (Precision.SETTLEMENT, _("show the village only")),
    (Precision.HIDDEN, _("do not show on the map")),
]
LABELS = {
    "title": _("Name"),
    "summary": _("What you do, in two sentences"),
    "joining": _("How to join"),
    "body": _("More about you"),
    "state": _("How things stand"),
    "founded": _("Since which year"),
    "open_to_members": _("we take new members"),
    "wants_volunteers": _("we look for volunteers"),
    "settlement": _("Town or village"),
    "point": _("Place on the map"),
    "precision": _("What visitors see of the place"),
    "meeting": _("When you meet, in your own words"),
    "meets": _("Days and times, for the search"),
    "covers": _("Which other places belong to you"),
    "lead_image_alt": _("What is in the picture"),
    "lead_image_caption": _("Words beneath the picture"),
    "access_note": _("How to get there and in"),
    "website": _("Website"),
    "other_url": _("Another link"),
}
HINTS = {
    "title": "",
    "summary": _("It stands in lists and searches."),
    "joining": _("Where to come, whom to call, what to bring."),
    "body": _(
        "An empty line begins a paragraph, “- ” an item of a list, “## ” a heading; **bold**, and links as they are."
    ),
    "meeting": _("As in “every second Thursday at 18”."),
    "meets": "",
    "founded": "",
    "lead_image_alt": _("One sentence for those who do not see it: “Neighbours planting alders by the river.”"),
    "website": _("As in https://example.org"),
    "register_number": _("11 digits. It is checked at once."),
    "signs": _("What you are known by: a stone, a song, a sign."),
}
ROWS = {"summary": 3, "joining": 4, "body": 10, "traditions": 4, "signs": 3}
INPUTS = {
    "founded": {"inputmode": "numeric", "autocomplete": "off"},
    "website": {"inputmode": "url"},
    "facebook_url": {"inputmode": "url"},
    "other_url": {"inputmode": "url"},
    "register_number": {"inputmode": "numeric"},
    "title": {"autocomplete": "organization"},
}


class WebAddressField(forms.URLField):
    """“example.org” is an address too."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)


class StepForm(forms.Form):
    """A step of editing; its fields are set by ``form_for``. ``page`` is what the member builds on."""

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, **kwargs)
        self.page = page

    def clean(self):
        cleaned = super().clean()
        refused = {"contact_phone", "contact_email"} & set(self.errors)
        if "contact_phone" in self.fields and not (
            cleaned.get("contact_phone") or cleaned.get("contact_email") or refused
        ):
            self.add_error("contact_phone", ValidationError(_("Please give a phone number or an email.")))
        number = cleaned.get("register_number")
        if number and "register_number" in self.fields:
            self._check_number(number)
        if cleaned.get("lead_image") and "lead_image_alt" in self.fields and not cleaned.get("lead_image_alt"):
            self.add_error("lead_image_alt", ValidationError(_("Please say what is in the picture.")))
        return cleaned

    def _check_number(self, number: str) -> None:
        from directory.register_number import clean_register_number

        if self.page.country in {"", "LV"}:
            try:
                self.cleaned_data["register_number"] = clean_register_number(number)
            except ValidationError as error:
                self.add_error("register_number", error)


def form_for(page, names, *, main: bool) -> type[StepForm]:
    """A form class of these fields of ``page``. ``main``: of the language in which facts are asked for."""
    fields = {name: _field(page, name, main) for name in names}
    return type("StepForm", (StepForm,), fields)


def _field(page, name: str, main: bool) -> forms.Field:
    if name in CONTACT_FIELDS or name in SHOWN:
        return _contact_field(name)
    if name == FOCUS:
        return forms.ChoiceField(
            label=_("What must stay in view"), choices=[(key, FOCUS_WORDS[key]) for key in FOCUSES], required=False,
            widget=forms.RadioSelect,
            help_text=_("The picture is cut to fit lists and phones. This part is never cut off."),
        )  # fmt: skip
    field = page._meta.get_field(name)
    if name in PICTURES:
        return forms.IntegerField(label=_capital(field.verbose_name), required=False, widget=forms.HiddenInput)
    label, hint = LABELS.get(name) or _capital(field.verbose_name), HINTS.get(name, field.help_text)
    required = name in {"title", *REQUIRED_WORDS, *(REQUIRED_FACTS if main else ())}
    common = {"label": label, "help_text": hint, "required": required}
    if isinstance(field, StreamField):
        return forms.CharField(max_length=LONGEST_TEXT, widget=_area(name), **common)
    if isinstance(field, PointField):
        return GeoField(geom_type="POINT", label=label, required=False)
    if name == "precision":
        return forms.ChoiceField(choices=PRECISIONS, widget=forms.RadioSelect, **common)
    if name == "state":
        return forms.ChoiceField(choices=field.choices, widget=forms.RadioSelect, **common)
    if name == "settlement":
        return forms.ModelChoiceField(Settlement.objects.all(), empty_label=_("Choose…"), **common)
    if isinstance(field, ManyToManyField):
        rows = Topic.objects.select_related("parent") if name == "topics" else Settlement.objects.all()
        return forms.ModelMultipleChoiceField(rows, widget=forms.CheckboxSelectMultiple, **common)
    if name in ("website", "facebook_url", "other_url"):
        return WebAddressField(max_length=field.max_length, **common | {"required": False})
    made = field.formfield(**common)
    # A form asks fewer of a field's rules than the model does when it is saved.
    made.validators += [one for one in field.validators if one not in made.validators]
    if name in ROWS:
        made.widget = _area(name)
    made.widget.attrs |= INPUTS.get(name, {})
    if field.max_length:
        made.widget.attrs["maxlength"] = field.max_length
    return made


def _area(name: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": ROWS.get(name, 4)})


def _capital(text) -> str:
    text = str(text)
    return text[:1].upper() + text[1:]


def _contact_field(name: str) -> forms.Field:
    fields = {field.name: field for field in Contact._meta.get_fields() if hasattr(field, "max_length")}
    if name in SHOWN:
        return forms.BooleanField(label=_("everybody sees it"), required=False)
    if name == "contact_gets_messages":
        return forms.BooleanField(
            label=_("pass visitors' messages on to this email"), required=False,
            help_text=_("Visitors write on your page; they do not see the address."),
        )  # fmt: skip
    if name == "contact_email":
        attrs = {"autocomplete": "email", "inputmode": "email"}
        return forms.EmailField(label=_("Email"), required=False, widget=forms.EmailInput(attrs=attrs))
    if name == "contact_phone":
        attrs = {"autocomplete": "tel", "inputmode": "tel", "type": "tel"}
        return forms.CharField(
            label=_("Phone"), required=False, max_length=fields["phone"].max_length, validators=[phone_number],
            widget=forms.TextInput(attrs=attrs),
        )  # fmt: skip
    return forms.CharField(
        label=_("Name of the contact"), required=False, max_length=fields["name"].max_length,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip


def typed_in(data, form: StepForm) -> dict:
    """What was sent of the form's fields, as it was typed: text, or lists of texts; line ends as the web has them."""
    typed = {}
    for name, field in form.fields.items():
        if name in PICTURES:
            continue  # written by an upload alone
        if isinstance(field.widget, forms.CheckboxSelectMultiple):
            chosen = [str(value)[:200] for value in data.getlist(name)]
            typed[name] = sorted(chosen) if isinstance(field, forms.ModelMultipleChoiceField) else chosen
        elif isinstance(field.widget, forms.CheckboxInput):
            typed[name] = "on" if data.get(name) else ""
        else:
            typed[name] = clean_text(data.get(name, ""))
    return typed


def clean_text(value: str) -> str:
    """Without NUL, which no database takes, and with one kind of line end."""
    return str(value).replace("\r\n", "\n").replace("\x00", "").strip()
