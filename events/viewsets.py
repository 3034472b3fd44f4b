from wagtail.snippets.views.snippets import SnippetViewSet

from events.models import Suggestion


class SuggestionViewSet(SnippetViewSet):
    """What people suggest: read, and made a draft of the calendar, or declined."""

    model = Suggestion
    icon = "mail"
    list_display = ["title", "starts", "place", "state", "created_at"]
    list_filter = ["state"]
    menu_order = 330
    add_to_admin_menu = True
