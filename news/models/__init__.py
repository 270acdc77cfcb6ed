from news.models.articles import NewsPage, NewsPageVillage
from news.models.sections import NewsIndexPage

__all__ = ["NewsIndexPage", "NewsPage", "NewsPageVillage"]
