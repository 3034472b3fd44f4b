"""Words: headings, paragraphs, lists, quotes, accordions, tables."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]
LINE_FEATURES = ["bold", "italic", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=160)
    level = blocks.ChoiceBlock(
        choices=[("h2", _("Section")), ("h3", _("Part of a section"))], default="h2", label=_("Level")
    )

    def get_searchable_content(self, value):
        """Without the level: its name is no word of the page."""
        return [value["text"]]

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "home/blocks/heading.html"
        description = _("Divides a long text. Readers with a screen reader jump from heading to heading.")
        preview_value = {"text": "Ko atveda viesi no Norvēģijas", "level": "h2"}


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "home/blocks/text.html"
        description = _("Paragraphs and lists. Text pasted from Word comes out clean.")
        preview_value = "<p>Pirmais vakars bija par komandu: kā sadalīt darbus, lai viens cilvēks neizdeg.</p><ul><li>katru sapulci sākt ar kārtu, kurā runā visi;</li><li>beigās pierakstīt vienu lietu.</li></ul>"


class NumberedItem(blocks.StructBlock):
    text = blocks.RichTextBlock(features=LINE_FEATURES, label=_("Text"))
    note = blocks.RichTextBlock(features=LINE_FEATURES, required=False, label=_("What came of it"))


class NumberedBlock(blocks.StructBlock):
    items = blocks.ListBlock(NumberedItem(), label=_("Items"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Numbered list")
        template = "home/blocks/numbered.html"
        description = _("Recommendations or steps, each with its number and, later, with what came of it.")
        preview_value = {
            "items": [
                {"text": "<p>Projektu iespējas vienuviet</p>", "note": ""},
                {"text": "<p>Pieredzes apmaiņa starp kopienām</p>", "note": ""},
            ]
        }


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label=_("Quote"), help_text=_("Without quotation marks: the page sets them."), max_length=600
    )
    attribution = blocks.CharBlock(required=False, label=_("Who said it"), max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "home/blocks/quote.html"
        description = _("One sentence worth standing out.")
        preview_value = {"text": "Iepazināmies tikai pie šī galda.", "attribution": "Saieta dalībniece"}


class AccordionItem(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Question"), max_length=200)
    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Answer"))


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItem(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Questions and answers")
        template = "home/blocks/accordion.html"
        description = _("Opens on a tap. Not for what everybody must read.")
        preview_value = {"items": [{"title": "Kas var pieteikties?", "text": "<p>Ikviens novada iedzīvotājs.</p>"}]}


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("What the table shows"), max_length=200)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, label=_("Text"))),
            ("number", blocks.CharBlock(required=False, label=_("Number"))),
        ],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "home/blocks/table.html"
        description = _("Figures side by side. The first row names the columns.")
        preview_value = {
            "caption": "Semināri un dalībnieki",
            "table": {
                "columns": [{"type": "text", "heading": "Seminārs"}, {"type": "number", "heading": "Dalībnieki"}],
                "rows": [{"values": ["Komandas darbs", "18"]}, {"values": ["Koprade", "24"]}],
            },
        }
