"""The lists of articles: `/tin-tuc/?chu-de=…&don-vi=…&thon=…&phong-trao=…&nam=…&page=…`."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import listing, renditions
from core.listing import Facet, facet_of_things, facet_of_years
from movements.models import Campaign
from news import selectors
from organisations.models import Topic, Unit, UnitFolderPage, Village


def context(request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
    """The template's view of the list of all articles, or of those in one unit's `folder`."""
    articles = selectors.articles()
    if folder:
        articles = articles.filter(unit=folder.unit_id)
    shared = listing.context(request, _facets(articles, folder), articles)
    page = shared["listed"]
    page.object_list = selectors.in_active_language(list(page.object_list))
    renditions.prefetch(article.lead_image for article in page.object_list)
    return {
        **shared,
        "articles": page,
        "result_label": ngettext("%(number)s article", "%(number)s articles", page.paginator.count)
        % {"number": intcomma(page.paginator.count)},
        "rss_url": reverse("rss_unit", args=[folder.slug]) if folder else reverse("rss"),
    }


def _facets(articles: Any, folder: UnitFolderPage | None) -> list[Facet]:
    """The facets of the list; that of the unit is left out in a unit's folder."""
    facets = [
        facet_of_things("chu-de", _("Topic"), "topic__slug", Topic.objects.all()),
        facet_of_things("don-vi", _("Unit"), "unit__slug", Unit.objects.writing(), short="short_name"),
        facet_of_things("thon", _("Village"), "village_links__village__slug", Village.objects.current()),
        facet_of_things("phong-trao", _("Campaign"), "campaign__slug", Campaign.objects.all(), short="short_name"),
        facet_of_years("nam", _("Year"), "date", articles),
    ]
    return [facet for facet in facets if not (folder and facet.name == "don-vi")]
