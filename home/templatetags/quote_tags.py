"""Quotation marks, set by the page so that editors need not type them."""

from django import template

from home.quotes import in_quotes

register = template.Library()


@register.simple_tag
def quoted(text: str, language: str | None = None) -> str:
    """``Mēs…`` → ``“Mēs…”``; marks the editor typed around it are not doubled."""
    return in_quotes(text)
