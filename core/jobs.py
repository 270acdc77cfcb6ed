"""Jobs that belong to a change of data."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=7)


def enqueue(task: Any, *args: Any) -> None:
    """Queues `task` with the transaction that is open: both are kept, or neither.

    The queue in the database is written right away, in the same commit; another one is told after the commit.
    """
    if isinstance(task.get_backend(), DatabaseBackend):
        task.enqueue(*args)
    else:
        transaction.on_commit(lambda: task.enqueue(*args), robust=True)


def sweep() -> int:
    """Deletes jobs that are over for a week, and those a killed worker left running; returns how many."""
    over = DBTaskResult.objects.exclude(status=TaskResultStatus.READY).filter(enqueued_at__lt=timezone.now() - KEPT)
    return over.delete()[0]
