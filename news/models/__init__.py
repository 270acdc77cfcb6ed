from news.models.articles import NewsPage, NewsPageVillage
from news.models.documents import DocumentKind, DocumentPage, DocumentPageVillage
from news.models.events import EventPage, EventPageVillage
from news.models.sections import DocumentIndexPage, EventIndexPage, NewsIndexPage

__all__ = [
    "DocumentIndexPage",
    "DocumentKind",
    "DocumentPage",
    "DocumentPageVillage",
    "EventIndexPage",
    "EventPage",
    "EventPageVillage",
    "NewsIndexPage",
    "NewsPage",
    "NewsPageVillage",
]
