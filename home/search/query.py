"""Asking the search. Plain SQL both engines know: the same answers in the same order on SpatiaLite and PostGIS."""

import functools
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Count, Exists, F, FloatField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Cast
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from home.models import SearchEntry, SearchTerm
from home.search import latvian
from home.search.entries import STOP_WORDS, stem

MOST_WORDS = 8
SHORTEST_PREFIX = 3
EXCERPT = 220


@dataclass
class Query:
    """What was asked: words as typed and folded, stems per language."""

    text: str
    language: str
    words: list[str] = field(default_factory=list)

    def __post_init__(self):
        words = latvian.tokens(self.text)
        useful = [word for word in words if word not in STOP_WORDS.get(self.language, set())] or words
        self.words = list(dict.fromkeys(useful))[:MOST_WORDS]

    def condition(self, word: str, prefix: bool = False) -> Q:
        """Terms of offered entries that ``word`` matches, by the language of each; the last word as a beginning too."""
        begins = Q(term__startswith=word) if prefix and len(word) >= SHORTEST_PREFIX else Q()
        if self.language == settings.LANGUAGE_CODE:  # its readers are offered nothing in another language
            return Q(term=stem(word, self.language)) | begins
        condition = Q()
        for code, _name in settings.LANGUAGES:
            condition |= Q(entry__language=code) & (Q(term=stem(word, code)) | begins)
        return condition

    def stems(self, language: str) -> set[str]:
        return {stem(word, language) for word in self.words}


def offered(language: str, now=None):
    """Entries a reader of ``language`` is shown: their own, and main-language ones that are not translated."""
    entries = SearchEntry.objects.published(now)
    if language == settings.LANGUAGE_CODE:
        return entries.filter(language=language)
    translated = SearchEntry.objects.published(now).filter(
        translation_key=OuterRef("translation_key"), language=language
    )
    return entries.filter(Q(language=language) | (Q(language=settings.LANGUAGE_CODE) & ~Exists(translated)))


def _matching(query: Query, loose: bool, now=None):
    last = query.words[-1]
    conditions = [query.condition(word, prefix=word == last) for word in query.words]
    every = Q()
    for condition in conditions:
        every |= condition
    entries = offered(query.language, now)
    if loose:
        entries = entries.filter(Exists(SearchTerm.objects.filter(every, entry=OuterRef("pk"))))
    else:
        for condition in conditions:
            entries = entries.filter(Exists(SearchTerm.objects.filter(condition, entry=OuterRef("pk"))))
    found = SearchTerm.objects.filter(every, entry=OuterRef("pk")).order_by().values("entry")
    if loose:
        entries = entries.annotate(hits=Subquery(found.annotate(n=Count("pk")).values("n")))
    return entries.annotate(
        score=Cast(Subquery(found.annotate(total=Sum("weight")).values("total")), FloatField()) * F("boost"),
    ).order_by(*(["-hits"] if loose else []), "-score", F("date").desc(nulls_last=True), "pk")


def find(query: Query, now=None) -> tuple[list[tuple[int, str]], bool]:
    """``([(entry's key, kind), …], is_loose)``: entries with every word, else with some of them; best first.

    All of them at once: to count them by kind and to read a page of them apart would be to look for them twice.
    """
    if not query.words:
        return [], False
    found = list(_matching(query, loose=False, now=now).values_list("pk", "kind"))
    if found or len(query.words) == 1:
        return found, False
    return list(_matching(query, loose=True, now=now).values_list("pk", "kind")), True


def suggest(text: str, language: str, count: int = 8):
    """Entries whose titles have every word, the last one as a beginning; best first."""
    query = Query(text, language)
    if not query.words or len(query.words[-1]) < 2:
        return SearchEntry.objects.none()
    entries = offered(language)
    for word in query.words:
        match = query.condition(word, prefix=True) | Q(word__startswith=word)
        entries = entries.filter(Exists(SearchTerm.objects.filter(match, entry=OuterRef("pk"), in_title=True)))
    return entries.select_related("page").order_by("-boost", F("date").desc(nulls_last=True), "pk")[:count]


def distance(first: str, second: str, most: int = 2) -> int:
    """Edits from one word to the other, ``most + 1`` when there are more."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1]


def corrections(query: Query, count: int = 3) -> list[str]:
    """Words of the offered pages nearest to a word nobody wrote: one form of each, spelled as the pages spell it."""
    found: dict[str, str] = {}
    known = SearchTerm.objects.filter(entry__in=offered(query.language).values("pk"))
    for word in query.words:
        if len(word) < 4 or known.filter(query.condition(word)).exists():
            continue
        near = (
            known.filter(Q(word__startswith=word[:1]) | Q(word__startswith=word[1:2]))
            .values_list("word", "term")
            .order_by("word", "term")
            .distinct()
        )
        most = 1 if len(word) < 6 else 2
        ranked = sorted((distance(word, other), other, term) for other, term in near[:5000])
        for edits, other, term in ranked:
            if 0 < edits <= most:
                found.setdefault(term, other)
    return [_as_written(word, known) for word in list(found.values())[:count]]


def _as_written(folded: str, known) -> str:
    """The word with its diacritics; small letters where a page writes it so, because titles begin with a large one."""
    rows = known.filter(word=folded).select_related("entry").order_by("entry_id")[:5]
    written = [word for row in rows for word in latvian.WORD.findall(f"{row.entry.title} {row.entry.text}")]
    spellings = [word for word in written if latvian.fold(word) == folded]
    return next((word for word in spellings if word.islower()), spellings[0] if spellings else folded)


def excerpt(entry: SearchEntry, query: Query) -> SafeString:
    """The part of the text where the words are, escaped, the words in ``<mark>``."""
    text, stems = entry.text, query.stems(entry.language)
    last = query.words[-1] if query.words else ""
    hits: list[tuple[int, int]] = []
    for match in latvian.WORD.finditer(text):
        if hits and match.start() > hits[0][0] + EXCERPT:
            break
        if _is_hit(match.group(), stems, last, entry.language):
            hits.append(match.span())
    start = max(0, (hits[0][0] if hits else 0) - 60)
    start = text.find(" ", start) + 1 if start else 0
    end = min(len(text), start + EXCERPT)
    if end < len(text):
        end = text.rfind(" ", start, end) if text.rfind(" ", start, end) > start else end
    parts, position = [], start
    for left, right in hits:
        if left < position or right > end:
            continue
        parts += [escape(text[position:left]), "<mark>", escape(text[left:right]), "</mark>"]
        position = right
    parts.append(escape(text[position:end]))
    return mark_safe(("… " if start else "") + "".join(parts) + (" …" if end < len(text) else ""))


# Of words alone: pages have few that are not on other pages too.
_folded = functools.lru_cache(maxsize=20_000)(latvian.fold)


def _is_hit(word: str, stems: set[str], last: str, language: str) -> bool:
    folded = _folded(word)
    return stem(folded, language) in stems or (len(last) >= SHORTEST_PREFIX and folded.startswith(last))
