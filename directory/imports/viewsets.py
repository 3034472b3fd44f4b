"""The menu “Data” of the admin: imports, the register, and what has changed in it."""

import django_filters
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import HeaderButton, ListingButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from directory.imports import views
from directory.imports.adopting import may_adopt
from directory.models import ImportRun, RegisterEntry, RegisterProposal


class OneRightPolicy(ModelPermissionPolicy):
    """What can be done here is one right; whoever has it may also look. Nothing is added, edited or deleted by form."""

    def __init__(self, model, right: str):
        super().__init__(model)
        self.right = right

    def user_has_permission(self, user, action):
        return action in (self.right, "view") and super().user_has_permission(user, self.right)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission([self.right] if {self.right, "view"} & set(actions) else [])


register_permission_policy(ImportRun, OneRightPolicy(ImportRun, "add"))
register_permission_policy(RegisterEntry, OneRightPolicy(RegisterEntry, "view"))
register_permission_policy(RegisterProposal, OneRightPolicy(RegisterProposal, "change"))


class DataViewSet(ModelViewSet):
    """A list without forms; ``codenames`` are the rights that a group's form offers."""

    add_to_reference_index = False
    form_fields: list[str] = []
    list_per_page = 50
    inspect_view_enabled = False
    copy_view_enabled = False
    codenames: tuple[str, ...] = ()

    def get_permissions_to_register(self):
        return Permission.objects.filter(content_type__app_label="directory", codename__in=self.codenames)

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]


class PlainIndexView(generic.IndexView):
    any_permission_required = ["view"]
    search_backend_name = None
    show_other_searches = False


class ImportIndexView(PlainIndexView):
    page_title = _("Imports")
    is_searchable = False

    @property
    def header_buttons(self):
        return [
            HeaderButton(_("Import a file"), url=reverse("imports:add"), icon_name="upload", priority=10),
            HeaderButton(_("Update the register"), url=reverse("imports:register"), icon_name="download", priority=20),
        ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("user").defer("headers", "mapping")


class ImportViewSet(DataViewSet):
    model = ImportRun
    name = "imports"
    icon = "upload"
    menu_label = _("Imports")
    index_view_class = ImportIndexView
    codenames = ("add_importrun",)
    list_filter = ["importer", "state"]
    list_display = [
        TitleColumn("file_name", label=_("File"), get_url=lambda run: reverse("imports:run", args=[run.pk])),
        Column("importer", label=_("What"), accessor=lambda run: run.get_importer_display()),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda run: run.get_state_display(),
            primary=lambda run: run.state == ImportRun.State.DONE,
        ),
        Column("total", label=_("Rows")),
        Column("user", label=_("By"), accessor=lambda run: run.user or "–"),
        DateColumn("created_at", label=_("Begun"), sort_key="created_at"),
    ]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("new/", views.UploadView.as_view(), name="add"),
            path("register/", views.RegisterUploadView.as_view(), name="register"),
            path("<int:pk>/", views.RunView.as_view(), name="run"),
            path("<int:pk>/columns/", views.ColumnsView.as_view(), name="columns"),
            path("<int:pk>/progress/", views.ProgressView.as_view(), name="progress"),
            path("<int:pk>/report/", views.ReportView.as_view(), name="report"),
        ]


class RegisterFilterSet(WagtailFilterSet):
    address = django_filters.CharFilter(label=_("Address has"), lookup_expr="icontains")
    is_closed = django_filters.BooleanFilter(label=_("Liquidated"), method="by_closed")
    has_profile = django_filters.BooleanFilter(label=_("Has a profile"), field_name="thing", method="by_profile")

    class Meta:
        model = RegisterEntry
        fields = ["sort"]

    def by_closed(self, queryset, name, value):
        closed = ~Q(closed="") | Q(terminated__isnull=False)
        return queryset.filter(closed if value else ~closed)

    def by_profile(self, queryset, name, value):
        return queryset.exclude(thing=None) if value else queryset.filter(thing=None)


class EntryColumn(ButtonsColumnMixin, TitleColumn):
    """The name, with the one thing that can be done."""

    def get_buttons(self, instance, parent_context):
        if instance.thing or not _may_adopt(parent_context["request"]):
            return []
        address = reverse("register:adopt", args=[instance.pk])
        return [ListingButton(_("Make a profile"), url=address, icon_name="plus", priority=10)]


def _may_adopt(request) -> bool:
    """Asked once for a list."""
    if not hasattr(request, "_may_adopt"):
        request._may_adopt = may_adopt(request.user)
    return request._may_adopt


class RegisterIndexView(PlainIndexView):
    page_title = _("Register of Enterprises")
    is_searchable = True
    search_fields = ["name", "number"]


class RegisterViewSet(DataViewSet):
    model = RegisterEntry
    name = "register"
    icon = "list-ul"
    menu_label = _("Register of Enterprises")
    index_view_class = RegisterIndexView
    filterset_class = RegisterFilterSet
    codenames = ("view_registerentry", "adopt_registerentry")
    list_display = [
        EntryColumn("name", label=_("Name"), sort_key="name"),
        Column("number", label=_("Register number"), sort_key="number"),
        Column("sort", label=_("Kind"), accessor=lambda entry: entry.get_sort_display()),
        Column("address", label=_("Registered address")),
        DateColumn("registered", label=_("Registered"), sort_key="registered"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda entry: _state_of(entry),
            primary=lambda entry: bool(entry.thing),
        ),
    ]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("<int:pk>/adopt/", views.AdoptView.as_view(), name="adopt")]


def _state_of(entry: RegisterEntry):
    if entry.missing_since:
        return _("not in the file")
    if entry.is_closed:
        return _("liquidated")
    return _("has a profile") if entry.thing else _("registered")


class ProposalColumn(ButtonsColumnMixin, TitleColumn):
    def get_value(self, instance):
        return instance.entry.name

    def get_buttons(self, instance, parent_context):
        if instance.state != RegisterProposal.State.OPEN:
            return []
        address = reverse("register_proposals:decide", args=[instance.pk])
        return [ListingButton(_("Decide"), url=address, icon_name="check", priority=10)]


class ProposalFilterSet(WagtailFilterSet):
    class Meta:
        model = RegisterProposal
        fields = ["state", "what"]


class ProposalIndexView(PlainIndexView):
    page_title = _("Changes in the register")
    is_searchable = True
    search_fields = ["entry__name", "entry__number"]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("entry", "decided_by")


class ProposalViewSet(DataViewSet):
    model = RegisterProposal
    name = "register_proposals"
    icon = "history"
    menu_label = _("Changes in the register")
    index_view_class = ProposalIndexView
    filterset_class = ProposalFilterSet
    codenames = ("change_registerproposal",)
    list_display = [
        ProposalColumn(
            "entry",
            label=_("Name"),
            get_url=lambda row: reverse("register_proposals:decide", args=[row.pk]),
        ),
        Column("what", label=_("What"), accessor=lambda row: row.get_what_display()),
        Column("old", label=_("Before"), accessor=lambda row: row.old or "–"),
        Column("new", label=_("Now")),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda row: row.get_state_display(),
            primary=lambda row: row.state == RegisterProposal.State.OPEN,
        ),
        DateColumn("created_at", label=_("Found"), sort_key="created_at"),
    ]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("<int:pk>/", views.DecideView.as_view(), name="decide")]


class Data(ViewSetGroup):
    items = (ImportViewSet, RegisterViewSet, ProposalViewSet)
    menu_label = _("Data")
    menu_icon = "table"
    menu_order = 370
    add_to_admin_menu = True
