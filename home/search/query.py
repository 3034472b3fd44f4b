"""Asking the search. Plain SQL both engines know: the same answers in the same order on SpatiaLite and PostGIS."""

import functools
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import CharField, Count, DateTimeField, Exists, F, FloatField, OuterRef, Q, Sum
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from home.models import SearchEntry, SearchTerm
from home.search import latvian
from home.search.entries import STOP_WORDS, stem
from home.statements import Statement

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
        stems = {code: stem(word, code) for code in _languages(self.language)}
        return _terms(stems, word if prefix and len(word) >= SHORTEST_PREFIX else None)

    @functools.cached_property
    def hits(self) -> dict[str, "_Hits"]:
        """By language of an entry: which words of its text are meant."""
        return {code: _Hits(self.words, code) for code in _languages(self.language)}


def _languages(language: str) -> list[str]:
    """Of the entries that a reader of ``language`` is offered: their own, and the main one."""
    return list(dict.fromkeys((settings.LANGUAGE_CODE, language)))


def _terms(stems: dict, begins=None) -> Q:
    """Terms that are the stem in the language of their entry, or begin so. What is in one language needs no asking."""
    begun = Q(term__startswith=begins) if begins is not None else Q()
    if len(stems) == 1:
        return Q(term=next(iter(stems.values()))) | begun
    condition = Q()
    for code, own in stems.items():
        condition |= Q(entry__language=code) & (Q(term=own) | begun)
    return condition


def offered(language: str, now=None):
    """Entries a reader of ``language`` is shown: their own, and main-language ones that are not translated."""
    entries = SearchEntry.objects.published(now)
    if language == settings.LANGUAGE_CODE:
        return entries.filter(language=language)
    translated = SearchEntry.objects.published(now).filter(
        translation_key=OuterRef("translation_key"), language=language
    )
    return entries.filter(Q(language=language) | (Q(language=settings.LANGUAGE_CODE) & ~Exists(translated)))


@functools.cache  # of two languages and eight numbers of words there are no more than 64
def _matching(language: str, count: int, half_typed: bool, loose: bool) -> Statement:
    """Keys and kinds of offered entries, best first, with terms for each of ``count`` words, or ``loose`` for some.

    Its values: ``now``, a stem for each word and language (``lv0``, ``en0``, ``lv1``…), and where the last word may be
    ``half_typed``, how the term ``begins``.
    """
    languages = _languages(language)

    def matching(now, begins=None, **stems):
        words = [{code: stems[f"{code}{number}"] for code in languages} for number in range(count)]
        conditions = [_terms(word, begins if word is words[-1] else None) for word in words]
        found = SearchTerm.objects.filter(functools.reduce(Q.__or__, conditions), entry__in=offered(language, now))
        found = found.values_list("entry_id", "entry__kind").alias(
            hits=Count("pk"), score=Cast(Sum("weight"), FloatField()) * F("entry__boost")
        )
        for number, condition in enumerate([] if loose else conditions):
            found = found.alias(**{f"hits{number}": Count("pk", filter=condition)}).filter(**{f"hits{number}__gt": 0})
        order = ["-score", F("entry__date").desc(nulls_last=True), "entry_id"]
        return found.order_by("-hits", *order) if loose else found.order_by(*order)

    stems = {f"{code}{number}": CharField() for code in languages for number in range(count)}
    return Statement(matching, now=DateTimeField(), **stems, **({"begins": CharField()} if half_typed else {}))


def _ask(query: Query, loose: bool, now=None) -> list[tuple[int, str]]:
    words, last = query.words, query.words[-1]
    values = {
        f"{code}{number}": stem(word, code) for code in _languages(query.language) for number, word in enumerate(words)
    }
    half_typed = len(last) >= SHORTEST_PREFIX
    if half_typed:
        values["begins"] = last
    return _matching(query.language, len(words), half_typed, loose)(now=now or timezone.now(), **values)


def find(query: Query, now=None) -> tuple[list[tuple[int, str]], bool]:
    """``([(entry's key, kind), …], is_loose)``: entries with every word, else with some of them; best first.

    All of them at once: to count them by kind and to read a page of them apart would be to look for them twice.
    """
    if not query.words:
        return [], False
    found = _ask(query, loose=False, now=now)
    if found or len(query.words) == 1:
        return found, False
    return _ask(query, loose=True, now=now), True


def suggest(text: str, language: str, count: int = 8):
    """Entries whose titles have every word, the last one as a beginning; best first."""
    query = Query(text, language)
    if not query.words or len(query.words[-1]) < 2:
        return SearchEntry.objects.none()
    entries = offered(language)
    for word in query.words:
        match = query.condition(word, prefix=True) | Q(word__startswith=word)
        entries = entries.filter(Exists(SearchTerm.objects.filter(match, entry=OuterRef("pk"), in_title=True)))
    return entries.order_by("-boost", F("date").desc(nulls_last=True), "pk")[:count]


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
    text, is_hit = entry.text, query.hits[entry.language]
    hits: list[tuple[int, int]] = []
    for match in latvian.WORD.finditer(text):
        if hits and match.start() > hits[0][0] + EXCERPT:
            break
        if is_hit[match.group()]:
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


class _Hits(dict):
    """A word as a page writes it → whether it was asked for. The pages of one answer share most of their words."""

    def __init__(self, words: list[str], language: str):
        self._stems, self._language = {stem(word, language) for word in words}, language
        self._last = words[-1] if words and len(words[-1]) >= SHORTEST_PREFIX else None

    def __missing__(self, word: str) -> bool:
        folded = _folded(word)
        begun = self._last is not None and folded.startswith(self._last)
        self[word] = begun or stem(folded, self._language) in self._stems
        return self[word]
