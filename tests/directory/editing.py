"""Wagtail's editor, used as a browser without a script would."""

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def sent(desk, address, **changes):
    """What a browser would send back from this screen, with these changes; ``None`` unticks a box."""
    html = desk.client.get(address).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form").copy()
    for box in BeautifulSoup(html, "html.parser").select("#page-edit-form [type=checkbox][checked]:not([value])"):
        data[box["name"]] = "on"  # Wagtail's helper sends nothing for them
    data["body-count"] = "0"  # what the script of the stream sends
    for name, value in changes.items():
        if value is None:
            data.pop(name, None)
        else:
            data[name] = value
    return data


def post(desk, address, data, action=None):
    return desk.client.post(address, {**dict(data.lists()), **({action: "1"} if action else {})}, follow=True)
