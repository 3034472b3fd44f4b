"""A file is public by standing on a public page; lying in the library is not enough."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists
from wagtail.documents.forms import BaseDocumentForm
from wagtail.models import Page, ReferenceIndex

from home.querysets import open_at, restrictions_of
from home.uploads import StoredUpload


class DocumentForm(StoredUpload, BaseDocumentForm):
    """Wagtail's form, which says when there was no room for the file."""


def may_read(document, request) -> bool:
    """Staff always; others when at least one published page refers to ``document``."""
    # Asking for request.user would open the session of every anonymous reader.
    if (
        request.COOKIES.get("sessionid")
        and request.user.is_authenticated
        and request.user.has_perm("wagtailadmin.access_admin")
    ):
        return True
    page_type = ContentType.objects.get_for_model(Page)
    pages = ReferenceIndex.objects.filter(
        base_content_type=page_type,
        to_content_type=ContentType.objects.get_for_model(type(document)),
        to_object_id=str(document.pk),
    ).values_list("object_id", flat=True)
    ids = [int(pk) for pk in pages]
    return Page.objects.filter(open_at(), pk__in=ids).filter(~Exists(restrictions_of())).exists()
