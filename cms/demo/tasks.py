"""What loading leaves in the task queue."""

import json

from django_tasks_db.models import DBTaskResult


def forget_repeats() -> int:
    """Pages were saved several times in a row; what is queued for one of them more than once runs but once.

    All of these tasks take ids alone and look at what is there when they run. Returns how many were left out.
    """
    seen, repeats = set(), []
    for pk, path, given in DBTaskResult.objects.ready().values_list("pk", "task_path", "args_kwargs"):
        asked = (path, json.dumps(given, sort_keys=True))
        if asked in seen:
            repeats.append(pk)
        seen.add(asked)
    for first in range(0, len(repeats), 500):
        DBTaskResult.objects.filter(pk__in=repeats[first : first + 500]).delete()
    return len(repeats)
