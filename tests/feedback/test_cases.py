import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from feedback import permissions, services
from feedback.enums import Channel, Judgement, Outcome, Status, Visibility
from feedback.models import AppendOnlyError, Attachment, Case, CaseEvent, CasePerson, PendingUpload, ProposedAnswer
from feedback.moves import Move
from feedback.services import intake
from tests.factories import picture_bytes
from tests.feedback.conftest import draft, upload

pytestmark = pytest.mark.django_db


def test_case_goes_to_the_unit_that_owns_the_topic(commune, send):
    assert send().unit == commune.women
    assert send(topic=commune.other_topic).unit == commune.committee  # nobody owns it this year
    assert send(topic=None).unit == commune.committee


def test_sent_twice_is_stored_once_with_the_same_receipt(send):
    key = uuid.uuid4()
    first, second = send(key=key), send(key=key)
    assert first == second
    assert first.receipt == second.receipt
    assert Case.objects.count() == 1
    assert first.events.count() == 1


def test_the_same_key_with_another_text_loses_neither(send):
    key = uuid.uuid4()
    first = send(key=key)
    with pytest.raises(services.KeyReused) as raised:
        send("Đèn đường đầu làng hỏng.", key=key)
    assert raised.value.case == first
    assert Case.objects.get().text == "Cống ở ngõ 3 tắc đã hai tuần."


def test_the_same_key_at_the_same_moment_is_stored_once(send, monkeypatch):
    key = uuid.uuid4()
    first, look = send(key=key), intake._sent_before
    looks = [lambda *args: None, look]  # the first look comes before the other process has committed
    monkeypatch.setattr(intake, "_sent_before", lambda *args: looks.pop(0)(*args))
    assert send(key=key) == first
    assert not looks
    assert Case.objects.count() == 1


def test_photo_that_came_only_the_second_time_is_added(send):
    key = uuid.uuid4()
    services.keep_pending(key, [upload("truoc.jpg")])
    case = send(key=key)
    services.keep_pending(key, [upload("truoc.jpg"), upload("sau.jpg", picture_bytes(90, 60))])
    assert send(key=key) == case
    assert list(case.attachments.values_list("name", flat=True)) == ["truoc.jpg", "sau.jpg"]
    assert not PendingUpload.objects.exists()
    assert send(key=key) == case
    assert case.events.count() == 2


def test_text_is_kept_canonical_without_hidden_letters(send):
    case = send("Co\u0302\u0301ng \u202eta\u0306\u0301c\u0000 ngõ 3 🙏")
    assert case.text == "Cống tắc ngõ 3 🙏"
    assert case.folded.startswith("cong tac ngo 3")
    assert list(Case.objects.matching("CONG ngõ")) == [case]
    assert not Case.objects.matching("cầu").exists()


def test_who_sent_it_is_encrypted_in_every_table(send):
    marks = ["Nguyễn Thị Dấu Riêng", "0912 345 678", "dau.rieng@thu.example"]
    case = send(sender=services.Sender(*marks))
    services.write(case, words="Tôi gửi thêm.", key=uuid.uuid4())
    person = CasePerson.objects.get(case=case)
    assert [person.name, person.phone, person.email] == marks
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows = repr(cursor.fetchall())
            assert not [mark for mark in marks if mark in rows], table


def test_phone_is_found_by_its_hash_however_it_is_written(send):
    send(sender=services.Sender(phone="0912 345 678"))
    send(sender=services.Sender(phone="+84 912.345.678"))
    assert len(set(CasePerson.objects.values_list("phone_hash", flat=True))) == 1


def test_encrypted_field_refuses_to_be_filtered(send):
    send(sender=services.Sender(name="An"))
    with pytest.raises(TypeError):
        CasePerson.objects.filter(name="An").exists()


def test_nothing_of_the_sender_is_kept_where_nothing_was_left(send):
    send()
    assert not CasePerson.objects.exists()


def test_history_is_append_only(send):
    event = send().events.get()
    event.public_text = "khác"
    with pytest.raises(AppendOnlyError):
        event.save()
    with pytest.raises(AppendOnlyError):
        event.delete()
    with pytest.raises(AppendOnlyError):
        CaseEvent.objects.all().delete()
    with pytest.raises(AppendOnlyError):
        CaseEvent.objects.update(public_text="")


def test_the_whole_loop(commune, send):
    author, chair = commune.users["author"], commune.users["chair"]
    case = send(may_publish=True)
    services.start(case, by=author)
    services.ask(case, by=author, question="Cống nào ạ, trước nhà ai?")
    services.write(case, words="Trước nhà văn hóa.", key=uuid.uuid4())
    case.refresh_from_db()
    assert case.status == Status.IN_PROGRESS
    services.propose(case, by=author, draft=draft(publish=True, public_question="Cống tắc.", public_answer="Đã thông."))
    services.send_back(case, by=chair, reason="Ghi rõ ngày.")
    services.propose(case, by=author, draft=draft())
    services.approve(case, by=chair)
    case.refresh_from_db()
    assert (case.status, case.visibility, case.outcome) == (Status.ANSWERED, Visibility.PRIVATE, Outcome.RESOLVED)
    services.judge(case, judgement=Judgement.BESIDE_THE_POINT, words="Tôi hỏi cống khác.")
    services.reopen(case, by=author)
    services.propose(case, by=author, draft=draft(publish=True, public_question="Cống tắc.", public_answer="Đã thông."))
    services.approve(case, by=chair)
    services.judge(case, judgement=Judgement.SATISFIED)
    case.refresh_from_db()
    assert (case.status, case.visibility, case.judgement) == (Status.CLOSED, Visibility.PUBLIC, Judgement.SATISFIED)
    assert list(Case.objects.public()) == [case]
    assert [event.number for event in case.events.all()] == list(range(1, case.version + 1))


