"""The list of mails for staff: what was written, what became of it, and sending it again. Nothing can be edited."""

import django_filters
from django.contrib import messages
from django.contrib.auth.mixins import UserPassesTestMixin
from django.contrib.auth.models import Permission
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import ListingButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from home.dashboard import way_back
from home.mail import sender
from home.models.outbox import OutboxMessage

State = OutboxMessage.State


class OutboxPermissionPolicy(ModelPermissionPolicy):
    """Looking and sending again is for those who may view mails; adding, editing, deleting for nobody."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, "view")

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission(["view"] if "view" in actions else [])


register_permission_policy(OutboxMessage, OutboxPermissionPolicy(OutboxMessage))


class OutboxFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), field_name="current_state", choices=State.choices, empty_label=_("All")
    )
    queued_at = django_filters.DateFromToRangeFilter(label=_("Written"))

    class Meta:
        model = OutboxMessage
        fields = ["state"]


class OutboxIndexView(generic.IndexView):
    any_permission_required = ["view"]
    page_title = _("Mails")
    is_searchable = True
    search_fields = ["subject", "recipient", "occasion"]
    search_backend_name = None
    show_other_searches = False

    def get_base_queryset(self):
        return super().get_base_queryset().with_state().defer("text", "html", "attachments")


class SubjectColumn(ButtonsColumnMixin, TitleColumn):
    """The subject, with the one thing that can be done; there is no page behind it to link to."""

    def get_value(self, instance):
        return instance.subject or _("(content removed)")

    def get_buttons(self, instance, parent_context):
        if not may_be_sent_again(instance):
            return []
        address = reverse("outbox:again", args=[instance.pk])
        return [ListingButton(_("Send again"), url=address, icon_name="mail", priority=10)]


class SendAgainView(UserPassesTestMixin, View):
    """Asks, then puts the mail back into the queue; one that failed can be given up as well."""

    permission_policy = None
    raise_exception = True

    def test_func(self):
        return self.permission_policy.user_has_permission(self.request.user, "view")

    def get(self, request, pk):
        message = get_object_or_404(OutboxMessage, pk=pk)
        if not may_be_sent_again(message):
            raise Http404
        back = way_back(request, reverse("outbox:index"))
        words = {"mail": message, "back": back, "may_let_go": message.state == State.FAILED}
        return TemplateResponse(request, "home/admin/send_mail_again.html", words)

    def post(self, request, pk):
        message = get_object_or_404(OutboxMessage, pk=pk)
        if request.POST.get("do") == "let-go":
            if sender.let_go(message):
                messages.success(request, _("The mail is given up, and its content removed."))
            return redirect(way_back(request, reverse("outbox:index")))
        if sender.send_again(message):
            messages.success(request, _("The mail is in the queue again; it goes out within a minute."))
        else:
            messages.error(
                request, _("This mail cannot be sent again: its content has been removed, or it is on its way.")
            )
        return redirect(way_back(request, reverse("outbox:index")))


def may_be_sent_again(message: OutboxMessage) -> bool:
    return not message.purged_at and message.state in (State.SENT, State.FAILED, State.HELD, State.RETRYING)


class OutboxViewSet(ModelViewSet):
    model = OutboxMessage
    name = "outbox"
    icon = "mail"
    menu_label = _("Mails")
    menu_order = 950
    add_to_settings_menu = True
    add_to_reference_index = False
    index_view_class = OutboxIndexView
    filterset_class = OutboxFilterSet
    form_fields: list[str] = []
    list_per_page = 50
    inspect_view_enabled = False
    copy_view_enabled = False
    list_display = [
        SubjectColumn("subject", label=_("Subject")),
        Column("recipient", label=_("Recipient"), accessor=lambda mail: mail.recipient or "—"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda mail: mail.state.label,
            primary=lambda mail: mail.state in (State.SENT, State.SENDING),
        ),
        DateColumn("queued_at", label=_("Written"), sort_key="queued_at"),
        DateColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
        Column("attempts", label=_("Attempts"), sort_key="attempts"),
        Column("last_error", label=_("What went wrong")),
    ]

    def get_permissions_to_register(self):
        """In the form of a group there is one thing to allow: looking (and sending again)."""
        return Permission.objects.filter(content_type__app_label="home", codename="view_outboxmessage")

    @property
    def again_view(self):
        return SendAgainView.as_view(permission_policy=self.permission_policy)

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/again/", self.again_view, name="again"),
        ]
