"""The ways to narrow what was found that the organisations give; they stay true when an address changes."""

from typing import Any

from django.db.models.signals import pre_save

from organisations.listing import by_topic, by_unit, by_village
from organisations.models import Topic, Unit, Village
from search import indexing, registry

COLUMNS: dict[type[Any], str] = {Topic: "topic", Unit: "unit", Village: "villages__village"}


def register() -> None:
    registry.register_facet(lambda: by_topic(COLUMNS[Topic]))
    registry.register_facet(lambda: by_unit(lookup=COLUMNS[Unit])[0])
    registry.register_facet(lambda: by_village(COLUMNS[Village]))
    for model in COLUMNS:
        pre_save.connect(_follow, sender=model, dispatch_uid=f"search.renamed.{model.__name__}")


def _follow(sender: type[Any], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    before = None if raw else sender.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if before not in (None, instance.slug):
        indexing.rename(COLUMNS[sender], before, instance.slug)
