import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index


class Licence(models.TextChoices):
    """What a picture may be used for; the names of the licences are not translated."""

    OWN = "own", _("Our own")
    PERMISSION = "permission", _("By permission of the author")
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0"


class Image(AbstractImage):
    """A picture with what law and courtesy ask for.

    ``description`` (Wagtail's) is the text for those who do not see it, in the main language; a page may say its own.
    ``variants`` is the read model of the renditions: preset → format → list of ``[width, height, path]``, written by
    :mod:`home.pictures` when the worker has made them, so that showing a picture costs no query and never encodes.
    """

    credit = models.CharField(_("author or source"), max_length=255, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, default=Licence.OWN)
    is_illustration = models.BooleanField(
        _("illustration"), default=False, help_text=_("Drawn, not photographed: readers are told so.")
    )
    # Wagtail's own Image keeps its table; the two relations need names of their own.
    tags = TaggableManager(verbose_name=_("tags"), blank=True, related_name="site_images")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by user"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_pictures",
    )
    variants = models.JSONField(default=dict, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "licence",
        "is_illustration",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    # Wagtail's own cannot be searched among the pictures of a tag.
    search_fields = [
        *(field for field in AbstractImage.search_fields if field.field_name != "tags"),
        index.RelatedFields(
            "tags",
            [index.SearchField("name", boost=10), index.AutocompleteField("name"), index.FilterField("name")],
        ),
    ]

    class Meta(WagtailImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename):
        # A name nobody guesses: a picture is public by being shown, not by lying there.
        return f"pictures/{secrets.token_urlsafe(9)}/{super().get_upload_to(filename).rpartition('/')[2]}"

    @property
    def default_alt_text(self):
        # Wagtail falls back to the title, which for a phone's photo is “IMG_4032”.
        return self.description


class Rendition(AbstractRendition):
    """A scaled copy of a picture, made by the worker."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename):
        # Beside its original's secret: a copy is no easier to guess.
        return f"pictures/{self.image.file.name.split('/')[1]}/{super().get_upload_to(filename).rpartition('/')[2]}"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="home_rendition_once")
        ]
