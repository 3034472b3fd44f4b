from django import template

from home.jsonld import absolute as to_absolute

register = template.Library()


@register.filter
def absolute(path: str) -> str:
    """The path on the public site, whatever host was asked."""
    return to_absolute(str(path))
