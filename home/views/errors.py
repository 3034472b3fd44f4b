"""What a reader sees when something is not there, or broke."""

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader


def not_found(request, exception):
    """404 with the frame, the search field and the pages most people want."""
    words = request.path.strip("/").split("/")[-1].replace("-", " ").replace("\0", "")[:60]
    return render(request, "404.html", {"guess": words}, status=404)


def server_error(request):
    """500 without anything that could break again: no database, no frame, both languages."""
    return HttpResponseServerError(loader.get_template("500.html").render())
