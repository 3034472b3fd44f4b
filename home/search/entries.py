"""Writing the search: one entry a page, its stems beside it."""

import functools
import html
import re
from collections import Counter
from collections.abc import Iterable

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue
from wagtail.models import Page

from home import versions
from home.models import SearchEntry, SearchTerm
from home.querysets import closed_paths, is_restricted
from home.reading import in_batches, read
from home.search import english, latvian

TITLE_WEIGHT = 8
MOST = 5  # a word repeated oftener counts no more
STOP_WORDS = {
    "lv": set("un ar ir par no uz pie kas ko ka vai ari lai bet gan pec pa ap to tas ta so sis".split()),  # noqa: SIM905
    "en": set("the a an of and or to in on at for is are was by with from this that".split()),  # noqa: SIM905
}
SPACE = re.compile(r"\s+")
TAG_END = re.compile(r"(</(?:p|li|h\d|div|td|th)>|<br\s*/?>)")


@functools.lru_cache(20_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word in a language; languages without a stemmer keep the word."""
    if language == "lv":
        return latvian.stem(word)
    if language == "en":
        return english.stem(word)
    return word


def plain(value) -> str:
    """Text of HTML, of a stream, or of anything that prints itself."""
    if isinstance(value, StreamValue):
        return " ".join(str(part) for part in value.stream_block.get_searchable_content(value))
    text = TAG_END.sub(r"\1 ", str(value or ""))
    return html.unescape(strip_tags(text))


def plain_text(page) -> str:
    """Everything readable in the page's translatable fields, but for title and slug."""
    names = [field.field_name for field in page.translatable_fields]
    parts = [plain(getattr(page, name)) for name in names if name not in {"title", "slug", "seo_title"}]
    return SPACE.sub(" ", " ".join(part for part in parts if part)).strip()


def terms_of(title: str, text: str, language: str) -> dict[str, tuple[str, int, bool]]:
    """Stem → (shortest word seen, weight, whether the title has it)."""
    stop = STOP_WORDS.get(language, set())
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    in_title = set()
    for source, weight in ((title, TITLE_WEIGHT), (text, 1)):
        seen: Counter[str] = Counter()
        for word in latvian.tokens(source):
            if word in stop or len(word) > 60:
                continue
            term = stem(word, language)
            words[term] = min(words.get(term, word), word, key=lambda w: (len(w), w))
            seen[term] += 1
        for term, count in seen.items():
            counts[term] += weight * min(count, MOST)
        if weight == TITLE_WEIGHT:
            in_title = set(seen)
    return {term: (words[term], weight, term in in_title) for term, weight in counts.items()}


def is_searchable(page, closed: set[str]) -> bool:
    """Live and open to everybody; the clock is asked when somebody searches."""
    return (
        page.live
        and page.alias_of_id is None
        and hasattr(page, "search_kind")
        and page.depth > 1
        and not is_restricted(page, closed)
    )


def _fields(page) -> dict:
    return {
        "translation_key": page.translation_key,
        "language": page.locale.language_code,
        "kind": page.search_kind,
        "title": page.title,
        "text": SPACE.sub(" ", page.search_text()).strip(),
        "date": getattr(page.source, "published_on", None),
        "boost": page.search_boost,
        "visible_from": page.go_live_at,
        "visible_until": page.expire_at,
    }


def write_pages(pages: Iterable[Page]) -> dict[str, int]:
    """Bring the entries of specific pages up to date; counts what had to be done."""
    pages, closed = list(pages), closed_paths()
    known = SearchEntry.objects.filter(page__in=[page.pk for page in pages]).prefetch_related("terms")
    entries = {entry.page_id: entry for entry in known}
    gone, changed, added = [], [], []
    for page in pages:
        entry = entries.get(page.pk)
        if not is_searchable(page, closed):
            gone += [entry] if entry else []
            continue
        fields = _fields(page)
        terms = terms_of(fields["title"], fields["text"], fields["language"])
        if entry is None:
            added.append((SearchEntry(page_id=page.pk, **fields), terms))
        elif not _same(entry, fields, terms):
            SearchEntry.objects.filter(pk=entry.pk).update(**fields)
            changed.append((entry, terms))
    SearchEntry.objects.filter(pk__in=[entry.pk for entry in gone]).delete()
    SearchTerm.objects.filter(entry__in=[entry for entry, _terms in changed]).delete()
    SearchEntry.objects.bulk_create([entry for entry, _terms in added])
    SearchTerm.objects.bulk_create(
        [
            SearchTerm(entry=entry, term=term, word=word, weight=weight, in_title=in_title)
            for entry, terms in (*changed, *added)
            for term, (word, weight, in_title) in terms.items()
        ],
        batch_size=500,
    )
    return {"added": len(added), "changed": len(changed), "removed": len(gone)}


def _same(entry: SearchEntry, fields: dict, terms: dict) -> bool:
    known = {row.term: (row.word, row.weight, row.in_title) for row in entry.terms.all()}
    return known == terms and all(getattr(entry, name) == value for name, value in fields.items())


def _rebuild(keys: list[int]) -> dict[str, int]:
    return write_pages(read(Page.objects.filter(pk__in=keys)))


def rebuild() -> dict[str, int]:
    """Write every entry anew where it differs; counts what had been wrong."""
    report = {"added": 0, "changed": 0, "removed": 0}
    for keys in in_batches(Page.objects.filter(depth__gte=2).order_by("pk").values_list("pk", flat=True)):
        part = versions.repaired(_rebuild, keys)
        report = {name: count + report[name] for name, count in part.items()}
    return report
