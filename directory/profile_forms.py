"""The profile's form in the editor: the page's fields, and its first contact, which lives in a row of its own."""

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from home.phone import phone_number

FIELDS = {
    "contact_name": "name",
    "contact_phone": "phone",
    "contact_email": "email",
    "contact_gets_messages": "gets_messages",
}
REQUIRED = ["summary", "joining", "settlement"]
SHOWN = {
    "contact_name_shown": "name_visibility",
    "contact_phone_shown": "phone_visibility",
    "contact_email_shown": "email_visibility",
}


class ProfilePageForm(WagtailAdminPageForm):
    contact_name = forms.CharField(label=_("Name of the contact"), max_length=120, required=False)
    contact_name_shown = forms.BooleanField(label=_("show the name to everybody"), required=False, initial=True)
    contact_phone = forms.CharField(label=_("Phone"), max_length=20, required=False, validators=[phone_number])
    contact_phone_shown = forms.BooleanField(label=_("show the phone to everybody"), required=False)
    contact_email = forms.EmailField(label=_("Email"), required=False)
    contact_email_shown = forms.BooleanField(label=_("show the email to everybody"), required=False)
    contact_gets_messages = forms.BooleanField(
        label=_("pass visitors' messages on to this email"), required=False, initial=True
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Asked here and not by the model: a draft may lack them, an import too.
        for name in REQUIRED:
            if name in self.fields:
                self.fields[name].required = True
        contact = self._contact()
        if contact is not None:
            for field, name in FIELDS.items():
                self.initial[field] = getattr(contact, name)
            for field, name in SHOWN.items():
                self.initial[field] = getattr(contact, name) == "public"

    def _contact(self):
        if not self.instance.translation_key:
            return None
        return apps.get_model("directory", "Contact").objects.first_of(self.instance.translation_key)

    def is_translation(self) -> bool:
        return bool(self.instance.pk) and self.instance.source != self.instance

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and not (cleaned.get("contact_phone") or cleaned.get("contact_email")):
            self.add_error("contact_phone", ValidationError(_("Please give a phone number or an email.")))
        return cleaned

    def save(self, commit=True):
        page = super().save(commit)
        if self.is_translation():
            return page
        Profile, Contact = apps.get_model("directory", "Profile"), apps.get_model("directory", "Contact")
        profile, _created = Profile.objects.update_or_create(
            key=page.translation_key, defaults={"name": page.title or page.draft_title}
        )
        contact = self._contact() or Contact(profile=profile)
        for field, name in FIELDS.items():
            setattr(contact, name, self.cleaned_data.get(field, getattr(contact, name)))
        for field, name in SHOWN.items():
            setattr(contact, name, "public" if self.cleaned_data.get(field) else "private")
        if contact.pk or contact.name or contact.phone or contact.email:
            contact.save()
        return page
