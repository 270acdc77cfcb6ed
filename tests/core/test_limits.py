import pytest

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


def test_address_of_a_phone_network(rf, settings):
    request = rf.get("/", REMOTE_ADDR="2001:db8:1:2:3:4:5:6", HTTP_X_REAL_IP="203.0.113.9")
    assert limits.client_address(request) == "2001:db8:1:2::/64"
    settings.CLIENT_ADDRESS_HEADER = "X-Real-IP"
    assert limits.client_address(request) == "203.0.113.9"
