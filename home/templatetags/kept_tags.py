"""``{% kept "aside" page.pk %}…{% endkept %}``: rendered once per version of the content, see home/versions.py."""

from django import template
from django.utils.translation import get_language

from home import versions

register = template.Library()


class KeptNode(template.Node):
    def __init__(self, nodelist, parts):
        self.nodelist, self.parts = nodelist, parts

    def render(self, context):
        frame, request = context.get("frame"), context.get("request")
        # A preview shows what is not published, and a query string would fill the cache with anybody's words.
        if frame is None or request is None or getattr(request, "is_preview", False) or request.GET:
            return self.nodelist.render(context)
        parts = (get_language(), *(part.resolve(context) for part in self.parts))
        return versions.kept(frame.settings, parts, lambda: self.nodelist.render(context))


@register.tag
def kept(parser, token):
    parts = [parser.compile_filter(bit) for bit in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, parts)
