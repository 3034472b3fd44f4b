"""What the map says aloud, for its script: words with ``{n}`` and ``{names}`` to fill in, and where clusters are."""

from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext as _

from directory.filters import DirectoryFilter
from directory.vocabulary import Kind

# A number of each plural category that browsers know (Intl.PluralRules) in the languages of the site.
SAMPLES = {"zero": 10, "one": 1, "two": 2, "few": 3, "many": 5, "other": 22}
NOUNS = {
    Kind.COMMUNITY: ngettext_lazy("%(n)s community", "%(n)s communities", "n"),
    Kind.ORGANISATION: ngettext_lazy("%(n)s organisation", "%(n)s organisations", "n"),
    Kind.VENUE: ngettext_lazy("%(n)s room", "%(n)s rooms", "n"),
}
ENTRIES = ngettext_lazy("%(n)s entry", "%(n)s entries", "n")


def cluster_words(form: DirectoryFilter) -> dict[str, str]:
    """``{"one": "{n} community", "other": "{n} communities", …}``: what a cluster counts under this filter."""
    kinds = form.chosen.get("kind", [])
    noun = NOUNS.get(kinds[0], ENTRIES) if len(kinds) == 1 else ENTRIES
    return {name: (noun % {"n": number}).replace(str(number), "{n}", 1) for name, number in SAMPLES.items()}


def near_words(settlements) -> list[list]:
    """``[longitude, latitude, “near Baldone”]`` of the settlements that clusters are told by: those that everybody knows.

    Where none is marked as such, all of them.
    """
    inflected = get_language() == "lv"
    settlements = list(settlements)
    return [
        [round(row.point.x, 3), round(row.point.y, 3), _near(row.locative if inflected else row.name, row.name)]
        for row in [row for row in settlements if row.is_main] or settlements
        if row.point
    ]


def _near(place: str, name: str) -> str:
    return _("near %(place)s") % {"place": place} if place else _("(nearest place: %(place)s)") % {"place": name}


def words() -> dict[str, str]:
    return {
        "here": _("{n} here: {names}"),
        "here_title": _("Here: {n}"),
        "more": _("and {n} more"),
        "closer": _("Show them closer"),
        "all": _("All {n} in the list"),
        "community": _("Community"),
        "organisation": _("Organisation"),
        "venue": _("Room"),
        "stale": _("not confirmed for long"),
        "stale_note": _("Nobody has confirmed this for long."),
        "on_map": _("On the map: {n}"),
        "settlement": _("The mark stands for the settlement, not for the exact place."),
        "failed": _("The map could not be refreshed. Move it to try again."),
        "popup_failed": _("No more could be loaded. The page itself tells all."),
        "locating": _("Looking for where you are…"),
        "here_you_are": _("You are about here. Your place was rounded to a kilometre; we keep nothing of it."),
        "denied": _(
            "Your browser may not tell us where you are. You can allow it in its settings, or choose a place above."
        ),
        "unavailable": _("Your device could not tell where it is. Please choose a place above."),
        "timeout": _("Finding your place took too long. Please try again, or choose a place above."),
    }
