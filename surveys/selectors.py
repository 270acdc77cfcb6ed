"""Reads of surveys for every page that shows some."""

from typing import Any

from django.db.models import Count

from organisations.models import Unit, Village
from surveys.enums import Channel
from surveys.models import Response, Survey


def open_surveys(unit: Unit | None = None) -> list[Survey]:
    """What can be answered now; of a unit: what it asks, or what is asked about it."""
    found = Survey.objects.open()
    return [survey for survey in found if unit is None or unit.pk in (survey.unit_id, survey.about_id)]


def numbers(survey: Survey) -> dict[str, Any]:
    """How many answered, by channel and village; in two queries."""
    of_survey = Response.objects.filter(version__survey=survey)
    by_channel = dict(of_survey.values_list("channel").annotate(number=Count("pk")))
    by_village = dict(of_survey.exclude(village=None).values_list("village").annotate(number=Count("pk")))
    return {
        "all": sum(by_channel.values()),
        "channels": [(channel.label, by_channel[channel]) for channel in Channel if channel in by_channel],
        "by_village": [
            (village, by_village.get(village.pk, 0))
            for village in Village.objects.current().prefetch_related("figures")
        ],
    }
