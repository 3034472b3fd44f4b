"""Lists that staff keep beside the pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import Funder, Person, Project


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    list_display = ["name", "role", "organisation", "phone"]
    search_fields = ["name", "organisation"]
    list_export = ["name", "organisation", "phone", "email"]


class FunderViewSet(SnippetViewSet):
    model = Funder
    icon = "pick"
    list_display = ["name", "url"]


class ProjectViewSet(SnippetViewSet):
    model = Project
    icon = "folder-open-inverse"
    list_display = ["title", "number", "starts", "ends"]
    search_fields = ["number"]


class PeopleAndProjects(SnippetViewSetGroup):
    items = (PersonViewSet, ProjectViewSet, FunderViewSet)
    menu_label = _("People and projects")
    menu_icon = "group"
    menu_order = 350
    add_to_admin_menu = True
