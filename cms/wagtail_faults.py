"""Views of Wagtail 8.0.1 and wagtail-localize 1.14.5 that break on forms and addresses nobody made: mended here until
they are there. At an upgrade of either, take one out and see whether tests/cms/test_admin_junk.py still passes."""

from django.core.signing import BadSignature
from django.http import Http404
from wagtail.admin.forms.choosers import ExternalLinkChooserForm, URLOrAbsolutePathField
from wagtail.admin.views import chooser, generic
from wagtail.contrib.redirects.forms import ConfirmImportManagementForm
from wagtail.contrib.redirects.utils import get_file_storage
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetCreateView
from wagtail_localize.views.report import TranslationsReportView

from cms.admin_junk import asker


class CreateRow(SnippetCreateView):
    """Wagtail has this door for every kind of row, and a form behind it for those alone that name its fields."""

    def dispatch(self, request, *args, **kwargs):
        if self.can_create() and self.get_creation_form_class() is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class AddressField(URLOrAbsolutePathField):
    def to_python(self, value):
        return super().to_python(value or "")


class ExternalLinkForm(ExternalLinkChooserForm):
    url = AddressField(label=ExternalLinkChooserForm.base_fields["url"].label)


def without_root(get):
    """The root has no parent, and nobody can choose it."""

    def chosen(view, request):
        try:
            return get(view, request)
        except AttributeError as error:
            if (error.name, error.obj, asker(error)) == ("pk", None, "wagtail"):
                raise Http404 from error
            raise

    return chosen


def clean_signed(self):
    """Of what is not there the field has spoken already; Wagtail asks for it again. Its file goes with the first use."""
    for key in {"import_file_name", "input_format"} & self.cleaned_data.keys():
        try:
            self.cleaned_data[key] = self.signer.unsign(self.cleaned_data[key])
        except BadSignature as error:
            self.add_error(key, str(error))
    if not self.errors:
        try:
            get_file_storage()(name=self.cleaned_data["import_file_name"]).read("rb")
        except FileNotFoundError:
            self.add_error("import_file_name", "The file is gone.")
    return self.cleaned_data


def in_order(get_queryset):
    """Without an order a row could stand on two pages, and another on none."""
    return lambda view: get_queryset(view).order_by("source__object_repr", "target_locale", "pk")


def with_page_number(shared_context):
    """The page that the choosers of links lead back to is a number of the query, or none."""

    def context(request, extra_context=None):
        found = shared_context(request, extra_context)
        number = found["parent_page_id"]
        return {**found, "parent_page_id": number if str(number).isdecimal() else None}

    return context


SnippetChooserViewSet.create_view_class = CreateRow
chooser.ExternalLinkView.form_class = ExternalLinkForm
chooser.ChosenMultipleView.get = without_root(chooser.ChosenMultipleView.get)
chooser.shared_context = with_page_number(chooser.shared_context)
ConfirmImportManagementForm.clean = clean_signed
TranslationsReportView.get_queryset = in_order(TranslationsReportView.get_queryset)
# Django's view also takes the verb DELETE, past every check, hook and log entry of Wagtail's.
generic.DeleteView.http_method_names = ["get", "post", "head", "options"]
