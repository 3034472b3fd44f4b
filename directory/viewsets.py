from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from directory.embed.screen import Embed
from directory.models import Contact, Notice, Settlement, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "parent", "slug"]


class SettlementViewSet(SnippetViewSet):
    model = Settlement
    icon = "site"
    list_display = ["name", "locative", "kind", "parish"]
    search_fields = ["name"]


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "user"
    list_display = ["__str__", "profile", "phone_visibility", "email_visibility"]
    list_filter = ["profile"]
    search_fields = ["name", "profile__name"]


class NoticeViewSet(SnippetViewSet):
    model = Notice
    icon = "comment"
    list_display = ["__str__", "kind", "profile", "expires_on"]
    list_filter = ["kind", "profile"]


class PlacesAndTopics(SnippetViewSetGroup):
    items = (ContactViewSet, NoticeViewSet, TopicViewSet, SettlementViewSet, Embed)
    menu_label = _("Directory")
    menu_icon = "tag"
    menu_order = 360
    add_to_admin_menu = True
