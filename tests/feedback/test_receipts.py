import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import codes
from feedback import receipts


def test_receipt_is_the_same_for_the_same_case_and_another_for_another():
    one, other = uuid.uuid4(), uuid.uuid4()
    assert receipts.of(one) == receipts.of(one)
    assert receipts.of(one) != receipts.of(other)


def test_code_has_no_look_alikes_and_secret_six_digits():
    for _attempt in range(200):
        receipt = receipts.of(receipts.new_id())
        assert set(receipt.code.replace("-", "")) <= set(codes.LETTERS)
        assert len(receipt.code) == 9
        assert receipt.secret.isdigit()
        assert len(receipt.secret) == 6


def test_code_may_be_typed_in_lower_case_with_spaces():
    receipt = receipts.of(uuid.uuid4())
    typed = f" {receipt.code.lower().replace('-', ' ')} "
    assert receipts.codes_in(typed) == [receipt.code]
    assert receipts.secret_in(f" {receipt.secret[:3]} {receipt.secret[3:]}") == receipt.secret


def test_private_link_leads_back_to_its_case_only():
    random_id = uuid.uuid4()
    token = receipts.of(random_id).token
    assert receipts.random_id_of(token) == random_id
    assert receipts.random_id_of(token[:-2] + ("AA" if token[-2:] != "AA" else "BB")) is None


@given(st.text())
def test_no_text_makes_the_private_link_fail(text):
    assert receipts.random_id_of(text) is None


@pytest.mark.parametrize("settings_key", ["another-key"])
def test_another_installation_makes_other_receipts(settings, settings_key):
    random_id = uuid.uuid4()
    before = receipts.of(random_id)
    settings.RECEIPT_KEY = settings_key
    assert receipts.of(random_id) != before
