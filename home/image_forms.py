"""Pictures as they come in: from a phone, eight megabytes, sideways, HEIC."""

import io
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image as PILImage
from PIL import ImageOps
from wagtail.images.forms import BaseImageForm

LONGEST_SIDE = 2400
WEB_FORMATS = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png"), "WEBP": ("webp", "image/webp")}


def shrink(upload) -> SimpleUploadedFile | None:
    """The upload upright, at most 2400 px, as JPEG (PNG where something is transparent), without position or camera.

    Returns ``None`` where nothing has to change (vector pictures, animations).
    Raises:
        ValidationError: the file is no picture that can be read.
    """
    name = PurePath(upload.name)
    if name.suffix.lower() in {".svg", ".gif"}:
        return None
    try:
        upload.seek(0)
        picture = PILImage.open(upload)
        upright = ImageOps.exif_transpose(picture)
        upright.load()
    except (OSError, ValueError, SyntaxError, PILImage.DecompressionBombError) as error:
        raise ValidationError(
            _("This file cannot be read as a picture. Try to save it as JPEG on the phone and upload it again.")
        ) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), PILImage.Resampling.LANCZOS)
    transparent = upright.mode in {"RGBA", "LA", "PA"} and upright.convert("RGBA").getchannel("A").getextrema()[0] < 255
    out = io.BytesIO()
    if transparent:
        upright.convert("RGBA").save(out, "PNG", optimize=True)
        extension, mime = WEB_FORMATS["PNG"]
    else:
        profile = upright.info.get("icc_profile")
        upright.convert("RGB").save(out, "JPEG", quality=86, progressive=True, optimize=True, icc_profile=profile)
        extension, mime = WEB_FORMATS["JPEG"]
    return SimpleUploadedFile(f"{name.stem}.{extension}", out.getvalue(), mime)


class ImageForm(BaseImageForm):
    """Wagtail's form, with the upload shrunk before it is stored."""

    def clean_file(self):
        upload = self.cleaned_data.get("file")
        if not upload or "file" not in self.changed_data:
            return upload
        small = shrink(upload)
        if small is None:
            return upload
        # Wagtail's form field has measured the upload; the smaller file has measures of its own.
        with PILImage.open(small) as picture:
            small.image = picture
        small.seek(0)
        return small
