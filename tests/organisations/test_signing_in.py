"""The brake at the log-in, and which passwords are too easy to guess."""

import logging

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from organisations import signing_in
from organisations.models import Commune

pytestmark = pytest.mark.django_db
RIGHT, WRONG = "mat-khau-thu-1", "khong-phai-mat-khau"


def attempt(client, password=WRONG, name="author", address="203.0.113.7"):
    return client.post(reverse("wagtailadmin_login"), {"username": name, "password": password}, REMOTE_ADDR=address)


def guess(times, **kwargs):
    client = Client()
    return [attempt(client, **kwargs) for _try in range(times)][-1]


def test_after_150_wrong_passwords_the_right_one_does_not_open(commune):
    guess(150)
    refused = attempt(Client(), RIGHT)
    assert "Đã nhập sai mật khẩu quá nhiều lần" in refused.content.decode()
    assert "_auth_user_id" not in refused.client.session


def test_wrong_passwords_from_one_network_lock_nobody_out_of_another(commune):
    guess(150)
    assert attempt(Client(), RIGHT, address="198.51.100.3").status_code == 302
    assert attempt(Client(), RIGHT, name="colleague").status_code == 302  # nor her colleague out of the same


def test_owner_comes_in_where_she_signed_in_lately_whatever_is_tried_in_her_name(commune):
    phone = Client()
    assert attempt(phone, RIGHT).status_code == 302
    phone.post(reverse("wagtailadmin_logout"))
    for number in range(20):
        guess(6, address=f"198.51.100.{number}")
    guess(20)  # from her own network too
    assert attempt(Client(), RIGHT, address="192.0.2.1").status_code == 200  # an unknown device waits
    assert attempt(phone, RIGHT).status_code == 302
    assert (
        attempt(phone, RIGHT, name="colleague").status_code == 302
    )  # hers is not lent to another name, but that has its own tries


def test_known_device_has_its_own_limit(commune):
    phone = Client()
    attempt(phone, RIGHT)
    for _try in range(30):
        attempt(phone)
    assert attempt(phone, RIGHT).status_code == 200


def test_right_passwords_do_not_count(commune):
    for _time in range(30):
        assert attempt(Client(), RIGHT).status_code == 302
    assert guess(5).status_code == 200
    assert "quá nhiều lần" not in guess(1, name="nguoi-khac").content.decode()


def test_forged_cookie_is_no_known_device(commune):
    forger = Client()
    forger.cookies[signing_in.COOKIE] = "author:1:abc"
    for _try in range(10):
        attempt(forger)
    assert attempt(forger, RIGHT).status_code == 200


def test_log_tells_of_tries_and_never_the_password(commune, caplog):
    with caplog.at_level(logging.WARNING, logger="organisations.signing_in"):
        guess(7)
        attempt(Client(), name="mat-khau-thu-1-go-nham-o", address="198.51.100.9")
    lines = "\n".join(caplog.messages)
    assert "Wrong password: author, from 203.0.113.7" in lines
    assert "Sign-in refused, too many wrong passwords: author" in lines
    assert WRONG not in lines
    assert "go-nham" not in lines  # a password in the wrong box


@pytest.mark.parametrize(
    "password",
    [
        "matkhau123",
        "matkhau1234",
        "Matkhau@2026",
        "m4tkh4u2026",
        "mậtkhẩu12345",
        "1234567890",
        "0912345678",
        "0912 345 678",
        "01/01/1990",
        "01011990aa",
        "anhyeuem123",
        "emyeuanh1990",
        "mattran2026",
        "MatTran@2026",
        "mttq-ke-sat-2026",
        "xakesat2026",
        "hoiphunu2026",
        "HoiNongDan123",
        "thondongthuong1",
        "qwertyuiop1",
        "1q2w3e4r5t6y",
        "aaaaaaaaaa",
        "ababababab",
        "p@ssw0rd2026",
        "nguyenauthor1990",
        "iloveyou2026",
        "vietnam2026!",
    ],
)
def test_password_that_anybody_would_try_is_refused(commune, password):
    settings = Commune.load()
    settings.name = "Xã Kẻ Sặt"
    settings.save()
    with pytest.raises(ValidationError) as refused:
        validate_password(password, commune.users["author"])
    assert all("password" not in message.lower() for message in refused.value.messages)


@pytest.mark.parametrize(
    "password", ["trau-vang-ghe-go-81", "Sương sớm trên cầu 47", "7Kd!vQ2m_xR", "gà gáy ba lần bến đò"]
)
def test_several_words_that_have_nothing_in_common_are_a_good_password(commune, password):
    validate_password(password, commune.users["author"])
