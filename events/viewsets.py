from django.db.models import Case, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import ListingButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from events.models import Suggestion


class SuggestionPolicy(ModelPermissionPolicy):
    """Nobody writes suggestions by hand: they come by the form."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(Suggestion, SuggestionPolicy(Suggestion))


class SuggestionIndexView(IndexView):
    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if instance.state == Suggestion.State.NEW:
            for verb, label, icon in (
                ("take", _("Make a draft of it"), "doc-empty"),
                ("decline", _("Decline"), "cross"),
            ):
                url = reverse("event_suggestion", args=[instance.pk, verb])
                buttons.append(ListingButton(label, url=url, icon_name=icon, priority=5))
        return buttons


class SuggestionViewSet(SnippetViewSet):
    """What people suggest: read, and made a draft, or declined."""

    model = Suggestion
    icon = "mail"
    list_display = ["title", "kind", "starts", "place", "name", "phone", "email", "state", "created_at"]
    list_filter = ["state", "kind"]
    index_view_class = SuggestionIndexView
    menu_order = 330

    add_to_admin_menu = True

    def get_queryset(self, request):
        """What nobody has read yet comes first."""
        is_decided = Case(When(state=Suggestion.State.NEW, then=0), default=1)
        return Suggestion.objects.annotate(is_decided=is_decided).order_by("is_decided", "-created_at", "-pk")
