"""What the programme and the materials of a training may be built of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.media import DownloadBlock, VideoBlock
from home.blocks.text import HeadingBlock, TextBlock


class ProgrammeRow(blocks.StructBlock):
    time = blocks.TimeBlock(required=False, label=_("Time"))
    what = blocks.CharBlock(label=_("What happens"), max_length=200)


class TimesBlock(blocks.StructBlock):
    rows = blocks.ListBlock(ProgrammeRow(), label=_("Rows"), min_num=1)

    class Meta:
        icon = "time"
        label = _("Times")
        template = "news/blocks/times.html"
        description = _("What happens when, row by row.")
        preview_value = {"rows": [{"time": "18:00", "what": "Ideja trijos teikumos"}, {"time": None, "what": "Tēja"}]}


class ProgrammeBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    text = TextBlock()
    times = TimesBlock()


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
