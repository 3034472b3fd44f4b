"""Where staff meet the queue: its menu item, the first panel of the dashboard, and a word in the editor of a page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from directory.models import Submission
from directory.moderation.waiting import counts, waiting
from home.dates import date_text

SHOWN = 5


class WaitingMenuItem(MenuItem):
    """With how much there is, for those for whom anything can wait."""

    def render_component(self, request):
        number = sum(count for _source, count in counts(request.user))
        label = f"{self.label} ({number})" if number else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name, classname=self.classname)


class WaitingPanel(Component):
    """The first of what waits, right beneath the big buttons."""

    name = "waiting"
    template_name = "directory/moderation/panel.html"
    order = 20

    def get_context_data(self, parent_context):
        found = waiting(parent_context["request"].user)
        return {"waiting": found, "rows": found.rows[:SHOWN], "more": max(found.total - SHOWN, 0)}


def tell_editor(request, page) -> None:
    """Whoever opens a page in the editor while a change waits on it is told, and how the two go together."""
    if request.method != "GET" or request.headers.get("x-requested-with"):
        return
    found = Submission.objects.waiting().filter(page=page.pk).select_related("sent_by").first()
    if found is None:
        return
    words = {"who": found.sent_by or _("Somebody"), "day": date_text(found.sent_at), "by": date_text(found.promised_on)}
    said = _(
        "%(who)s sent a change of this page on %(day)s; an answer is promised by %(by)s. What you see here is that "
        "change: what you save goes on top of it, and the site shows it when somebody publishes."
    )
    address = reverse("waiting_submission", args=[found.pk])
    messages.warning(request, said % words, buttons=[messages.button(address, _("Old and new side by side"))])
