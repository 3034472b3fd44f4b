"""What fields of a profile are called on the screens of staff."""

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import CommunityPage, OrganisationPage

OWN = {
    "title": gettext_lazy("Name"),
    "related_profiles": gettext_lazy("Related profiles"),
    "lead_image": gettext_lazy("Picture at the top"),
    "contact_name": gettext_lazy("Name of the contact"),
    "contact_phone": gettext_lazy("Phone"),
    "contact_email": gettext_lazy("Email"),
    "notice": gettext_lazy("Wanted and offered"),
}


def field_label(name: str, *models) -> str:
    """In the reader's language; of a profile where no model is named."""
    if name in OWN:
        return str(OWN[name])
    for model in models or (CommunityPage, OrganisationPage):
        try:
            return capfirst(str(model._meta.get_field(name).verbose_name))
        except (FieldDoesNotExist, AttributeError):
            continue
    return _("Something else")
