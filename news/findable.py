"""What of the news can be found."""

from collections.abc import Iterable
from datetime import datetime, time

from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

from news.models import DocumentPage, DocumentPageVillage, EventPage, EventPageVillage, NewsPage, NewsPageVillage
from search import registry
from search.registry import Text, page_text

VILLAGES = "village_links"


def article(page: NewsPage) -> Text:
    return page_text(page, date=page.date)


def document(page: DocumentPage) -> Text:
    words = page.file.text if page.file else ""
    issued = make_aware(datetime.combine(page.issued_on, time()))
    return page_text(page, date=issued, also=page.number, extra=[page.kind.name, page.issuer_name, words])


def event(page: EventPage) -> Text:
    return page_text(page, date=page.starts_at, extra=[page.place])


def called_off(numbers: Iterable[int]) -> dict[int, str]:
    return {page.pk: page.notice for page in EventPage.objects.filter(pk__in=numbers).exclude(called_off="")}


def register() -> None:
    registry.register_pages("tin-tuc", _("News"), NewsPage, article, parts=((NewsPageVillage, VILLAGES),))
    of_document = ((get_document_model(), "file"), (DocumentPageVillage, VILLAGES))
    registry.register_pages("van-ban", _("Official documents"), DocumentPage, document, parts=of_document)
    of_event = ((EventPageVillage, VILLAGES),)
    registry.register_pages("lich", _("Events"), EventPage, event, parts=of_event, notices=called_off)
