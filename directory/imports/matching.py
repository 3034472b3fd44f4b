"""Who a row is: a profile that its source brought before, one with its register number, one that looks like it."""

import difflib
import math
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.gis.geos import Point

from directory.models import ImportedProfile, OrganisationPage, ProfilePage, Settlement, Topic
from home.search.latvian import fold, stem, tokens

NEAR_METRES = 100
ALIKE = 0.88
MOST_LETTERS_APART = 4
# Words that say what a thing is and not which.
COMMON = {stem(word) for word in "biedriba nodibinajums kopiena nvo apvieniba organizacija sia bdr".split()}  # noqa: SIM905


def plain_name(text: str) -> str:
    """Folded words without quotes and without what many names have in common; all of them where nothing else is."""
    words = tokens(text)
    return " ".join([word for word in words if stem(word) not in COMMON] or words)


def metres(a: Point, b: Point) -> float:
    """Between two points of one municipality, on a plane."""
    east = (a.x - b.x) * math.cos(math.radians((a.y + b.y) / 2))
    return math.hypot(east, a.y - b.y) * 111_320


def is_alike(a: str, b: str) -> bool:
    """Plain names that differ by a slip or by the order of their words, never by a number."""
    if sorted(a.split()) == sorted(b.split()):
        return True
    if [word for word in a.split() if word.isdigit()] != [word for word in b.split() if word.isdigit()]:
        return False
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def letters(text: str) -> int:
    """Which letters there are, a bit each: names that differ in many cannot be alike, and comparing these is quick."""
    bits = 0
    for character in text:
        bits |= 1 << ord(character) % 64
    return bits


@dataclass
class Known:
    """A profile as far as it tells who it is. ``page_id`` is ``None`` for one that a check would have made."""

    page_id: int | None
    thing: object
    name: str
    title: str
    settlement_id: int | None
    points: list[Point] = field(default_factory=list)
    register_number: str = ""
    letters: int = 0

    def __post_init__(self):
        self.letters = letters(self.name)


class Lists:
    """Open lists that cells name: settlements and topics, read once."""

    def __init__(self):
        self.settlements = list(Settlement.objects.all())
        names: dict[str, list[int]] = {}
        for row in self.settlements:
            for word in {self._place(row.name), self._place(row.slug)}:
                names.setdefault(word, []).append(row.pk)
        self._settlements = {word: pks[0] for word, pks in names.items() if len(set(pks)) == 1}
        self._topics = {}
        for topic in Topic.objects.all():
            for word in (topic.slug, *topic.name.values()):
                self._topics[fold(str(word)).strip()] = topic.pk

    @staticmethod
    def _place(text: str) -> str:
        return " ".join(tokens(text))

    def settlement(self, text: str) -> int | None:
        return self._settlements.get(self._place(text))

    def topic(self, text: str) -> int | None:
        return self._topics.get(fold(text).strip())

    def settlement_of(self, address: str) -> int | None:
        """The settlement that is one of the parts of an address; the smallest stands nearest to the street."""
        found = [self.settlement(part) for part in address.split(",")]
        return next((pk for pk in reversed(found) if pk), None)


class Index:
    """Everybody there is, to look rows up in; grows with what a run makes."""

    def __init__(self, source: str):
        self.by_thing: dict[object, Known] = {}
        self.by_number: dict[str, list[Known]] = {}
        self.by_name: dict[str, list[Known]] = {}
        self.by_settlement: dict[int, list[Known]] = {}
        self.keys = dict(ImportedProfile.objects.filter(source=source).values_list("key", "thing"))
        for known in _profiles():
            self.add(known)

    def add(self, known: Known) -> None:
        self.by_thing[known.thing] = known
        if known.register_number:
            self.by_number.setdefault(known.register_number, []).append(known)
        self.by_name.setdefault(known.name, []).append(known)
        if known.settlement_id:
            self.by_settlement.setdefault(known.settlement_id, []).append(known)

    def lookalike(self, name: str, settlement_id: int | None, point: Point | None, register_number="") -> Known | None:
        """The same name within 100 m, or a name that is alike in the same settlement.

        Two different register numbers are two bodies, however alike their names.
        """

        def another(known: Known) -> bool:
            return bool(register_number and known.register_number and known.register_number != register_number)

        for known in self.by_name.get(name, []):
            near = point and any(metres(point, other) <= NEAR_METRES for other in known.points)
            nowhere = (not settlement_id and not point) or (not known.settlement_id and not known.points)
            if not another(known) and (near or nowhere or known.settlement_id == settlement_id):
                return known
        wanted = letters(name)
        for known in self.by_settlement.get(settlement_id, []):
            quick = (known.letters ^ wanted).bit_count() <= MOST_LETTERS_APART
            if quick and not another(known) and is_alike(known.name, name):
                return known
        return None


def _profiles():
    """Published or not; the true position too, which this comparison never shows to anybody."""
    numbers = dict(OrganisationPage.objects.exclude(register_number="").values_list("pk", "register_number"))
    rows = ProfilePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("pk")
    for row in rows.values("pk", "translation_key", "title", "draft_title", "settlement_id", "point").iterator(1000):
        title = row["draft_title"] or row["title"]
        yield Known(
            page_id=row["pk"],
            thing=row["translation_key"],
            name=plain_name(title),
            title=title,
            settlement_id=row["settlement_id"],
            points=[row["point"]] if row["point"] else [],
            register_number=numbers.get(row["pk"], ""),
        )
