"""What templates need to write dates, money, icons, addresses and data blocks."""

import json
from functools import lru_cache

from django import template
from django.contrib.staticfiles import finders
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from home import dates

register = template.Library()

# What a browser says of itself → what people call it; the first that fits.
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"))  # fmt: skip

JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.filter
def nice_date(value, year: str = "auto") -> str:
    """``15. decembris`` / ``15 December``; with the year when it is not this one, or with ``"always"``."""
    return dates.date_text(value, always_year=year == "always") if value else ""


@register.filter
def by_date(value) -> str:
    """``līdz 3. decembrim`` / ``by 3 December``: the day alone, in the case that “līdz” asks for."""
    return dates.by_text(value) if value else ""


@register.filter
def day_in(value) -> str:
    """``12. martā`` / ``12 March``: the day on which something happens, for the middle of a sentence."""
    return dates.day_in(value) if value else ""


@register.filter
def nice_time(value) -> str:
    """``plkst. 18.00`` / ``18:00``."""
    return dates.time_text(value) if value else ""


@register.filter
def nice_datetime(value) -> str:
    """``15. decembris, plkst. 18.00`` / ``15 December, 18:00``."""
    return dates.datetime_text(value) if value else ""


@register.filter
def nice_range(first, last=None) -> str:
    """``{{ starts|nice_range:ends }}``: ``15.–17. decembris``; either end may be missing."""
    return dates.range_text(first or last, last) if first or last else ""


@register.filter
def full_range(first, last=None) -> str:
    """The same with the year in any case, as contracts write a period."""
    return dates.range_text(first or last, last, always_year=True) if first or last else ""


@register.filter
def money(value) -> str:
    """``19 998,58 €`` / ``€19,998.58``."""
    return "" if value in (None, "") else dates.money_text(value)


@register.filter
def file_size(value) -> str:
    """Bytes as people read them: ``320 kB``, ``2,1 MB``."""
    size = int(value or 0)
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{dates.NBSP}kB"
    return f"{number_format(round(size / 1_000_000, 1), 1)}{dates.NBSP}MB"


@register.filter
def extension(filename: str) -> str:
    """``Nolikums.docx`` → ``DOCX``."""
    return str(filename).rpartition(".")[2].upper()[:5]


@register.filter
def initials(name: str) -> str:
    """``Anna Bērziņa`` → ``AB``."""
    return "".join(part[0] for part in str(name).split()[:2]).upper()


@register.filter
def lang_of(value) -> SafeString | str:
    """``lang="…"`` where a translated text had to fall back to another language, else nothing."""
    language = getattr(value, "language", None)
    active = (get_language() or "").split("-")[0]
    return format_html(' lang="{}"', language) if value and language and language != active else ""


@register.simple_tag(takes_context=True)
def content_lang(context) -> SafeString | str:
    """``lang="lv"`` for the words of a page that is shown inside the chrome of another language."""
    language = getattr(context.get("frame"), "fallback_language", None)
    return format_html(' lang="{}"', language) if language else ""


@register.filter
def display_host(url: str) -> str:
    """``https://www.daugavkrasts.lv/par/`` → ``daugavkrasts.lv``."""
    return str(url).split("//")[-1].split("/")[0].removeprefix("www.")


@register.filter
def tel(number: str) -> str:
    """A phone number as an address: ``+371 20 000 000`` → ``+37120000000``; bare Latvian numbers get their country."""
    digits = "".join(ch for ch in str(number) if ch.isdigit() or ch == "+")
    return digits if digits.startswith("+") else f"+371{digits}" if len(digits) == 8 else digits


@lru_cache
def drawing(name: str) -> str:
    """The inner part of ``static/icons/<name>.svg``.

    Raises:
        FileNotFoundError: there is no such icon; a slip in a template is seen at once.
    """
    path = finders.find(f"icons/{name}.svg")
    if not path:
        raise FileNotFoundError(f"static/icons/{name}.svg")
    with open(path, encoding="utf-8") as file:
        return file.read().strip().partition(">")[2].removesuffix("</svg>")


@register.simple_tag
def icon(name: str, css_class: str = "icon") -> SafeString:
    """A drawing that only decorates; the words stand beside it. Inline, so that it takes the colour of its text."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"'
        ' stroke-linejoin="round" aria-hidden="true" focusable="false" data-icon="{}">{}</svg>',
        css_class,
        name,
        mark_safe(drawing(name)),
    )


@register.simple_tag
def json_ld(blocks) -> SafeString:
    """Data blocks of schema.org; no text inside can end the block."""
    parts = (json.dumps(block, ensure_ascii=False).translate(JSON_ESCAPES) for block in blocks or [])
    return mark_safe("".join(f'<script type="application/ld+json">{part}</script>\n' for part in parts))


@register.filter
def with_class(field, css_class: str) -> SafeString:
    """A bound field with a class; Django itself ties its hint and its errors to it."""
    return field.as_widget(attrs={"class": css_class})


@register.filter
def device(user_agent: str) -> str:
    """“Chrome, Android” of what a browser says of itself: enough to know one's own telephone again."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return ", ".join(filter(None, (browser, system))) or gettext("Another device")
