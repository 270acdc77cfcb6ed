"""Whether each part of the site is well: a word for each, `ok` if so. A part that is away never brings down the question."""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from core import disk, heartbeat, installation
from feedback import services as feedback
from search import engines, indexing

OK, DOWN = "ok", "down"
WAITS_LONG = timedelta(minutes=15)  # a job in the queue

logger = logging.getLogger(__name__)


def database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


def keys() -> str:
    return "do not fit" if installation.faults() else OK


def cached() -> str:
    strict = getattr(cache, "strict", cache)  # pages do without it (`core.caches`)
    strict.set("readyz", 1, 10)
    return OK if strict.get("readyz") == 1 else DOWN


def storage() -> str:
    for folder in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT, settings.FILE_UPLOAD_TEMP_DIR):
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink(missing_ok=True)
    return OK


def room() -> str:
    return OK if disk.has_room(0) else "low"


def index() -> str:
    if indexing.drift():
        return "drifted"
    if server := engines.elasticsearch():
        try:
            return "drifted" if server.drift() else OK
        except server.UNREACHABLE:
            logger.warning("Elasticsearch does not answer; the database finds in its place")
            return "elasticsearch is down"
    return OK


def worker() -> str:
    return OK if not _has_queue() or heartbeat.alive("worker:") else DOWN


def queue() -> str:
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - WAITS_LONG, priority__gte=0)
    return "slow" if _has_queue() and waiting.exists() else OK


def timer() -> str:
    return OK if not _has_queue() or heartbeat.alive("timer") else DOWN


def mail() -> str:
    return "failing" if feedback.mail_is_stuck() else OK


def _has_queue() -> bool:
    return isinstance(task_backends["jobs"], DatabaseBackend)


PARTS: dict[str, Callable[[], str]] = {
    "database": database,
    "keys": keys,
    "cache": cached,
    "storage": storage,
    "disk": room,
    "search": index,
    "worker": worker,
    "queue": queue,
    "timer": timer,
    "mail": mail,
}
# Without these nobody is served as he should be; all else is only degraded.
NEEDED = ("database", "keys")


def states() -> dict[str, str]:
    """The word of each part."""
    return {name: _ask(name) for name in PARTS}


def _ask(name: str) -> str:
    try:
        return PARTS[name]()
    except DatabaseError as error:
        logger.warning("%s: the database does not answer: %s", name, error)
    except Exception:  # each library raises its own
        logger.exception("%s does not answer", name)
    return DOWN
