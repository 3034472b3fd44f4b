"""Pictures that members upload: turned, shrunk, without the place where they were taken, in a collection of their own.

Until it is sent a picture belongs to a draft alone. Its address holds a secret of 72 bits and stands on no page but its
writers' own; one that is replaced or let go before it was sent is deleted with its file.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import override as in_language
from wagtail.models import Collection, ReferenceIndex, Revision

from directory.models import Profile, ProfilePage
from directory.permissions import may_edit
from home.models import Image


def collection() -> Collection:
    """Where staff find them; named in the site's main language when it is first needed."""
    root = Collection.get_first_root_node()
    with in_language(settings.LANGUAGE_CODE):
        name = gettext("Pictures of members")
    found = root.get_children().filter(name=name).first()
    return found or root.add_child(instance=Collection(name=name))


@transaction.atomic
def keep_picture(*, profile: Profile, user, file, title: str) -> Image:
    """``file``: upright and shrunk already (home.image_forms.shrink).

    Raises:
        PermissionDenied: this person does not belong to the profile.
    """
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    image = Image(title=title[:255], file=file, collection=collection(), uploaded_by_user=user)
    image._set_image_file_metadata()
    image.save()
    return image


@transaction.atomic
def turn_to(*, profile: Profile, user, image: Image, focus: str) -> Image:
    """``focus``: ``"2-1"``, a cell of three by three; the picture is cut around it wherever it is cut."""
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    column, row = (int(part) for part in focus.split("-"))
    width, height = image.width // 3, image.height // 3
    wanted = {
        "focal_point_x": round((column - 0.5) * image.width / 3), "focal_point_width": width,
        "focal_point_y": round((row - 0.5) * image.height / 3), "focal_point_height": height,
    }  # fmt: skip
    if any(getattr(image, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(image, name, value)
        image.save()
    return image


def is_unsent(profile: Profile, image: Image) -> bool:
    """A member's upload that no page, live or in a revision, knows of."""

    if image.collection_id != collection().pk:
        return False
    if ReferenceIndex.get_references_to(image).exists():
        return False
    pages = ProfilePage.objects.filter(translation_key=profile.pk).values_list("pk", flat=True)
    revisions = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages])
    return not any(
        image.pk in (content.get("lead_image"), content.get("logo"))
        for content in revisions.values_list("content", flat=True)
    )


@transaction.atomic
def forget_unsent(*, profile: Profile, pk) -> bool:
    """Delete an upload that was replaced before anybody else could see it."""
    image = Image.objects.filter(pk=pk).first() if str(pk or "").isdecimal() else None
    if image is None or not is_unsent(profile, image):
        return False
    image.delete()
    return True
