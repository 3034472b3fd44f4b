"""The site's queue of tasks: the one in the database, which lets an import ask for the same thing once."""

from django_tasks_db import DatabaseBackend

# They bring a row up to date as it stands when they run: a second one of the same transaction has nothing to do.
ONCE = {
    "modelsearch.tasks.insert_or_update_object_task",
    "wagtail.tasks.update_reference_index_task",
}


class TaskQueue(DatabaseBackend):
    def enqueue(self, task, args, kwargs):
        from home import publishing  # tasks are declared before there are models

        queued = publishing.queued_together()
        if queued is None or task.module_path not in ONCE:
            return super().enqueue(task, args, kwargs)
        asked = task.module_path, repr((args, kwargs))
        if asked not in queued:
            queued[asked] = super().enqueue(task, args, kwargs)
        return queued[asked]
