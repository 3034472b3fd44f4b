from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from directory.imports.reading import ReadError
from directory.imports.register import read_register
from directory.imports.report import report_csv
from directory.imports.running import stage, start, work_on
from directory.models import ImportRow, ImportRun


class Command(BaseCommand):
    help = (
        "Bring the list of associations and foundations up to date with the Register of Enterprises' open file "
        "(register.csv). Safe to run again: only what differs is written, nothing is deleted, no profile is touched."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")
        parser.add_argument("--report", type=Path, help="write a line for each row into this CSV file")

    def handle(self, *, file, dry_run, report, **options):
        try:
            with file.open("rb") as binary:
                table = read_register(binary)
        except (ReadError, OSError) as error:
            raise CommandError(str(error)) from None
        run = stage(ImportRun(importer=ImportRun.Importer.REGISTER, file_name=file.name[:200]), table)
        start(run, ImportRun.State.CHECKING if dry_run else ImportRun.State.RUNNING)
        work_on(run)
        self._say(run)
        if report:
            report.write_bytes(report_csv(run))
        if dry_run:
            run.delete()

    def _say(self, run: ImportRun) -> None:
        labels = dict(ImportRow.Outcome.choices)
        self.stdout.write(", ".join(f"{labels[outcome]}: {count}" for outcome, count in run.counts().items()))
        told = (ImportRow.Outcome.SKIPPED, ImportRow.Outcome.VANISHED)
        for row in run.rows.filter(outcome__in=told).exclude(note=""):
            self.stdout.write(
                f"{row.line or '–'}: {row.get_outcome_display()}: {row.name}: {' '.join(row.note.split())}"
            )
