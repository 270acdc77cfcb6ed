"""A page that was taken down says so at its old address, with the reason and a way on."""

import re
from typing import Any

import pytest
from django.urls import reverse

from core.models import Withdrawal
from news.models import NewsPage
from tests.factories import make_article

pytestmark = pytest.mark.django_db
REASON = "Bài nhầm số liệu; Mặt trận đang kiểm tra lại."


@pytest.fixture
def article(commune: Any) -> NewsPage:
    return make_article(commune.folder(commune.women), topic=commune.topic, title="Đường hoa")


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_unpublishing_asks_why_and_the_address_tells(commune, client, article):
    chair = commune.client("chair")
    address = reverse("wagtailadmin_pages:unpublish", args=[article.pk])
    assert 'name="reason"' in words(chair.get(address))
    assert "ghi lý do" in words(chair.post(address, {"reason": " "}, follow=True))
    assert client.get(article.url).status_code == 200
    chair.post(address, {"reason": REASON})
    for url in (article.url, f"/en{article.url}"):
        response = client.get(url)
        assert response.status_code == 410
        assert REASON in words(response)
    shown = words(client.get(article.url))
    assert f'href="{article.get_parent().specific.url}"' in shown
    assert "Đường hoa" not in shown
    assert "/gop-y/" in shown


def test_author_reads_the_reason_where_she_would_edit(commune, article):
    article.save_revision()
    commune.client("chair").post(reverse("wagtailadmin_pages:unpublish", args=[article.pk]), {"reason": REASON})
    editor = words(commune.client("author").get(reverse("wagtailadmin_pages:edit", args=[article.pk])))
    assert f"Lý do: {REASON}" in editor


def test_published_again_it_is_there(commune, client, article):
    article.unpublish()
    assert client.get(article.url).status_code == 410
    NewsPage.objects.get(pk=article.pk).save_revision().publish()
    assert client.get(article.url).status_code == 200
    assert not Withdrawal.objects.filter(url_path=article.url_path).exists()


def test_deleted_page_is_gone_too_and_a_deleted_draft_never_was(commune, client, article):
    url = article.url
    draft = make_article(commune.folder(commune.women), topic=commune.topic, title="Nháp", live=False)
    draft_url = draft.url
    article.delete()
    draft.delete()
    assert client.get(url).status_code == 410
    assert client.get(draft_url).status_code == 404


def test_what_never_was_is_not_found(commune, client):
    assert client.get("/tin-tuc/khong-co/").status_code == 404
    assert client.get("/khong-co/").status_code == 404
