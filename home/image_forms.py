"""Pictures as they come in: from a phone, eight megabytes, sideways, HEIC."""

import io
import math
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image as PILImage
from PIL import ImageOps
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.drawings import only_draws
from home.uploads import StoredUpload, discard

LONGEST_SIDE = 2400
WEB_FORMATS = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png"), "WEBP": ("webp", "image/webp")}


UNREADABLE = _("This file cannot be read as a picture. Try to save it as JPEG on the phone and upload it again.")


class PictureField(WagtailImageField):
    """Wagtail's field undoes a whole picture to learn its size, and fails with one that is cut off. Its head tells."""

    def check_image_file_format(self, f):
        # One format under two names; Willow knows the other.
        if not (f.image.format_name == "heic" and f.name.lower().endswith(".heif")):
            super().check_image_file_format(f)

    def check_image_pixel_size(self, f):
        if f.image.format_name == "svg":
            return
        try:
            picture = PILImage.open(f)
            # Of anything but GIF the first picture alone is kept.
            pixels = picture.width * picture.height * (picture.n_frames if picture.format == "GIF" else 1)
        except (PILImage.DecompressionBombWarning, PILImage.DecompressionBombError):
            pixels = math.inf
        except Exception as error:  # decoders raise whatever they stumble over
            raise ValidationError(UNREADABLE) from error
        finally:
            f.seek(0)
        if pixels > self.max_image_pixels:
            # Hundreds of millions Pillow does not count: it refuses them.
            number = _("unknown number") if pixels == math.inf else pixels
            values = {"num_pixels": number, "max_pixels_count": self.max_image_pixels}
            raise ValidationError(self.error_messages["file_too_many_pixels"] % values, code="file_too_many_pixels")


def decoded(upload) -> PILImage.Image:
    """The picture upright.

    Raises:
        ValidationError: the file is no picture that can be read to its end.
    """
    try:
        upload.seek(0)
        picture = PILImage.open(upload)
        # JPEG alone knows this: decoded at a half or a quarter where that is large enough.
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture.load()
        if picture.format == "GIF":  # kept as it is, so each of its frames has to be sound
            for frame in range(picture.n_frames):
                picture.seek(frame)
                picture.load()
        ImageOps.exif_transpose(picture, in_place=True)
    except Exception as error:  # decoders raise whatever they stumble over
        raise ValidationError(UNREADABLE) from error
    return picture


def shrink(upload) -> SimpleUploadedFile | None:
    """The upload upright, at most 2400 px, as JPEG (PNG where something is transparent), without position or camera.

    Returns ``None`` where nothing has to change (vector pictures, animations).
    Raises:
        ValidationError: the file is no picture that can be read.
    """
    name = PurePath(upload.name)
    if name.suffix.lower() == ".svg":
        return None
    upright = decoded(upload)
    if name.suffix.lower() == ".gif":
        upload.seek(0)
        return None
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


class ImageForm(StoredUpload, BaseImageForm):
    """Wagtail's form, with the upload shrunk before it is stored."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(label=field.label, required=field.required, widget=field.widget)
        if "licence" in self.fields:
            # Several at once are sent without it, and what is sent without a required field skips this form.
            self.fields["licence"].required = False

    def clean_licence(self):
        return self.cleaned_data["licence"] or self.instance.licence

    def clean_file(self):
        upload = self.cleaned_data.get("file")
        if not upload or "file" not in self.changed_data:
            return upload
        if upload.image.format_name == "svg" and not only_draws(upload.image.dom):
            raise ValidationError(
                _("This drawing holds a script or an address outside. Save it as PNG or as plain SVG, and try again.")
            )
        small = shrink(upload)
        if small is None:
            return upload
        # Wagtail's form field has measured the upload; the smaller file has measures of its own.
        with PILImage.open(small) as picture:
            small.image = picture
        small.seek(0)
        return small

    def save(self, commit=True):
        if "file" not in self.fields and self.instance._state.adding:
            self._shrink_what_waited()
        return super().save(commit)

    def _shrink_what_waited(self):
        """Wagtail keeps an upload whose title is wrong aside as it came, and makes the picture of it afterwards."""
        file = self.instance.file
        as_it_came, small = file.name, shrink(file)
        if small is not None:
            file.save(small.name, small, save=False)
            self.instance._set_image_file_metadata()
            discard(file.storage, as_it_came)

    def forget_copies(self):
        self.instance.renditions.all().delete()
