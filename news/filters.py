"""How a list of news is narrowed. Every value passes the form; what is unknown is said, never an error page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import Settlement, Topic
from news.models import Category


class NewsFilter(forms.Form):
    category = forms.ModelChoiceField(Category.objects.all(), to_field_name="slug", required=False, label=_("Category"))
    topic = forms.ModelChoiceField(Topic.objects.all(), to_field_name="slug", required=False, label=_("Topic"))
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), to_field_name="slug", required=False, label=_("Place")
    )
    year = forms.IntegerField(min_value=1990, max_value=2200, required=False, label=_("Year"))

    def narrow(self, articles):
        """Apply what is valid; an invalid value narrows nothing and has its message in ``errors``."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("category"):
            articles = articles.filter(category=chosen["category"])
        if chosen.get("topic"):
            articles = articles.about(chosen["topic"])
        if chosen.get("settlement"):
            articles = articles.in_settlement(chosen["settlement"])
        if chosen.get("year"):
            articles = articles.filter(published_on__year=chosen["year"])
        return articles
