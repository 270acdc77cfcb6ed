"""Two thousand guesses at the look-up, from several addresses: they learn nothing, neither by what they read nor by what it costs."""

import re
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, reset_queries
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core import codes, encryption, limits
from feedback import services, views

pytestmark = [pytest.mark.django_db, pytest.mark.long]
ADDRESSES, GUESSES = 50, 2_000


@pytest.fixture
def work(monkeypatch: Any) -> Counter:
    """Counts the keyed derivations: what a look-up costs beside its queries."""
    count: Counter = Counter()
    derive = encryption.derive

    def counted(purpose: str, value: bytes) -> bytes:
        count[purpose] += 1
        return derive(purpose, value)

    monkeypatch.setattr(encryption, "derive", counted)
    return count


def guess(number: int, code: str, secret: str) -> Any:
    """One guess, as the view gets it; the addresses take turns."""
    request = RequestFactory().post(
        "/gop-y/tra-cuu/", {"code": code, "secret": secret}, REMOTE_ADDR=f"192.0.2.{number % ADDRESSES}"
    )
    return views.lookup(request)


def told(response: Any, *typed: str) -> str:
    """The answer, without what the guesser typed herself; of a sum only that one is asked."""
    text = re.sub(r"<label.*?for=\"tong\">.*?</label>|name=\"challenge\" value=\".*?\"", "", response.content.decode())
    for words in typed:
        text = text.replace(words, "")
    return re.sub(r"\s+", " ", text)


def code_of(number: int) -> str:
    return codes.in_groups(codes.of_number(number))


def test_two_thousand_guesses_learn_nothing(commune, send, work, monkeypatch):
    begun = timezone.now()  # all within one hour, whenever the test runs
    monkeypatch.setattr(limits, "timezone", SimpleNamespace(now=lambda: begun))
    case = send(sender=services.Sender(name="Bà Dấu"))
    right = case.receipt
    guess(0, "AAAA-AAAA", "000001")  # the first one fills what a process keeps
    answers: Counter = Counter()
    for number in range(GUESSES):
        kind = number % 3  # the right code; the right secret; neither
        code = right.code if kind == 0 else code_of(number * 7919)
        secret = right.secret if kind == 1 else f"{number:06}"
        if secret == right.secret and code == right.code:
            continue
        reset_queries()  # the list of a connection is finite
        before = work.total()
        with CaptureQueriesContext(connection) as queries:
            response = guess(number, code, secret)
        answers[response.status_code, told(response, code, secret), len(queries), work.total() - before] += 1
    assert {status for status, *_rest in answers} == {422, 429}
    assert len(answers) == 2, "one answer and one cost while tries are left, one when a sum comes first"
    tries = sum(times for (status, *_rest), times in answers.items() if status == 422)
    assert tries <= ADDRESSES * views.LOOKUPS_OF_ADDRESS
    assert not any("Dấu" in text or "Cống" in text for _status, text, *_rest in answers)
