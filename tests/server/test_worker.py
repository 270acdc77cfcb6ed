"""The queue: what a worker that is no more was doing is done again, and what failed by a passing cause is tried again."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from core import heartbeat
from core.models import Heartbeat
from portal.server import worker
from portal.server.worker import QueueWorker, take_up_again

TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}
done: list[str] = []
troubles: list[Exception] = []


@task(backend="jobs")
def noted(word: str) -> str:
    if troubles:
        raise troubles.pop()
    done.append(word)
    return word


@pytest.fixture(autouse=True)
def _queue(settings: Any, db: Any) -> None:
    settings.TASKS = TASKS
    DBTaskResult.objects.all().delete()
    done.clear()
    troubles.clear()


def queued(**changes: Any) -> DBTaskResult:
    assert isinstance(noted.get_backend(), DatabaseBackend)
    job = DBTaskResult.objects.get(pk=noted.enqueue("x").id)
    DBTaskResult.objects.filter(pk=job.pk).update(**changes)
    job.refresh_from_db()
    return job


def status(job: DBTaskResult) -> str:
    job.refresh_from_db()
    return job.status


def test_job_is_done():
    job = queued()
    assert QueueWorker()._work_off_one()
    assert done == ["x"]
    assert status(job) == TaskResultStatus.SUCCESSFUL
    assert not QueueWorker()._work_off_one()


def test_job_of_a_dead_worker_is_taken_up_again():
    job = queued(status=TaskResultStatus.RUNNING, worker_ids=["gone"])
    assert take_up_again("me") == 1
    assert status(job) == TaskResultStatus.READY
    assert QueueWorker()._work_off_one()
    assert done == ["x"]


def test_job_of_a_living_worker_is_left_to_it():
    heartbeat.beat("worker:other")
    queued(status=TaskResultStatus.RUNNING, worker_ids=["gone", "other"])
    queued(status=TaskResultStatus.RUNNING, worker_ids=["me"])
    assert take_up_again("me") == 0


def test_worker_that_gave_no_sign_for_long_is_dead():
    heartbeat.beat("worker:other")
    Heartbeat.objects.update(at=timezone.now() - timedelta(seconds=91))
    queued(status=TaskResultStatus.RUNNING, worker_ids=["other"])
    assert take_up_again("me") == 1


def test_job_that_brings_its_workers_down_is_given_up():
    job = queued(status=TaskResultStatus.RUNNING, worker_ids=[f"gone{number}" for number in range(worker.MOST_TRIES)])
    take_up_again("me")
    assert status(job) == TaskResultStatus.FAILED


@pytest.mark.parametrize("trouble", [OperationalError("database is locked"), OSError(28, "No space left on device")])
def test_job_that_met_a_passing_trouble_waits_for_its_next_try(trouble):
    troubles.append(trouble)
    job = queued()
    assert QueueWorker()._work_off_one()
    assert status(job) == TaskResultStatus.READY
    assert job.run_after > timezone.now()
    DBTaskResult.objects.update(run_after=timezone.now())
    assert QueueWorker()._work_off_one()
    assert done == ["x"]


def test_job_that_is_wrong_fails_for_good():
    troubles.append(ValueError("no"))
    job = queued()
    QueueWorker()._work_off_one()
    assert status(job) == TaskResultStatus.FAILED


def test_job_whose_end_could_not_be_written_down_is_done_again(monkeypatch):
    def fails(*arguments: Any) -> None:
        raise OperationalError("database or disk is full")

    mine = QueueWorker()
    job = queued()
    with monkeypatch.context() as full:
        full.setattr(DBTaskResult, "set_successful", fails)
        full.setattr(DBTaskResult, "set_failed", fails)
        with pytest.raises(OperationalError):
            mine._work_off_one()
    assert status(job) == TaskResultStatus.RUNNING
    assert mine._work_off_one()
    assert status(job) == TaskResultStatus.SUCCESSFUL
