"""The list of news: narrowed, counted, paged, in a constant number of queries."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import CharField, Count, F, Value
from django.db.models.functions import Cast, ExtractYear
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.models import Settlement, Topic
from home import versions
from home.navigation import frame_for
from home.pagination import paginate
from news.cards import article_cards
from news.filters import NewsFilter
from news.models import ArticlePage, Category

PER_PAGE = 12


@dataclass
class FilterValue:
    value: str
    label: str
    count: int
    url: str
    current: bool


@dataclass
class FilterGroup:
    name: str
    label: str
    values: list[FilterValue]
    any_url: str

    @property
    def current(self) -> FilterValue | None:
        return next((value for value in self.values if value.current), None)


def visible_articles(language: str, kind: str = "", today=None):
    """Every article a reader of ``language`` may see, those dated ahead left out."""
    articles = ArticlePage.objects.published().for_readers_of(language)
    articles = articles.filter(published_on__lte=today or timezone.localdate())
    return articles.filter(kind=kind) if kind else articles


def _with(request, name: str, value: str) -> str:
    rest = {key: request.GET.get(key) for key in ("category", "topic", "settlement", "year") if request.GET.get(key)}
    rest.pop(name, None)
    if value:
        rest[name] = value
    return f"{request.path}?{urlencode(rest)}" if rest else request.path


def _labels(request) -> dict[str, dict[str, str]]:
    """Facet → its values in the editors' order: slug → words. Kept, because every list of news needs them."""
    return versions.kept(
        frame_for(request).settings,
        ("news-labels", get_language()),
        lambda: {
            "category": {row.slug: str(row) for row in Category.objects.all()},
            "topic": {row.slug: str(row) for row in Topic.objects.all()},
            "settlement": dict(Settlement.objects.values_list("slug", "name")),
        },
    )


def _counts(articles) -> dict[str, dict[str, int]]:
    """Facet → value → how many articles have it; all facets in one query."""
    keys = {
        "category": F("category__slug"),
        "topic": F("topics__slug"),
        "settlement": F("settlements__slug"),
        "year": Cast(ExtractYear("published_on"), CharField(max_length=4)),
    }
    first, *others = (
        articles.order_by().values(facet=Value(name), key=key).annotate(n=Count("pk", distinct=True))
        for name, key in keys.items()
    )
    found = {name: {} for name in keys}
    for row in first.union(*others, all=True):
        if row["key"]:
            found[row["facet"]][row["key"]] = row["n"]
    return found


def _groups(request, articles) -> list[FilterGroup]:
    """Filters with at least two values that lead somewhere."""
    names = {"category": _("Category"), "topic": _("Topic"), "settlement": _("Place"), "year": _("Year")}
    all_labels, all_counts = _labels(request), _counts(articles)
    groups = []
    for name, title in names.items():
        chosen, counts, labels = request.GET.get(name, ""), all_counts[name], all_labels.get(name)
        order = sorted(counts, reverse=True) if labels is None else [slug for slug in labels if slug in counts]
        options = [
            FilterValue(key, labels[key] if labels else key, counts[key], _with(request, name, key), key == chosen)
            for key in order
        ]
        if len(options) >= 2 or any(option.current for option in options):
            groups.append(FilterGroup(name, title, options, _with(request, name, "")))
    return groups


def news_list(request, index) -> dict:
    """Context of an index page: ``form``, ``groups``, ``articles`` (a page of cards), ``feeds``."""
    language = get_language() or index.language
    articles = visible_articles(language, index.source.shows)
    form = NewsFilter(request.GET or None)
    chosen = form.narrow(articles) if form.is_bound else articles
    page = paginate(chosen.pinned_first().for_cards(), request, PER_PAGE)
    page.object_list = article_cards(page.object_list, language)
    active = {name for name in form.fields if form.is_bound and form.cleaned_data.get(name)}
    return {
        "form": form,
        "groups": _groups(request, articles),
        "articles": page,
        "is_narrowed": bool(active),
        "all_url": request.path,
        "feed_query": urlencode({"category": request.GET["category"]}) if "category" in active else "",
    }
