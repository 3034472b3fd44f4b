"""What the materials of a training may be built of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.media import DownloadBlock, VideoBlock


class LinkBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("Words for the link"), max_length=160)

    class Meta:
        icon = "link"
        label = _("Link")
        template = "news/blocks/link.html"
        description = _("Something worth reading elsewhere.")
        preview_value = {"url": "https://www.daugavkrasts.lv", "title": "Partnerība “Daugavkrasts”"}


class MaterialsBlock(blocks.StreamBlock):
    download = DownloadBlock()
    video = VideoBlock()
    link = LinkBlock()
