from django import template

from home.pictures import picture_html

register = template.Library()


@register.simple_tag
def picture(image, preset, alt=None, eager=False, css_class=""):
    """``{% picture image "card" alt="" %}``; see home/pictures.py for the presets."""
    return picture_html(image, preset, alt=alt, eager=eager, css_class=css_class)
