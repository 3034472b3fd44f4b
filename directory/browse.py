"""The list of the directory: narrowed, counted, ordered and paged, in a constant number of queries."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language

from directory.cards import cards
from directory.filters import FACETS, FIRST, ORDERS, DirectoryFilter
from directory.finding import Overview, narrow, order_of, ordered, overview
from directory.latvian_order import LETTERS, sort_key
from directory.map_layers import Spot, layers
from directory.map_words import near_words
from directory.models import Listing, Settlement, Topic
from directory.tally import Tally, tally
from home import versions
from home.navigation import frame_for
from home.pagination import paginate

PER_PAGE = 12


@dataclass
class Value:
    value: str
    label: str
    count: int
    url: str
    current: bool


@dataclass
class Group:
    name: str
    label: str
    values: list[Value]
    any_url: str

    @property
    def current(self) -> list[Value]:
        return [value for value in self.values if value.current]


@dataclass
class LayerChip:
    """``spots`` is ``None`` while the layer is not chosen."""

    label: str
    empty: str
    url: str
    spots: list[Spot] | None


def _parameters(request, **changes) -> str:
    """The query with some parameters changed (a list, a text, or ``None``), always back on page one."""
    kept = {name: values for name, values in request.GET.lists() if name not in {"page", *changes}}
    kept |= {name: value if isinstance(value, list) else [value] for name, value in changes.items() if value}
    pairs = [(name, value) for name, values in kept.items() for value in values if value]
    return f"{request.path}?{urlencode(pairs)}" if pairs else request.path


def open_labels(request) -> dict[str, dict[str, str] | list]:
    """The words of places and topics, in the order to show them: slug → label. Under ``near``, of the same rows, where
    the map's clusters are said to be."""
    return versions.kept(frame_for(request).settings, ("directory-labels", get_language()), _labels)


def _labels() -> dict:
    settlements = list(Settlement.objects.all())
    return {
        "place": {row.slug: row.name for row in sorted(settlements, key=lambda row: sort_key(row.name))},
        "topic": {row.slug: str(row) for row in Topic.objects.all()},
        "near": near_words(settlements),
    }


def _groups(request, form: DirectoryFilter, found: dict[str, dict[str, int]]) -> list[Group]:
    """Facets with two values or more that lead somewhere."""
    labels = open_labels(request)
    groups = []
    for name, (label, choices) in FACETS.items():
        words = labels[name] if choices is None else {value: str(text) for value, text in choices}
        chosen = form.chosen.get(name, [])
        values = [
            Value(
                value,
                text,
                found[name].get(value, 0),
                _parameters(request, **{name: [v for v in chosen if v != value] + [value] * (value not in chosen)}),
                value in chosen,
            )
            for value, text in words.items()
            if found[name].get(value) or value in chosen
        ]
        if len(values) >= 2 or any(value.current for value in values):
            groups.append(Group(name, str(label), values, _parameters(request, **{name: None})))
    return groups


def _orders(request, form: DirectoryFilter, can_near: bool) -> list[Value]:
    current = form.value("order") or ("near" if form.value("near") else "name")
    return [
        Value(value, str(label), 0, _parameters(request, order=value if value != "name" else None), value == current)
        for value, label in ORDERS
        if value != "near" or can_near
    ]


def _letters(request, form: DirectoryFilter, found: Overview) -> list[Value]:
    used = {*found.letters, form.value("letter") or ""}
    order = [letter.upper() for letter in LETTERS] + ["#"]
    return [
        Value(letter, letter, 0, _parameters(request, letter=letter), letter == form.value("letter"))
        for letter in order
        if letter in used
    ]


def layer_chips(request, form: DirectoryFilter, language: str) -> list[LayerChip]:
    """What else the map can show. By the clock of the request: nothing is kept of it but which kinds there are."""
    chosen, there = form.value("layer") or [], _kinds_on_map(request, language)
    return [
        LayerChip(
            str(layer.label),
            str(layer.empty),
            _parameters(
                request,
                layer=[name for name in chosen if name != layer.name] + [layer.name] * (layer.name not in chosen),
            ),
            layer.spots(language) if layer.name in chosen else None,
        )
        for layer in layers()
        if not layer.is_kind or layer.name in there or layer.name in chosen
    ]


def _kinds_on_map(request, language: str) -> set[str]:
    listed = Listing.objects.for_readers_of(language).published().on_map().order_by()
    return versions.kept(
        frame_for(request).settings, ("layers", language), lambda: set(listed.values_list("kind", flat=True).distinct())
    )


def browse(request, kind: str = "") -> dict:
    """Context of a directory page: ``form``, ``groups``, ``listings`` (a page of cards), ``orders``, ``letters``."""
    language = get_language()
    data = request.GET.copy()
    if kind:
        data.setlist("kind", [kind])
    form = DirectoryFilter(data)
    place = _place(form)
    config = frame_for(request).settings
    # Of a whole directory only the keys are put in order; what cards show is read for those of the page.
    found, keys = _found(config, form, language, place)
    page = paginate(keys, request, PER_PAGE, count=found.total)
    rows = Listing.objects.for_cards().in_bulk(list(page.object_list))
    page.object_list = cards([rows[pk] for pk in page.object_list if pk in rows], language)
    groups = [group for group in _groups(request, form, found.facets) if not (kind and group.name == "kind")]
    by_name = (form.value("order") or "name") == "name" and not form.value("near")
    return {
        "form": form,
        "kinds": next((group for group in groups if group.name == "kind"), None),
        "groups": [group for group in groups if group.name in FIRST and group.name != "kind"],
        "more_groups": [group for group in groups if group.name not in FIRST],
        "is_more": any(name not in FIRST for name in form.chosen),
        "listings": page,
        "total": found.total,
        "orders": _orders(request, form, can_near=bool(form.value("near") or place)),
        "letters": _letters(request, form, found) if by_name and page.paginator.num_pages > 1 else [],
        "is_narrowed": form.is_narrowed and not (kind and form.chosen == {"kind": [kind]} and not form.value("q")),
        "all_url": request.path,
        "hidden": [
            (name, value) for name, values in request.GET.lists() for value in values if name in (*FACETS, "layer")
        ],
        "place": place,
        "layers": layer_chips(request, form, language),
    }


def _place(form: DirectoryFilter):
    """Where the only chosen settlement lies: what “nearest” means then."""
    chosen = form.chosen.get("place", [])
    if len(chosen) != 1 or form.value("order") != "near":
        return None
    settlement = Settlement.objects.filter(slug=chosen[0]).first()
    return settlement.point if settlement else None


def _found(config, form: DirectoryFilter, language: str, place) -> tuple[Overview, Sequence[int]]:
    """What a list says in numbers, and the keys of its listings in order.

    Who counts under what is kept for each version of the content, and so is the order of everything: for filters. Without
    one the database has an index for each order; and distances are always reckoned anew.
    """

    def kept(name: str, make):
        return versions.kept(config, (f"directory-{name}", language), make)

    def known() -> Tally:
        return kept("tally", lambda: tally(language))

    order = order_of(form, place)
    in_order = ordered(narrow(form, language), form, place).values_list("pk", flat=True)
    if not form.is_narrowed:
        return kept("overview", lambda: overview(form, language, known=known())), in_order
    of_all = known()
    found = overview(form, language, known=of_all)
    if order == "near":
        return found, in_order
    listed = ordered(narrow(DirectoryFilter({}), language), form, place)
    line = kept(f"order-{order}", lambda: array("q", listed.values_list("pk", flat=True)))
    keys = set(of_all.keys(found.bits))
    return found, [key for key in line if key in keys]
