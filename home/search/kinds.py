"""What kinds of things the search finds, in words; apps above add theirs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, str | Promise] = {"page": _("Page")}


def register_kind(name: str, label: str | Promise) -> None:
    """``label`` names one thing of the kind. For ``AppConfig.ready()``; order counts."""
    KINDS[name] = label
