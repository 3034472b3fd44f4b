from wagtail import blocks

from home.blocks.media import DownloadBlock, GalleryBlock, PictureBlock, VideoBlock
from home.blocks.sections import CallToActionBlock, ContactBlock, PersonBlock, ProjectBlock
from home.blocks.text import AccordionBlock, HeadingBlock, NumberedBlock, QuoteBlock, TableBlock, TextBlock


class BodyBlock(blocks.StreamBlock):
    """What a page's text may be built of."""

    heading = HeadingBlock()
    text = TextBlock()
    numbered = NumberedBlock()
    quote = QuoteBlock()
    image = PictureBlock()
    gallery = GalleryBlock()
    download = DownloadBlock()
    table = TableBlock()
    video = VideoBlock()
    accordion = AccordionBlock()
    call_to_action = CallToActionBlock()
    person = PersonBlock()
    contact = ContactBlock()
    project = ProjectBlock()
