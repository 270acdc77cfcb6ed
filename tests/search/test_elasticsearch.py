"""Elasticsearch: kept in step, made anew, missed and caught up with. The first tests need no server; the others a real one."""

import socket

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.test.utils import override_settings

from search import engines, finding, indexing
from search.models import Entry
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def nobody():
    """An address at which nothing answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture
def away(nobody, monkeypatch):
    """A site whose server does not answer."""
    with override_settings(ELASTICSEARCH_URL=nobody):
        server = engines.elasticsearch()
        monkeypatch.setattr(server, "_rests_until", 0.0)
        yield server


def titles(typed):
    return [entry.title for entry in finding.find(typed).best]


def test_without_the_server_the_database_answers(commune, away, client):
    make_article(commune.folder(commune.women), title="Đèn đường sáng", topic=commune.topic)
    assert "Đèn" in client.get("/tim-kiem/?q=den+duong").content.decode()
    assert away.is_resting()  # and is not asked again for a while
    assert titles("den duong") == ["Đèn đường sáng"]
    assert client.get("/readyz").json()["parts"]["search"] == "elasticsearch is down"
    assert client.get("/readyz").status_code == 200


def test_what_is_written_meanwhile_waits_to_be_sent(commune, away, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_article(commune.folder(commune.women), title="Đèn đường sáng", topic=commune.topic)
    assert Entry.objects.filter(title="Đèn đường sáng", sent_at=None).exists()
    assert away.catch_up() == 0
    with django_capture_on_commit_callbacks(execute=True):
        Entry.objects.get(title="Đèn đường sáng")
        indexing.forget(indexing.registry.source("tin-tuc"), Entry.objects.values_list("object_id", flat=True))
    assert not Entry.objects.filter(source="tin-tuc").exists()


def test_it_is_the_server_that_answers(commune, server, monkeypatch):
    make_article(commune.folder(commune.women), title="Đèn đường sáng", topic=commune.topic)
    monkeypatch.setattr(engines, "of_database", lambda: None)  # who asks it, falls
    assert titles("den duong") == ["Đèn đường sáng"]
    assert titles("ĐÈN ĐƯỜ") == ["Đèn đường sáng"]
    assert titles("den dduong") == ["Đèn đường sáng"]


def test_what_changes_is_sent_after_the_commit(commune, server, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = make_article(commune.folder(commune.women), title="Đèn đường sáng", topic=commune.topic)
    assert not Entry.objects.filter(sent_at=None).exists()
    assert server.drift() == 0
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "Ruộng sạch"
        page.save()
    assert "Đèn đường sáng" not in titles("den duong")
    assert titles("ruong") == ["Ruộng sạch"]
    with django_capture_on_commit_callbacks(execute=True):
        page.delete()
    assert "Ruộng sạch" not in titles("ruong")
    assert server.drift() == 0


def test_it_catches_up_when_it_is_back(commune, server, nobody, monkeypatch):
    with override_settings(ELASTICSEARCH_URL=nobody):
        make_article(commune.folder(commune.women), title="Đèn đường sáng", topic=commune.topic)
        assert titles("den duong") == ["Đèn đường sáng"]  # by the database
    monkeypatch.setattr(server, "_rests_until", 0.0)
    call_command("search_catch_up", verbosity=0)
    assert server.drift() == 0
    monkeypatch.setattr(engines, "of_database", lambda: None)
    assert titles("den duong") == ["Đèn đường sáng"]


def test_rebuild_puts_a_new_index_in_the_place_of_the_old(commune, server):
    """What is written while it runs is in the new one too; the old one is gone."""
    page = make_article(commune.folder(commune.women), title="Đèn đường sáng", topic=commune.topic)
    assert titles("den duong")
    before = list(server.client().indices.get_alias(name=project.ELASTICSEARCH_INDEX))
    steps = server.rebuild()
    next(steps)
    page.title = "Ruộng sạch"
    page.save()
    server.catch_up()  # into the old index, which still answers
    assert titles("ruong") == ["Ruộng sạch"]
    assert list(steps) == []
    after = list(server.client().indices.get_alias(name=project.ELASTICSEARCH_INDEX))
    assert len(after) == 1
    assert after != before
    assert titles("ruong") == ["Ruộng sạch"]
    assert "Đèn đường sáng" not in titles("den duong")


def test_narrow_lists_are_filled_from_further_down(commune, server, monkeypatch):
    """Where few of what it finds may be seen, it is asked for more."""
    monkeypatch.setattr(server, "PAGE", 3)
    folder = commune.folder(commune.women)
    first = make_article(folder, title="Đèn đường đầu tiên", topic=commune.topic)
    for number in range(10):
        make_article(folder, title=f"Đèn đường {number}", topic=commune.other_topic)
    only = finding.visible().filter(object_id=first.pk, source="tin-tuc")
    numbers = engines.current().holding(only, [finding.understand("den duong").slots], 1, total=Entry.objects.count())
    assert numbers == [Entry.objects.get(object_id=first.pk, source="tin-tuc").pk]


def test_index_of_a_site_whose_name_begins_with_ours_stays(commune, server):
    """Several sites may share a server: a rebuild takes away its own old indices only."""
    neighbour, half_made = f"{project.ELASTICSEARCH_INDEX}-2-1", f"{project.ELASTICSEARCH_INDEX}-1"
    for name in (neighbour, half_made):
        server.client().indices.create(index=name)
    list(server.rebuild())
    assert server.client().indices.exists(index=neighbour)
    assert not server.client().indices.exists(index=half_made)
