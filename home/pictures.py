"""Pictures for readers: which sizes, made by whom, shown how.

A preset names the widths a place on the page may need. The worker encodes every width in AVIF, WebP and JPEG when a
picture is uploaded and again, as a repair, when a page that shows it is published; the result is written to
``Image.variants``. Showing a picture reads that alone: no query, no encoding in a reader's request. Until the worker
has been there the upload itself is shown, which was shrunk when it came in (home/image_forms.py).
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django_tasks import task

from home import versions
from home.models import Image, Rendition

FORMATS = ("avif", "webp", "jpeg")
MIME = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


@dataclass(frozen=True)
class Preset:
    """``ratio`` is width/height, or ``None`` for the picture's own; ``sizes`` is the HTML attribute."""

    widths: tuple[int, ...]
    sizes: str
    ratio: float | None = None

    def specs(self) -> list[str]:
        if self.ratio is None:
            return [f"width-{width}" for width in self.widths]
        return [f"fill-{width}x{round(width / self.ratio)}" for width in self.widths]


PRESETS = {
    # Six files a format for all six places: encoding costs the worker more than a few kilobytes cost a reader.
    "wide": Preset((640, 1280), "(min-width: 80rem) 74rem, 94vw", 1.6),
    "lead": Preset((640, 1280), "(min-width: 64rem) 44rem, 94vw", 1.6),
    "text": Preset((640, 1280), "(min-width: 46rem) 40rem, 90vw"),
    "logo": Preset((640,), "8rem"),
    "card": Preset((320, 640), "(min-width: 64rem) 24rem, 90vw", 1.5),
    "thumb": Preset((320,), "10rem", 1.5),
}


def make_variants(image: Image) -> dict:
    """Encode what is missing and write ``image.variants``; vector pictures need none.

    Raises whatever the encoder raises for a broken file: the worker keeps the task's error for staff.
    """
    if image.is_svg():
        return {}
    variants = {}
    wanted: dict[tuple[str, str], str] = {}
    for name, preset in PRESETS.items():
        for spec in preset.specs():
            for kind in FORMATS:
                wanted[(name, f"{spec}|format-{kind}")] = kind
    renditions = image.get_renditions(*{spec for _name, spec in wanted})
    for (name, spec), kind in wanted.items():
        rendition: Rendition = renditions[spec]
        rendition.file.close()
        row = [rendition.width, rendition.height, rendition.file.name]
        rows = variants.setdefault(name, {}).setdefault(kind, [])
        if row not in rows:  # a small original gives the same size for several widths
            rows.append(row)
    image.file.close()
    if variants != image.variants:
        Image.objects.filter(pk=image.pk).update(variants=variants)
        versions.bump()
    image.variants = variants
    return variants


@task()
def prepare_image(image_id: int) -> None:
    image = Image.objects.filter(pk=image_id).first()
    if image:
        make_variants(image)


@task()
def prepare_images(image_ids: list[int]) -> None:
    """Repair at publishing: only pictures that lack a preset are encoded."""
    for image in Image.objects.filter(pk__in=image_ids):
        if set(image.variants) != set(PRESETS):
            make_variants(image)


def alternative_text(image: Image, alt: str | None = None) -> str:
    """The words for those who do not see it: the place's own, else the block's, else the picture's."""
    if alt is not None:
        return alt
    contextual = getattr(image, "contextual_alt_text", None)
    if getattr(image, "decorative", False):
        return ""
    return contextual or image.description


def picture_html(
    image: Image | None, preset: str, *, alt: str | None = None, eager: bool = False, css_class: str = ""
) -> SafeString | str:
    """``<picture>`` with every format at hand, dimensions and lazy loading; ``""`` for no image."""
    if image is None:
        return ""
    media = settings.MEDIA_URL
    text = alternative_text(image, alt)
    loading = mark_safe(' fetchpriority="high"' if eager else ' loading="lazy"')
    css = format_html(' class="{}"', css_class) if css_class else ""
    formats = image.variants.get(preset)
    if not formats:
        return format_html(
            '<img src="{}" width="{}" height="{}" alt="{}" decoding="async"{}{}>',
            image.file.url,
            image.width,
            image.height,
            text,
            loading,
            css,
        )
    sizes = PRESETS[preset].sizes if preset in PRESETS else "100vw"
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        (
            (MIME[kind], ", ".join(f"{media}{path} {width}w" for width, _h, path in formats[kind]), sizes)
            for kind in FORMATS[:-1]
            if formats.get(kind)
        ),
    )
    fallback = formats["jpeg"]
    width, height, path = fallback[-1]
    srcset = ", ".join(f"{media}{p} {w}w" for w, _h, p in fallback)
    return format_html(
        '<picture>{}<img src="{}{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" decoding="async"{}{}></picture>',
        sources,
        media,
        path,
        srcset,
        sizes,
        width,
        height,
        text,
        loading,
        css,
    )


def images_on(page) -> set[int]:
    """Ids of every picture a page shows: its own and those in its text."""
    from wagtail.models import ReferenceIndex

    references = ReferenceIndex.objects.filter(
        base_content_type=ReferenceIndex._get_base_content_type(page),
        object_id=str(page.pk),
        to_content_type__app_label="home",
        to_content_type__model="image",
    )
    ids = {int(pk) for pk in references.values_list("to_object_id", flat=True)}
    lead = page.get_main_image() if hasattr(page, "get_main_image") else None
    return ids | ({lead.pk} if lead is not None else set())
