"""A survey is written by one person and put out by another; what was asked stays as it was asked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from surveys import results, services
from surveys.enums import Channel, Kind, State
from surveys.models import Survey
from surveys.ready import READY
from surveys.services import OptionDraft, QuestionDraft, Refused
from tests.surveys.conftest import QUESTIONS

pytestmark = pytest.mark.django_db


def test_who_wrote_it_does_not_put_it_out(commune, draft):
    found = services.write(draft(unit=commune.committee), by=commune.users["chair"])
    with pytest.raises(Refused, match="người khác"):
        services.put_out(found, by=commune.users["chair"], seen=found.changed_at)
    with pytest.raises(Refused):
        services.put_out(found, by=commune.users["author"], seen=found.changed_at)
    assert found.state == State.DRAFT


def test_what_changed_meanwhile_is_not_put_out(commune, draft):
    found = services.write(draft(), by=commune.users["author"])
    seen = found.changed_at
    found = services.write(draft(title="Khác"), by=commune.users["author"], survey=found)
    with pytest.raises(Refused, match="đọc lại"):
        services.put_out(found, by=commune.users["chair"], seen=seen)


@pytest.mark.parametrize("name", ["farmer", "reader", "it"])
def test_nobody_asks_in_another_unit_s_name(commune, draft, name):
    with pytest.raises(Refused):
        services.write(draft(), by=commune.users[name])


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        ((), "ít nhất một câu"),
        ((QuestionDraft(Kind.FACES, " "),), "chưa có lời"),
        ((QuestionDraft(Kind.ONE, "Chọn?", options=(OptionDraft("A"), OptionDraft(" A "))),), "ít nhất hai"),
        ((QuestionDraft(Kind.AGE, "Tuổi?"), QuestionDraft(Kind.AGE, "Mấy tuổi?")), "một lần"),
        (tuple(QuestionDraft(Kind.YES_NO, f"Câu {number}?") for number in range(31)), "Nhiều nhất 30"),
    ],
)
def test_odd_questions_are_told(commune, draft, questions, words):
    with pytest.raises(ValidationError, match=words):
        services.write(draft(questions=questions), by=commune.users["author"])


def test_days_in_the_wrong_order_are_refused(commune, draft):
    now = timezone.now()
    with pytest.raises(ValidationError, match="đóng sau khi mở"):
        services.write(draft(opens_at=now, closes_at=now - timedelta(days=1)), by=commune.users["author"])


def test_what_is_out_changes_as_a_new_version_that_waits_for_a_second_person(commune, draft, survey, answer, client):
    first = survey.newest
    answer()
    other = (replace(QUESTIONS[0], text="Cán bộ có niềm nở không?"), *QUESTIONS[1:])
    services.write(draft(questions=other, title="Khác"), by=commune.users["author"], survey=survey)
    survey = Survey.objects.get(pk=survey.pk)
    assert survey.newest.number == 2
    assert survey.title == "Bà con đánh giá Hội Phụ nữ"  # what is out keeps its words
    page = client.get(survey.url).content.decode()
    assert QUESTIONS[0].text in page  # until somebody else has put the other one out
    assert "niềm nở" not in page
    with pytest.raises(Refused):
        answer(version=survey.newest)
    with pytest.raises(Refused):
        services.put_out(survey, by=commune.users["author"], seen=survey.changed_at)
    services.put_out(survey, by=commune.users["chair"], seen=survey.changed_at)
    survey = Survey.objects.get(pk=survey.pk)
    assert "niềm nở" in client.get(survey.url).content.decode()
    assert first.questions.get(key="thai-do").text == QUESTIONS[0].text  # as it was asked
    answer(version=first)  # who had it before her is counted with it
    answer(version=survey.newest, **{"thai-do": "1"})
    every = results.count(survey)
    counted = {item.question.key: item for item in every if not item.is_earlier}
    assert [(item.question.key, item.answered) for item in every if item.is_earlier] == [("thai-do", 2)]
    assert counted["thai-do"].answered == 1  # another wording: not thrown together
    assert counted["tra-loi"].answered == 3  # the same wording
    services.write(draft(questions=other), by=commune.users["author"], survey=survey)
    assert survey.versions.count() == 2  # nothing was changed


def test_closed_it_stays_as_it_is(commune, draft, survey):
    Survey.objects.filter(pk=survey.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    survey.refresh_from_db()
    with pytest.raises(Refused, match="đã đóng"):
        services.write(draft(), by=commune.users["author"], survey=survey)
    services.publish_results(survey, by=commune.users["chair"])
    survey.refresh_from_db()
    assert survey.state == State.PUBLISHED
    with pytest.raises(Refused):
        services.publish_results(survey, by=commune.users["chair"])


def test_officer_builds_one_from_a_ready_made_and_it_is_put_out(commune, client):
    """In the browser's own words: the list, the sheet, the preview, the second person, the public page."""
    author, chair = commune.client("author"), commune.client("chair")
    page = author.get("/quan-tri/khao-sat/").content.decode()
    assert all(str(ready.name) in page for ready in READY.values())
    sheet = author.get("/quan-tri/khao-sat/moi/?mau=doan-the")
    form, formset = sheet.context["form"], sheet.context["formset"]
    sent = {name: form[name].value() or "" for name in form.fields}
    sent |= {
        "unit": commune.women.pk,
        "opens_on": str(timezone.localdate()),
        "closes_on": f"{timezone.localdate().year + 1}-12-31",
    }
    sent |= {f"cau-{name}": formset.management_form[name].value() for name in formset.management_form.fields}
    for question in formset:
        sent |= {
            f"{question.prefix}-{name}": question[name].value() or "" for name in question.fields if name != "DELETE"
        }
    more = author.post("/quan-tri/khao-sat/moi/", {**sent, "them": "1"})
    assert len(more.context["formset"].forms) == len(formset.forms) + 1
    wrong = author.post("/quan-tri/khao-sat/moi/", {**sent, "closes_on": "2020-01-01"})
    assert wrong.status_code == 422
    assert "Hoạt động của đoàn thể có thiết thực không?" in wrong.content.decode()
    address = author.post("/quan-tri/khao-sat/moi/", sent)["Location"]
    found = Survey.objects.get()
    assert [question.key for question in found.newest.questions_list] == [
        question.key for question in READY["doan-the"].questions
    ]
    assert "Chờ Thường trực (người khác" in author.get(address).content.decode()
    assert "Rất hài lòng" in author.get(f"{address}xem-thu/").content.decode()
    assert client.get(found.url).status_code == 404
    screen = chair.get(address)
    assert screen.context["may_put_out"]
    chair.post(f"{address}mo/", {"seen": found.changed_at.isoformat()})
    assert client.get(found.url).status_code == 200
    assert found.title in client.get("/khao-sat/").content.decode()
    assert commune.client("farmer").get(address).status_code == 200  # who may write surveys reads them
    assert commune.client("villager").get(address).status_code == 302
    again = author.get(f"/quan-tri/khao-sat/moi/?lap-lai={found.pk}")
    assert again.context["form"].initial["half"] in (1, 2)
    assert len(again.context["formset"].forms) == len(formset.forms)


