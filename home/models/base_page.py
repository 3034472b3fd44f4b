from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page, PageManager
from wagtail_localize.fields import TranslatableField

from home.querysets import PublishedQuerySet

BasePageManager = PageManager.from_queryset(PublishedQuerySet)


# What every page lets be translated; a page class adds its own. Explicit on purpose: wagtail-localize would take every
# CharField for translatable and let the others go stale.
BASE_TRANSLATABLE = ("title", "slug", "seo_title", "search_description")


def translatable(*names: str) -> list[TranslatableField]:
    """``translatable_fields`` of a page class: those of every page and ``names``."""
    return [TranslatableField(name) for name in (*BASE_TRANSLATABLE, *names)]


class BasePage(Page):
    """What every page of the site shares. Abstract, because a swapped page model breaks wagtail-localize (ADR 4)."""

    search_kind = "page"
    search_boost = 1.0
    hides_when_empty = False
    # Whether the page answers for addresses right beneath its own that no page has (``request.below``).
    # Such a page has ``slugs_below(language)`` too, for the sitemap.
    answers_below = False

    objects = BasePageManager()

    translatable_fields = translatable()
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("For search engines"),
        ),
        FieldPanel("show_in_menus"),
    ]

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        """The language of the text on this page."""
        return self.locale.language_code

    @cached_property
    def source(self) -> "BasePage":
        """The page that holds the facts: the main-language one of the same key, else this page itself."""
        if self.language == settings.LANGUAGE_CODE:
            return self
        source = (
            type(self)
            ._default_manager.for_page()
            .filter(translation_key=self.translation_key, locale__language_code=settings.LANGUAGE_CODE)
            .first()
        )
        return source or self

    def get_main_image(self):
        """The picture that stands for this page on cards and in social networks, or ``None``."""
        return None

    @property
    def description(self) -> str:
        """What search engines and social networks say of the page."""
        return self.search_description or getattr(self, "lead", "") or getattr(self, "intro", "")

    def search_text(self) -> str:
        """Plain text of everything a reader can read here, beyond the title."""
        from home.search.entries import plain_text

        return plain_text(self)

    def get_context(self, request, *args, **kwargs):
        from home.jsonld import share_image
        from home.navigation import frame_for
        from home.rich_text import remember_links

        frame = frame_for(request, page=self)
        remember_links(self)
        return {
            **super().get_context(request, *args, **kwargs),
            "frame": frame,
            "json_ld": self.json_ld(frame),
            "share_image": share_image(self.get_main_image() or frame.settings.share_image),
        }

    def json_ld(self, frame) -> list[dict]:
        """Structured data of this page: breadcrumbs, and what a page type adds."""
        from home.jsonld import breadcrumb_list

        crumbs = breadcrumb_list(frame.breadcrumbs)
        return [crumbs] if crumbs else []


class LeadImageMixin(models.Model):
    """A picture at the head of the page. The picture is a fact of the source page; its words are translated."""

    lead_image = models.ForeignKey(
        "home.Image", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lead_image_alt = models.CharField(
        _("description of the picture"),
        max_length=255,
        blank=True,
        help_text=_("For those who do not see it. Leave empty if the picture only decorates."),
    )
    lead_image_caption = models.CharField(_("caption"), max_length=255, blank=True)

    lead_image_panel = MultiFieldPanel(
        [FieldPanel("lead_image"), FieldPanel("lead_image_alt"), FieldPanel("lead_image_caption")],
        heading=_("Picture at the top"),
    )

    class Meta:
        abstract = True

    def get_main_image(self):
        return self.source.lead_image


def tabs(content, facts=()) -> TabbedInterface:
    """The editor's tabs: what is read, what is true in every language, what machines see."""
    parts = [ObjectList(content, heading=_("Text"))]
    if facts:
        parts.append(ObjectList(facts, heading=_("Facts")))
    parts.append(ObjectList(BasePage.promote_panels, heading=_("Address and menu")))
    parts.append(ObjectList(BasePage.settings_panels, heading=_("Publishing")))
    return TabbedInterface(parts)
