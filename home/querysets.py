"""Who may see what, once: every door asks ``published()``."""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

# A restriction also closes the aliases of its page, and what lies below them: Page.get_view_restrictions() has it so.
CLOSED = ("page__path", "page__aliases__path")


def restrictions_of(path: str = "path") -> QuerySet:
    """Restrictions set on the page at ``path`` or on an ancestor of it; for use inside ``Exists``."""
    outer = ExpressionWrapper(OuterRef(path), output_field=CharField())
    begins = Q()
    for closed in CLOSED:
        begins |= Q(outer_path__startswith=F(closed))
    return PageViewRestriction.objects.annotate(outer_path=outer).filter(begins)


def closed_paths() -> set[str]:
    """Paths of the pages that are not open to everybody; what lies below them is not either. One query."""
    return {path for row in PageViewRestriction.objects.values_list(*CLOSED) for path in row if path}


def is_restricted(page: Page, closed: set[str]) -> bool:
    """Whether the page, or one above it, is among the closed ones."""
    ends = range(page.steplen, len(page.path) + 1, page.steplen)
    return not closed.isdisjoint(page.path[:end] for end in ends)


def open_at(now=None, prefix: str = "") -> Q:
    """Live and inside go-live and expiry by the clock, wherever the worker has got to; never an alias.

    wagtail-localize makes aliases of parents that are not translated yet: the main language's words under another
    language's name. Readers get the fallback instead, which says what it is (home.navigation).
    """
    now = now or timezone.now()
    return (
        Q(**{f"{prefix}live": True, f"{prefix}alias_of": None})
        & (Q(**{f"{prefix}go_live_at": None}) | Q(**{f"{prefix}go_live_at__lte": now}))
        & (Q(**{f"{prefix}expire_at": None}) | Q(**{f"{prefix}expire_at__gt": now}))
    )


class PublishedQuerySet(PageQuerySet):
    """Verbs of visibility and language for every page type of ours."""

    def published(self, now=None):
        """Live, open to everybody, inside go-live and expiry."""
        return self.filter(open_at(now)).filter(~Exists(restrictions_of()))

    def for_readers_of(self, language: str):
        """Source pages a reader of ``language`` is offered: their own language's, and untranslated main ones."""
        return self.sources().filter(
            Q(locale__language_code=settings.LANGUAGE_CODE) | Q(locale__language_code=language)
        )

    def for_page(self):
        """Everything a page needs to show itself that a join can bring; page types with more say so."""
        related = [name for name in ("lead_image",) if name in {field.name for field in self.model._meta.fields}]
        return self.select_related("locale", *related)

    def sources(self):
        """Pages that are not a translation: those of the main language and those that exist only in another."""
        in_main_language = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
        )
        return self.filter(Q(locale__language_code=settings.LANGUAGE_CODE) | ~Exists(in_main_language))
