"""Staff's screens that are no page and no list of Wagtail's own."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from news.actions.write_outcome import articles_of, is_over, may_write_article, write_outcome
from news.models import TrainingPage, TrainingSeriesPage


class WriteOutcomeView(WagtailAdminTemplateMixin, TemplateView):
    """Says what will be made, and makes it when that is confirmed."""

    template_name = "news/admin/write_outcome.html"
    page_title = _("Write the outcome article")
    header_icon = "doc-full"

    def dispatch(self, request, *args, **kwargs):
        if not may_write_article(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> TrainingPage | TrainingSeriesPage:
        page = Page.objects.filter(pk=self.kwargs["pk"]).first()
        page = page.specific if page else None
        if not isinstance(page, TrainingPage | TrainingSeriesPage) or not is_over(page):
            raise Http404
        return page

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        articles = articles_of(self.page)
        return {**super().get_context_data(**kwargs), "page": self.page, "articles": articles}

    def post(self, request, *args, **kwargs):
        return redirect("wagtailadmin_pages:edit", write_outcome(self.page, user=request.user).pk)
