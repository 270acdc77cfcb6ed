"""Questions answered in public: the list, one of them at its address, and what is hidden again."""

import pytest
from django.urls import reverse
from django.utils import timezone

from feedback import services
from feedback.enums import Judgement
from feedback.models import ProposedAnswer
from tests.feedback.conftest import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(commune, send):
    """Answers a case in public: `answered("Cống tắc?", village=…)`; returns the public answer."""

    def answered(question: str = "Cống ngõ 3 bao giờ thông?", case=None, **kwargs) -> ProposedAnswer:
        case = case or send(text="Cống.", may_publish=True, **kwargs)
        public = {"publish": True, "public_question": question, "public_answer": "Đã thông sáng 8/11."}
        services.propose(case, by=commune.users["chair"], draft=draft(**public))
        services.approve(case, by=commune.users["deputy"])
        return ProposedAnswer.objects.public().get(case=case)

    return answered


def test_list_is_narrowed_by_village_and_topic(commune, client, answered):
    here = answered("Cống?", village=commune.village)
    there = answered("Đèn?", village=commune.other_village, topic=commune.other_topic)

    def shown(query: str) -> list[ProposedAnswer]:
        return list(client.get(f"/hoi-dap/{query}").context["listed"])

    assert shown("") == [there, here]
    assert shown(f"?thon={commune.village.slug}") == [here]
    assert shown(f"?chu-de={commune.other_topic.slug}") == [there]
    assert shown(f"?nam={timezone.localdate().year}") == [there, here]
    assert shown(f"?thon={commune.village.slug}&chu-de={commune.other_topic.slug}") == []
    response = client.get("/hoi-dap/?thon=khong-co&page=99")
    assert len(response.context["notices"]) == 2


def test_choices_are_counted(commune, client, answered):
    answered(village=commune.village)
    answered(village=commune.village)
    village = next(f for f in client.get("/hoi-dap/").context["filters"] if f["name"] == "thon")
    assert [(option["label"], option["count"]) for option in village["options"]] == [(commune.village.name, 2)]


def test_number_of_queries_does_not_grow(commune, client, answered, django_assert_max_num_queries):
    for _number in range(3):
        answered()
    client.get("/hoi-dap/")
    with django_assert_max_num_queries(12):
        client.get("/hoi-dap/")
    with django_assert_max_num_queries(12):
        client.get(ProposedAnswer.objects.public().first().get_absolute_url())


def test_empty_list_invites_to_ask(commune, client):
    assert "Mời bà con gửi câu hỏi đầu tiên" in client.get("/hoi-dap/").content.decode()


def test_answer_has_an_address_a_card_and_a_place_in_the_sitemap(commune, client, answered):
    answer = answered("Cống ngõ 3 tắc. " + "Nước tràn vào sân nhà văn hóa. " * 10)
    url = answer.get_absolute_url()
    html = client.get(url).content.decode()
    assert f">{answer.title}</h1>" in html
    assert f"<p>{answer.rest_of_question}</p>" in html
    assert "Đã thông sáng 8/11." in html
    card = reverse("answer_card", args=[answer.pk, answer.card.digest])
    assert f"http://testserver{card}" in html
    picture = client.get(card)
    assert picture["Content-Type"] == "image/jpeg"
    assert client.get(reverse("answer_card", args=[answer.pk, "cu"])).url == card
    sitemap = client.get("/sitemap.xml").content.decode()
    assert url in sitemap
    assert "/gop-y/" in sitemap
    assert url in client.get("/").content.decode()


def test_question_in_english_keeps_its_language(commune, client, answered):
    answer = answered("When will it be mended?", language="en")
    assert 'lang="en">When will' in client.get(f"/en{answer.get_absolute_url()}").content.decode()


def test_answer_given_anew_takes_the_old_address(commune, client, answered):
    old = answered()
    services.judge(old.case, judgement=Judgement.NOT_YET)
    services.reopen(old.case, by=commune.users["chair"])
    assert client.get(old.get_absolute_url()).status_code == 404
    new = answered("Sao lại tắc?", case=old.case)
    assert client.get(old.get_absolute_url()).url == new.get_absolute_url()


def test_hidden_answer_is_nowhere(commune, client, answered):
    answer = answered()
    type(answer.case).objects.filter(pk=answer.case_id).update(visibility="private")
    assert client.get(answer.get_absolute_url()).status_code == 404
    assert client.get(reverse("answer_card", args=[answer.pk, answer.card.digest])).status_code == 404
    for url in ("/hoi-dap/", "/", "/sitemap.xml"):
        assert answer.get_absolute_url() not in client.get(url).content.decode()


@pytest.mark.parametrize(
    ("question", "title", "rest"),
    [
        ("Bao giờ thông?", "Bao giờ thông?", ""),
        (" Bao giờ thông?\r\nChờ lâu rồi.\nĐã hai tuần. ", "Bao giờ thông?", "Chờ lâu rồi.\nĐã hai tuần."),
        (
            "Bao giờ thông? " + "Chờ lâu rồi. " * 20,
            "Bao giờ thông?" + " Chờ lâu rồi." * 11,
            ("Chờ lâu rồi. " * 9).strip(),
        ),
        ("cống " * 60, "cống " * 31 + "cống…", ("cống " * 60).strip()),
    ],
)
def test_title_and_the_rest_say_the_question_once(question, title, rest):
    answer = ProposedAnswer(public_question=question)
    assert (answer.title, answer.rest_of_question) == (title, rest)
