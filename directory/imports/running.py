"""A file in batches, each a transaction with the place where it ended: what is cut off goes on where it was.

The task works for a while and then queues itself again, so that no file keeps other tasks waiting for long.
"""

import datetime
import time

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from directory.imports.profiles import ProfileImporter
from directory.imports.reading import Table
from directory.imports.register import RegisterImporter
from directory.models import ImportRow, ImportRun
from home import publishing

State = ImportRun.State
IMPORTERS = {ImportRun.Importer.PROFILES: ProfileImporter, ImportRun.Importer.REGISTER: RegisterImporter}
BATCHES = {ImportRun.Importer.PROFILES: 50, ImportRun.Importer.REGISTER: 500}
SECONDS = 60
TOLD = ["outcome", "name", "note", "page_id"]
KEEP_UNFINISHED = datetime.timedelta(days=30)


def stage(run: ImportRun, table: Table) -> ImportRun:
    """Keep a table's rows beside its run, to be taken in batches."""
    run.headers, run.total = table.headers, len(table.rows)
    with transaction.atomic():
        run.save()
        rows = (
            ImportRow(run=run, number=number, line=line, cells=cells)
            for number, (line, cells) in enumerate(table.rows, 1)
        )
        ImportRow.objects.bulk_create(rows, batch_size=500)
    return run


def start(run: ImportRun, state: str) -> None:
    """From the first row on, to check or to import; what an earlier check said is forgotten."""
    with transaction.atomic():
        run.rows.filter(line=0).delete()
        run.rows.update(outcome="", note="", page_id=None)
        run.state, run.position, run.message, run.finished_at = state, 0, "", None
        run.save(update_fields=["state", "position", "message", "finished_at"])


def start_in_background(run: ImportRun, state: str) -> None:
    start(run, state)
    transaction.on_commit(lambda: work.enqueue(run.pk))


@task()
def work(run_id: int) -> None:
    run = ImportRun.objects.filter(pk=run_id).first()
    if run is not None and not work_on(run, seconds=SECONDS):
        work.enqueue(run_id)


def work_on(run: ImportRun, seconds: float | None = None) -> bool:
    """Batches until the file is at its end or the time is up; whether there is nothing left to do."""
    if not run.is_at_work:
        return True
    if run.state == State.CHECKING and run.position:
        start(run, State.CHECKING)  # a check remembers what it would have made, and nobody else does
    importer = IMPORTERS[run.importer](run)
    until = time.monotonic() + seconds if seconds else None
    while run.is_at_work:
        if not take_batch(run, importer):
            return True  # somebody else is at it
        if run.is_at_work and until and time.monotonic() > until and run.state == State.RUNNING:
            return False
    return True


def take_batch(run: ImportRun, importer) -> bool:
    """The next rows in one transaction; ``False`` if another process has been here since."""
    with publishing.together():
        same = ImportRun.objects.select_for_update().filter(pk=run.pk, position=run.position, state=run.state)
        if not list(same.values_list("pk")):
            return False
        rows = list(run.rows.filter(line__gt=0, number__gt=run.position)[: BATCHES[run.importer]])
        if rows:
            done = importer.take(rows, run.state == State.RUNNING)
            # Rows that are there already: bulk_update() says the same in a sentence ten times as slow.
            ImportRow.objects.bulk_create(done, update_conflicts=True, update_fields=TOLD, unique_fields=["pk"])
            position, changes = rows[-1].number, {}
        else:
            position, changes = run.position, _finish(run, importer)
        same.update(position=position, **changes)
    run.refresh_from_db()
    return True


def _finish(run: ImportRun, importer) -> dict:
    gone = [
        result.put(ImportRow(run=run, number=run.total + number, line=0))
        for number, result in enumerate(importer.vanished(run.state == State.RUNNING), 1)
    ]
    ImportRow.objects.bulk_create(gone, batch_size=500)
    if run.state == State.CHECKING:
        return {"state": State.CHECKED}
    run.rows.update(cells=[])
    return {"state": State.DONE, "finished_at": timezone.now()}


def tidy() -> None:
    """Files that nobody went on with: what they say of people is not kept."""
    old = ImportRun.objects.filter(created_at__lt=timezone.now() - KEEP_UNFINISHED)
    old.exclude(state=State.DONE).delete()
