"""Thousands of articles at once, for tests of scale."""

from datetime import timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from news.models import NewsPage, NewsPageVillage
from organisations.models import UnitFolderPage


def make_many_articles(folder: UnitFolderPage, number: int, *, topic, village, image=None) -> None:
    """Adds `number` live articles to `folder`, an hour apart, as plain rows (the tree's own methods take minutes)."""
    now = timezone.now()
    content_type = ContentType.objects.get_for_model(NewsPage)
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
        article = NewsPage(
            page_ptr=page,
            date=now - timedelta(hours=index),
            unit=folder.unit,
            topic=topic,
            lead_image=image,
            body="[]",
        )
        article.save_base(raw=True)
    articles = NewsPage.objects.child_of(folder).filter(slug__startswith="bai-so-")
    NewsPageVillage.objects.bulk_create([NewsPageVillage(page=page, village=village) for page in articles])
    Page.objects.filter(pk=folder.pk).update(numchild=first + number - 1)
