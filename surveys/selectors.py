"""Reads of surveys for every page that shows some."""

from typing import Any

from django.db.models import Count, Q

from organisations.models import Unit, Village
from surveys.models import Survey


def open_surveys(unit: Unit | None = None) -> list[Survey]:
    """What can be answered now; of a unit: what it asks, or what is asked about it."""
    found = Survey.objects.open()
    return [survey for survey in found if unit is None or unit.pk in (survey.unit_id, survey.about_id)]


def slips(survey: Survey) -> list[dict[str, Any]]:
    """How many slips were printed and used: of each village, then those of none."""
    rows = (
        survey.slips.values_list("village")
        .annotate(printed=Count("pk"), used=Count("pk", filter=Q(is_spent=True)))
        .order_by()
    )
    found = {village: (printed, used) for village, printed, used in rows}
    places: list[Village | None] = [*Village.objects.current().prefetch_related("figures"), None]
    result = []
    for village in places:
        printed, used = found.get(village and village.pk, (0, 0))
        if village or printed:
            result.append({"village": village, "printed": printed, "used": used})
    return result