def test_nobody_approves_her_own_answer(commune, send):
    case = send(topic=commune.other_topic)
    chair, deputy = commune.users["chair"], commune.users["deputy"]
    answer = services.propose(case, by=chair, draft=draft())
    with pytest.raises(services.MoveRefused):
        services.approve(case, by=chair)
    with transaction.atomic(), pytest.raises(IntegrityError):
        ProposedAnswer.objects.filter(pk=answer.pk).update(approved_by=chair)
    services.approve(case, by=deputy)


def test_nothing_is_published_that_the_sender_did_not_wish(commune, send):
    case = send()
    with pytest.raises(services.MoveRefused):
        services.propose(
            case, by=commune.users["author"], draft=draft(publish=True, public_question="a", public_answer="b")
        )
    with transaction.atomic(), pytest.raises(IntegrityError):
        Case.objects.filter(pk=case.pk).update(visibility=Visibility.PUBLIC)


def test_the_second_of_two_officers_is_told_what_the_first_did(commune, send):
    case = send()
    seen = case.version
    services.start(case, by=commune.users["author"], seen=seen)
    with pytest.raises(services.CaseChanged) as raised:
        services.ask(case, by=commune.users["colleague"], question="Ở đâu ạ?", seen=seen)
    assert "author" in str(raised.value)
    assert "Đang xử lý" in str(raised.value)


@pytest.mark.parametrize(
    ("name", "reads", "works", "assigned_away"),
    [
        ("chair", True, True, True),
        ("author", True, True, False),
        ("farmer", False, False, False),
        ("villager", True, False, True),  # her village
        ("reader", True, False, True),
        ("it", False, False, False),
        ("nobody", False, False, False),
    ],
)
def test_who_reads_and_works(commune, send, name, reads, works, assigned_away):
    user, case = commune.users[name], send(sender=services.Sender(name="An"))
    assert permissions.may_read(user, case) == reads
    assert permissions.may_work(user, case) == works
    assert permissions.may_read_person(user, case) == works
    services.assign(case, by=commune.users["chair"], unit=commune.committee)
    case.refresh_from_db()
    assert permissions.may_read(user, case) == assigned_away


def test_right_ends_with_the_appointment(commune, send):
    case, author = send(), commune.users["author"]
    author.appointments.update(valid_to=timezone.now())
    with pytest.raises(services.MoveRefused):
        services.start(case, by=type(author).objects.get(pk=author.pk))


def test_case_written_down_for_somebody_names_channel_and_officer(commune):
    villager = commune.users["villager"]
    submission = services.Submission(
        key=uuid.uuid4(), kind="report", text="Bà con xóm Đình hỏi về nước sạch.", channel=Channel.NOTEBOOK
    )
    case = services.submit(submission, by=villager)
    assert (case.entered_by, case.channel) == (villager, Channel.NOTEBOOK)
    assert permissions.may_read(villager, case)


def test_closed_case_takes_no_move_but_note_and_reopening(commune, send):
    chair, case = commune.users["chair"], send()
    services.close(case, by=chair, outcome=Outcome.DUPLICATE, reason="Đã trả lời ở ý kiến trước.")
    for act in (
        lambda: services.start(case, by=chair),
        lambda: services.forward(case, by=chair, to="UBND xã"),
        lambda: services.write(case, words="Thêm", key=uuid.uuid4()),
        lambda: services.judge(case, judgement=Judgement.SATISFIED),
    ):
        with pytest.raises(services.MoveRefused):
            act()
    services.add_note(case, by=chair, note="Xem ý kiến trước.")
    assert case.events.latest("number").move == Move.NOTE


def test_late_is_counted_by_the_day(send):
    case = send()
    assert not Case.objects.late().exists()
    assert list(Case.objects.late(on=case.due_on + timezone.timedelta(days=1))) == [case]
    assert not Attachment.objects.exists()


def test_asking_again_gives_a_whole_new_deadline(commune, send):
    case = send()
    services.propose(case, by=commune.users["author"], draft=draft())
    services.approve(case, by=commune.users["chair"])
    long_ago = timezone.localdate() - timezone.timedelta(days=30)
    Case.objects.filter(pk=case.pk).update(due_on=long_ago)
    services.judge(case, judgement=Judgement.NOT_YET)
    case.refresh_from_db()
    assert case.due_on > timezone.localdate()
    assert not case.is_late
