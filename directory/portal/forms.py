"""What people fill in at the doors of members, and at those that lead to them."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from directory.models import Membership, Settlement, Topic
from directory.vocabulary import PROFILES, choices_of
from home.phone import phone_number
from home.public_forms import PublicForm

Role = Membership.Role


def _email(**words) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"})
    return forms.EmailField(max_length=254, widget=widget, **words)


def _name(**words) -> forms.CharField:
    return forms.CharField(max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}), **words)


def _phone() -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "type": "tel"})
    return forms.CharField(
        label=_("Phone"), max_length=20, required=False, validators=[phone_number], widget=widget,
        help_text=_("If you would rather be called. Only staff see it."),
    )  # fmt: skip


class InviteForm(forms.Form):
    email = _email(label=_("Email"))
    role = forms.ChoiceField(
        label=_("They may"),
        choices=[
            (Role.EDITOR.value, _("edit the page and add events")),
            (Role.OWNER.value, _("also say who acts for us")),
        ],
        initial=Role.EDITOR.value,
        widget=forms.RadioSelect,
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=Role.choices)
    anyway = forms.BooleanField(required=False)


class AnywayForm(forms.Form):
    """Whether the last owner has read what it means."""

    anyway = forms.BooleanField(required=False)


class AcceptForm(PublicForm):
    name = _name(label=_("Your name and surname"), required=False, help_text=_("So that the others know who you are."))


class ArriveForm(PublicForm):
    """Nothing to fill in: a link in a mail is opened by machines too, so somebody has to press."""


class AddForm(PublicForm):
    """The five things of a first page."""

    kind = forms.ChoiceField(choices=choices_of(PROFILES), initial=PROFILES[0].value, widget=forms.HiddenInput)
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("As you call yourselves."),
    )  # fmt: skip
    settlement = forms.ModelChoiceField(
        label=_("Where"), queryset=Settlement.objects.all(), empty_label=_("Choose a town or village")
    )
    summary = forms.CharField(
        label=_("What you do"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two sentences."),
    )  # fmt: skip
    joining = forms.CharField(
        label=_("How to join"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Where and when you meet, whom to ask."),
    )  # fmt: skip
    email = _email(label=_("Email"), help_text=_("For us and for your sign-in. It is not shown on the page."))


class ClaimForm(PublicForm):
    """For somebody who has signed in; ``ClaimByMailForm`` for the others."""

    message = forms.CharField(
        label=_("How do you belong to it?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
    phone = _phone()


class ClaimByMailForm(ClaimForm):
    field_order = ["person", "email"]
    person = _name(label=_("Your name and surname"))
    email = _email(
        label=_("Email"), help_text=_("If it is the address the page gives for itself, you need not wait for us.")
    )


class ResidentForm(PublicForm):
    name = _name(label=_("Your name and surname"))
    email = _email(label=_("Email"))
    phone = _phone()
    settlement = forms.ModelChoiceField(
        label=_("Where you live"), queryset=Settlement.objects.all(), required=False, empty_label=_("Elsewhere")
    )
    topics = forms.ModelMultipleChoiceField(
        label=_("What interests you"), queryset=Topic.objects.filter(parent=None), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    message = forms.CharField(
        label=_("What would you like to do?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    wants_updates = forms.BooleanField(label=_("Send me news now and then; I can stop it at any time"), required=False)


class ResidentChoiceForm(PublicForm):
    CONFIRM, UPDATES, NO_UPDATES, FORGET = "confirm", "updates", "no-updates", "forget"
    do = forms.ChoiceField(choices=[(value, value) for value in (CONFIRM, UPDATES, NO_UPDATES, FORGET)])


class NameForm(forms.Form):
    first_name = forms.CharField(label=_("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=_("Surname"), max_length=150, required=False)
    language = forms.ChoiceField(label=_("Write to me in"), choices=settings.LANGUAGES)


class DeleteAccountForm(forms.Form):
    sure = forms.BooleanField(label=_("Yes, delete my account. I know that it cannot be brought back."))
