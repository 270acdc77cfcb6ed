"""Rights begin and end with the appointment, to the minute, with no timer running."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from organisations.enums import Role
from organisations.models import Appointment
from organisations.selectors import appointments_of
from tests.conftest import appoint

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("begins", "ends", "works"),
    [
        (-MINUTE, None, True),
        (-MINUTE, MINUTE, True),
        (-2 * MINUTE, -MINUTE, False),
        (MINUTE, None, False),
        (MINUTE, 2 * MINUTE, False),
    ],
)
def test_rights_hold_while_the_appointment_does(commune, begins, ends, works):
    now = timezone.now()
    user = appoint(
        "new", commune.women, Role.ORGANISATION_OFFICER, valid_from=now + begins, valid_to=ends and now + ends
    )
    user = get_user_model().objects.get(pk=user.pk)
    assert user.groups.exists() == works
    assert user.has_perm("wagtailadmin.access_admin") == works
    assert commune.folder(commune.women).permissions_for_user(user).can_add_subpage() == works
    assert bool(appointments_of(user)) == works


def test_ended_appointment_is_worth_nothing_in_an_open_session(commune):
    client = commune.client("author")
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    commune.users["author"].appointments.update(valid_to=timezone.now() - dt.timedelta(seconds=1))
    response = client.get(reverse("wagtailadmin_home"), follow=True)
    assert "phân công" in response.content.decode()
    folder = commune.folder(commune.women)
    assert client.get(reverse("wagtailadmin_pages:add", args=["news", "newspage", folder.pk])).status_code == 302


@pytest.mark.parametrize("name", ["nobody"])
def test_user_without_appointment_is_told_why(commune, client, name):
    response = client.post(reverse("wagtailadmin_login"), {"username": name, "password": "mat-khau-thu-1"})
    assert "chưa vào được" in response.content.decode()


def test_two_appointments_give_two_groups_once_each(commune):
    user = appoint("twice", commune.women, Role.ORGANISATION_OFFICER)
    appoint("twice", commune.women, Role.ORGANISATION_OFFICER)
    appoint("twice", commune.board, Role.VILLAGE_BOARD)
    assert sorted(user.groups.values_list("name", flat=True)) == [
        "ban-cong-tac-dong-thuong: Thành viên Ban công tác Mặt trận",
        "hoi-phu-nu: Cán bộ",
    ]


def test_role_must_belong_to_the_kind_of_unit(commune):
    appointment = Appointment(user=commune.users["nobody"], unit=commune.board, role=Role.STANDING_COMMITTEE)
    with pytest.raises(ValidationError, match="vai trò"):
        appointment.full_clean()


def test_end_must_come_after_the_beginning(commune):
    now = timezone.now()
    appointment = Appointment(
        user=commune.users["nobody"],
        unit=commune.women,
        role=Role.ORGANISATION_OFFICER,
        valid_from=now,
        valid_to=now - MINUTE,
    )
    with pytest.raises(ValidationError, match="kết thúc"):
        appointment.full_clean()


@pytest.mark.parametrize(
    ("name", "may"),
    [("chair", True), ("it", True), ("author", False), ("reader", False), ("villager", False)],
)
def test_appointments_are_made_by_committee_and_it(commune, name, may):
    response = commune.client(name).get("/quan-tri/snippets/organisations/appointment/add/")
    assert (response.status_code == 200) == may


@pytest.mark.parametrize("name", ["author", "colleague", "farmer", "villager", "reader", "it", "nobody"])
def test_nobody_makes_a_superuser_in_the_admin(commune, name):
    victim = commune.users["superuser"]
    data = {
        "username": "superuser",
        "last_name": "A",
        "first_name": "B",
        "password1": "mat-khau-moi-9",
        "password2": "mat-khau-moi-9",
    }
    commune.client(name).post(reverse("wagtailusers_users:edit", args=[victim.pk]), data)
    own = commune.users[name]
    commune.client(name).post(
        reverse("wagtailusers_users:edit", args=[own.pk]),
        {
            "username": own.username,
            "last_name": "A",
            "first_name": "B",
            "is_superuser": "on",
            "groups": ["1"],
        },
    )
    victim.refresh_from_db()
    own.refresh_from_db()
    assert victim.check_password("mat-khau-thu-1")
    assert not own.is_superuser


def test_it_administrator_makes_an_account_and_an_appointment(commune):
    client = commune.client("it")
    response = client.post(
        reverse("wagtailusers_users:add"),
        {
            "username": "moi",
            "last_name": "Phạm",
            "first_name": "Thị Mới",
            "email": "",
            "password1": "sen-hong-1234",
            "password2": "sen-hong-1234",
        },
    )
    assert response.status_code == 302, response.context["form"].errors
    user = get_user_model().objects.get(username="moi")
    response = client.post(
        "/quan-tri/snippets/organisations/appointment/add/",
        {
            "user": user.pk,
            "unit": commune.women.pk,
            "role": Role.ORGANISATION_OFFICER,
            "valid_from": "01/01/2026 08:00",
            "valid_to": "",
            "note": "",
        },
    )
    assert response.status_code == 302, response.context["form"].errors
    assert user.groups.exists()
