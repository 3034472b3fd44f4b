"""Parts that lead somewhere: calls to action, people, contacts, projects."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.choosers import PageChooserBlock, PersonChooserBlock, ProjectChooserBlock
from home.blocks.media import newest
from home.blocks.text import LINE_FEATURES
from home.phone import phone_number


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(features=LINE_FEATURES, required=False, label=_("Text"))
    link_text = blocks.CharBlock(label=_("Words on the button"), max_length=60)
    page = PageChooserBlock(required=False, label=_("Page"))
    url = blocks.URLBlock(required=False, label=_("or an address outside"))

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "home/blocks/call_to_action.html"
        description = _("One thing to do next. One is enough for a page.")
        preview_value = {
            "title": "Vai jūsu kopiena te jau ir?",
            "text": "",
            "link_text": "Pievienojies",
            "page": None,
            "url": "https://www.latvija.lv",
        }

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError(_("Choose a page or write an address: one of the two."))}
            )
        return value


class PersonBlock(blocks.StructBlock):
    person = PersonChooserBlock(label=_("Person"))

    def get_preview_value(self):
        people = newest(apps.get_model("home", "Person"), 1)
        return self.normalize({"person": next(iter(people), None)})

    class Meta:
        icon = "user"
        label = _("Person")
        template = "home/blocks/person.html"
        description = _("Name, role and photo of somebody in the list of people.")


class ContactBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, label=_("Title"), max_length=80)
    organisation = blocks.CharBlock(required=False, label=_("Organisation"), max_length=160)
    person = PersonChooserBlock(required=False, label=_("Person"))
    phone = blocks.CharBlock(required=False, label=_("Phone"), max_length=20, validators=[phone_number])
    email = blocks.EmailBlock(required=False, label=_("Email"))
    website = blocks.URLBlock(required=False, label=_("Website"))
    facebook = blocks.URLBlock(required=False, label=_("Facebook page"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = "home/blocks/contact.html"
        description = _("Whom to ask: at the end of an article or on the contacts page.")
        preview_value = {
            "title": "Uzziņām",
            "organisation": "Biedrība “Partnerība “Daugavkrasts””",
            "person": None,
            "phone": "",
            "email": "",
            "website": "https://www.daugavkrasts.lv",
            "facebook": "",
        }


class ProjectBlock(blocks.StructBlock):
    project = ProjectChooserBlock(label=_("Project"))

    def get_preview_value(self):
        projects = newest(apps.get_model("home", "Project"), 1)
        return self.normalize({"project": next(iter(projects), None)})

    class Meta:
        icon = "folder-open-inverse"
        label = _("Funded project")
        template = "home/blocks/project.html"
        description = _("Title, number, period, total, who implements it, the funder's logo and publicity clause.")
