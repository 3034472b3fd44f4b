"""How lists of news and of trainings are narrowed. Every value passes the form; what is unknown is said, never an error page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import Settlement, Topic
from events.vocabulary import Format
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


class TrainingFilter(forms.Form):
    """Facets by the names that they have in the calendar."""

    topic = forms.ModelChoiceField(Topic.objects.all(), to_field_name="slug", required=False, label=_("Topic"))
    format = forms.ChoiceField(choices=[("", ""), *Format.choices[:2]], required=False, label=_("How it is held"))
    place = forms.ModelChoiceField(Settlement.objects.all(), to_field_name="slug", required=False, label=_("Where"))

    VERBS = {"topic": "about", "format": "held", "place": "at"}

    @property
    def chosen(self) -> dict[str, str]:
        """Facet → its value as the address has it; only what was understood."""
        self.is_valid()
        return {name: self.data[name] for name in self.VERBS if self.cleaned_data.get(name)}

    def narrow(self, trainings, *, without: str = ""):
        """``trainings`` of this choice, all facets but one."""
        self.is_valid()
        for name, verb in self.VERBS.items():
            if name != without and self.cleaned_data.get(name):
                trainings = getattr(trainings, verb)(self.cleaned_data[name])
        return trainings
