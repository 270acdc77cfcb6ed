"""The queue of jobs, worked off by a thread that nothing ends: it waits for a lock, for space, for the database to come back."""

import logging
import os
import secrets
import socket
import threading
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, close_old_connections, transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from core import heartbeat

BACKEND, QUEUE = "jobs", "default"
LOOK_EVERY = 2.0  # seconds
LONGEST_PAUSE = 30.0  # seconds
MOST_TRIES = 10
AGAIN_AFTER = timedelta(minutes=1)  # times the tries
# What passes by itself: a lock, a full disk, a database that was away.
PASSING = {
    "django.db.utils.OperationalError",
    "django.db.utils.InterfaceError",
    "sqlite3.OperationalError",
    "builtins.OSError",
}

logger = logging.getLogger(__name__)


class QueueWorker(Worker):
    """django-tasks-db's worker as a thread among others: without signals, and with patience."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=[QUEUE],
            interval=LOOK_EVERY,
            batch=False,
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=f"{socket.gethostname()[:20]}-{os.getpid()}-{secrets.token_hex(4)}",
            excluded_queue_names=[],
        )
        self.ended = threading.Event()
        self.idle = threading.Event()
        self.doing: Any = None  # the key of the job that was begun and is not known to have ended

    def beat(self) -> None:
        """Tells that this worker is alive, and takes up what dead ones left."""
        heartbeat.beat(f"worker:{self.worker_id}")
        take_up_again(self.worker_id)

    def run(self) -> None:
        pause = LOOK_EVERY
        while not self.ended.is_set():
            close_old_connections()
            try:
                found = self._work_off_one()
                pause = LOOK_EVERY
            except Exception as error:
                # What is only locked, full or away needs no traceback.
                known = isinstance(error, DatabaseError)
                logger.error("The queue stands still; again in %d s: %s", pause, error, exc_info=not known)
                found, pause = False, min(pause * 2, LONGEST_PAUSE)
            finally:
                close_old_connections()
            if not found:
                self.ended.wait(pause)
        self.idle.set()

    def stop(self, seconds: float) -> None:
        """Takes no more jobs, and waits so long for the one that is being done."""
        self.ended.set()
        self.idle.wait(seconds)

    def _work_off_one(self) -> bool:
        if self.doing:  # its end could not be written down
            _ready_again(Q(pk=self.doing))
            self.doing = None
        waiting = DBTaskResult.objects.ready().filter(backend_name=BACKEND, queue_name=QUEUE)
        if not waiting.exists():  # reads only: to lock the database every two seconds would hold up whoever writes
            return False
        with exclusive_transaction(waiting.db):
            job = waiting.get_locked()
            if job is not None:
                job.claim(self.worker_id)
        if job is None:
            return False
        self.doing = job.pk
        self.run_task(job)
        _try_again_later(job)
        self.doing = None
        return True


def take_up_again(own: str) -> int:
    """Puts back in the queue what a worker that is no more was doing; returns how many jobs."""
    alive = heartbeat.alive("worker:")
    running = DBTaskResult.objects.running().filter(backend_name=BACKEND)
    left = [
        job.pk
        for job in running.only("pk", "worker_ids")
        if not job.worker_ids or (job.worker_ids[-1] != own and f"worker:{job.worker_ids[-1]}" not in alive)
    ]
    return _ready_again(Q(pk__in=left)) if left else 0


def _ready_again(which: Q) -> int:
    """Running jobs back into the queue; one that was begun very often has brought its workers down, and fails."""
    jobs: list[Any] = list(DBTaskResult.objects.running().filter(which, backend_name=BACKEND))
    for job in jobs:
        tired = len(job.worker_ids) >= MOST_TRIES
        changes: dict[str, Any] = {"status": TaskResultStatus.READY, "started_at": None}
        if tired:
            changes = {"status": TaskResultStatus.FAILED, "finished_at": timezone.now()}
        with transaction.atomic():
            DBTaskResult.objects.running().filter(pk=job.pk).update(**changes)
        logger.warning("Job %s (%s) was left half-way: %s", job.pk, job.task_path, "given up" if tired else "again")
    return len(jobs)


def _try_again_later(job: DBTaskResult) -> None:
    """A job that failed by what passes waits for its next try."""
    tries = len(job.worker_ids)
    if job.status == TaskResultStatus.FAILED and job.exception_class_path in PASSING and tries < MOST_TRIES:
        later = timezone.now() + AGAIN_AFTER * tries
        DBTaskResult.objects.filter(pk=job.pk).update(
            status=TaskResultStatus.READY, run_after=later, started_at=None, finished_at=None
        )
        logger.warning("Job %s (%s) is tried again: %s", job.pk, job.task_path, job.exception_class_path)
