"""The profile's form in the editor: the page's fields, and its first contact, which lives in a row of its own."""

import json

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from home import versions
from home.phone import phone_number

FIELDS = {
    "contact_name": "name",
    "contact_phone": "phone",
    "contact_email": "email",
    "contact_gets_messages": "gets_messages",
}
REQUIRED_WORDS = ("summary", "joining")
REQUIRED_FACTS = ("settlement",)
# Facts of low risk, which members change while staff may have the page open.
AT_ONCE = ("meeting", "meets", "website", "facebook_url", "other_url")
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

    # What of the contact the screen showed: what staff leave alone is not written over what members changed meanwhile.
    contact_was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        translation = self.is_translation()
        if translation:
            # Contacts are facts of the thing; the form of its translation neither shows nor changes them.
            for name in (*FIELDS, *SHOWN, "contact_was"):
                self.fields.pop(name, None)
        # Asked here and not by the model: a draft may lack them, an import too.
        for name in REQUIRED_WORDS if translation else (*REQUIRED_WORDS, *REQUIRED_FACTS):
            if name in self.fields:
                self.fields[name].required = True
        shown = self._contact_initial()
        self.initial.update(shown)
        self.initial["contact_was"] = json.dumps(shown, ensure_ascii=False) if shown else ""

    def _contact_initial(self) -> dict:
        contact = apps.get_model("directory", "Contact").objects.first_of(self.instance.translation_key)
        if contact is None:
            return {}
        words = {field: getattr(contact, name) for field, name in FIELDS.items()}
        return {**words, **{field: getattr(contact, name) == "public" for field, name in SHOWN.items()}}

    def is_translation(self) -> bool:
        return bool(self.instance.pk) and self.instance.source != self.instance

    def clean(self):
        cleaned = super().clean()
        asked = "contact_phone" in self.fields and not self.is_deferred_validation
        # A number or address that was refused has its own message already.
        if asked and not (cleaned.get("contact_phone") or cleaned.get("contact_email") or self._contact_refused()):
            self.add_error("contact_phone", ValidationError(_("Please give a phone number or an email.")))
        return cleaned

    def _contact_refused(self) -> bool:
        return bool({"contact_phone", "contact_email"} & set(self.errors))

    def save(self, commit=True):
        if connection.in_atomic_block and "contact_phone" in self.fields:
            versions.hold()  # the contact is saved with the draft, after rows that whoever deletes the page waits for
        page = super().save(commit)
        self._keep_newer_facts(page)
        if "contact_phone" in self.fields:
            # Written when the page's revision is: a preview saves the form too, and must leave nothing behind.
            touched = {name for name in (*FIELDS, *SHOWN) if self._is_touched(name)}
            words = {name: self.cleaned_data[field] for field, name in FIELDS.items() if field in touched}
            shown = {
                SHOWN[field]: "public" if self.cleaned_data[field] else "private" for field in SHOWN if field in touched
            }
            page.contact_to_keep = {**words, **shown}
        return page

    def _is_touched(self, name: str) -> bool:
        try:
            was = json.loads(self.cleaned_data.get("contact_was") or "{}")
        except ValueError:
            was = {}
        return not isinstance(was, dict) or name not in was or was[name] != self.cleaned_data[name]

    def _keep_newer_facts(self, page) -> None:
        """A fact that members changed since this screen was opened stays changed, unless staff changed it here too."""
        loaded, latest = self.data.get("loaded_revision_id", ""), page.latest_revision
        if latest is None or not str(loaded).isdecimal() or int(loaded) == latest.pk:
            return
        before = page.revisions.filter(pk=loaded).first()
        if before is None:
            return
        was, now = before.as_object(), latest.as_object()
        for name in AT_ONCE:
            if name in self.fields and getattr(page, name) == getattr(was, name):
                setattr(page, name, getattr(now, name))
