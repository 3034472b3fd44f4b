"""The screen of the admin that gives the line: choose what is shown, look at it, copy."""

from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.urls import path
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from directory.embed.lines import SHOWS, hosts, offer
from directory.latvian_order import sort_key
from directory.models import Settlement, Topic
from directory.vocabulary import IN_DIRECTORY, choices_of

FACETS = ("kind", "place", "topic")


class LineForm(forms.Form):
    """Asked by GET, so that a choice is an address to come back to."""

    show = forms.ChoiceField(label=_("Show as"), choices=SHOWS)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    kind = forms.ChoiceField(label=_("What"), required=False)
    place = forms.ChoiceField(label=_("Where"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        everything = ("", _("everything"))
        places = sorted(Settlement.objects.all(), key=lambda row: sort_key(row.name))
        self.fields["kind"].choices = [everything, *choices_of(IN_DIRECTORY)]
        self.fields["place"].choices = [("", _("everywhere")), *((row.slug, row.name) for row in places)]
        self.fields["topic"].choices = [everything, *((row.slug, str(row)) for row in Topic.objects.all())]

    def offer(self):
        chosen = self.cleaned_data
        query = urlencode([(name, chosen[name]) for name in FACETS if chosen[name]])
        with override(chosen["language"]):
            return offer(chosen["show"], query)


class LineView(WagtailAdminTemplateMixin, FormView):
    template_name = "directory/admin/embed.html"
    page_title = _("Embed on another site")
    header_icon = "code"
    form_class = LineForm

    def get_form_kwargs(self):
        first = {"show": SHOWS[0][0], "language": get_language().partition("-")[0]}
        codes = dict(settings.LANGUAGES)
        first["language"] = first["language"] if first["language"] in codes else settings.LANGUAGE_CODE
        return {"data": self.request.GET if "show" in self.request.GET else first}

    def get_context_data(self, **kwargs):
        form = kwargs.setdefault("form", self.get_form())
        found = form.offer() if form.is_valid() else None
        return super().get_context_data(**kwargs, offer=found, hosts=hosts())


class Embed(ViewSet):
    """In the menu of the directory."""

    name = "embed_line"
    url_prefix = "directory/embed"
    menu_label = _("Embed on another site")
    icon = "code"

    def get_urlpatterns(self):
        return [path("", LineView.as_view(http_method_names=["get", "head", "options"]), name="index")]
