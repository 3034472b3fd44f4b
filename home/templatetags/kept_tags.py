"""``{% kept "aside" page.pk %}…{% endkept %}``: rendered once per version of the content, see home/versions.py.

``{% kept_around … %}`` is for what stands around a page and asks nothing of the query string. ``{% kept_for_a_minute … %}``
is for what goes by the clock or by people: until the minute is over, seats may be fewer than it says. What is taken
from the readers is gone at once there too.
"""

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from home import versions

register = template.Library()


class KeptNode(template.Node):
    def __init__(self, nodelist, parts, *, whatever_is_asked, for_a_minute):
        self.nodelist, self.parts = nodelist, parts
        self.whatever_is_asked, self.for_a_minute = whatever_is_asked, for_a_minute

    def render(self, context):
        frame, request = context.get("frame"), context.get("request")
        # A preview shows what is not published, and a query string would fill the cache with anybody's words.
        is_asked = request is not None and request.GET and not self.whatever_is_asked
        if frame is None or request is None or getattr(request, "is_preview", False) or is_asked:
            return self.nodelist.render(context)
        parts = (get_language(), *(part.resolve(context) for part in self.parts))
        if self.for_a_minute:
            parts += (f"{timezone.now():%H:%M}",)
        return versions.kept(frame.settings, parts, lambda: self.nodelist.render(context))


@register.tag("kept")
@register.tag("kept_around")
@register.tag("kept_for_a_minute")
def kept(parser, token):
    name, *bits = token.split_contents()
    nodelist = parser.parse((f"end{name}",))
    parser.delete_first_token()
    values = [parser.compile_filter(bit) for bit in bits]
    return KeptNode(nodelist, values, whatever_is_asked=name == "kept_around", for_a_minute=name == "kept_for_a_minute")
