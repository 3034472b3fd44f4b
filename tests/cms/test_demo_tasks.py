"""What the demo leaves to the worker."""

import pytest
from django_tasks_db.models import DBTaskResult, get_date_max

from cms.demo.tasks import forget_repeats

pytestmark = pytest.mark.django_db


def queued(path, *args, status="READY"):
    return DBTaskResult.objects.create(
        task_path=path, args_kwargs={"args": list(args), "kwargs": {}}, backend_name="default", status=status,
        run_after=get_date_max(), exception_class_path="", traceback="",
    )  # fmt: skip


def test_each_thing_is_left_to_the_worker_once():
    queued("a.index", 7), queued("a.index", 7)
    others = {queued("a.index", 8).pk, queued("a.pictures", [7]).pk, queued("a.index", 7, status="SUCCESSFUL").pk}
    assert forget_repeats() == 1
    left = DBTaskResult.objects.exclude(pk__in=others).get()
    assert (left.task_path, left.args_kwargs["args"], left.status) == ("a.index", [7], "READY")
    assert DBTaskResult.objects.count() == 4
