from django.contrib.gis.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.models.profile_page import ProfilePage, profile_tabs
from directory.querysets import ListedManager
from directory.vocabulary import Kind
from home.models.base_page import translatable


class CommunityPage(ProfilePage):
    """Residents of a place or people of one interest, often informal, never of a legal form."""

    class Sort(models.TextChoices):
        RESIDENTS = "residents", _("Residents' community")
        INTEREST = "interest", _("Community of interest")

    listing_kind = Kind.COMMUNITY

    sort = models.CharField(_("kind"), max_length=10, choices=Sort, default=Sort.RESIDENTS)
    area = models.MultiPolygonField(
        _("area on the map"),
        srid=4326,
        null=True,
        blank=True,
        help_text=_("Drawn roughly; readers are told that it is approximate."),
    )
    traditions = models.TextField(_("traditions"), max_length=600, blank=True)
    signs = models.TextField(
        _("signs of identity"),
        max_length=400,
        blank=True,
        help_text=_("What you are known by: a stone, a song, a sign."),
    )

    objects = ListedManager()

    is_creatable = True
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    translatable_fields = [*ProfilePage.translatable_fields, *translatable("traditions", "signs")[-2:]]
    template = "directory/profile_page.html"
    edit_handler = profile_tabs(
        own_words=[FieldPanel("traditions"), FieldPanel("signs")], own_facts=[FieldPanel("sort"), FieldPanel("area")]
    )

    class Meta:
        verbose_name = _("community")
        verbose_name_plural = _("communities")

    @property
    def sort_label(self) -> str:
        return self.get_sort_display()
