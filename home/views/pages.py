"""The door of every page of the tree."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control
from wagtail import hooks
from wagtail.views import serve_chain

from home.addresses import path_of
from home.frame_rows import is_open
from home.navigation import load_frame


def serve(request, path: str) -> HttpResponse:
    """Answer an address of the page tree; in another language's address, the main language's page or its translation.

    Raises:
        Http404: there is no such page, or it is not open to readers by the clock.
    """
    # Remembered before anything can go wrong: the page for what is not found stands in the same frame.
    request.frame = frame = load_frame(request, path=path)
    if frame.page_row is None:
        frame = _answering_below(request, path)
    row = frame.page_row
    if frame.fallback_language:
        translation = next(
            (
                item
                for item in frame.rows
                if item.translation_key == row.translation_key and item.language == frame.language and is_open(item)
            ),
            None,
        )
        if translation is not None:
            query = request.META.get("QUERY_STRING", "")
            below = f"{request.below}/" if getattr(request, "below", "") else ""
            return HttpResponseRedirect(path_of(translation) + below + (f"?{query}" if query else ""))
    frame.page = page = specific(row)
    request.frame = frame
    request.is_preview = False
    response = _hooks_answer(page, request) or _serve(page, request)
    if row.restricted:
        patch_cache_control(response, private=True, no_store=True)
    elif "Cache-Control" not in response:
        # Readers and proxies ask again each time (ETag answers 304): what is unpublished is gone at once.
        patch_cache_control(response, public=True, no_cache=True)
    if not frame.indexable:
        response["X-Robots-Tag"] = "noindex"
    return response


def _answering_below(request, path: str):
    """The frame of a page that answers for addresses right beneath its own; the rest stands in ``request.below``.

    Raises:
        Http404: there is no such page.
    """
    above, _slash, rest = path.strip("/").rpartition("/")
    frame = load_frame(request, path=f"{above}/") if above else None
    row = frame.page_row if frame else None
    model = ContentType.objects.get_for_id(row.content_type_id).model_class() if row else None
    if not getattr(model, "answers_below", False):
        raise Http404
    request.below = rest
    return frame


def specific(row):
    """The page itself, with what its page type says it needs, in one query."""
    model = ContentType.objects.get_for_id(row.content_type_id).model_class()
    if model is None:
        raise Http404
    manager = model._default_manager
    queryset = manager.for_page() if hasattr(manager, "for_page") else manager.select_related("locale")
    return queryset.get(pk=row.pk)


def _hooks_answer(page, request):
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    return None


def _serve(page, request):
    chain = serve_chain
    for hook in reversed(hooks.get_hooks("on_serve_page")):
        # Wagtail's own hook asks the database for restrictions; the frame has already told there are none.
        if hook.__name__ == "check_view_restrictions" and not request.frame.page_row.restricted:
            continue
        chain = hook(chain)
    return chain(page, request, [], {})
