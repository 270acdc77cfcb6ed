"""A password that somebody else set is good once, is seen, and brings back no right by itself."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from organisations.models import Appointment

pytestmark = pytest.mark.django_db

GIVEN, OWN = "trau-vang-ghe-go-81", "may-tre-suong-bac-52"


def sign_in(name, password):
    client = Client()
    response = client.post(reverse("wagtailadmin_login"), {"username": name, "password": password})
    return client, response


def edit_user(commune, person, by="it", **changed):
    data = {
        "username": person.username,
        "last_name": person.last_name,
        "first_name": person.first_name,
        "email": "",
        "is_active": "on",
        "password1": "",
        "password2": "",
    }
    return commune.client(by).post(reverse("wagtailusers_users:edit", args=[person.pk]), {**data, **changed})


def hand_out(commune, name, by="it"):
    response = edit_user(commune, commune.users[name], by, password1=GIVEN, password2=GIVEN)
    assert response.status_code == 302, response.context["form"].errors


def confirm_all(commune, name, by):
    for appointment in Appointment.objects.waiting().filter(user=commune.users[name]):
        commune.client(by).post(
            reverse("appointments_admin:confirm", args=[appointment.pk]), {"seen": appointment.version}
        )


def test_password_set_by_another_opens_nothing_but_the_screen_to_set_ones_own(commune):
    hand_out(commune, "author")
    confirm_all(commune, "author", "deputy")
    client, response = sign_in("author", GIVEN)
    assert response.status_code == 302
    for address in (reverse("wagtailadmin_home"), reverse("feedback_admin:index"), reverse("wagtailadmin_account")):
        assert client.get(address)["Location"].startswith(reverse("own_password")), address
    screen = client.get(reverse("own_password")).content.decode()
    assert "Nguyễn it đã đặt mật khẩu" in screen
    same = client.post(reverse("own_password"), {"new_password1": GIVEN, "new_password2": GIVEN})
    assert "mật khẩu khác với mật khẩu được cấp" in same.content.decode()
    set_own = client.post(reverse("own_password"), {"new_password1": OWN, "new_password2": OWN})
    assert set_own["Location"] == reverse("wagtailadmin_home")
    start = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Nguyễn it đã đặt mật khẩu cho tài khoản của bạn" in start
    client.post(reverse("password_seen"))
    assert "đã đặt mật khẩu cho tài khoản của bạn" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert sign_in("author", GIVEN)[1].status_code == 200  # good once
    assert sign_in("author", OWN)[1].status_code == 302


@pytest.mark.parametrize("name", ["author", "villager", "reader", "deputy"])
def test_whoever_sets_a_password_gains_none_of_its_owner_s_rights(commune, name):
    hand_out(commune, name)
    assert not commune.users[name].groups.exists()
    client, _response = sign_in(name, GIVEN)
    done = client.post(reverse("own_password"), {"new_password1": OWN, "new_password2": OWN})
    assert "chờ Thường trực xác nhận" in done.content.decode()
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
    confirm_all(commune, name, "it")
    assert not commune.users[name].groups.exists()
    confirm_all(commune, name, "chair")
    assert commune.users[name].groups.exists()


@pytest.mark.parametrize("approver", ["chair", "deputy"])
def test_everybody_who_confirms_sees_whose_password_was_set_by_whom(commune, approver):
    hand_out(commune, "author")
    start = commune.client(approver).get(reverse("wagtailadmin_home")).content.decode()
    assert "Nguyễn it đã đặt mật khẩu cho Nguyễn author" in start
    waiting = commune.client(approver).get(reverse("appointments_admin:waiting")).content.decode()
    assert "chủ tài khoản chưa tự đặt mật khẩu mới" in waiting


def test_password_of_the_last_one_who_confirms_is_not_set_in_the_admin(commune):
    Appointment.objects.filter(user=commune.users["deputy"]).delete()
    for changed in ({"password1": GIVEN, "password2": GIVEN}, {"is_active": ""}):
        refused = edit_user(commune, commune.users["chair"], **changed)
        assert refused.status_code == 200
        assert "người duy nhất" in refused.content.decode()
    assert sign_in("chair", "mat-khau-thu-1")[1].status_code == 302


def test_account_opened_again_waits_for_a_second_person(commune):
    author = commune.users["author"]
    get_user_model().objects.filter(pk=author.pk).update(is_active=False)
    edit_user(commune, author)
    assert not author.groups.exists()
    confirm_all(commune, "author", "chair")
    assert author.groups.exists()


def test_own_password_changed_by_oneself_needs_nobody(commune):
    client, _response = sign_in("author", "mat-khau-thu-1")
    address = reverse("wagtailadmin_account")
    values = {"password-old_password": "mat-khau-thu-1", "password-new_password1": OWN, "password-new_password2": OWN}
    names = {"name_email-first_name": "author", "name_email-last_name": "Nguyễn", "locale-preferred_language": "vi"}
    client.post(
        address, {**values, **names, "theme-theme": "system", "theme-density": "default", "theme-contrast": "system"}
    )
    assert sign_in("author", OWN)[1].status_code == 302
    assert commune.users["author"].groups.exists()


@pytest.mark.parametrize("name", ["it", "chair", "author"])
def test_names_of_an_account_change_without_touching_its_rights(commune, name):
    edit_user(commune, commune.users["author"], by=name, first_name="Mới")
    assert commune.users["author"].groups.exists()
