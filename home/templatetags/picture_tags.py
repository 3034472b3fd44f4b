from django import template
from django.conf import settings

from home.pictures import picture_html

register = template.Library()


@register.simple_tag
def picture(image, preset, alt=None, eager=False, css_class=""):
    """``{% picture image "card" alt="" %}``; see home/pictures.py for the presets."""
    return picture_html(image, preset, alt=alt, eager=eager, css_class=css_class)


@register.simple_tag
def picture_url(image, preset):
    """Address of the largest JPEG of a preset, else of the upload itself."""
    rows = image.variants.get(preset, {}).get("jpeg") if image else None
    return settings.MEDIA_URL + rows[-1][2] if rows else (image.file.url if image else "")
