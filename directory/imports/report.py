"""What became of a file, as a table to keep."""

import csv
import io

from django.utils.translation import gettext as _

from directory.models import ImportRun

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def report_csv(run: ImportRun) -> bytes:
    """UTF-8 with the mark that Excel looks for, parted by semicolons as Latvian Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([_("Line"), _("Outcome"), _("Name"), _("Note")])
    for row in run.rows.exclude(outcome="").iterator(chunk_size=1000):
        note = row.note.replace("\n", " ")
        writer.writerow([row.line or "", row.get_outcome_display(), harmless(row.name), harmless(note)])
    return out.getvalue().encode("utf-8-sig")
