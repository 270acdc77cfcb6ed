"""The lists of articles and of documents: `/tin-tuc/?chu-de=…&don-vi=…&thon=…&phong-trao=…&nam=…&page=…`."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import listing, renditions
from core.languages import in_active_language
from core.listing import facet_of_things, facet_of_years
from movements.listing import by_campaign
from news import selectors
from news.models import DocumentKind
from organisations.listing import by_topic, by_unit, by_village, of_folder
from organisations.models import UnitFolderPage

OF_LINKS = "village_links__village__slug"


def articles(request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
    """The template's view of the list of all articles, or of those in one unit's `folder`."""
    found = of_folder(selectors.articles(), folder)
    facets = [
        by_topic(),
        *by_unit(folder),
        by_village(OF_LINKS),
        by_campaign(),
        facet_of_years("nam", _("Year"), "date", found),
    ]
    shared = listing.context(request, facets, found)
    page = shared["listed"]
    page.object_list = in_active_language(page.object_list)
    renditions.prefetch(article.lead_image for article in page.object_list)
    return {
        **shared,
        "articles": page,
        "result_label": ngettext("%(number)s article", "%(number)s articles", page.paginator.count)
        % {"number": intcomma(page.paginator.count)},
        "rss_url": reverse("rss_unit", args=[folder.slug]) if folder else reverse("rss"),
    }


def documents(request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
    """The template's view of the register of documents, or of those in one unit's `folder`."""
    found = of_folder(selectors.documents(), folder)
    kinds = facet_of_things("loai", _("Kind"), "kind__slug", DocumentKind.objects.all())
    facets = [kinds, by_topic(), *by_unit(folder), facet_of_years("nam", _("Year"), "issued_on", found)]
    shared = listing.context(request, facets, found)
    page = shared["listed"]
    page.object_list = in_active_language(page.object_list)
    return {
        **shared,
        "documents": page,
        "result_label": ngettext("%(number)s document", "%(number)s documents", page.paginator.count)
        % {"number": intcomma(page.paginator.count)},
    }
