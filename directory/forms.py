"""What visitors send to the directory."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.public_forms import PublicForm


class MessageForm(PublicForm):
    """A message to a community or an organisation; the address it goes to is never shown."""

    name = forms.CharField(label=_("Your name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your email"),
        max_length=120,
        help_text=_("So that they can answer you. It goes to them and nowhere else."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    text = forms.CharField(label=_("Message"), min_length=10, max_length=2000, widget=forms.Textarea(attrs={"rows": 7}))


class ReportForm(PublicForm):
    """What is not right on a profile's page."""

    text = forms.CharField(
        label=_("What is not right?"),
        min_length=5,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For example: the phone number is an old one; they meet on Thursdays now."),
    )
    email = forms.EmailField(
        label=_("Your email, if you want to hear what came of it"),
        required=False,
        max_length=120,
        help_text=_("The members do not see it. We write to you once and erase it within a month."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
