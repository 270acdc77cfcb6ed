"""Articles and pictures for tests."""

from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.images import get_image_model
from wagtail.rich_text import RichText

from news.models import NewsPage, NewsPageVillage
from organisations.models import UnitFolderPage


def picture_bytes(
    width: int = 1200, height: int = 800, kind: str = "JPEG", colour: str = "#b3201f", **kwargs: Any
) -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, height), colour).save(data, kind, **kwargs)
    return data.getvalue()


def make_image(title: str = "Đường hoa", **kwargs: Any) -> Any:
    file = ImageFile(BytesIO(picture_bytes(320, 200)), name="anh.jpg")
    return get_image_model().objects.create(title=title, description=title, file=file, **kwargs)


def make_article(
    folder: UnitFolderPage, *, title: str = "Phụ nữ phân loại rác", live: bool = True, **kwargs: Any
) -> NewsPage:
    villages = kwargs.pop("villages", [])
    kwargs.setdefault("date", timezone.now())
    kwargs.setdefault("body", [("heading", "Cách làm"), ("text", RichText("<p>Ba thùng, ba màu.</p>"))])
    page = NewsPage(title=title, live=live, **kwargs)
    page.village_links = [NewsPageVillage(village=village) for village in villages]
    folder.add_child(instance=page)
    return page
