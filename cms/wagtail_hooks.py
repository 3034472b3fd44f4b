"""The admin without inline scripts, so that its security policy stays strict (docs/security-policy.md); and its list
of mails."""

import json
import re

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.widgets import BaseChooser

from cms import wagtail_faults  # noqa: F401 # mends them
from home.viewsets.outbox import OutboxViewSet

INLINE_CALL = re.compile(r"(?:new )?(?P<name>\w+)\((?P<arguments>.*)\);?", re.DOTALL)


@hooks.register("register_admin_viewset")
def mails():
    return OutboxViewSet()


# First of all scripts of the page's own: elements that it defines may stand anywhere in the content.
@hooks.register("insert_global_admin_js", order=-100)
def inline_start():
    return format_html('<script src="{}"></script>', static("js/admin/inline-start.js"))


def render_without_script(self, name, value, attrs=None, renderer=None):
    """``BaseChooser.render`` with its start as data: Wagtail 8.0.1 appends ``<script>new PageChooser(…);</script>``.

    Raises:
        ValueError: a chooser starts itself in another way; then this and inline-start.js have to learn it.
    """
    value_data = self.get_value_data(value)
    script = self.render_js_init(attrs["id"], name, value_data)
    call = INLINE_CALL.fullmatch(script.strip())
    if call is None:
        raise ValueError(f"{type(self).__name__} starts with a script that is not one call.")
    arguments = json.dumps(json.loads(f"[{call['arguments']}]"))
    return format_html(
        '{}<inline-start hidden data-call="{}" data-arguments="{}"></inline-start>',
        self.render_html(name, value_data, attrs),
        call["name"],
        arguments,
    )


BaseChooser.render = render_without_script
