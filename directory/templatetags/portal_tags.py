"""What the templates of the portal need beside the site's own tags."""

from django import forms, template

register = template.Library()
MANY = 8


@register.filter
def item(mapping, key):
    """``{{ step_of|item:name }}``."""
    return mapping.get(key, "")


@register.inclusion_tag("portal/edit/_field.html")
def step_field(field, at_once=()):
    """A field of a step: a line, a group of buttons, or a long list that opens."""
    widget, kind = field.field.widget, "line"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        kind = "many" if len(field.field.choices) > MANY else "choices"
    elif isinstance(widget, forms.RadioSelect):
        kind = "choices"
    return {"field": field, "kind": kind, "at_once": field.name in at_once}
