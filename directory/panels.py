"""Panels of the editor that more than one field makes."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel


class WayFilePanel(Panel):
    """What is known of the way, and the road to taking it from a file."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/way_panel.html"

        def is_shown(self):
            return super().is_shown() and (not self.instance.pk or self.instance.source == self.instance)

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "page": self.instance, "way": self.instance.way}


class FreshnessPanel(Panel):
    """Who last stood for the page, and the road to writing it down. Nothing of it is in the page's revisions."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Is all of it right?"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/freshness_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk) and self.instance.source == self.instance

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "page": self.instance, "viewer": self.request.user}


class WayPanel(MultiFieldPanel):
    def __init__(self, children=(), *args, **kwargs):
        kwargs.setdefault("heading", _("The way"))
        children = children or [WayFilePanel(), FieldPanel("way_drawn"), FieldPanel("is_approximate")]
        super().__init__(children, *args, **kwargs)
