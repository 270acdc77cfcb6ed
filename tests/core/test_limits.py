import pytest
from django.db import transaction

from core import limits
from core.models import RateCounter

pytestmark = pytest.mark.django_db


def test_counts_each_purpose_and_visitor_apart():
    assert [limits.count("tra-cuu", "192.0.2.1", 3600) for _try in range(3)] == [1, 2, 3]
    assert limits.count("tra-cuu", "192.0.2.2", 3600) == 1
    assert limits.count("gui", "192.0.2.1", 3600) == 1


def test_keeps_no_address():
    limits.count("tra-cuu", "192.0.2.1", 3600)
    assert "192.0.2.1" not in repr(list(RateCounter.objects.values()))


def test_sweeps_what_is_over():
    limits.count("tra-cuu", "192.0.2.1", 3600)
    limits.count("tra-cuu", "192.0.2.1", -1)
    assert limits.sweep() == 1
    assert RateCounter.objects.count() == 1


@pytest.mark.parametrize(
    ("connected", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        # IPv4 within IPv6: mapped, NAT64, 6to4, Teredo. (As IPv6 all of IPv4 would be one visitor.)
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("64:ff9b::cb00:7109", "203.0.113.9"),
        ("2002:cb00:7109::1", "203.0.113.9"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "192.0.2.45"),
        ("unix:", "unix:"),
    ],
)
def test_network_of_an_address(rf, connected, network):
    assert limits.client_address(rf.get("/", REMOTE_ADDR=connected)) == network


@pytest.mark.parametrize(
    ("named", "proxies", "network"),
    [
        ("203.0.113.9", 1, "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9", 1, "203.0.113.9"),  # what the visitor wrote before is not believed
        ("198.51.100.1, 203.0.113.9, 10.0.0.7", 2, "203.0.113.9"),
        ("203.0.113.9", 2, "127.0.0.1"),
        ("198.51.100.1, ::ffff:203.0.113.9", 1, "203.0.113.9"),
        ("not an address", 1, "127.0.0.1"),
        ("1.2.3.4,", 1, "127.0.0.1"),
        ("", 1, "127.0.0.1"),
        ("203.0.113.9", 0, "127.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(rf, settings, named, proxies, network):
    settings.CLIENT_ADDRESS_HEADER, settings.TRUSTED_PROXIES = "X-Forwarded-For", proxies
    assert limits.client_address(rf.get("/", HTTP_X_FORWARDED_FOR=named)) == network


def test_without_the_setting_no_header_is_believed(rf):
    request = rf.get("/", HTTP_X_FORWARDED_FOR="203.0.113.9", HTTP_X_REAL_IP="203.0.113.9")
    assert limits.client_address(request) == "127.0.0.1"


def test_reading_does_not_count():
    limits.count("tra-cuu", "192.0.2.1", 3600)
    assert [limits.so_far("tra-cuu", "192.0.2.1", 3600) for _time in range(2)] == [1, 1]
    assert limits.so_far("tra-cuu", "192.0.2.2", 3600) == 0


@pytest.fixture
def uncountable(monkeypatch):
    """A table that is not there: as good as a database that is locked or full. What the process counted is forgotten after."""
    monkeypatch.setattr(limits, "COUNT", limits.COUNT.replace("core_ratecounter", "core_nothing"))
    monkeypatch.setattr(limits, "own", limits.OwnCounter(most=3))


def test_what_cannot_be_counted_passes_and_spoils_nothing(uncountable, caplog):
    with caplog.at_level("WARNING"), transaction.atomic():
        assert [limits.count("gui", "192.0.2.1", 3600) for _try in range(2)] == [0, 0]
        assert RateCounter.objects.count() == 0  # the transaction goes on
    assert "could not be counted" in caplog.text


def test_what_guards_a_secret_is_counted_all_the_same(uncountable):
    assert [limits.count("tra-cuu", "192.0.2.1", 3600, guards_secret=True) for _try in range(3)] == [1, 2, 3]
    assert limits.so_far("tra-cuu", "192.0.2.1", 3600) == 3
    for number in range(3):
        limits.count("tra-cuu", f"198.51.100.{number}", 3600, guards_secret=True)
    assert limits.so_far("tra-cuu", "192.0.2.1", 3600) == 0  # the oldest goes, the memory is bounded
