from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from home.dashboard import Task, register_task
from news.models import NewsIndexPage
from news.viewsets import CategoryViewSet

register_snippet(CategoryViewSet)


def _index(shows: str):
    return (
        NewsIndexPage.objects.live().filter(shows=shows).order_by("path").first()
        or NewsIndexPage.objects.live().order_by("path").first()
    )


def _add_article(request) -> str | None:
    index = _index("")
    if index is None or not index.permissions_for_user(request.user).can_add_subpage():
        return None
    return reverse("wagtailadmin_pages:add", args=["news", "articlepage", index.pk])


def _add_story(request) -> str | None:
    index = _index("story")
    if index is None or not index.permissions_for_user(request.user).can_add_subpage():
        return None
    return reverse("wagtailadmin_pages:add", args=["news", "articlepage", index.pk]) + "?kind=story"


register_task(Task(10, _("Write news"), "doc-full", _add_article))
register_task(Task(20, _("Tell a story of experience"), "openquote", _add_story))
