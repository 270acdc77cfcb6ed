"""Answered once, whole, and without knowing who it was."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from organisations.models import Village
from surveys import services
from surveys.enums import Channel
from surveys.models import Answer, Response, Slip, Survey
from surveys.services import Refused, print_slips
from tests.surveys.conftest import VALUES

pytestmark = pytest.mark.django_db


def post(client, survey, **values):
    """Sends the form as a browser does."""
    sent = {
        "key": str(uuid.uuid4()),
        "version": survey.newest.number,
        "q-thai-do": "5",
        "q-tra-loi": "0",
        "q-viec": ["rac", "nuoc-sach"],
        "q-mong": "Thêm thùng rác.",
        "q-thon": str(Village.objects.get(slug="dong-thuong").pk),
        **values,
    }
    return client.post(survey.url, {name: value for name, value in sent.items() if value is not None})


def test_form_asks_and_what_is_sent_is_kept(commune, survey, client):
    text = client.get(survey.url).content.decode()
    for words in (
        f"{commune.women.short_label} hỏi",
        "Câu 1/6",
        "Rất hài lòng",
        "Thôn Đông Thượng",
        "dưới 30",
        "(không bắt buộc)",
    ):
        assert words in text
    assert post(client, survey)["Location"] == f"{survey.url}cam-on/"
    response = Response.objects.get()
    assert (response.channel, response.village.slug, response.age) == (Channel.OPEN, "dong-thuong", "")
    kept = {
        (answer.question.key, answer.number, answer.option and answer.option.key, answer.words)
        for answer in Answer.objects.all()
    }
    assert kept == {
        ("thai-do", 5, None, ""),
        ("tra-loi", 0, None, ""),
        ("viec", None, "rac", ""),
        ("viec", None, "nuoc-sach", ""),
        ("mong", None, None, "Thêm thùng rác."),
    }
    assert "Cảm ơn" in client.get(f"{survey.url}cam-on/").content.decode()


def test_words_lie_encrypted(survey, client):
    from django.db import connection

    post(client, survey)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM surveys_answer WHERE words <> ''")
        assert "rác" not in cursor.fetchone()[0]


@pytest.mark.parametrize(
    "values",
    [
        {"q-thai-do": None},
        {"q-thai-do": "6"},
        {"q-viec": "khong-co"},
        {"q-thon": "99999"},
        {"q-thon": "x"},
        {"q-tuoi": "tre"},
        {"q-mong": "x" * 100_000},
        {"key": "x"},
    ],
)
def test_wrong_answer_is_told_and_the_rest_stays(survey, client, values):
    response = post(client, survey, **values)
    assert response.status_code == 422
    assert not Response.objects.exists()
    if "q-mong" not in values:
        assert "Thêm thùng rác." in response.content.decode()
    if "q-thai-do" in values:
        assert "Xin chọn một câu trả lời." in response.content.decode()


def test_same_form_sent_twice_counts_once(answer):
    key = uuid.uuid4()
    assert answer(key=key) == answer(key=key)
    with pytest.raises(Refused, match="đã gửi"):
        answer(key=key, mong="Khác.")
    assert Response.objects.count() == 1
    assert Answer.objects.count() == 5


def test_one_device_answers_once_unless_it_is_handed_on(survey, client):
    post(client, survey)
    assert "Máy này đã trả lời" in client.get(survey.url).content.decode()
    assert post(client, survey).status_code == 409
    assert Response.objects.count() == 1
    assert post(Client(), survey).status_code == 302
    assert Response.objects.count() == 2


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [(1, 2, "chưa mở"), (-2, -1, "đã đóng")],
)
def test_before_and_after_its_days_nothing_is_counted(survey, client, opens, closes, words):
    now = timezone.now()
    Survey.objects.filter(pk=survey.pk).update(
        opens_at=now + timedelta(days=opens), closes_at=now + timedelta(days=closes)
    )
    assert 'name="q-thai-do"' not in client.get(survey.url).content.decode()
    response = post(client, survey)
    assert response.status_code == 409
    assert words in response.content.decode()
    assert not Response.objects.exists()


def test_draft_is_nobody_s_business(commune, draft, client):
    found = services.write(draft(), by=commune.users["author"])
    assert client.get(found.url).status_code == 404
    assert post(client, found).status_code == 404
    assert found.title not in client.get("/khao-sat/").content.decode()


def test_slip_is_spent_once_and_leads_to_no_response(commune, survey, answer, draft):
    code, other = print_slips(survey, by=commune.users["author"], number=2, village=commune.village)
    response = answer(Channel.SLIP, code=f" {code[:4].lower()}-{code[4:]} ")
    assert (response.channel, response.village) == (Channel.SLIP, None)  # who leaves the question open has said nothing
    with pytest.raises(Refused, match="đã dùng rồi"):
        answer(Channel.SLIP, code=code)
    with pytest.raises(Refused, match="không phải của phiếu này"):
        answer(Channel.SLIP, code="ACDEFGHJ")
    elsewhere = services.write(draft(title="Khác"), by=commune.users["author"])
    services.put_out(elsewhere, by=commune.users["chair"], seen=elsewhere.changed_at)
    elsewhere.refresh_from_db()
    with pytest.raises(Refused, match="không phải của phiếu này"):
        services.submit(elsewhere, elsewhere.newest, services.Filled(uuid.uuid4(), {}, Channel.SLIP, code=other))
    assert Slip.objects.filter(is_spent=False).count() == 1
    assert not [field.name for field in Slip._meta.get_fields() if field.related_model is Response]
    assert code not in str(list(Slip.objects.values()))


def test_refused_slip_is_not_spent(commune, survey, answer):
    """What is refused for another reason costs no slip."""
    (code,) = print_slips(survey, by=commune.users["author"], number=1)
    Survey.objects.filter(pk=survey.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    survey.refresh_from_db()
    with pytest.raises(Refused):
        answer(Channel.SLIP, code=code)
    assert not Slip.objects.get().is_spent


def test_paper_is_typed_in_by_who_asks_also_after_the_last_day(commune, survey, answer):
    Survey.objects.filter(pk=survey.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    survey.refresh_from_db()
    assert answer(Channel.PAPER, by=commune.users["author"]).entered_by == commune.users["author"]
    with pytest.raises(Refused):
        answer(Channel.PAPER, by=commune.users["farmer"])
    with pytest.raises(Refused):
        answer(Channel.PAPER)


def test_village_merged_meanwhile_counts_as_what_it_became(commune, survey, client):
    Village.objects.filter(pk=commune.village.pk).update(
        valid_to=timezone.localdate() - timedelta(days=1), successor=commune.other_village
    )
    assert post(client, survey, **{"q-thon": str(commune.village.pk)}).status_code == 302
    assert Response.objects.get().village == commune.other_village


def test_too_many_from_one_network_are_asked_to_wait(survey, settings):
    settings.SURVEY_ANSWERS_PER_HOUR = 2
    answers = [post(Client(), survey).status_code for _person in range(3)]
    assert answers == [302, 302, 429]
    assert Response.objects.count() == 2


def test_of_very_many_from_one_network_each_does_a_sum(survey, settings):
    settings.SURVEY_ANSWERS_UNASKED = 1
    assert post(Client(), survey).status_code == 302
    key = str(uuid.uuid4())
    page = post(Client(), survey, key=key)
    assert page.status_code == 422
    asked = page.context["challenge"]
    text = page.content.decode()
    assert asked.question in text
    assert "Thêm thùng rác." in text  # nothing is lost
    right = str(sum(int(word) for word in asked.question.split() if word.isdigit()))
    for wrong in ({"sum": "99"}, {"sum": right, "challenge": "x"}, {"sum": right, "key": str(uuid.uuid4())}):
        sent = {"key": key, "challenge": asked.token, **wrong}
        assert post(Client(), survey, **sent).status_code == 422
    assert post(Client(), survey, key=key, challenge=asked.token, sum=right).status_code == 302
    assert post(Client(), survey, key=key, challenge=asked.token, sum=right).status_code == 302  # the same one again
    assert Response.objects.count() == 2


def test_other_sites_cannot_send_for_their_visitors(survey, client):
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        evil = Client(headers=headers)
        page = post(evil, survey)
        assert page.status_code == 403
        assert "Thêm thùng rác." in page.content.decode()
        assert evil.post("/khao-sat/trang-nay/", {"page": survey.pk, "value": "1"}).status_code == 403
    assert not Response.objects.exists()
    assert (
        post(Client(headers={"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}), survey).status_code
        == 302
    )


def test_code_is_looked_at_when_the_page_opens_and_can_be_corrected(commune, survey, client):
    (code,) = print_slips(survey, by=commune.users["author"], number=1)
    wrong = client.get(survey.url, {"ma": "zzzz zzzz"}).content.decode()
    assert "Mã này không phải của phiếu này" in wrong
    assert 'name="code"' not in wrong
    right = client.get(survey.url, {"ma": " ".join(code.lower())}).content.decode()
    assert "Trả lời bằng phiếu có mã" in right
    assert post(client, survey, code=code).status_code == 302
    again = post(Client(), survey, code=code)
    assert again.status_code == 409
    assert f'value="{code}"' in again.content.decode()


@pytest.mark.parametrize("village", ["²", "9" * 5000, "-1", "x"])
def test_odd_villages_are_no_answer(survey, client, village):
    assert post(client, survey, **{"q-thon": village}).status_code == 422


def test_same_form_sent_to_another_survey_is_told(commune, survey, draft, answer):
    key = uuid.uuid4()
    answer(key=key)
    other = services.write(draft(title="Phiếu khác"), by=commune.users["author"])
    services.put_out(other, by=commune.users["chair"], seen=other.changed_at)
    other.refresh_from_db()
    with pytest.raises(Refused):
        answer(key=key, version=other.newest)
    with pytest.raises(Refused):
        services.submit(other, other.newest, services.Filled(key=key, values=VALUES))
