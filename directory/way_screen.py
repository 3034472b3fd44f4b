"""A way from a file, beside the excursion's page: what is in it is said, kept as a row, and named by a new draft."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from directory.models import ExcursionPage, Track
from directory.ways.reading import TrackError, read
from home.measures import length_text


class WayForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"), widget=forms.FileInput(attrs={"accept": ".gpx,.kml,.geojson,.json"})
    )
    takes_stops = forms.BooleanField(
        label=gettext_lazy("Add the file's named places as stops"), required=False, initial=True
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            self.found = read(file, file.name)
        except TrackError as error:
            raise forms.ValidationError(str(error)) from None
        if not self.found.ways and not self.found.stops:
            raise forms.ValidationError(_("There is neither a way nor a named place in this file."))
        return file


def upload(request, pk: int) -> HttpResponse:
    """
    Raises:
        Http404: there is no such excursion, or it is a translation: the way is the source's.
        PermissionDenied: this person may not edit it.
    """
    page = get_object_or_404(ExcursionPage.objects.select_related("locale"), pk=pk)
    if page.source != page:
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = WayForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        said = keep(page, form.found, file.name, form.cleaned_data["takes_stops"], request.user)
        messages.success(request, said)
        for note in form.found.notes:
            messages.info(request, note)
        return redirect("wagtailadmin_pages:edit", page.pk)
    title = _("A way from a file")
    crumbs = [{"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.get_admin_display_title()}]
    context = {
        "form": form,
        "page": page,
        "page_title": title,
        "header_title": title,
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
    }
    return TemplateResponse(request, "directory/admin/way_upload.html", context, status=422 if form.errors else 200)


@transaction.atomic
def keep(page: ExcursionPage, found, file_name: str, takes_stops: bool, user) -> str:
    """The way and the stops of a file in a new draft; says in words what was taken."""
    draft = page.get_latest_revision_as_object()
    said = []
    if found.ways:
        draft.way = Track.objects.keep(found.ways, file_name=file_name)
        draft.is_approximate = False
        said.append(_("The way of %(length)s is in the draft.") % {"length": length_text(draft.way.metres)})
    if takes_stops and found.stops:
        for stop in found.stops:
            point = {"type": "Point", "coordinates": [stop.longitude, stop.latitude]}
            draft.stops.append(("stop", stop_value(draft, stop, point)))
        number = len(found.stops)
        said.append(ngettext("%(n)s stop was added.", "%(n)s stops were added.", number) % {"n": number})
    draft.save_revision(user=user, log_action=True)
    return " ".join(said)


def stop_value(page: ExcursionPage, stop, point: dict):
    block = page.stops.stream_block.child_blocks["stop"]
    return block.to_python({"name": stop.name[:160], "text": stop.text, "point": point})