def test_sheet_of_paper_is_typed_in(commune, survey):
    author = commune.client("author")
    address = f"/quan-tri/khao-sat/{survey.pk}/nhap-phieu/"
    form = author.get(address).context["form"]
    sent = {
        "key": form["key"].value(),
        "q-thai-do": "2",
        "q-tra-loi": "1",
        "q-viec": ["rac"],
        "q-thon": str(commune.village.pk),
    }
    assert author.post(address, {**sent, "q-thai-do": "6"}).status_code == 422
    assert author.post(address, sent)["Location"] == address
    assert survey.newest.responses.get().channel == Channel.PAPER
    another = {
        **sent,
        "key": author.get(address).context["form"]["key"].value(),
        "q-thai-do": "",
    }  # left blank on paper
    assert author.post(address, another)["Location"] == address
    assert survey.newest.responses.count() == 2
    assert commune.client("farmer").get(address).status_code == 302


def test_none_who_wrote_on_it_puts_it_out(commune, draft):
    """Not the first of two writers either."""
    found = services.write(draft(), by=commune.users["chair"])
    found = services.write(draft(title="Hội Phụ nữ làm được gì"), by=commune.users["author"], survey=found)
    assert found.versions.count() == 1  # nobody has seen it: changed in place
    with pytest.raises(Refused):
        services.put_out(found, by=commune.users["chair"], seen=found.changed_at)


