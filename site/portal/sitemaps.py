"""What search engines should know besides the pages of the tree."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap as BaseSitemap
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from core import addresses
from feedback.models import ProposedAnswer
from surveys.models import Survey


class Sitemap(BaseSitemap[Any]):
    """Under the site's own address, whatever name it was asked by."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return addresses.base().partition("://")[0]

    def get_domain(self, site: Any = None) -> str:
        return addresses.base().partition("://")[2]


class AnswerSitemap(Sitemap):
    """Questions answered in public."""

    def items(self) -> Any:
        return ProposedAnswer.objects.public()

    def lastmod(self, item: ProposedAnswer) -> datetime | None:
        return item.approved_at


class SurveySitemap(Sitemap):
    """Surveys to answer, and what came of them."""

    def items(self) -> Any:
        return Survey.objects.shown()

    def location(self, item: Survey) -> str:
        return item.url

    def lastmod(self, item: Survey) -> datetime | None:
        return item.results_at or item.put_out_at


class ViewSitemap(Sitemap):
    """Views that everybody may open."""

    def items(self) -> list[str]:
        return ["feedback:form", "feedback:nominate", "feedback:lookup", "answers:list", "surveys:index"]

    def location(self, item: str) -> str:
        return reverse(item)


SITEMAPS = {"pages": PageSitemap, "answers": AnswerSitemap, "surveys": SurveySitemap, "views": ViewSitemap}
