"""What the programme of a dated thing may be built of: hours in their order, or talks side by side in several places."""

import itertools

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks.text import HeadingBlock, TextBlock
from home.dates import clock_text


class ProgrammeRow(blocks.StructBlock):
    time = blocks.TimeBlock(required=False, label=_("Time"))
    what = blocks.CharBlock(label=_("What happens"), max_length=200)


class TimesBlock(blocks.StructBlock):
    rows = blocks.ListBlock(ProgrammeRow(), label=_("Rows"), min_num=1)

    class Meta:
        icon = "time"
        label = _("Times")
        template = "events/blocks/times.html"
        description = _("What happens when, row by row.")
        preview_value = {"rows": [{"time": "18:00", "what": "Ideja trijos teikumos"}, {"time": None, "what": "Tēja"}]}


class ProgrammeBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    text = TextBlock()
    times = TimesBlock()


class HoursBlock(blocks.StructBlock):
    """Anything that begins at an hour and may say when it ends."""

    starts = blocks.TimeBlock(label=_("Begins"))
    ends = blocks.TimeBlock(required=False, label=_("Ends"))

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["ends"] and cleaned["ends"] <= cleaned["starts"]:
            raise StructBlockValidationError({"ends": ValidationError(_("It ends before it begins."))})
        return cleaned


class TalkBlock(HoursBlock):
    title = blocks.CharBlock(label=_("What is it about"), max_length=200)
    who = blocks.CharBlock(required=False, label=_("Who talks"), max_length=200)
    about = blocks.TextBlock(required=False, rows=3, max_length=600, label=_("In two sentences"))

    class Meta:
        icon = "comment"
        label = _("Talk")
        label_format = "{starts} {title}"


class TogetherBlock(HoursBlock):
    title = blocks.CharBlock(label=_("What happens"), max_length=200)
    where = blocks.CharBlock(required=False, label=_("Where"), max_length=160)
    about = blocks.TextBlock(required=False, rows=3, max_length=600, label=_("In two sentences"))

    class Meta:
        icon = "group"
        label = _("For everybody")
        label_format = "{starts} {title}"
        description = _("An opening, a meal, a concert: nothing else happens meanwhile.")


class StageBlock(blocks.StructBlock):
    """A place of the festival with its talks one after another."""

    name = blocks.CharBlock(label=_("Place"), max_length=120, help_text=_("As in “under the apple trees”."))
    thing = blocks.PageChooserBlock(
        ["directory.PlacePage", "directory.VenuePage"],
        required=False,
        label=_("Its page, if it has one"),
    )
    talks = blocks.ListBlock(TalkBlock(), label=_("Talks"), min_num=1)

    class Meta:
        icon = "site"
        label = _("Place with its talks")
        label_format = "{name}"
        description = _("Several places stand side by side in the programme.")

    def clean(self, value):
        cleaned = super().clean(value)
        rows = sorted(cleaned["talks"], key=lambda row: row["starts"])
        for first, second in itertools.pairwise(rows):
            if second["starts"] < (first["ends"] or first["starts"]) or second["starts"] == first["starts"]:
                words = _("At %(time)s one talk is not over yet when the next one begins here.")
                error = ValidationError(words, params={"time": clock_text(second["starts"])})
                raise StructBlockValidationError({"name": error})
        return cleaned


class FestivalProgrammeBlock(blocks.StreamBlock):
    together = TogetherBlock()
    stage = StageBlock()

    class Meta:
        block_counts = {"stage": {"max_num": 8}}
