import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from directory.imports.fields import BY_NAME, guess
from directory.imports.profiles import directory_page
from directory.imports.reading import ReadError, read_table
from directory.imports.report import report_csv
from directory.imports.running import stage, start, work_on
from directory.models import ImportRow, ImportRun

KINDS = ("organisation", "community")


class Command(BaseCommand):
    help = (
        "Import communities and organisations from CSV, XLSX or GeoJSON. Safe to run again: what is known is compared, "
        "nothing is ever deleted, and what people have changed here since is left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--mapping", help='header → field as JSON, or a file of it: {"Nosaukums": "title"}')
        parser.add_argument("--source", help="name of the source, the same each time; the file's name if left out")
        parser.add_argument("--kind", choices=KINDS, default=KINDS[0], help="where the file does not say")
        parser.add_argument("--publish", action="store_true", help="publish what is new; else new profiles are drafts")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")
        parser.add_argument("--report", type=Path, help="write a line for each row into this CSV file")

    def handle(self, *, file, mapping, source, kind, publish, dry_run, report, **options):
        if directory_page() is None:
            raise CommandError("There is no directory page to put profiles under.")
        try:
            table = read_table(file.read_bytes())
        except (ReadError, OSError) as error:
            raise CommandError(str(error)) from None
        columns = _columns(mapping, table.headers)
        run = ImportRun(
            file_name=file.name[:200],
            source=(source or file.stem)[:80],
            mapping=columns,
            default_kind=kind,
            publish=publish,
        )
        stage(run, table)
        start(run, ImportRun.State.CHECKING if dry_run else ImportRun.State.RUNNING)
        work_on(run)
        self._say(run, table.headers, options["verbosity"])
        if report:
            report.write_bytes(report_csv(run))
        if dry_run:
            run.delete()

    def _say(self, run: ImportRun, headers: list[str], verbosity: int) -> None:
        columns = ", ".join(f"{headers[int(number)]} → {name}" for number, name in run.mapping.items())
        self.stdout.write(_("Columns: %(columns)s") % {"columns": columns})
        if verbosity > 1:
            for row in run.rows.exclude(note=""):
                self.stdout.write(f"{row.line or '–'}: {row.get_outcome_display()}: {row.name}: {row.note}")
        labels = dict(ImportRow.Outcome.choices)
        self.stdout.write(", ".join(f"{labels[outcome]}: {count}" for outcome, count in run.counts().items()))


def _columns(mapping: str | None, headers: list[str]) -> dict[str, str]:
    """Number of the column → field: as given, else as the headers tell.

    Raises:
        CommandError: the mapping names a header or a field that there is not, or no column is the name.
    """
    if not mapping:
        columns = guess(headers)
    else:
        try:
            given = json.loads(mapping if mapping.lstrip().startswith("{") else Path(mapping).read_text())
            columns = {str(headers.index(header)): BY_NAME[name].name for header, name in given.items()}
        except (ValueError, KeyError, OSError, AttributeError, TypeError) as error:
            raise CommandError(f"The mapping cannot be used: {error}. Headers: {', '.join(headers)}") from None
    if "title" not in columns.values():
        raise CommandError(f"No column is the name. Headers: {', '.join(headers)}. Say so with --mapping.")
    return columns
