"""Elasticsearch for the tests of the search: `tests/elasticsearch/start.sh` starts one.

ELASTICSEARCH_TEST_URL has the tests of that engine run; ELASTICSEARCH_URL has all of them run on it in the database's place.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings as project

from search import engines


@contextmanager
def on_elasticsearch(monkeypatch, settings, url):
    """An index of its own for a test, in step before each question: a test has no commit that would send what was written."""
    settings.ELASTICSEARCH_URL = url
    settings.ELASTICSEARCH_INDEX = f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
    server = engines.elasticsearch()
    monkeypatch.setattr(server, "_rests_until", 0.0)
    list(server.rebuild())
    current = engines.current

    def in_step():
        server.catch_up()
        if not server.is_resting():
            server.client().indices.refresh(index=project.ELASTICSEARCH_INDEX)
        return current()

    monkeypatch.setattr(engines, "current", in_step)
    yield server
    server.client().indices.delete(index=list(server.client().indices.get(index=f"{settings.ELASTICSEARCH_INDEX}-*")))


@pytest.fixture(autouse=True)
def _everything_on_elasticsearch(request, monkeypatch, settings, db) -> Iterator[None]:
    if not project.ELASTICSEARCH_URL or "server" in request.fixturenames:
        yield
        return
    with on_elasticsearch(monkeypatch, settings, project.ELASTICSEARCH_URL):
        yield


@pytest.fixture
def server(monkeypatch, settings, db):
    """A real Elasticsearch, or a skip that names the packages; under CI its absence is a failure."""
    if url := os.environ.get("ELASTICSEARCH_TEST_URL") or project.ELASTICSEARCH_URL:
        with on_elasticsearch(monkeypatch, settings, url) as found:
            yield found
        return
    message = "no Elasticsearch: apt-get install default-jdk-headless maven, then tests/elasticsearch/start.sh"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
