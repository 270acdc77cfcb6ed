"""The ways to narrow what was found that the organisations give."""

from organisations.listing import by_topic, by_unit, by_village
from search import registry


def register() -> None:
    registry.register_facet(lambda: by_topic("topic"))
    registry.register_facet(lambda: by_unit(lookup="unit")[0])
    registry.register_facet(lambda: by_village("villages__village"))
