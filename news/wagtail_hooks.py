from django.conf import settings
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet

from home.dashboard import Task, register_task
from news.actions.write_outcome import is_over, may_write_article
from news.models import NewsIndexPage, TrainingIndexPage, TrainingPage, TrainingSeriesPage
from news.views import WriteOutcomeView
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


def _announce_training(request) -> str | None:
    pages = TrainingIndexPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")
    index = pages.filter(shows="").first() or pages.first()
    if index is None or not index.permissions_for_user(request.user).can_add_subpage():
        return None
    return reverse("wagtailadmin_pages:add", args=["news", "trainingpage", index.pk])


register_task(Task(10, _("Write news"), "doc-full", _add_article))
register_task(Task(20, _("Tell a story of experience"), "openquote", _add_story))
register_task(Task(15, _("Announce a training"), "date", _announce_training))


@hooks.register("register_admin_urls")
def outcome_article_url():
    return [path("trainings/<int:pk>/article/", WriteOutcomeView.as_view(), name="write_outcome")]


def _outcome_button(page, user):
    """For those who may write news, on what is over."""
    if page.specific_class not in (TrainingPage, TrainingSeriesPage) or not may_write_article(user):
        return
    if is_over(page.specific):
        url = reverse("write_outcome", args=[page.pk])
        yield Button(_("Write the outcome article"), url, icon_name="doc-full", priority=45)


@hooks.register("register_page_header_buttons")
def outcome_in_header(page, user, view_name, next_url=None):
    yield from _outcome_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def outcome_in_listing(page, user, next_url=None):
    yield from _outcome_button(page, user)
