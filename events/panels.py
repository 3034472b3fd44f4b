"""The dates of a page, beside the page: seen in its editor, changed on screens of their own (events/staff)."""

from django.conf import settings
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from events.vocabulary import OUTINGS


class DatesPanel(Panel):
    """Rows of a page's dates with their seats, and the ways to add one. Nothing of it is in the page's revisions."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Dates and sign-up"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/dates_panel.html"

        def get_context_data(self, parent_context=None):
            from events.excursions import as_dated
            from events.staff.overview import dates_of

            context = super().get_context_data(parent_context)
            page = self.instance.source if self.instance.pk else None
            is_outing = getattr(as_dated(page), "event_kind", "") in OUTINGS
            return {**context, "page": page, "dates": dates_of(page) if page else [], "is_outing": is_outing}

        def render_html(self, parent_context=None):
            """Hours of the place, whatever time zone the editor chose for the rest of the admin."""
            with timezone.override(settings.TIME_ZONE):
                return super().render_html(parent_context)


class SeriesOrderPanel(Panel):
    """A word of warning where the festival that ends a series of visits is dated before its last visit; else nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/series_order_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.warning)

        @cached_property
        def warning(self) -> str:
            from events.series_order import early_festival

            return early_festival(self.instance) if self.instance.pk else ""

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "warning": self.warning}
