"""Who answers a survey is counted, or told that she is not; a paper sheet too, with what people left blank."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from surveys.enums import Channel
from surveys.models import Answer, Response
from tests.surveys.conftest import draft, survey  # noqa: F401
from tests.surveys.test_answering import post

pytestmark = pytest.mark.django_db


def test_second_person_at_the_same_phone_is_told_and_counted(survey, client):  # noqa: F811
    """Before: dropped, and told that it was counted."""
    post(client, survey)
    page = post(client, survey, **{"q-mong": "Sửa đèn ngõ 5."})
    text = page.content.decode()
    assert page.status_code == 409
    assert "chưa được tính" in text
    assert "Sửa đèn ngõ 5." in text
    assert Response.objects.count() == 1
    key = page.context["form"]["key"].value()
    for _time in range(2):  # pressed twice
        assert post(client, survey, key=key, another="1", **{"q-mong": "Sửa đèn ngõ 5."}).status_code == 302
    assert Response.objects.count() == 2


def test_survey_opened_by_two_people_before_one_sent(survey, client):  # noqa: F811
    first, second = (str(client.get(survey.url).context["form"]["key"].value()) for _person in range(2))
    assert post(client, survey, key=first).status_code == 302
    assert post(client, survey, key=second).status_code == 409
    assert post(client, survey, key=second, another="1").status_code == 302
    assert Response.objects.count() == 2


def test_same_sheet_sent_twice_is_thanked_for_twice_and_counted_once(survey, client):  # noqa: F811
    key = str(uuid.uuid4())
    assert [post(client, survey, key=key).status_code for _time in range(2)] == [302, 302]
    assert Response.objects.count() == 1


@pytest.mark.parametrize("browser", ["the same", "without its cookie"])
def test_other_answers_under_a_key_that_was_sent_are_no_dead_end(survey, client, browser):  # noqa: F811
    """Before: "open the survey again", for ever."""
    key = str(uuid.uuid4())
    post(client, survey, key=key)
    other = client if browser == "the same" else Client()
    page = post(other, survey, key=key, **{"q-thai-do": "1"})
    assert page.status_code == 409
    assert "chưa được tính" in page.content.decode()
    sent = {"key": page.context["form"]["key"].value(), "another": "1", "q-thai-do": "1"}
    assert post(other, survey, **sent).status_code == 302
    assert Response.objects.count() == 2


def test_device_that_answered_offers_a_way_to_the_next_person(survey, client):  # noqa: F811
    post(client, survey)
    page = client.get(survey.url).content.decode()
    assert "Máy này đã trả lời" in page
    assert 'href="?nguoi-khac=1"' in page
    form = client.get(survey.url, {"nguoi-khac": "1"})
    assert 'name="another" value="1"' in form.content.decode()
    key = form.context["form"]["key"].value()
    incomplete = post(client, survey, key=key, another="1", **{"q-thai-do": None})
    assert incomplete.status_code == 422
    assert 'name="another" value="1"' in incomplete.content.decode()  # she has said it once
    assert post(client, survey, key=key, another="1").status_code == 302
    assert Response.objects.count() == 2


# What is blank on the paper, and how many answers are kept. Before: "Xin chọn …" far below, and the sheet was not counted.
@pytest.mark.parametrize(
    ("blank", "kept"),
    [
        (["q-thai-do"], 4),
        (["q-tra-loi"], 4),
        (["q-viec"], 3),
        (["q-thon"], 5),
        (["q-mong"], 4),
        (["q-tuoi"], 5),
        (["q-thai-do", "q-viec", "q-thon"], 2),
        (["q-thai-do", "q-tra-loi", "q-viec", "q-thon"], 1),
    ],
)
def test_paper_sheet_with_blanks_is_counted(commune, survey, blank, kept):  # noqa: F811
    response = type_in(commune, survey, **dict.fromkeys(blank))
    assert response.status_code == 302
    assert Response.objects.get().channel == Channel.PAPER
    assert Answer.objects.count() == kept


def type_in(commune, survey, **values):  # noqa: F811
    sent = {
        "key": str(uuid.uuid4()),
        "q-thai-do": "5",
        "q-tra-loi": "0",
        "q-viec": ["rac", "nuoc-sach"],
        "q-mong": "Thêm thùng rác.",
        "q-thon": str(commune.village.pk),
        "q-tuoi": "",
        **values,
    }
    address = reverse("surveys_admin:type_in", args=[survey.pk])
    return commune.client("author").post(address, {name: value for name, value in sent.items() if value is not None})


@pytest.mark.parametrize(
    "values",
    [
        dict.fromkeys(["q-thai-do", "q-tra-loi", "q-viec", "q-mong", "q-thon"]),  # pressed by mistake
        {"q-thai-do": "6"},
        {"q-mong": "x" * 2001},
    ],
    ids=["blank", "impossible", "too long"],
)
def test_paper_sheet_that_is_not_counted_says_so_at_the_top(commune, survey, values):  # noqa: F811
    page = type_in(commune, survey, **values)
    assert page.status_code == 422
    assert not Response.objects.exists()
    text = page.content.decode()
    assert text.index('class="error-summary') < text.index('name="q-thai-do"')


def test_paper_sheet_may_be_left_blank_after_it_was_ticked(commune, survey):  # noqa: F811
    page = commune.client("author").get(reverse("surveys_admin:type_in", args=[survey.pk])).content.decode()
    assert len(re.findall(r'name="q-[\w-]+" value=""', page)) == 4  # faces, yes or no, village, age


def test_public_form_still_asks_for_what_is_needed(survey, client):  # noqa: F811
    assert post(client, survey, **{"q-thai-do": None}).status_code == 422
    assert "để trống" not in client.get(survey.url).content.decode()
