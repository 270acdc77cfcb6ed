"""Reads of models and good deeds for every page that shows some."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from core import languages
from core.visibility import visible_to_public
from models_showcase import chain
from models_showcase.models import Adoption, Evaluation, GoodDeedPage, ModelPage


def models(language: str = settings.LANGUAGE_CODE) -> Any:
    """The public's models in one language, the newest first."""
    return visible_to_public(ModelPage.objects.all()).filter(locale__language_code=language).for_listing()


def deeds(language: str = settings.LANGUAGE_CODE) -> Any:
    """The public's good deeds in one language, the latest first."""
    return visible_to_public(GoodDeedPage.objects.all()).filter(locale__language_code=language).for_listing()


def about_model(page: ModelPage) -> dict[str, Any]:
    """What the page of a model shows beside its own fields."""
    adoptions = list(Adoption.objects.of(page).approved())
    return {
        "evaluations": list(
            Evaluation.objects.of(page).approved().select_related("evaluator").prefetch_related("scores__criterion")
        ),
        "adoptions": adoptions,
        "chain": chain.draw(page, adoptions) if adoptions else None,
    }


def other_deeds(page: GoodDeedPage, limit: int = 3) -> list[GoodDeedPage]:
    """The latest other deeds."""
    return list(deeds(languages.code_of(page.locale_id)).exclude(pk=page.pk)[:limit])


def to_evaluate(year: int | None = None) -> Any:
    """The live models without an evaluation of `year` (this year), written or approved; those stopped earlier are left out."""
    year = year or timezone.localdate().year
    found = ModelPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE, started__year__lte=year)
    stopped = Evaluation.objects.approved().filter(verdict="stop", year__lt=year)
    return (
        found.exclude(pk__in=Evaluation.objects.filter(year=year).values("model"))
        .exclude(pk__in=stopped.values("model"))
        .for_listing()
        .order_by("started", "pk")
    )
