from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page

from home.phone import phone_number
from home.translated import TranslatedField


def page_link(label, help_text=""):
    """A link from the settings to a page; the main-language page is chosen, readers get their own language's."""
    return models.ForeignKey(
        Page,
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=help_text,
    )


@register_setting(icon="site")
class SiteSettings(ClusterableModel, BaseSiteSetting):
    """What makes the platform this municipality's: names, addresses, centre of the map. Never code."""

    site_name = TranslatedField(
        _("name of the site"), text_length=120, help_text=_("As a whole: the site never inflects a name.")
    )
    place_name = TranslatedField(_("name of the municipality"), text_length=120, blank=True)
    tagline = TranslatedField(_("in one sentence"), text_length=200, blank=True)
    about = TranslatedField(_("about the site, in the footer"), multiline=True, blank=True)

    organisation = TranslatedField(_("who runs the site"), text_length=200, blank=True)
    address = TranslatedField(_("address"), text_length=200, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    hours = TranslatedField(_("when to call"), text_length=120, blank=True)
    facebook_url = models.URLField(_("Facebook page"), blank=True)

    asking_title = TranslatedField(_("question on the home page"), text_length=80, blank=True)
    asking_lead = TranslatedField(_("words below the question"), text_length=240, blank=True)
    join_title = TranslatedField(_("invitation to join, title"), text_length=120, blank=True)
    join_lead = TranslatedField(_("invitation to join, words"), text_length=240, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("we answer within"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
        help_text=_("Working days. Visitors read this promise beside every form."),
    )
    facts_at_once = models.BooleanField(
        _("members' links and meeting times go live at once"),
        default=True,
        help_text=_(
            "They are listed for you to look over afterwards. Otherwise they wait to be checked like all else."
        ),
    )
    map_credit = TranslatedField(_("where the map's data come from"), text_length=240, blank=True)

    about_page = page_link(_("page about the platform"))
    contact_page = page_link(_("contacts page"))
    join_page = page_link(_("page on how to join"), _("Without it the home page does not invite."))
    accessibility_page = page_link(_("accessibility statement"))

    share_image = models.ForeignKey(
        "home.Image",
        verbose_name=_("picture for social networks"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    map_latitude = models.FloatField(
        _("centre of the map, latitude"), default=56.79, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    map_longitude = models.FloatField(
        _("centre of the map, longitude"), default=24.24, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    map_zoom = models.PositiveSmallIntegerField(
        _("zoom of the map"), default=11, validators=[MinValueValidator(5), MaxValueValidator(18)]
    )

    # See home/versions.py.
    version = models.PositiveBigIntegerField(default=1, editable=False)
    next_change = models.DateTimeField(null=True, editable=False)

    select_related = ["site", "share_image"]

    panels = [
        MultiFieldPanel(
            [FieldPanel("site_name"), FieldPanel("place_name"), FieldPanel("tagline"), FieldPanel("about")],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("organisation"),
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("hours"),
                FieldPanel("email"),
                FieldPanel("facebook_url"),
            ],
            heading=_("How to reach us"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("asking_title"),
                FieldPanel("asking_lead"),
                FieldPanel("join_title"),
                FieldPanel("join_lead"),
                FieldPanel("answer_days"),
                FieldPanel("facts_at_once"),
                FieldPanel("share_image"),
            ],
            heading=_("Home page"),
        ),
        MultiFieldPanel(
            [
                PageChooserPanel("about_page"),
                PageChooserPanel("contact_page"),
                PageChooserPanel("join_page"),
                PageChooserPanel("accessibility_page"),
                InlinePanel("footer_links", heading=_("Links in the footer"), label=_("Link")),
            ],
            heading=_("Pages"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("map_latitude"), FieldPanel("map_longitude"), FieldPanel("map_zoom")]),
                FieldPanel("map_credit"),
            ],
            heading=_("Map"),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")

    def __str__(self):
        return str(self.site_name) or settings.WAGTAIL_SITE_NAME


class FooterLink(Orderable):
    """A page in the footer, the same in every language; languages without the page leave it out."""

    site_settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="footer_links")
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("link in the footer")

    def __str__(self):
        return self.page.title
