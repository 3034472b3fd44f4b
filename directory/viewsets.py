from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from directory.models import Settlement, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "parent", "slug"]


class SettlementViewSet(SnippetViewSet):
    model = Settlement
    icon = "site"
    list_display = ["name", "locative", "kind", "parish"]
    search_fields = ["name"]


class PlacesAndTopics(SnippetViewSetGroup):
    items = (TopicViewSet, SettlementViewSet)
    menu_label = _("Topics and places")
    menu_icon = "tag"
    menu_order = 360
    add_to_admin_menu = True
