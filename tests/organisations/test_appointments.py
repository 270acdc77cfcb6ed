"""Rights begin and end with the appointment, to the minute, with no timer running."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from organisations import services
from organisations.enums import Role, UnitKind
from organisations.models import Appointment, Unit, UnitGroup
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
    assert not user.groups.exists()  # until somebody of the committee confirms it
    [appointment] = user.appointments.all()
    confirm(commune, appointment, "chair")
    assert user.groups.exists()


ADD = "/quan-tri/snippets/organisations/appointment/add/"


def values_of(appointment, **changed):
    values = {
        "user": appointment.user_id,
        "unit": appointment.unit_id,
        "role": appointment.role,
        "valid_from": f"{timezone.localtime(appointment.valid_from):%d/%m/%Y %H:%M}",
        "valid_to": "",
        "note": "",
    }
    return {**values, **changed}


def write(commune, by, user, role=Role.ORGANISATION_OFFICER, unit=None):
    """An appointment of `user` that `by` wrote in the admin; None where it was refused."""
    new = Appointment(user=commune.users[user], unit=unit or commune.women, role=role)
    new.valid_from = timezone.now() - dt.timedelta(days=1)
    response = commune.client(by).post(ADD, values_of(new))
    return Appointment.objects.latest("pk") if response.status_code == 302 else None


def change(commune, by, appointment, **changed):
    address = f"/quan-tri/snippets/organisations/appointment/edit/{appointment.pk}/"
    return commune.client(by).post(address, values_of(appointment, **changed))


def confirm(commune, appointment, by, seen=None, act="confirm"):
    seen = appointment.version if seen is None else seen
    commune.client(by).post(reverse(f"appointments_admin:{act}", args=[appointment.pk]), {"seen": seen})


def test_every_role_approves_reads_what_people_wrote_or_hands_out_accounts(commune):
    """That is why none is given by one person alone. A role that does none of it may be an exception."""
    grave = {"feedback.read_person", "feedback.read_all", "accounts.change_user"}
    for role in Role:
        groups = UnitGroup.objects.filter(role=role).select_related("group")
        for unit_group in groups.filter(unit__in=[commune.committee, commune.women, commune.board]):
            held = unit_group.group.permissions.values_list("content_type__app_label", "codename")
            assert grave & {".".join(right) for right in held}, role


@pytest.mark.parametrize("writer", ["chair", "it"])
@pytest.mark.parametrize(
    "role", [Role.STANDING_COMMITTEE, Role.ORGANISATION_OFFICER, Role.READER, Role.IT_ADMINISTRATOR]
)
def test_appointment_has_no_force_until_a_second_person_confirms_it(commune, writer, role):
    appointment = write(commune, writer, "nobody", role, commune.committee)
    person = commune.users["nobody"]
    for nobody_s in (writer, "it", "author", "reader", "villager", "nobody"):
        confirm(commune, appointment, nobody_s)
    assert not person.groups.exists()
    assert appointments_of(person) == []
    confirm(commune, appointment, "deputy", seen=appointment.version - 1)
    assert not person.groups.exists()  # she had read another version
    confirm(commune, appointment, "deputy")
    assert person.groups.exists()
    assert len(appointments_of(person)) == 1


@pytest.mark.parametrize("name", ["chair", "it"])
def test_nobody_appoints_herself_nor_changes_her_own_appointment(commune, name):
    assert write(commune, name, name, Role.STANDING_COMMITTEE, commune.committee) is None
    own = commune.users[name].appointments.get()
    before = Appointment.objects.filter(pk=own.pk).values().get()
    assert "tự phân công" in change(commune, name, own, role=Role.STANDING_COMMITTEE).content.decode()
    assert change(commune, name, own, user=commune.users["nobody"].pk).status_code == 200
    assert Appointment.objects.filter(pk=own.pk).values().get() == before


def test_appointed_person_does_not_confirm_her_own(commune):
    appointment = write(commune, "it", "deputy", Role.ORGANISATION_OFFICER)
    confirm(commune, appointment, "deputy")
    appointment.refresh_from_db()
    assert appointment.confirmed_at is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=appointment.pk).update(confirmed_by=appointment.user)


@pytest.mark.parametrize(
    ("changed", "keeps_force"),
    [
        ({"valid_to": "01/01/2027 08:00"}, True),
        ({"note": "QĐ 12"}, True),
        ({"role": Role.READER}, False),
        ({"unit": "farmers"}, False),
        ({"user": "colleague"}, False),
        ({"valid_from": "01/01/2020 08:00"}, False),
    ],
)
def test_only_an_earlier_end_needs_nobody_else(commune, changed, keeps_force):
    appointment = commune.users["author"].appointments.get()
    appointment.valid_from = timezone.localtime(appointment.valid_from).replace(second=0, microsecond=0)
    appointment.save()
    named = {"farmers": commune.farmers.pk, "colleague": commune.users["colleague"].pk}
    changed = {name: named.get(value, value) for name, value in changed.items()}
    assert change(commune, "chair", appointment, **changed).status_code == 302
    appointment.refresh_from_db()
    assert bool(appointment.confirmed_at) == keeps_force
    assert appointment.written_by == (None if keeps_force else commune.users["chair"])


def test_extended_appointment_waits(commune):
    appointment = commune.users["author"].appointments.get()
    appointment.valid_from = timezone.localtime(appointment.valid_from).replace(second=0, microsecond=0)
    appointment.valid_to = appointment.valid_from + dt.timedelta(days=30)
    appointment.save()
    change(commune, "chair", appointment, valid_to="")
    assert not commune.users["author"].groups.exists()


def test_somebody_is_always_left_who_confirms(commune):
    Appointment.objects.filter(user=commune.users["deputy"]).delete()
    last = commune.users["chair"].appointments.get()
    refused = change(commune, "it", last, valid_to="01/01/2027 08:00")
    assert "người duy nhất" in refused.content.decode()
    assert commune.users["chair"].groups.exists()


def test_appointment_that_is_not_confirmed_is_taken_away(commune):
    appointment = write(commune, "it", "nobody")
    confirm(commune, appointment, "author", act="refuse")
    assert Appointment.objects.filter(pk=appointment.pk).exists()
    confirm(commune, appointment, "chair", act="refuse")
    assert not Appointment.objects.filter(pk=appointment.pk).exists()
    assert ModelLogEntry.objects.filter(action="organisations.refuse_appointment").exists()


@pytest.mark.parametrize("approver", ["chair", "deputy"])
def test_everybody_who_confirms_sees_what_waits_and_what_is_new(commune, approver):
    start = reverse("wagtailadmin_home")
    appointment = write(commune, "it", "nobody")
    line = f"{commune.users['nobody']}: Cán bộ, {commune.women}"
    assert line in commune.client(approver).get(start).content.decode()
    assert "Chờ bạn xác nhận" in commune.client(approver).get(start).content.decode()
    confirm(commune, appointment, "chair")
    seen = commune.client(approver).get(start).content.decode()
    assert line in seen
    assert "người viết: Nguyễn it, người xác nhận: Nguyễn chair" in seen
    for other in ("author", "it", "reader"):
        assert line not in commune.client(other).get(start).content.decode()


def test_command_on_the_server_is_the_way_back(no_commune):
    unit = Unit.objects.create(slug="mat-tran", kind=UnitKind.COMMITTEE, name="Ủy ban MTTQ Việt Nam xã")
    services.open_unit(unit)
    for name in ("mot", "hai"):
        get_user_model().objects.create_user(name, password="mat-khau-thu-1")
        call_command("appoint", name, "mat-tran", "standing_committee", note="QĐ 1")
    user = get_user_model().objects.get(username="mot")
    assert user.groups.exists()
    client = Client()
    client.force_login(get_user_model().objects.get(username="hai"))
    assert "phân công bằng lệnh trên máy chủ" in client.get(reverse("wagtailadmin_home")).content.decode()
    logged = ModelLogEntry.objects.filter(action="organisations.appoint_on_server")
    assert set(logged.values_list("label", flat=True)) >= {str(user.appointments.get())}
    for wrong in (("ba", "mat-tran", "reader"), ("mot", "ban-thon", "reader"), ("mot", "mat-tran", "village_board")):
        with pytest.raises(CommandError):
            call_command("appoint", *wrong)


def test_copied_appointment_waits_too(commune):
    copied = commune.users["author"].appointments.get()
    address = f"/quan-tri/snippets/organisations/appointment/copy/{copied.pk}/"
    response = commune.client("chair").post(address, values_of(copied, user=commune.users["nobody"].pk))
    assert response.status_code in (302, 403, 404)
    assert not commune.users["nobody"].groups.exists()


def test_list_tells_days_and_what_is_in_force(commune):
    now = timezone.now()
    for name, begins, ends in (("sau", 30, 400), ("xong", -90, -30), ("dang", -30, 365)):
        days = [now + dt.timedelta(days=number) for number in (begins, ends)]
        appoint(name, commune.women, Role.ORGANISATION_OFFICER, valid_from=days[0], valid_to=days[1])
    html = commune.client("superuser").get(reverse("wagtailsnippets_organisations_appointment:list")).content.decode()
    assert (now + dt.timedelta(days=365)).astimezone(timezone.get_current_timezone()).strftime("%d/%m/%Y") in html
    assert "Vừa xong" not in html
    for words in ("chưa bắt đầu", "đã hết hạn", "còn hiệu lực"):
        assert words in html
