"""The step of pictures: an upload is taken in, measured and shown; what must stay in view is chosen on a grid."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.actions import keep_picture as actions
from directory.actions.save_draft import put
from directory.portal.step_forms import FOCUS_WORDS, FOCUSES
from directory.portal.steps import FOCUS, PICTURES
from home.image_forms import PictureField, shrink
from home.models import Image
from home.public_forms import may_send

NOT_FROM_MEMBERS = {"svg", "gif"}  # what draws or moves is staff's to check
ACCEPT = ",".join(f".{kind}" for kind in settings.WAGTAILIMAGES_EXTENSIONS if kind not in NOT_FROM_MEMBERS)
UPLOADS_AN_HOUR = 60
TITLES = {"lead_image": "{name}", "logo": "{name}: logo"}


class UploadForm(forms.Form):
    """One picture as it comes from a phone."""

    file = PictureField(label=_("Picture"))

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.name.rpartition(".")[2].lower() in NOT_FROM_MEMBERS:
            raise ValidationError(_("Please upload a photo: JPEG, PNG, WebP or HEIC."))
        return shrink(upload)


def take(request, member, work) -> tuple[str, str] | None:
    """Uploads, removals and the grid of a sent step; what was wrong as ``(field, words)``."""
    for slot in PICTURES:
        if f"remove-{slot}" in request.POST:
            _put(request, member, work, {slot: ""})
        upload = request.FILES.get(f"file-{slot}")
        if upload is not None:
            if not may_send(request, "member-picture", UPLOADS_AN_HOUR, 3600):
                return slot, str(_("Many pictures have come from here within the hour. Please go on later."))
            form = UploadForm(files={"file": upload})
            if not form.is_valid():
                return slot, " ".join(form.errors["file"])
            title = TITLES[slot].format(name=member.profile.name)
            image = actions.keep_picture(
                profile=member.profile, user=request.user, file=form.cleaned_data["file"], title=title
            )
            _put(request, member, work, {slot: str(image.pk)})
    image = own_upload(work, "lead_image")
    focus = request.POST.get(FOCUS, "")
    if image is not None and focus in FOCUSES and not request.FILES.get("file-lead_image"):
        actions.turn_to(profile=member.profile, user=request.user, image=image, focus=focus)
    return None


def _put(request, member, work, values: dict) -> None:
    old = {slot: work.draft.values.get(slot) for slot in values}
    work.draft = put(
        profile=member.profile, language=work.language, user=request.user, values=values, latest=work.latest,
        revision_id=work.revision_id,
    )  # fmt: skip
    forget_unsent(member.profile, [pk for slot, pk in old.items() if pk and pk != values[slot]])


def forget_unsent(profile, keys) -> None:
    for pk in keys:
        actions.forget_unsent(profile=profile, pk=pk)


def picture_of(work, slot: str) -> Image | None:
    """What stands in the slot now: the draft's, else the page's."""
    typed = work.typed.get(slot, "")
    return Image.objects.filter(pk=typed).first() if str(typed).isdecimal() else None


def own_upload(work, slot: str) -> Image | None:
    """The picture of the draft that nobody else has seen yet: its cut may still be chosen."""
    return picture_of(work, slot) if work.draft.values.get(slot) else None


def context(work, names) -> dict:
    """For the template of the step; nothing for the other steps."""
    if "lead_image" not in names:
        return {}
    image = picture_of(work, "lead_image")
    return {
        "picture": image, "logo": picture_of(work, "logo"), "accept": ACCEPT, "may_cut": own_upload(work, "lead_image"),
        "grid": [(key, FOCUS_WORDS[key]) for key in FOCUSES],
        "focus": _focus(image),
    }  # fmt: skip


def _focus(image) -> str:
    from directory.portal.working import focus_of

    return focus_of(image) or "2-2"
