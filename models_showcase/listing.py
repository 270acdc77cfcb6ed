"""The lists: `/mo-hinh/?loai=…&thon=…&kinh-phi=…&ket-qua=…`, `/guong-sang/?thon=…`."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import models as db
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import listing, renditions
from core.languages import in_active_language
from core.listing import facet_of_labels, facet_of_things, facet_of_years
from models_showcase import selectors
from models_showcase.enums import Level, Verdict
from models_showcase.models import ModelKind
from movements.listing import by_campaign
from organisations.listing import by_topic, by_unit, by_village, of_folder
from organisations.models import UnitFolderPage

# What addresses call them.
VERDICTS = {Verdict.KEEP: "giu", Verdict.SPREAD: "nhan-rong", Verdict.ADJUST: "dieu-chinh", Verdict.STOP: "dung"}
LEVELS = {Level.VILLAGE: "thon", Level.COMMUNE: "xa", Level.PROVINCE: "tinh", Level.NATIONAL: "nha-nuoc"}
MILLION = 1_000_000
# What it costs to begin with, from the cheapest on: value in the address, label, condition.
COSTS = [
    ("0", gettext_lazy("Nothing"), db.Q(cost=0)),
    ("duoi-5-trieu", gettext_lazy("Up to 5 million đồng"), db.Q(cost__lte=5 * MILLION)),
    ("5-20-trieu", gettext_lazy("5 to 20 million đồng"), db.Q(cost__lte=20 * MILLION)),
    ("tren-20-trieu", gettext_lazy("Over 20 million đồng"), db.Q(cost__gt=20 * MILLION)),
]


def models(request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
    """The template's view of the list of models, or of those that one unit leads."""
    found = of_folder(selectors.models(), folder).annotate(
        band=db.Case(*(db.When(condition, then=db.Value(value)) for value, _label, condition in COSTS), default=None)
    )
    facets = [
        facet_of_things("loai", _("Kind"), "kind__slug", ModelKind.objects.all()),
        by_village(),
        *by_unit(folder),
        facet_of_labels("kinh-phi", _("Cost"), "band", [(value, label) for value, label, _condition in COSTS]),
        facet_of_labels("ket-qua", _("Evaluation"), "verdict", Verdict.choices, VERDICTS),
        by_topic(),
        by_campaign(),
        facet_of_years("nam", _("Started in"), "started", found),
    ]
    shared = listing.context(request, facets, found)
    number = shared["listed"].paginator.count
    return {
        **_shown(shared),
        "models": shared["listed"],
        "result_label": ngettext("%(number)s model", "%(number)s models", number) % {"number": intcomma(number)},
    }


def deeds(request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
    """The template's view of the list of good deeds, or of those that one unit tells of."""
    found = of_folder(selectors.deeds(), folder)
    facets = [
        by_village(),
        *by_unit(folder),
        facet_of_labels("khen", _("Recognised"), "level", [choice for choice in Level.choices if choice[0]], LEVELS),
        by_campaign(),
        facet_of_years("nam", _("Year"), "date", found),
    ]
    shared = listing.context(request, facets, found)
    number = shared["listed"].paginator.count
    return {
        **_shown(shared),
        "deeds": shared["listed"],
        "result_label": ngettext("%(number)s good deed", "%(number)s good deeds", number)
        % {"number": intcomma(number)},
    }


def _shown(shared: dict[str, Any]) -> dict[str, Any]:
    page = shared["listed"]
    page.object_list = in_active_language(page.object_list)
    renditions.prefetch(item.lead_image for item in page.object_list)
    return shared
