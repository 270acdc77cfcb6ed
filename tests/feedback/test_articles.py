"""From an answered case to an article that everybody reads, and the links both ways."""

import re
from typing import Any

import pytest
from django.urls import reverse

from approval import services as approval
from feedback import services
from feedback.enums import Judgement
from feedback.models import Case
from news.models import NewsPage
from tests.factories import make_article
from tests.feedback.conftest import draft

pytestmark = pytest.mark.django_db
QUESTION, ANSWER = "Bao giờ làm đường hoa?", "Tháng Chạp.\nMời bà con cùng làm."


@pytest.fixture
def answered(commune: Any, send: Any) -> Any:
    """A case that was answered, in public unless told: `answered(publish=False)`."""

    def answered(publish: bool = True, **kwargs: Any) -> Case:
        case = send("Tôi là Dấu Riêng, hỏi về đường hoa.", may_publish=True, **kwargs)
        proposal = draft(text="Gửi bà Dấu Riêng.", publish=publish, public_question=QUESTION, public_answer=ANSWER)
        services.propose(case, by=commune.users["author"], draft=proposal)
        services.approve(case, by=commune.users["chair"])
        return Case.objects.get(pk=case.pk)

    return answered


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def publish(commune: Any, page: NewsPage) -> None:
    approval.submit(page, by=commune.users["author"])
    shown = approval.Shown.of(page.get_latest_revision())
    approval.approve(page, by=commune.users["chair"], shown=shown)


def test_officer_writes_an_article_from_the_case(commune, answered):
    case = answered()
    client = commune.client("author")
    address = reverse("feedback_admin:write_article", args=[case.pk])
    assert address in words(client.get("/quan-tri/"))
    assert address in words(client.get(reverse("feedback_admin:case", args=[case.pk])))
    response = client.post(address)
    page = NewsPage.objects.get(pk=Case.objects.get().article_id)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.unit, page.topic, page.title) == (False, commune.women, commune.topic, QUESTION)
    assert page.villages == [commune.village.slug]
    text = str(page.get_latest_revision_as_object().body)
    assert QUESTION in text
    assert "Mời bà con cùng làm." in text
    assert "Người dân thôn Đông Thượng" in text
    assert "Dấu Riêng" not in text + page.title + page.summary
    editor = words(client.get(response.url))
    assert reverse("feedback_admin:case", args=[case.pk]) in editor
    assert case.code in editor
    # A second press leads to the same draft, and the start page no longer offers it.
    assert client.post(address).url == response.url
    assert NewsPage.objects.count() == 1
    assert address not in words(client.get("/quan-tri/"))


def test_once_published_page_and_answer_lead_to_each_other(commune, answered, client):
    about = make_article(commune.folder(commune.women), topic=commune.topic, title="Đường hoa thôn")
    case = answered(about=about)
    page = services.write_article(case, by=commune.users["author"]).specific
    own = reverse("feedback:case", args=[case.receipt.token])
    for url in (about.url, "/", own):
        assert page.url not in words(client.get(url)), "a draft is not linked"
    publish(commune, page)
    for url in (about.url, "/", own):
        assert page.url in words(client.get(url))
    shown = words(client.get(page.url))
    assert "bắt đầu từ câu hỏi của một người dân" in shown
    assert about.url in shown
    assert case.code not in shown
    # What is no longer public is no longer told of under the article.
    services.judge(case, judgement=Judgement.NOT_YET)
    assert "bắt đầu từ câu hỏi" not in words(client.get(page.url))


@pytest.mark.parametrize("name", ["farmer", "villager", "reader"])
def test_only_who_works_on_it_writes(commune, answered, name):
    case = answered()
    response = commune.client(name).post(reverse("feedback_admin:write_article", args=[case.pk]))
    assert response.status_code in {302, 409}
    assert not NewsPage.objects.exists()


def test_nothing_is_written_from_what_is_not_public(commune, answered):
    case = answered(publish=False)
    with pytest.raises(services.MoveRefused):
        services.write_article(case, by=commune.users["author"])
    client = commune.client("author")
    address = reverse("feedback_admin:write_article", args=[case.pk])
    assert address not in words(client.get(reverse("feedback_admin:case", args=[case.pk])))
    assert client.post(address).status_code == 409


def test_committee_writes_in_the_folder_of_the_unit_in_charge(commune, answered):
    page = services.write_article(answered(), by=commune.users["chair"])
    assert page.get_parent().pk == commune.folder(commune.women).pk


def test_deleted_article_can_be_written_anew(commune, answered):
    case = answered()
    services.write_article(case, by=commune.users["author"]).delete()
    case.refresh_from_db()
    assert case.article is None
    assert services.write_article(case, by=commune.users["author"]).pk
