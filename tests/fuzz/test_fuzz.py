"""A few hundred requests that nobody should send: none is answered by an error of ours. Many more: `python -m tests.fuzz`."""

import pytest

from tests.factories import make_article, make_document, make_event, make_model
from tests.fuzz.addresses import addresses
from tests.fuzz.asking import InProcess, Request
from tests.fuzz.running import Fuzzer, sessions

pytestmark = pytest.mark.django_db

REQUESTS, SEED = 300, 1


@pytest.fixture
def site(commune):
    """The small commune with one thing of each kind, and everybody of it signed in."""
    make_article(commune.folder(commune.women), topic=commune.topic, villages=[commune.village])
    make_event(commune.folder(commune.women, section="lich"))
    make_document(commune.folder(commune.committee, section="van-ban"))
    make_model(commune.folder(commune.women, section="mo-hinh"), topic=commune.topic)
    sender = InProcess(sessions(list(commune.users.values())))
    yield sender
    sender.close()


def test_nothing_sent_is_answered_by_an_error_of_ours(site):
    report = Fuzzer(SEED, site, list(site.cookies)).run(REQUESTS)
    assert not report.faults, str(report)
    assert report.statuses[200] > REQUESTS / 5, "most requests were turned away at the door: they prove little"


def test_a_fault_is_seen(site, monkeypatch):
    """The net has no hole: a view that fails is counted, also where the error page is drawn."""

    def fail(*args, **kwargs):
        raise RuntimeError("a fault")

    monkeypatch.setattr("portal.views.Commune.load", fail)
    answer = site.ask(Request("GET", b"/.well-known/security.txt"))
    assert answer.status == 500
    assert "RuntimeError" in answer.faults[0]


def test_every_address_of_the_site_is_known():
    routes = {"".join(address.parts) for address in addresses()}
    assert {"gop-y/", "tim-kiem/goi-y/", "s/page_id-digest.jpg", "quan-tri/pages/page_id/edit/"} <= routes
    assert len(routes) > 250
