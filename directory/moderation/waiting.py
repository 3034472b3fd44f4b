"""The queue as one list: what every source gives to a person, in the order in which it is taken up."""

import datetime
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from directory.queue import Item, Source, sources

# Of each source; whoever has more waiting decides on the oldest first and then sees the rest.
MOST = 100


@dataclass(frozen=True)
class Row:
    item: Item
    source: Source
    url: str
    is_overdue: bool
    is_due_today: bool


@dataclass(frozen=True)
class Kind:
    name: str
    label: str
    count: int
    is_current: bool


@dataclass(frozen=True)
class Waiting:
    """``rows`` of the chosen kind in order; ``kinds`` with something in them; ``total`` of all kinds."""

    rows: list[Row]
    kinds: list[Kind]
    total: int
    kind: str

    @property
    def overdue(self) -> int:
        return sum(row.is_overdue for row in self.rows)

    def after(self, ident: str) -> Row | None:
        """The row that follows ``source-ident``; the first one where that is gone, ``None`` at the end."""
        names = [f"{row.item.source}-{row.item.ident}" for row in self.rows]
        place = names.index(ident) + 1 if ident in names else 0
        return self.rows[place] if place < len(self.rows) else None


def counts(user) -> list[tuple[Source, int]]:
    """How much waits for this person, per source; only where anything does."""
    found = [(source, source.count(user)) for source in sources()]
    return [(source, count) for source, count in found if count]


def waiting(user, kind: str = "") -> Waiting:
    """Overdue first, then by the promised day; what was promised nothing comes after, kind by kind, oldest first."""
    counted = counts(user)
    kinds = [Kind(source.name, str(source.label), count, source.name == kind) for source, count in counted]
    chosen = kind if any(row.name == kind for row in kinds) else ""
    rows = [
        _row(item, source, chosen)
        for source, _count in counted
        if chosen in ("", source.name)
        for item in islice(source.items(user), MOST)
    ]
    rows.sort(key=lambda row: (row.item.promised_on or datetime.date.max, row.source.order, row.item.since))
    return Waiting(rows, kinds, sum(count for _source, count in counted), chosen)


def _row(item: Item, source: Source, kind: str) -> Row:
    today = timezone.localdate()
    query = urlencode({"next": next_url(f"{item.source}-{item.ident}", kind)})
    return Row(
        item,
        source,
        f"{item.url}{'&' if '?' in item.url else '?'}{query}",
        item.promised_on is not None and item.promised_on < today,
        item.promised_on == today,
    )


def next_url(after: str, kind: str = "") -> str:
    """Leads from a thing that has been decided, or left, to the one that follows it."""
    return f"{reverse('waiting_next')}?{urlencode({'after': after, 'kind': kind})}"
