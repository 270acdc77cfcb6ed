"""What the gathering pages gather."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from core import renditions
from core.visibility import visible_to_public
from feedback.models import ProposedAnswer
from home.models import CampaignPage, HomePage
from movements.models import Campaign
from news import selectors as news
from organisations.enums import UnitKind
from organisations.models import Topic, Unit, Village

LATEST = 8
ON_GATHERING_PAGE = 6
PUBLIC_ANSWERS = 3
NEWS = "tin-tuc"


def news_url(**parameters: str) -> str:
    """The address of the news list, narrowed; in the active language."""
    query = "&".join(f"{name.replace('_', '-')}={value}" for name, value in parameters.items())
    return reverse("wagtail_serve", args=[f"{NEWS}/"]) + (f"?{query}" if query else "")


def front(page: HomePage) -> dict[str, Any]:
    """What the front page shows."""
    articles = news.in_active_language(list(news.articles()[: LATEST + 1]))
    lead = next(iter(news.articles().filter(pk=page.lead_story_id)), None) if page.lead_story_id else None
    lead = lead or next(iter(articles), None)
    latest = [article for article in articles if article != lead][:LATEST]
    campaigns = campaign_pages()
    renditions.prefetch([page.lead_image, lead and lead.lead_image, *(article.lead_image for article in latest)])
    return {
        "lead": lead,
        "latest": latest,
        "campaigns": campaigns,
        "villages": villages(),
        "units": list(Unit.objects.open().filter(kind__in=[UnitKind.COMMITTEE, UnitKind.ORGANISATION])),
        "news_url": news_url(),
        "answers": list(ProposedAnswer.objects.public()[:PUBLIC_ANSWERS]),
    }


def villages() -> list[Village]:
    return list(Village.objects.current().prefetch_related("figures"))


def campaign_pages() -> list[CampaignPage]:
    """The campaigns' pages in the active language (Vietnamese where there is none), in the order of the campaigns."""
    pages = (
        visible_to_public(CampaignPage.objects.all())
        .filter(locale__language_code__in={settings.LANGUAGE_CODE, get_language()})
        .select_related("campaign__lead", "lead_image", "locale")
        .order_by("campaign__order", "campaign__name")
    )
    by_campaign: dict[int, CampaignPage] = {}
    for page in pages:
        if page.campaign_id not in by_campaign or not page.is_in_source_language:
            by_campaign[page.campaign_id] = page
    chosen = list(by_campaign.values())
    renditions.prefetch(page.lead_image for page in chosen)
    return chosen


def unit_groups() -> list[dict[str, Any]]:
    """The open units by kind, in the order of the kinds."""
    units = list(Unit.objects.open())
    groups = [
        {"kind": kind.value, "label": kind.label, "units": [unit for unit in units if unit.kind == kind]}
        for kind in UnitKind
    ]
    return [group for group in groups if group["units"]]


def _gathered(articles: Any, **parameters: str) -> dict[str, Any]:
    return {
        "articles": news.with_pictures(articles, ON_GATHERING_PAGE),
        "articles_url": news_url(**parameters),
    }


def about_unit(unit: Unit) -> dict[str, Any]:
    return {
        **_gathered(news.articles().filter(unit=unit), don_vi=unit.slug),
        "village": Village.objects.filter(board=unit).prefetch_related("figures").first(),
        "topics": list(Topic.objects.of_unit(unit)),
    }


def about_village(village: Village) -> dict[str, Any]:
    return {**_gathered(news.articles().about(village), thon=village.slug), "board": village.board}


def about_campaign(campaign: Campaign) -> dict[str, Any]:
    return _gathered(news.articles().filter(campaign=campaign), phong_trao=campaign.slug)
