"""A page of the editor's own parts around the map field: rows that Wagtail's InlinePanel adds, and a stream.

No page type of the site has places in rows or in a stream yet.
"""

from django import forms
from django.http import HttpResponse
from django.template import engines
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.blocks import BlockField, CharBlock, StreamBlock, StructBlock

from directory import geo
from directory.blocks import AreaBlock, PointBlock
from directory.widgets import GeoField
from tests.browser.urls import urlpatterns as urls_of_the_site

PAGE = """{% extends "wagtailadmin/base.html" %}
{% block titletag %}Workshop{% endblock %}
{% block extra_css %}{{ block.super }}{{ media.css }}{% endblock %}
{% block extra_js %}{{ block.super }}{{ media.js }}{% endblock %}
{% block content %}
<h1>Workshop</h1><output data-saved>{{ saved|join:" | " }}</output>
<form method="post" id="workshop">{% csrf_token %}
{{ form.route }}
{{ rows.management_form }}<div id="id_rows-FORMS"></div>
<template id="id_rows-EMPTY_FORM_TEMPLATE">{% with row=rows.empty_form %}
<div id="inline_child_{{ row.prefix }}" data-inline-panel-child>{{ row.id }}{{ row.ORDER }}{{ row.DELETE }}
<label for="{{ row.place.id_for_label }}">Place</label>{{ row.place }}</div>{% endwith %}</template>
<button type="button" id="id_rows-ADD">Add</button>
<inline-start hidden data-call="InlinePanel" data-arguments="[{{ panel }}]"></inline-start>
<button type="submit" data-save>Save</button></form>
{% endblock %}"""
PANEL = '{"formsetPrefix": "id_rows", "emptyChildFormPrefix": "rows-__prefix__", "canOrder": false, "maxForms": 9}'


class Route(StreamBlock):
    stop = StructBlock(
        [("name", CharBlock()), ("place", PointBlock(required=False)), ("area", AreaBlock(required=False))]
    )


class Workshop(forms.Form):
    route = BlockField(Route(required=False))


class Row(forms.Form):
    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    place = GeoField(required=False)


Rows = forms.formset_factory(Row, extra=0, can_delete=True, can_order=True)
KEPT = {"route": None, "rows": []}  # for as long as the one process serves


@require_admin_access
def workshop(request):
    form, rows = Workshop(initial={"route": KEPT["route"]}), Rows(prefix="rows")
    if request.method == "POST":
        sent, sent_rows = Workshop(request.POST), Rows(request.POST, prefix="rows")
        if sent.is_valid() and sent_rows.is_valid():
            KEPT["route"] = sent.cleaned_data["route"]
            KEPT["rows"] = [geo.write(row.cleaned_data.get("place")) for row in sent_rows]
            form = Workshop(initial={"route": KEPT["route"]})
        else:
            form, rows = sent, sent_rows
    context = {"form": form, "rows": rows, "media": form.media + rows.media, "saved": KEPT["rows"], "panel": PANEL}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


urlpatterns = [path("admin/workshop/", workshop), *urls_of_the_site]