def test_last_day_of_an_open_survey_moves(commune, draft, survey):
    later = survey.closes_at + timedelta(days=7)
    services.write(draft(closes_at=later), by=commune.users["author"], survey=survey)
    found = Survey.objects.get(pk=survey.pk)
    assert found.closes_at == later
    assert found.versions.count() == 1


def test_it_is_found_once_it_is_put_out(commune, draft, client):
    found = services.write(draft(title="Bà con thấy đường thôn ra sao"), by=commune.users["author"])
    assert "Bà con thấy đường thôn" not in client.get("/tim-kiem/", {"q": "duong thon ra sao"}).content.decode()
    services.put_out(found, by=commune.users["chair"], seen=found.changed_at)
    text = client.get("/tim-kiem/", {"q": "duong thon ra sao"}).content.decode()
    assert found.url in text
    assert found.url in client.get("/sitemap.xml").content.decode()
    assert found.url in client.get("/thon/dong-thuong/").content.decode()


def test_what_was_put_out_meanwhile_is_not_undone(commune, draft):
    """An officer's screen that was opened before writes on what there is now."""
    found = services.write(draft(), by=commune.users["author"])
    stale = Survey.objects.get(pk=found.pk)
    services.put_out(found, by=commune.users["chair"], seen=found.changed_at)
    services.write(draft(title="Tên khác"), by=commune.users["author"], survey=stale)
    found.refresh_from_db()
    assert found.put_out_at
    assert found.title == "Bà con đánh giá Hội Phụ nữ"


def test_last_day_is_only_moved_on(commune, draft, survey):
    with pytest.raises(ValidationError):
        services.write(draft(closes_at=survey.closes_at - timedelta(days=3)), by=commune.users["author"], survey=survey)


def test_draft_is_deleted_and_nothing_else(commune, draft, survey):
    found = services.write(draft(title="Thử"), by=commune.users["author"])
    author = commune.client("author")
    author.post(f"/quan-tri/khao-sat/{found.pk}/xoa/")
    author.post(f"/quan-tri/khao-sat/{survey.pk}/xoa/")
    assert list(Survey.objects.all()) == [survey]


def test_second_person_is_told_what_waits(commune, draft):
    services.write(draft(), by=commune.users["author"])
    assert "Bà con đánh giá Hội Phụ nữ" in commune.client("chair").get("/quan-tri/").content.decode()
    assert "Bà con đánh giá Hội Phụ nữ" not in commune.client("author").get("/quan-tri/").content.decode()


def test_added_question_is_like_the_first(commune):
    author = commune.client("author")
    page = author.post(
        "/quan-tri/khao-sat/moi/", {"cau-TOTAL_FORMS": 1, "cau-INITIAL_FORMS": 0, "cau-0-text": "Câu một?", "them": "1"}
    )
    added = page.context["formset"].forms[1]
    assert (added["is_required"].value(), added["is_public"].value(), added["ORDER"].value()) == (True, True, "2")
    assert not added["kind"].errors


def test_who_typed_in_sheets_does_not_publish(commune, draft, survey, answer):
    answer(Channel.PAPER, by=commune.users["chair"])
    Survey.objects.filter(pk=survey.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    with pytest.raises(Refused):
        services.publish_results(survey, by=commune.users["chair"])
