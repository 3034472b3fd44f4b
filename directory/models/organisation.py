from django.contrib.gis.db import models
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from directory.models.profile_page import ProfilePage, profile_tabs
from directory.querysets import ListedManager
from directory.register_number import clean_register_number
from directory.vocabulary import Kind


class OrganisationPage(ProfilePage):
    """A registered body: association, foundation, council, municipality, funder, partner."""

    class Sort(models.TextChoices):
        ASSOCIATION = "association", _("Association")
        FOUNDATION = "foundation", _("Foundation")
        COOPERATIVE = "cooperative", _("Cooperative")
        COUNCIL = "council", _("Residents' council")
        MUNICIPALITY = "municipality", _("Municipality")
        FUNDER = "funder", _("Funder")
        PARTNER = "partner", _("Foreign partner")

    listing_kind = Kind.ORGANISATION

    sort = models.CharField(_("kind"), max_length=12, choices=Sort, default=Sort.ASSOCIATION)
    register_number = models.CharField(_("register number"), max_length=20, blank=True)
    country = models.CharField(
        _("country, if not Latvia"), max_length=2, blank=True, help_text=_("Two letters, as in NO.")
    )
    public_benefit = models.BooleanField(_("has public-benefit status"), default=False)

    objects = ListedManager()

    is_creatable = True
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    translatable_fields = ProfilePage.translatable_fields
    template = "directory/profile_page.html"
    edit_handler = profile_tabs(
        own_facts=[
            FieldPanel("sort"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("register_number"), FieldPanel("country")]),
                    FieldPanel("public_benefit"),
                ],
                heading=_("Registration"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    @property
    def sort_label(self) -> str:
        return self.get_sort_display()

    def clean(self):
        super().clean()
        self.country = self.country.upper()
        if self.register_number and self.country in {"", "LV"}:
            try:
                self.register_number = clean_register_number(self.register_number)
            except ValidationError as error:
                raise ValidationError({"register_number": error}) from None
