from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from directory.imports.fields import FIELDS, guess, signature
from directory.imports.reading import MOST_BYTES, ReadError, read_table
from directory.imports.register import read_register
from directory.models import ImportMapping, ImportRun
from directory.vocabulary import PROFILES, Kind, choices_of

MOST_REGISTER_BYTES = 250 * 1024 * 1024


class UploadForm(forms.Form):
    """A file that can be read: ``table`` after a successful check."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, XLSX or GeoJSON, at most 10 MB and 10,000 rows; the first row names the columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.json,.geojson"}),
    )
    most_bytes = MOST_BYTES

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > self.most_bytes:
            most = self.most_bytes // 1024 // 1024
            raise forms.ValidationError(_("The file is larger than %(most)s MB."), params={"most": most})
        try:
            self.table = self.read(file)
        except ReadError as error:
            raise forms.ValidationError(str(error)) from None
        return file

    def read(self, file):
        return read_table(file.read())


class RegisterUploadForm(UploadForm):
    most_bytes = MOST_REGISTER_BYTES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "The Register of Enterprises' open data file (register.csv). Only associations and foundations are taken."
        )

    def read(self, file):
        return read_register(file)


class ColumnsForm(forms.Form):
    """Where each column goes. What is chosen is remembered for the next file with the same headers."""

    source = forms.CharField(
        label=_("Name of the source"),
        max_length=80,
        help_text=_("The same each time, so that the next file of this source finds its rows again."),
    )
    default_kind = forms.ChoiceField(
        label=_("Where the file does not say"),
        choices=choices_of(PROFILES),
        initial=Kind.ORGANISATION,
    )
    publish = forms.BooleanField(
        label=_("Publish new profiles at once"),
        required=False,
        help_text=_("Otherwise they are drafts, for somebody to look at."),
    )

    def __init__(self, *args, run: ImportRun, **kwargs):
        super().__init__(*args, **kwargs)
        self.run = run
        known = ImportMapping.objects.filter(signature=signature(run.headers)).first()
        self.is_remembered = known is not None
        remembered = known.mapping if known else {}
        chosen = run.mapping or remembered.get("columns") or guess(run.headers)
        self.initial.setdefault("source", run.source or remembered.get("source") or run.file_name.rsplit(".", 1)[0])
        self.initial.setdefault("default_kind", remembered.get("default_kind", Kind.ORGANISATION))
        self.initial.setdefault("publish", run.publish)
        choices = [("", _("– leave out –")), *((field.name, field.label) for field in FIELDS)]
        for number, header in enumerate(run.headers):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                label=header or _("column %(number)s") % {"number": number + 1},
                choices=choices,
                required=False,
                initial=chosen.get(str(number), ""),
            )

    @cached_property
    def columns(self) -> list:
        """``(bound field, first values)`` of each column."""
        samples = list(self.run.rows.filter(line__gt=0).values_list("cells", flat=True)[:3])
        found = []
        for number, _header in enumerate(self.run.headers):
            values = [cells[number][:60] for cells in samples if number < len(cells) and cells[number]]
            found.append((self[f"column-{number}"], values))
        return found

    def clean(self):
        cleaned = super().clean()
        chosen = {name.removeprefix("column-"): value for name, value in cleaned.items() if name.startswith("column-")}
        self.mapping = {number: name for number, name in chosen.items() if name}
        names = list(self.mapping.values())
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            labels = {field.name: str(field.label) for field in FIELDS}
            words = ", ".join(labels[name] for name in twice)
            raise forms.ValidationError(_("Two columns go to the same field: %(fields)s"), params={"fields": words})
        if "title" not in names:
            raise forms.ValidationError(_("Say which column is the name."))
        return cleaned

    def save(self) -> ImportRun:
        run, cleaned = self.run, self.cleaned_data
        run.mapping, run.source = self.mapping, cleaned["source"]
        run.default_kind, run.publish = cleaned["default_kind"], cleaned["publish"]
        run.save(update_fields=["mapping", "source", "default_kind", "publish"])
        remembered = {"columns": self.mapping, "source": run.source, "default_kind": run.default_kind}
        ImportMapping.objects.update_or_create(signature=signature(run.headers), defaults={"mapping": remembered})
        return run
