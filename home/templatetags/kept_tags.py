"""``{% kept "aside" page.pk %}…{% endkept %}``: rendered once per version of the content, see home/versions.py.

``{% kept_around … %}`` is for what stands around a page and asks nothing of the query string.
"""

from django import template
from django.utils.translation import get_language

from home import versions

register = template.Library()


class KeptNode(template.Node):
    def __init__(self, nodelist, parts, whatever_is_asked):
        self.nodelist, self.parts, self.whatever_is_asked = nodelist, parts, whatever_is_asked

    def render(self, context):
        frame, request = context.get("frame"), context.get("request")
        # A preview shows what is not published, and a query string would fill the cache with anybody's words.
        is_asked = request is not None and request.GET and not self.whatever_is_asked
        if frame is None or request is None or getattr(request, "is_preview", False) or is_asked:
            return self.nodelist.render(context)
        parts = (get_language(), *(part.resolve(context) for part in self.parts))
        return versions.kept(frame.settings, parts, lambda: self.nodelist.render(context))


@register.tag("kept")
@register.tag("kept_around")
def kept(parser, token):
    name, *bits = token.split_contents()
    nodelist = parser.parse((f"end{name}",))
    parser.delete_first_token()
    return KeptNode(nodelist, [parser.compile_filter(bit) for bit in bits], name == "kept_around")
