"""English pages, made as an editor makes them: through wagtail-localize, segment by segment.

The English words stand in the same blocks as the Latvian ones, so the segments of the two, taken out in the same way,
meet one to one. Staff can later synchronise and translate these pages in the editor like any other.
"""

import json
import re

from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

LINK_ID = re.compile(r'(<a id=")(a\d+)(")')


class SegmentsDiffer(ValueError):
    """The English page has other segments than the Latvian one: its translation would not be complete."""


def english_strings(page: Page, values: dict) -> dict[tuple[str, int], tuple[str, dict]]:
    """What wagtail-localize would take from ``page`` if it held ``values``: (path, order) → (text, attributes)."""
    twin = type(page)(locale=page.locale, translation_key=page.translation_key)
    for name, value in values.items():
        setattr(twin, name, json.dumps(value) if isinstance(value, list) else value)
    # Fields that no pair was written for are empty in both languages.
    return {
        (segment.path, segment.order): (segment.string.data, segment.attrs or {})
        for segment in extract_segments(twin)
        if isinstance(segment, StringSegmentValue)
    }


def with_link_ids(text: str, attrs: dict, source_attrs: dict) -> str:
    """Links are numbered as they come; another order of words needs the numbers of the source's links."""
    by_target = {json.dumps(target, sort_keys=True): name for name, target in source_attrs.items()}
    names = {name: by_target.get(json.dumps(target, sort_keys=True), name) for name, target in attrs.items()}
    return LINK_ID.sub(lambda link: link[1] + names.get(link[2], link[2]) + link[3], text)


def translate(page: Page, values: dict, target: Locale, user) -> Page:
    """Publish the page's English translation with ``values``.

    Raises:
        SegmentsDiffer: a Latvian text has no English one, or the other way round.
    """
    source, _ = TranslationSource.update_or_create_from_instance(page)
    english = english_strings(page, values)
    segments = list(StringSegment.objects.filter(source=source).select_related("context", "string"))
    wanted = {(segment.context.path, segment.order) for segment in segments}
    if wanted != set(english):
        raise SegmentsDiffer(f"{page.title}: {sorted(wanted ^ set(english))}")
    StringTranslation.objects.filter(locale=target, context__object_id=page.translation_key).delete()
    rows = {}
    for segment in segments:
        text, attrs = english[segment.context.path, segment.order]
        # The same words twice in one place are one string to wagtail-localize.
        rows[segment.string_id, segment.context_id] = StringTranslation(
            translation_of_id=segment.string_id,
            locale=target,
            context_id=segment.context_id,
            data=with_link_ids(text, attrs, json.loads(segment.attrs or "null") or {}),
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            last_translated_by=user,
        )
    StringTranslation.objects.bulk_create(rows.values())
    _point_to_translations(source, target)
    translation, _ = Translation.objects.update_or_create(
        source=source, target_locale=target, defaults={"translations_last_updated_at": timezone.now()}
    )
    # Published here and not by save_target(), which would wait for the end of the transaction.
    translation.save_target(user=user, publish=False)
    result = source.get_translated_instance(target)
    result.get_latest_revision().publish(user=user)
    return result


def _point_to_translations(source: TranslationSource, target: Locale) -> None:
    """Buttons of the translation lead to the English page where there is one, links to English addresses."""
    buttons = OverridableSegment.objects.filter(source=source, context__path__endswith=".page")
    for segment in buttons.select_related("context"):
        english = Page.objects.get(pk=segment.data).get_translation_or_none(target)
        if english is not None:
            _override(segment, target, english.pk)
    # Links to doors that are no pages, as their addresses are in that language.
    with override(source.locale.language_code):
        for segment in OverridableSegment.objects.filter(source=source, data_json__startswith='"/'):
            address = translate_url(segment.data, target.language_code)
            if address != segment.data:
                _override(segment, target, address)


def _override(segment: OverridableSegment, target: Locale, value) -> None:
    SegmentOverride.objects.update_or_create(
        locale=target, context=segment.context, defaults={"data_json": json.dumps(value)}
    )
