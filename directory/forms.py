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
