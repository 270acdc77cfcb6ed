"""The sizes pictures are shown in: made ahead of the first visit by the queue, read in one query for a whole page."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django_tasks import task
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images import get_image_model
from wagtail.images.models import Filter

# The specs templates use, as they are written there (`tests/core/test_renditions.py` holds them together).
CARD = "format-{webp,jpeg} fill-{360x225,720x450}"
WIDE = "format-{webp,jpeg} width-{480,960,1440}"
SHARE = "format-jpeg fill-1200x630"
SPECS = [spec for pattern in (CARD, WIDE, SHARE) for spec in Filter.expand_spec(pattern)]


@task(backend="jobs")
def make_renditions(image_id: int) -> int:
    """Makes what is missing of the image's sizes; returns how many there are. A deleted image is no error."""
    image = get_image_model().objects.filter(pk=image_id).first()
    return len(image.get_renditions(*SPECS)) if image else 0


def prefetch(images: Iterable[Any]) -> None:
    """Loads the renditions of all `images` in one query, for templates that show them. `None` is passed over."""
    existing = [image for image in images if image]
    if existing:
        renditions = existing[0].get_rendition_model().objects.filter(filter_spec__in=SPECS)
        prefetch_related_objects(existing, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions"))


def images_in(value: Any) -> Iterator[Any]:
    """Every image in a stream field's value, however deep."""
    if isinstance(value, get_image_model()):
        yield value
    elif isinstance(value, StreamValue):
        for child in value:
            yield from images_in(child.value)
    elif isinstance(value, ListValue):
        for item in value:
            yield from images_in(item)
    elif isinstance(value, StructValue):
        for item in value.values():
            yield from images_in(item)
