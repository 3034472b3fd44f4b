"""The way from the list to its data."""

from django import template

from directory.open_data import address_of_page

register = template.Library()


@register.simple_tag
def open_data_url(found: dict) -> str:
    """Address of the open data page for what a list shows now."""
    return address_of_page(found["form"])
