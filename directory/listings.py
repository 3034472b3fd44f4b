"""Writing the listings: from pages to one row per thing and language. A read model (home/publishing.py)."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Max, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page, get_page_models

from directory import cells
from directory.latvian_order import letter, sort_key
from directory.mercator import morton, pixel
from directory.models import Freshness, Listing, ListingValue, MapPoint
from directory.models.listed_page import ListedPage
from directory.vocabulary import IN_DIRECTORY
from home import versions
from home.querysets import closed_paths, is_restricted
from home.reading import many_of

# A thing is on the map once, whatever the language it is shown in.
FIELDS = [field.attname for field in Listing._meta.fields if field.name not in {"id", "thing", "language"}]
BATCH = 500


def page_types() -> list[type[ListedPage]]:
    return [
        model
        for model in get_page_models()
        if issubclass(model, ListedPage) and not model._meta.abstract and model.is_creatable
    ]


def write_pages(pages: Iterable[Page]) -> None:
    """Bring the rows of these pages' things up to date. What a page says of itself counts before the database."""
    pages = [page for page in pages if isinstance(page, ListedPage)]
    known = {page.pk: page for page in pages}
    things = {page.translation_key for page in pages}
    if things:
        _write(things, known)


def _write(things: set, known: dict[int, Page] | None = None) -> dict[str, int]:
    wanted, closed = {}, closed_paths()
    stale = set(Freshness.objects.stale().filter(profile__in=things).values_list("profile", flat=True))
    # Translations are pages of one class.
    for model in {type(page) for page in known.values()} if known else page_types():
        found: dict = {}
        pages = list(model.objects.filter(translation_key__in=things).select_related("locale", "settlement"))
        prefetch_related_objects([page for page in pages if page.pk not in (known or {})], *many_of(model))
        for page in pages:
            page = (known or {}).get(page.pk, page)
            found.setdefault(page.translation_key, []).append(page)
        for thing, translations in found.items():
            rows = _rows(thing, translations, thing in stale, closed)
            wanted |= {(thing, row.language): (row, values) for row, values in rows}
    return _store(things, wanted)


def is_open(page: Page, closed: set[str]) -> bool:
    """Live and open to everybody; the clock is asked by the doors."""
    return page.live and page.alias_of_id is None and not is_restricted(page, closed)


def _rows(thing, translations: list[ListedPage], is_stale: bool, closed: set[str]):
    """``(Listing, {(facet, value)})`` for each language of the site; none for a thing without an open page in the
    main language: facts stand there, and the map counts a thing once for all languages."""
    by_language = {page.language: page for page in translations if is_open(page, closed)}
    source = by_language.get(settings.LANGUAGE_CODE)
    if source is None:
        return
    values = {(facet, value) for facet, entries in source.facet_values().items() for value in entries}
    point, is_exact = source.published_point
    x, y = pixel(point.x, point.y) if point else (None, None)
    for language, _name in settings.LANGUAGES:
        page = by_language.get(language, source)
        picture = page.get_picture()
        yield (
            Listing(
                thing=thing,
                language=language,
                page_id=page.pk,
                page_language=page.language,
                kind=source.listing_kind,
                sort=getattr(source, "sort", ""),
                state=getattr(source, "state", ""),
                title=page.title,
                summary=page.summary,
                sort_key=sort_key(page.title)[:255],
                letter=letter(page.title),
                settlement_id=source.settlement_id,
                image_id=picture.pk if picture else None,
                is_sample=source.is_sample,
                is_stale=is_stale,
                facts=source.listing_facts(),
                longitude=round(point.x, 6) if point else None,
                latitude=round(point.y, 6) if point else None,
                area=_area(source),
                is_exact=is_exact,
                x=x,
                y=y,
                position=morton(x, y) if point else None,
                published_at=source.first_published_at,
                visible_from=max((p.go_live_at for p in (source, page) if p.go_live_at), default=None),
                visible_until=min((p.expire_at for p in (source, page) if p.expire_at), default=None),
            ),
            values,
        )


def _same(old: Listing, new: Listing) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in FIELDS)


def _area(page) -> list | None:
    """Coordinates of the page's area, rounded to about a metre."""
    area = getattr(page, "area", None)
    if not area:
        return None
    return [[[[round(x, 5), round(y, 5)] for x, y in ring] for ring in polygon] for polygon in area.coords]


def _store(things: set, wanted: dict) -> dict[str, int]:
    """Write what differs, rows and their values, then the map; says what had to be done."""
    report = {"added": 0, "changed": 0, "removed": 0}
    before = {(row.thing, row.language): row for row in Listing.objects.filter(thing__in=things)}
    values: dict[int, dict] = {row.pk: {} for row in before.values()}
    for value in ListingValue.objects.filter(listing__in=list(values)):
        values[value.listing_id][value.facet, value.value] = value.pk
    gone = [row.pk for key, row in before.items() if key not in wanted]
    if gone:
        Listing.objects.filter(pk__in=gone).delete()
        report["removed"] = len(gone)
    added, more, lost = [], [], []
    for key, (row, new_values) in sorted(wanted.items(), key=lambda item: (str(item[0][0]), item[0][1])):
        old = before.get(key)
        if old is None:
            added.append((row, new_values))
            continue
        row.pk, known, is_same = old.pk, values[old.pk], _same(old, row)
        if is_same and known.keys() == new_values:
            continue
        report["changed"] += 1
        if not is_same:
            row.save(force_update=True)
        more.append((row, new_values - known.keys()))
        lost += [pk for value, pk in known.items() if value not in new_values]
    Listing.objects.bulk_create([row for row, _values in added])
    report["added"] = len(added)
    ListingValue.objects.filter(pk__in=lost).delete()
    ListingValue.objects.bulk_create(
        ListingValue(listing=row, facet=facet, value=value)
        for row, new_values in (*more, *added)
        for facet, value in sorted(new_values)
    )
    main = settings.LANGUAGE_CODE
    moved = cells.place({thing: _place(*wanted.get((thing, main), (None, None))) for thing in things})
    if moved and not any(report.values()):
        report["changed"] = moved
    return report


def _place(row: Listing | None, values: set | None) -> cells.Place | None:
    if row is None or row.position is None or row.kind not in IN_DIRECTORY:
        return None
    dated = bool(row.visible_until or (row.visible_from and row.visible_from > timezone.now()))
    return cells.Place(row.position, frozenset(values), dated)


def rebuild() -> dict[str, int]:
    """Every row anew where it differs, in batches; counts what had been wrong."""
    report = {"added": 0, "changed": 0, "removed": 0}
    things: list = []
    for model in page_types():
        things += model.objects.order_by().values_list("translation_key", flat=True).distinct()
    known = set(things)
    strays = {
        *Listing.objects.values_list("thing", flat=True),
        *MapPoint.objects.values_list("thing", flat=True),
    } - known
    everything = sorted(known | strays)
    for start in range(0, len(everything), BATCH):
        part = versions.repaired(_write, set(everything[start : start + BATCH]))
        report = {name: count + part[name] for name, count in report.items()}
    report["changed"] += cells.repair()
    return report


def newest_change():
    """When something was last published in the directory, or ``None``."""
    return Listing.objects.aggregate(newest=Max("published_at"))["newest"]
