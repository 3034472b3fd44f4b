"""The dates of a page, beside the page: seen in its editor, changed on screens of their own (events/staff)."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class DatesPanel(Panel):
    """Rows of a page's dates with their seats, and the ways to add one. Nothing of it is in the page's revisions."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Dates and sign-up"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/dates_panel.html"

        def get_context_data(self, parent_context=None):
            from events.staff.overview import dates_of

            context = super().get_context_data(parent_context)
            page = self.instance.source if self.instance.pk else None
            return {**context, "page": page, "dates": dates_of(page) if page else []}

        def render_html(self, parent_context=None):
            """Hours of the place, whatever time zone the editor chose for the rest of the admin."""
            with timezone.override(settings.TIME_ZONE):
                return super().render_html(parent_context)
