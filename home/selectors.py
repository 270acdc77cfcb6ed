"""What the gathering pages gather."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_from_path, override
from wagtail.models import Page

from core import renditions
from core.languages import in_active_language
from core.models import Withdrawal
from core.visibility import visible_to_public
from feedback.models import ProposedAnswer
from home.models import CampaignPage, HomePage, MenuEntry
from models_showcase import selectors as showcase
from models_showcase import targets
from movements.models import Campaign
from news import selectors as news
from organisations.enums import UnitKind
from organisations.models import Topic, Unit, Village
from surveys.selectors import open_surveys

LATEST = 8
COMING = 4
EXAMPLES = 3
ON_GATHERING_PAGE = 6
PUBLIC_ANSWERS = 3
NEWS, MODELS, DEEDS, CALENDAR = "tin-tuc", "mo-hinh", "guong-sang", "lich"


def section_url(slug: str) -> str:
    """The address of a section, in the active language."""
    return reverse("wagtail_serve", args=[f"{slug}/"])


def front(page: HomePage) -> dict[str, Any]:
    """What the front page shows."""
    articles = in_active_language(news.articles()[: LATEST + 1])
    models = in_active_language(showcase.models()[:EXAMPLES])
    deeds = in_active_language(showcase.deeds()[:EXAMPLES])
    lead = next(iter(news.articles().filter(pk=page.lead_story_id)), None) if page.lead_story_id else None
    lead = lead or next(iter(articles), None)
    latest = [article for article in articles if article != lead][:LATEST]
    campaigns = campaign_pages()
    shown = [page, lead, *latest, *models, *deeds, *campaigns]
    renditions.prefetch(item.lead_image for item in shown if item)
    return {
        "events": in_active_language(news.events().coming()[:COMING]),
        "models": models,
        "deeds": deeds,
        "lead": lead,
        "latest": latest,
        "campaigns": campaigns,
        "villages": villages(),
        "units": list(Unit.objects.open().filter(kind__in=[UnitKind.COMMITTEE, UnitKind.ORGANISATION])),
        "news_url": section_url(NEWS),
        "models_url": section_url(MODELS),
        "deeds_url": section_url(DEEDS),
        "events_url": section_url(CALENDAR),
        "answers": list(ProposedAnswer.objects.public().for_listing()[:PUBLIC_ANSWERS]),
        "surveys": open_surveys(),
    }


def menus(path: str) -> dict[str, list[dict[str, Any]]]:
    """The entries of each menu in the active language; the one that `path` is under is marked. Hidden pages are left out."""
    shown = visible_to_public(Page.objects.filter(pk=OuterRef("page")))
    translation = visible_to_public(
        Page.objects.filter(translation_key=OuterRef("page__translation_key"), locale__language_code=get_language())
    )
    entries = (
        MenuEntry.objects.filter(Q(page=None) | Exists(shown))
        .select_related("page")
        .annotate(
            translated_title=Subquery(translation.values("title")[:1]),
            translated_path=Subquery(translation.values("url_path")[:1]),
        )
    )
    result: dict[str, list[dict[str, Any]]] = {place.value: [] for place in MenuEntry.Place}
    home = reverse("wagtail_serve", args=[""])
    for entry in entries:
        page_path = entry.translated_path or (entry.page and entry.page.url_path)
        url = _address(page_path) if page_path else _in_active_language(entry.address)
        active = path == url or (url != home and path.startswith(url))
        label = entry.own_label or entry.translated_title or (entry.page.title if entry.page else url)
        result[entry.place].append({"title": label, "url": url, "active": active})
    return result


def _address(url_path: str) -> str:
    """The address of a page in the active language, without a query: a commune has one site, and its root no slug."""
    return reverse("wagtail_serve", args=[url_path.split("/", 2)[2]])


def withdrawal_at(path: str) -> tuple[Withdrawal, Page | None] | None:
    """What was taken down at this address, with the nearest page above it that everybody may read; None if there was nothing."""
    if "\0" in path:  # which PostgreSQL refuses
        return None
    slugs = _bare(path).split("/")
    steps = ["".join(f"{slug}/" for slug in slugs[:end]) for end in range(len(slugs) + 1)]
    roots = list(HomePage.objects.values_list("url_path", flat=True))
    withdrawal = Withdrawal.objects.filter(url_path__in=[root + steps[-1] for root in roots]).first()
    if withdrawal is None:
        return None
    above = Page.objects.filter(url_path__in=[root + step for root in roots for step in steps[1:-1]])
    return withdrawal, visible_to_public(above).order_by("-depth").first()


def pages_at(path: str) -> Any:
    """The pages, one a language, that have this address."""
    bare = _bare(f"{path.rstrip('/')}/")
    roots = HomePage.objects.values_list("url_path", flat=True)
    return Page.objects.filter(url_path__in=[root + (f"{bare}/" if bare else "") for root in roots])


def _bare(path: str) -> str:
    """An address without its language and without the slashes around it."""
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return translate_url(path, settings.LANGUAGE_CODE).strip("/")


def _in_active_language(address: str) -> str:
    """An address of this site as it is in the active language; any other one as it is."""
    language = get_language() or settings.LANGUAGE_CODE
    with override(settings.LANGUAGE_CODE):  # in which addresses are written down
        return translate_url(address, language)


def villages() -> list[Village]:
    return list(Village.objects.current().prefetch_related("figures"))


def campaign_pages() -> list[CampaignPage]:
    """The campaigns' pages in the active language (Vietnamese where there is none), in their order; pictures not yet loaded."""
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
    return list(by_campaign.values())


