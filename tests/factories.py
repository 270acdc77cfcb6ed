"""Pages and pictures for tests."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.rich_text import RichText

from models_showcase.models import GoodDeedPage, ModelKind, ModelPage
from news.models import DocumentKind, DocumentPage, EventPage, EventPageVillage, NewsPage, NewsPageVillage
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


def make_file(
    title: str = "Kế hoạch", *, name: str = "ke-hoach.pdf", content: bytes = b"%PDF-1.4", **kwargs: Any
) -> Any:
    """A document of the library."""
    return get_document_model().objects.create(title=title, file=ContentFile(content, name=name), **kwargs)


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


def make_model(
    folder: UnitFolderPage, *, title: str = "Ba thùng trong bếp", live: bool = True, **kwargs: Any
) -> ModelPage:
    """A model that began on 8 March 2025; `folder` is one of the section of models."""
    kwargs.setdefault("kind", ModelKind.objects.get(slug="ve-sinh-moi-truong"))
    kwargs.setdefault("started", date(2025, 3, 8))
    kwargs.setdefault("steps", "Họp xóm.\nPhát thùng.\nCân hằng tháng.")
    page = ModelPage(title=title, live=live, **kwargs)
    folder.add_child(instance=page)
    return page


def make_deed(
    folder: UnitFolderPage, *, title: str = "Trả lại tiền nhặt được", live: bool = True, **kwargs: Any
) -> GoodDeedPage:
    """A good deed without an agreement; `folder` is one of the section of good deeds."""
    kwargs.setdefault("honoured", "Bà Nguyễn Thị Hiền")
    kwargs.setdefault("date", date(2026, 5, 19))
    page = GoodDeedPage(title=title, live=live, **kwargs)
    folder.add_child(instance=page)
    return page


def make_document(
    folder: UnitFolderPage, *, number: str = "12/KH-MTTQ", live: bool = True, **kwargs: Any
) -> DocumentPage:
    """An official document of the folder's unit; `folder` is one of the section of documents."""
    kwargs.setdefault("title", "Kế hoạch giám sát")
    kwargs.setdefault("kind", DocumentKind.objects.get(slug="ke-hoach"))
    kwargs.setdefault("issued_on", date(2026, 1, 12))
    if "file" not in kwargs:
        kwargs["file"] = get_document_model().objects.create(
            title=number, file=ContentFile(b"%PDF", name="van-ban.pdf")
        )
    if "issuer_name" not in kwargs:
        kwargs.setdefault("issuer", folder.unit)
    page = DocumentPage(number=number, live=live, **kwargs)
    folder.add_child(instance=page)
    return page


def make_event(folder: UnitFolderPage, *, title: str = "Họp dân", live: bool = True, **kwargs: Any) -> EventPage:
    """An event tomorrow evening; `folder` is one of the section of events."""
    villages = kwargs.pop("villages", [])
    kwargs.setdefault("starts_at", timezone.now() + timedelta(days=1))
    kwargs.setdefault("place", "Nhà văn hóa thôn")
    page = EventPage(title=title, live=live, **kwargs)
    page.village_links = [EventPageVillage(village=village) for village in villages]
    folder.add_child(instance=page)
    return page
