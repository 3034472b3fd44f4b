"""Wagtail, fitted to how this staff works."""

from django.http import Http404
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.dashboard import TasksPanel
from home.documents import may_read
from home.rich_text import PageLinkHandler
from home.viewsets.rows import PeopleAndProjects

register_snippet(PeopleAndProjects)


@hooks.register("construct_homepage_panels")
def tasks_first(request, panels):
    panels.insert(0, TasksPanel())


@hooks.register("construct_homepage_summary_items")
def no_counts(request, items):
    # Numbers of pages and images help nobody; the space belongs to the buttons.
    items.clear()


@hooks.register("insert_global_admin_css")
def admin_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("before_serve_document")
def only_published_documents(document, request):
    if not may_read(document, request):
        raise Http404


@hooks.register("register_rich_text_features", order=10)
def links_between_pages(features):
    features.register_link_type(PageLinkHandler)
