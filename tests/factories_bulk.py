"""Thousands of pages at once, for tests of scale."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from news.models import NewsPage, NewsPageVillage
from organisations.models import UnitFolderPage


def make_many(
    page_type: type[Page], folder: UnitFolderPage, number: int, fields: Callable[[int], dict[str, Any]]
) -> Any:
    """Adds `number` live pages to `folder` as plain rows (the tree's own methods take minutes); returns them."""
    content_type = ContentType.objects.get_for_model(page_type)
    first = folder.numchild + 1
    pages = [
        Page(
            path=Page._get_path(folder.path, folder.depth + 1, first + index),
            depth=folder.depth + 1,
            title=f"Bài số {index}",
            draft_title=f"Bài số {index}",
            slug=f"bai-so-{index}",
            url_path=f"{folder.url_path}bai-so-{index}/",
            content_type=content_type,
            locale_id=folder.locale_id,
            translation_key=uuid4(),
            live=True,
        )
        for index in range(number)
    ]
    Page.objects.bulk_create(pages)
    for index, page in enumerate(Page.objects.child_of(folder).filter(slug__startswith="bai-so-").order_by("path")):
        page_type(page_ptr=page, unit=folder.unit, body="[]", **fields(index)).save_base(raw=True)
    Page.objects.filter(pk=folder.pk).update(numchild=first + number - 1)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # what PostgreSQL does by itself a minute after so many rows came
    return page_type.objects.child_of(folder).filter(slug__startswith="bai-so-")


def make_many_articles(folder: UnitFolderPage, number: int, *, topic, village, image=None) -> None:
    """Articles an hour apart."""
    now = timezone.now()
    articles = make_many(
        NewsPage,
        folder,
        number,
        lambda index: {"date": now - timedelta(hours=index), "topic": topic, "lead_image": image},
    )
    NewsPageVillage.objects.bulk_create([NewsPageVillage(page=page, village=village) for page in articles])
