import functools
import math
import re

from django.db import models
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from home.blocks import BodyBlock
from home.models.base_page import BasePage, LeadImageMixin, tabs, translatable
from news.models.training import in_main_language, many
from news.querysets import ArticleManager

WORDS_A_MINUTE = 180


def today():
    return timezone.localdate()


class ArticlePage(LeadImageMixin, BasePage):
    """News, or a story of experience: what somebody tried, and what others can take from it."""

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        STORY = "story", _("Story of experience")

    lead = models.TextField(_("lead"), max_length=400, blank=True, help_text=_("Two sentences that tell it all."))
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    prepared_by = models.CharField(_("prepared by"), max_length=120, blank=True)

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    category = models.ForeignKey(
        "news.Category",
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    published_on = models.DateField(_("date"), default=today, db_index=True)
    pinned = models.BooleanField(_("pinned"), default=False, help_text=_("Stands first in the list of news."))
    topics = ParentalManyToManyField("directory.Topic", verbose_name=_("topics"), blank=True, related_name="articles")
    settlements = ParentalManyToManyField(
        "directory.Settlement", verbose_name=_("settlements"), blank=True, related_name="articles"
    )
    trainings = ParentalManyToManyField(
        "news.TrainingPage", verbose_name=_("training it is about"), blank=True, related_name="+",
        limit_choices_to=in_main_language,
    )  # fmt: skip
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Invented for the demonstration: marked as a sample for readers.")
    )

    objects = ArticleManager()

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable("lead", "lead_image_alt", "lead_image_caption", "body", "prepared_by")
    template = "news/article_page.html"
    search_boost = 1.1
    edit_handler = tabs(
        [
            FieldPanel("title"),
            FieldPanel("lead"),
            LeadImageMixin.lead_image_panel,
            FieldPanel("body"),
            FieldPanel("prepared_by"),
        ],
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("category")]),
            FieldRowPanel([FieldPanel("published_on"), FieldPanel("pinned")]),
            MultiFieldPanel([FieldPanel("topics"), FieldPanel("settlements")], heading=_("What and where")),
            many("trainings"),
            FieldPanel("is_sample"),
        ],
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def search_kind(self) -> str:
        return "story" if self.source.kind == self.Kind.STORY else "news"

    def search_text(self):
        # A settlement's name in the text makes «kazoki» find what happened there.
        names = " ".join(settlement.name for settlement in self.source.settlements.all())
        return f"{super().search_text()} {names}"

    @property
    def reading_minutes(self) -> int:
        """Whole minutes to read the text, at least one."""
        words = len(re.findall(r"\w{2,}", " ".join(map(str, self.body.raw_data)))) if self.body else 0
        return max(1, math.ceil(words / WORDS_A_MINUTE))

    def json_ld(self, frame):
        from news.jsonld import news_article

        return [*super().json_ld(frame), news_article(self, frame)]

    def get_context(self, request, *args, **kwargs):
        from news.related import aside

        # The aside is asked for by the template, which keeps it: most requests never run its queries.
        return {
            **super().get_context(request, *args, **kwargs),
            "facts": self.source,
            "aside": SimpleLazyObject(functools.partial(aside, self.source)),
        }
