"""The one sentence that readers get, and what staff are told, in the active language."""

from django.utils.translation import gettext as _

from directory.models import Freshness
from directory.vocabulary import Kind
from home.dates import day_in, month_since

How = Freshness.How
BY_MEMBERS = (How.LINK, How.PORTAL, How.PHONE)


def sentence(row: Freshness, kind: str) -> str:
    """Who last stood for the page, and when; of a stale one, since when nobody has."""
    assured = row.assured_at
    if assured is None:
        return ""
    if row.is_stale:
        return _("Nobody has confirmed this since %(month)s.") % {"month": month_since(assured)}
    day = day_in(assured)
    if row.checked_at and row.checked_at == assured:
        return _("Checked by our staff on %(day)s.") % {"day": day}
    if row.confirmed_how not in BY_MEMBERS:
        return _("Published on %(day)s.") % {"day": day}
    if kind == Kind.COMMUNITY:
        return _("The community confirmed this on %(day)s.") % {"day": day}
    return _("The organisation confirmed this on %(day)s.") % {"day": day}
