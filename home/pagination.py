"""Paging, once."""

from urllib.parse import urlencode

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404


def paginate(items, request, per_page: int = 12, parameter: str = "page", count: int | None = None):
    """The page of ``items`` that ``?page=`` asks for; nonsense gives the first, a number past the end is a 404.

    ``count`` is for those who have counted already. The returned page has ``previous_url`` and ``next_url`` (``""`` at the ends) that keep the other parameters.
    """
    paginator = Paginator(items, per_page)
    if count is not None:
        paginator.count = count
    try:
        page = paginator.page(request.GET.get(parameter, 1))
    except PageNotAnInteger:
        page = paginator.page(1)
    except EmptyPage as error:
        raise Http404 from error

    def url(number: int) -> str:
        rest = [(key, value) for key, values in request.GET.lists() for value in values if key != parameter and value]
        query = urlencode(rest + ([(parameter, number)] if number > 1 else []))
        return f"{request.path}?{query}" if query else request.path

    page.previous_url = url(page.previous_page_number()) if page.has_previous() else ""
    page.next_url = url(page.next_page_number()) if page.has_next() else ""
    return page
