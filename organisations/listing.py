"""Ways to narrow a list that every section offers: by unit, village, topic."""

from typing import Any

from django.utils.translation import gettext as _

from core.listing import Facet, facet_of_things
from organisations.models import Topic, Unit, UnitFolderPage, Village


def of_folder(pages: Any, folder: UnitFolderPage | None) -> Any:
    """Those of `pages` that stand in `folder`; all where there is none."""
    return pages.filter(unit=folder.unit_id) if folder else pages


def by_unit(folder: UnitFolderPage | None = None, lookup: str = "unit__slug") -> list[Facet]:
    """None in a unit's own folder."""
    if folder:
        return []
    return [facet_of_things("don-vi", _("Unit"), lookup, Unit.objects.writing(), short="short_name")]


def by_village(lookup: str = "village__slug") -> Facet:
    return facet_of_things("thon", _("Village"), lookup, Village.objects.current())


def by_topic(lookup: str = "topic__slug") -> Facet:
    return facet_of_things("chu-de", _("Topic"), lookup, Topic.objects.all())