def campaigns() -> list[CampaignPage]:
    """The campaigns' pages with their pictures."""
    pages = campaign_pages()
    renditions.prefetch(page.lead_image for page in pages)
    return pages


def unit_groups() -> list[dict[str, Any]]:
    """The open units by kind, in the order of the kinds."""
    units = list(Unit.objects.open())
    groups = [
        {"kind": kind.value, "label": kind.label, "units": [unit for unit in units if unit.kind == kind]}
        for kind in UnitKind
    ]
    return [group for group in groups if group["units"]]


def _gathered(articles: Any, models: Any, deeds: Any, events: Any, **parameters: str) -> dict[str, Any]:
    """What stands on the page of a unit, village or campaign; `parameters` narrow the whole lists to it."""
    shown = in_active_language(articles[:ON_GATHERING_PAGE])
    some_models = in_active_language(models[:EXAMPLES])
    some_deeds = in_active_language(deeds[:EXAMPLES])
    renditions.prefetch(page.lead_image for page in [*shown, *some_models, *some_deeds])
    query = urlencode({name.replace("_", "-"): value for name, value in parameters.items()})
    return {
        "articles": shown,
        "articles_url": f"{section_url(NEWS)}?{query}",
        "models": some_models,
        "models_url": f"{section_url(MODELS)}?{query}",
        "deeds": some_deeds,
        "deeds_url": f"{section_url(DEEDS)}?{query}",
        "events": in_active_language(events.coming()[:COMING]),
        "events_url": f"{section_url(CALENDAR)}?{query}",
    }


def about_unit(unit: Unit) -> dict[str, Any]:
    is_board = unit.kind == UnitKind.VILLAGE_BOARD
    return {
        **_gathered(
            news.articles().filter(unit=unit),
            showcase.models().filter(unit=unit),
            showcase.deeds().filter(unit=unit),
            news.events().filter(unit=unit),
            don_vi=unit.slug,
        ),
        "target_line": targets.of_this_year(unit) if targets.has_target(unit) else None,
        "village": Village.objects.filter(board=unit).prefetch_related("figures").first() if is_board else None,
        "topics": list(Topic.objects.of_unit(unit)),
        "surveys": open_surveys(unit),
    }


def about_village(village: Village) -> dict[str, Any]:
    return {
        **_gathered(
            news.articles().about(village),
            showcase.models().filter(village=village),
            showcase.deeds().filter(village=village),
            news.events().about(village),
            thon=village.slug,
        ),
        "target_line": targets.of_this_year(village),
        "board": village.board,
        "answers": list(ProposedAnswer.objects.public().for_listing().filter(case__village=village)[:PUBLIC_ANSWERS]),
        "reach_query": f"thon={village.slug}",
        "surveys": open_surveys(),
    }


def about_campaign(campaign: Campaign) -> dict[str, Any]:
    return {
        **_gathered(
            news.articles().filter(campaign=campaign),
            showcase.models().filter(campaign=campaign),
            showcase.deeds().filter(campaign=campaign),
            news.events().filter(campaign=campaign),
            phong_trao=campaign.slug,
        ),
        "figures": list(campaign.figures.all()),
    }
