"""Jobs of the queue: what Elasticsearch is told, on a site that has one."""

from django_tasks import task

from search import engines


@task(backend="jobs")
def catch_up() -> None:
    """Sends what was written; what cannot be sent now is sent within a minute of its being back."""
    if server := engines.elasticsearch():
        server.catch_up()


@task(backend="jobs")
def forget(numbers: list[int]) -> None:
    """Deletes the entries with these keys."""
    if server := engines.elasticsearch():
        server.forget(numbers)
