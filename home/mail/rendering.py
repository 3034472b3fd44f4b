"""The words of a mail: text and HTML from ``templates/emails/<name>.txt`` and ``.html``, in the reader's language."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from home.models.site_settings import SiteSettings
from home.statements import Statement

NAMES = Statement(
    lambda: SiteSettings.objects.filter(site__is_default_site=True).order_by("pk").values_list("site_name", flat=True)
)


def render(name: str, *, language: str, **context) -> tuple[str, str]:
    """Return (text, HTML). The templates also know ``site_name``, ``site_url`` and ``language``."""
    with translation.override(language):
        context = {**mail_context(), **context}
        text = render_to_string(f"emails/{name}.txt", context)
        return text.strip() + "\n", render_to_string(f"emails/{name}.html", context)


def mail_context() -> dict[str, str]:
    """What the base of every mail needs, in the active language."""
    return {"site_name": site_name(), "site_url": settings.SITE_URL, "language": translation.get_language()}


def site_name() -> str:
    """The site's name in the active language; before anybody has set one, the name it was installed under."""
    return str(next(iter(NAMES()), "")) or settings.WAGTAIL_SITE_NAME
