"""Names that Wagtail and wagtail-localize show to editors without asking a catalogue: here they ask one.

They derive them from class and field names. What they derive is looked up in locale/admin; a name that is not there
stays as it was. Nothing of it reaches the migrations: those are made of what the classes say themselves.
"""

from django.apps import apps
from django.forms import boundfield
from django.forms.utils import pretty_name
from django.utils.translation import gettext, gettext_lazy
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import get_page_models

OURS = {"cms", "news", "directory", "home"}


def _models() -> None:
    for model in apps.get_models():
        meta = model._meta
        if meta.app_label in OURS:
            continue
        for name in ("verbose_name", "verbose_name_plural"):
            if name not in meta.original_attrs:
                setattr(meta, name, gettext_lazy(str(getattr(meta, name))))
        for field in meta.local_fields:
            if field._verbose_name is None:
                field.verbose_name = gettext_lazy(field.verbose_name)


def _form_labels() -> None:
    derived = boundfield.pretty_name
    boundfield.pretty_name = lambda name: gettext(derived(name))  # asked for each form anew


def _permission_labels() -> None:
    from wagtail.users.forms import PagePermissionsForm

    PagePermissionsForm.base_fields["permissions"].label_from_instance = lambda permission: gettext(permission.name)


def _filter_labels() -> None:
    from wagtail_localize.views.report import TranslationsReportFilterSet

    for name, filter_ in TranslationsReportFilterSet.base_filters.items():
        if filter_._label is None:
            filter_.label = gettext_lazy(pretty_name(name))


def _blocks(block):
    yield block
    children = getattr(block, "child_blocks", {}).values() or [getattr(block, "child_block", None)]
    for child in filter(None, children):
        yield from _blocks(child)


def _image_blocks() -> None:
    for model in get_page_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for block in _blocks(field.stream_block):
                    if isinstance(block, ImageBlock):
                        block.child_blocks["image"].label = gettext_lazy("Picture")


def translate_names() -> None:
    """Once, when every app is loaded."""
    _models()
    _form_labels()
    _permission_labels()
    _filter_labels()
    _image_blocks()
