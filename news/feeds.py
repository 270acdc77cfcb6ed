"""RSS: the newest articles, of all or of one unit."""

from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Rss201rev2Feed

from core import addresses, text
from news import selectors
from news.models import NewsPage
from organisations.models import Commune, Unit

LIMIT = 30


class NewsFeed(Feed):
    """The newest articles of the commune, with their summaries."""

    feed_type = Rss201rev2Feed
    language = "vi"

    def get_object(self, request: HttpRequest, slug: str = "") -> Unit | None:
        self.commune = Commune.load(request_or_site=request)
        return get_object_or_404(Unit.objects.writing(), slug=slug) if slug else None

    def title(self, unit: Unit | None) -> str:
        return unit.name if unit else self.commune.organisation

    def description(self, unit: Unit | None) -> str:
        return unit.summary if unit else self.commune.tagline

    def link(self, unit: Unit | None) -> str:
        return addresses.absolute(unit.url if unit else "/")

    def feed_url(self, unit: Unit | None) -> str:
        return addresses.absolute(f"/rss/{unit.slug}/" if unit else "/rss/")

    def items(self, unit: Unit | None) -> list[NewsPage]:
        articles = selectors.articles()
        return list((articles.filter(unit=unit) if unit else articles)[:LIMIT])

    def item_title(self, page: NewsPage) -> str:
        return text.seen(page.title)  # XML holds no control letter: one would be an error for every reader

    def item_description(self, page: NewsPage) -> str:
        return text.seen(page.summary)

    def item_link(self, page: NewsPage) -> str:
        return addresses.absolute(page.url)

    def item_pubdate(self, page: NewsPage) -> Any:
        return page.date

    def item_updateddate(self, page: NewsPage) -> Any:
        return page.last_published_at

    def item_author_name(self, page: NewsPage) -> str:
        return page.unit.name if page.unit else ""

    def item_categories(self, page: NewsPage) -> list[str]:
        return [page.topic.name] if page.topic else []
