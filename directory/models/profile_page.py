from django.contrib.gis.db import models
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from directory.fields import ValuesField
from directory.models.listed_page import ListedPage, topics_field
from directory.models.profile import Contact, Profile
from directory.panels import FreshnessPanel
from directory.profile_forms import ProfilePageForm
from directory.querysets import ListedManager
from directory.vocabulary import Access, Audience, Language, State, meeting_codes
from home import versions
from home.blocks import BodyBlock
from home.models.base_page import LeadImageMixin, tabs, translatable


def this_year():
    return timezone.localdate().year


def _not_in_the_future(year: int):
    return MaxValueValidator(this_year)(year)


class ProfilePage(LeadImageMixin, ListedPage):
    """What communities and organisations share. A table of its own, so that both can be asked at once."""

    joining = models.TextField(_("how to join"), max_length=600, blank=True)
    meeting = models.CharField(
        _("when we meet, in words"), max_length=200, blank=True, help_text=_("As in “every second Thursday at 18”.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    access_note = models.CharField(_("how to get there and in"), max_length=300, blank=True)

    topics = topics_field("profile_pages")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ACTIVE)
    covers = ParentalManyToManyField(
        "directory.Settlement", verbose_name=_("covers these settlements"), blank=True, related_name="+"
    )
    meets = ValuesField(verbose_name=_("when we meet"), values_of=meeting_codes)
    audiences = ValuesField(verbose_name=_("for whom"), values_of=Audience)
    languages = ValuesField(verbose_name=_("languages"), values_of=Language)
    access = ValuesField(verbose_name=_("access"), values_of=Access)
    open_to_members = models.BooleanField(_("open to new members"), default=False)
    wants_volunteers = models.BooleanField(_("looks for volunteers"), default=False)
    founded = models.PositiveSmallIntegerField(
        _("since"), null=True, blank=True, validators=[MinValueValidator(1800), _not_in_the_future]
    )
    logo = models.ForeignKey(
        "home.Image", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    website = models.URLField(_("website"), blank=True)
    facebook_url = models.URLField(_("Facebook page"), blank=True)
    other_url = models.URLField(_("another link"), blank=True)

    objects = ListedManager()
    base_form_class = ProfilePageForm

    is_creatable = False
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable(
        "summary", "joining", "meeting", "lead_image_alt", "lead_image_caption", "body", "access_note"
    )

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    @property
    def profile(self) -> Profile:
        """The row that everything private hangs on; made when it is first asked for."""
        return Profile.objects.get_or_create(key=self.translation_key, defaults={"name": self.title})[0]

    @cached_property
    def contacts(self) -> list[Contact]:
        """All of them, private ones too: what of them is shown, each says itself."""
        return list(Contact.objects.filter(profile=self.translation_key).order_by("sort_order", "pk"))

    def permissions_for_user(self, user):
        from directory.permissions import ProfilePagePermissionTester

        return ProfilePagePermissionTester(user, self)

    # What the editor's form says of the first contact; kept together with the revision, never in it.
    contact_to_keep: dict | None = None

    def save_revision(self, *args, **kwargs):
        if self.contact_to_keep is None:
            return super().save_revision(*args, **kwargs)
        with versions.turn():
            revision = super().save_revision(*args, **kwargs)
            Contact.objects.keep_first(self.translation_key, self.title, self.contact_to_keep)
            self.contact_to_keep = None
        return revision

    def facet_values(self):
        covers = [row.slug for row in self.covers.all()]
        parts = {code.partition("-")[2] for code in self.meets}
        days = {code.partition("-")[0] for code in self.meets}
        values = super().facet_values()
        return {
            **values,
            "place": sorted({*values["place"], *covers}),
            "topic": sorted(_with_parents(self.topics.all())),
            "part": sorted(parts),
            "day": sorted(days),
            "audience": list(self.audiences),
            "language": list(self.languages),
            "access": list(self.access),
            "open": ["members"] * self.open_to_members + ["volunteers"] * self.wants_volunteers,
            "state": [self.state],
        }

    def get_picture(self):
        return self.get_main_image() or self.source.logo

    def search_text(self):
        names = " ".join(row.name for row in self.source.covers.all())
        return f"{super().search_text()} {names}"

    def json_ld(self, frame):
        from directory.jsonld import organisation

        return [*super().json_ld(frame), organisation(self, frame)]

    def serve(self, request, *args, **kwargs):
        from directory.visits import count

        count(request, self.translation_key)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from directory.profiles import profile_context

        return {**super().get_context(request, *args, **kwargs), **profile_context(self)}


def _with_parents(topics) -> set[str]:
    """A part of a topic counts under the topic too."""
    return {row.slug for topic in topics for row in (topic, topic.parent) if row is not None}


class RelatedProfile(Orderable):
    """A profile that belongs together with another: the association of a community, a partner."""

    page = ParentalKey(ProfilePage, on_delete=models.CASCADE, related_name="related_profiles")
    related = models.ForeignKey(ProfilePage, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("related", ["directory.OrganisationPage", "directory.CommunityPage"])]

    class Meta(Orderable.Meta):
        verbose_name = _("related profile")


FIRST_PANELS = [
    FieldPanel("title", heading=_("Name")),
    FieldPanel("settlement"),
    FieldPanel("summary"),
    FieldPanel("joining"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_name_shown")]),
            FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_phone_shown")]),
            FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_email_shown")]),
            FieldPanel("contact_gets_messages"),
        ],
        heading=_("Contact"),
        help_text=_("Kept apart from the page, saved at once, and never shown beyond what you choose here."),
    ),
]
MORE_PANELS = [
    FieldPanel("meeting"),
    LeadImageMixin.lead_image_panel,
    FieldPanel("body"),
    FieldPanel("access_note"),
]


def profile_tabs(own_words=(), own_facts=()):
    """The editor of a profile: five things first, the rest beneath."""
    return tabs(
        [
            *FIRST_PANELS,
            MultiFieldPanel([*own_words, *MORE_PANELS], heading=_("More about you"), classname="collapsed"),
        ],
        [
            FreshnessPanel(),
            *own_facts,
            FieldRowPanel([FieldPanel("state"), FieldPanel("founded")]),
            FieldPanel("topics"),
            MultiFieldPanel(
                [FieldPanel("point"), FieldPanel("precision"), FieldPanel("covers")], heading=_("Place on the map")
            ),
            FieldPanel("meets"),
            MultiFieldPanel(
                [FieldPanel("audiences"), FieldPanel("languages"), FieldPanel("access")], heading=_("For whom and how")
            ),
            FieldRowPanel([FieldPanel("open_to_members"), FieldPanel("wants_volunteers")]),
            MultiFieldPanel(
                [FieldPanel("website"), FieldPanel("facebook_url"), FieldPanel("other_url"), FieldPanel("logo")],
                heading=_("Links and logo"),
            ),
            InlinePanel("related_profiles", heading=_("Related profiles"), label=_("Profile")),
            FieldPanel("is_sample"),
        ],
    )
