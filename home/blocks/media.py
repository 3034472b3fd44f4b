"""Pictures, films and files."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from home.blocks.choosers import DocumentChooserBlock

VIDEO_ADDRESS = re.compile(
    r"^https://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/|live/)|youtu\.be/)(?P<youtube>[\w-]{11})"
    r"|^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<vimeo>\d{5,12})"
)


def player_address(url: str) -> str | None:
    """The address of the cookieless player for a YouTube or Vimeo page, or ``None`` for any other address."""
    match = VIDEO_ADDRESS.match(url)
    if not match:
        return None
    if match["youtube"]:
        return f"https://www.youtube-nocookie.com/embed/{match['youtube']}?autoplay=1"
    return f"https://player.vimeo.com/video/{match['vimeo']}?autoplay=1&dnt=1"


def newest(model, count: int) -> list:
    """What previews show where words alone say too little: the newest of the site's own."""
    return list(model.objects.order_by("-pk")[:count])


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, label=_("Caption"), max_length=255)

    def get_preview_value(self):
        return self.normalize({"image": next(iter(newest(get_image_model(), 1)), None), "caption": ""})

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "home/blocks/image.html"
        description = _("One picture across the text.")


class GalleryItem(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, label=_("Caption"), max_length=255)


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, label=_("Title"), max_length=120)
    images = blocks.ListBlock(GalleryItem(), min_num=2, max_num=40, label=_("Pictures"))

    def get_preview_value(self):
        pictures = [{"image": image, "caption": ""} for image in newest(get_image_model(), 4)]
        return self.normalize({"title": "Pirmais saiets", "images": pictures})

    class Meta:
        icon = "grip"
        label = _("Gallery")
        template = "home/blocks/gallery.html"
        description = _("Several pictures side by side; a tap opens one large.")


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(required=False, label=_("Words for the link"), max_length=160)

    def get_preview_value(self):
        return self.normalize({"document": next(iter(newest(get_document_model(), 1)), None), "title": ""})

    class Meta:
        icon = "download"
        label = _("File to download")
        template = "home/blocks/download.html"
        description = _("A link that tells the kind and the size of the file.")


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address of the video"), help_text=_("On YouTube or Vimeo."))
    title = blocks.CharBlock(label=_("What the video shows"), max_length=160)
    poster = ImageBlock(required=False, label=_("Picture before it starts"))

    class Meta:
        icon = "media"
        label = _("Video")
        template = "home/blocks/video.html"
        description = _("Nothing is asked of YouTube or Vimeo until the reader presses play.")
        preview_value = {
            "url": "https://vimeo.com/76979871",
            "title": "Saruna par to, kā sākas kopiena",
            "poster": None,
        }

    def clean(self, value):
        value = super().clean(value)
        if not player_address(value["url"]):
            raise blocks.StructBlockValidationError(
                block_errors={"url": ValidationError(_("Only the address of a YouTube or Vimeo video can be shown."))}
            )
        return value

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "player": player_address(value["url"])}
