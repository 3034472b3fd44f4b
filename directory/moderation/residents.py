"""The list of active residents: seen, taken out as a file with every file written down, and shortened."""

import csv
import io

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import HeaderButton
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from directory.actions.join_as_resident import token_of
from directory.exports.tables import inert
from directory.models import Resident
from directory.notifications import address_of
from home.models import SiteSettings


class ResidentPolicy(ModelPermissionPolicy):
    """Nobody is put on the list by somebody else, and nobody's words are changed: looking and deleting."""

    def user_has_permission(self, user, action):
        return action in ("view", "delete") and super().user_has_permission(user, action)


register_permission_policy(Resident, ResidentPolicy(Resident))


class ResidentIndexView(IndexView):
    def get_header_more_buttons(self):
        buttons = super().get_header_more_buttons()
        if self.permission_policy.user_has_permission(self.request.user, "view"):
            buttons.append(HeaderButton(_("As a file"), url=reverse("residents_file"), icon_name="download"))
        return buttons


class ResidentViewSet(SnippetViewSet):
    model = Resident
    icon = "user"
    menu_label = gettext_lazy("Active residents")
    list_display = ["name", "settlement", "email", "phone", "wants_updates", "confirmed_at"]
    list_filter = ["settlement", "topics", "wants_updates"]
    search_fields = ["name", "message"]
    index_view_class = ResidentIndexView
    inspect_view_enabled = True
    inspect_view_fields = ["name", "email", "phone", "settlement", "topics", "message", "wants_updates", "confirmed_at"]

    add_to_admin_menu = True
    menu_order = 365

    def get_queryset(self, request):
        return Resident.objects.confirmed().select_related("settlement")


def file(request) -> HttpResponse:
    """All who have confirmed, with the link that lets each leave; that it was made is written down."""
    if not request.user.has_perm("directory.view_resident"):
        raise PermissionDenied
    rows = list(Resident.objects.confirmed().select_related("settlement").prefetch_related("topics"))
    head = [
        _("Name and surname"), _("Email"), _("Phone"), _("Lives in"), _("Interests"), _("What they would like to do"),
        _("Wants news"), _("Language"), _("Link to leave the list"),
    ]  # fmt: skip
    table = [
        [
            row.name, row.email, row.phone, str(row.settlement or ""), ", ".join(str(t.name) for t in row.topics.all()),
            row.message, _("yes") if row.wants_updates else _("no"), row.language, address_of("resident", token_of(row)),
        ]
        for row in rows
    ]  # fmt: skip
    settings = SiteSettings.objects.order_by("pk").first()
    log(instance=settings, action="directory.residents_file", user=request.user, data={"rows": len(rows)})
    response = HttpResponse(_csv([head, *table]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="residents-{timezone.localdate():%Y-%m-%d}.csv"'
    return response


def _csv(table: list[list]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([[inert(value) for value in row] for row in table])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


urls = [path("directory/residents.csv", file, name="residents_file")]
