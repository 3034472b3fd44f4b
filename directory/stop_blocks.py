"""A stop of an excursion: a place, a profile or a room of the directory, or a point of its own, and what is told there."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtail_localize.segments import StringSegmentValue

from directory.blocks import PointBlock

# What is translated of a stop; all else is the source page's.
WORDS = ("name", "text", "picture_alt", "question", "safety")


class StopBlock(blocks.StructBlock):
    thing = blocks.PageChooserBlock(
        ["directory.PlacePage", "directory.StoryPage", "directory.VenuePage", "directory.CommunityPage", "directory.OrganisationPage"],
        required=False, label=_("Place, room or profile"),
        help_text=_("Its name and its place on the map come with it."),
    )  # fmt: skip
    name = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Name"),
        help_text=_("If it is none of those, or has a name of its own here."),
    )
    point = PointBlock(required=False, label=_("Place on the map, if it is none of those"))
    text = blocks.TextBlock(required=False, rows=4, label=_("What is told here"))
    picture = ImageChooserBlock(required=False, label=_("Picture"))
    picture_alt = blocks.CharBlock(required=False, max_length=255, label=_("Description of the picture"))
    minutes = blocks.IntegerBlock(required=False, min_value=0, max_value=600, label=_("Minutes to stay"))
    question = blocks.CharBlock(required=False, max_length=300, label=_("A question for children"))
    safety = blocks.CharBlock(required=False, max_length=300, label=_("Take care"))

    class Meta:
        icon = "site"
        label = _("Stop")
        label_format = "{name}"

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["thing"] and not cleaned["name"]:
            raise StructBlockValidationError({"name": ValidationError(_("Give the stop a name, or choose a place."))})
        return cleaned

    # wagtail-localize would ask translators for the picture and the place too, and knows no geometry.

    def get_translatable_segments(self, value) -> list[StringSegmentValue]:
        return [StringSegmentValue(name, value[name]) for name in WORDS if value[name]]

    def restore_translated_segments(self, value, segments):
        for segment in segments:
            value[segment.path] = segment.render_text()
        return value


class StopsBlock(blocks.StreamBlock):
    stop = StopBlock()

    class Meta:
        max_num = 60
