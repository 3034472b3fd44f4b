"""“Where do you live?” answered with what there is now: the news of the settlement."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.models import Settlement
from home.search.latvian import fold, stem
from home.search.places import PlaceAnswer
from news.index import news_index_path
from news.listing import visible_articles

NEAREST = 5


def find_settlement(text: str) -> PlaceAnswer | None:
    """A settlement by slug, name or locative, diacritics or not; ``None`` when no settlement is meant."""
    wanted = fold(text).strip()
    rows = list(Settlement.objects.all())
    settlement = next((row for row in rows if wanted in {row.slug, fold(row.name), fold(row.locative)}), None) or next(
        (row for row in rows if stem(fold(row.name)) == stem(wanted) and len(wanted) > 3), None
    )
    if settlement is None:
        return None
    index = news_index_path()
    articles = visible_articles(get_language())
    if index and articles.in_settlement(settlement).exists():
        return PlaceAnswer(url=f"{index}?settlement={settlement.slug}")
    with_news = {row.pk: row for row in rows} if settlement.point else {}
    used = set(articles.values_list("settlements", flat=True))
    near = sorted(
        (row for row in with_news.values() if row.pk in used and row.point),
        key=lambda row: row.point.distance(settlement.point),
    )
    message = _("We know %(name)s, but there is no news about it yet.") % {"name": settlement.name}
    if near:
        message += " " + _("These places near it have some:")
    return PlaceAnswer(
        message=message, suggestions=tuple((row.name, f"{index}?settlement={row.slug}") for row in near[:NEAREST])
    )
