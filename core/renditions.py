"""The sizes pictures are shown in: made ahead of the first visit by the queue, read in one query for a whole page."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Prefetch, Q, prefetch_related_objects
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images import get_image_model
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.models import ReferenceIndex

# The shapes in which templates show a picture (`sized_picture`), each in a few widths.
SHAPES = {"card": "fill-{360x225,720x450}", "text": "width-{480,960}", "wide": "width-{480,960,1440}"}
SHARE = "format-jpeg fill-1200x630"
QUEUE_MAY_TAKE = timedelta(minutes=10)
MOST_AT_ONCE = 50  # AVIFs to be made again in one run: two minutes of the queue


def specs(shape: str, formats: str) -> list[str]:
    """Wagtail's filter specs of a shape: `specs("card", "{webp,jpeg}")`."""
    return list(Filter.expand_spec(f"format-{formats} {SHAPES[shape]}"))


SPECS = [*(spec for shape in SHAPES for spec in specs(shape, "{webp,jpeg}")), *Filter.expand_spec(SHARE)]
SLOW_SPECS = [spec for shape in SHAPES for spec in specs(shape, "avif")]


# What the public is shown. A picture in any other size (the admin's, the whole of it) stays behind the permission view.
PUBLIC_SPECS = frozenset([*SPECS, *SLOW_SPECS])


@task(backend="jobs")
def make_renditions(image_id: int) -> int:
    """Makes what is missing of the image's sizes; returns how many there are. A deleted image is no error."""
    image = get_image_model().objects.filter(pk=image_id).first()
    return len(image.get_renditions(*SPECS)) if image else 0


@task(backend="jobs", priority=-50)
def make_slow_renditions(image_id: int) -> int:
    """The same in AVIF: a quarter smaller than WebP of the same quality, and ten times as long in the making."""
    image = get_image_model().objects.filter(pk=image_id).first()
    return len(image.get_renditions(*SLOW_SPECS)) if image else 0


def requeue() -> int:
    """Hands pictures in use that lack an AVIF to the queue again: their job was lost. Not while others still wait; returns how many.

    At random: one that can never be made does not stand in the way of the rest.
    """
    waiting = DBTaskResult.objects.filter(task_path=make_slow_renditions.module_path, status=TaskResultStatus.READY)
    if waiting.exists():
        return 0
    images = get_image_model()
    used = ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(images))
    made = Count("renditions__filter_spec", filter=Q(renditions__filter_spec__in=SLOW_SPECS), distinct=True)
    missing = (
        images.objects.filter(
            pk__in=[int(number) for number in used.values_list("to_object_id", flat=True).distinct()],
            created_at__lt=timezone.now() - QUEUE_MAY_TAKE,
        )
        .alias(made=made)
        .filter(made__lt=len(set(SLOW_SPECS)))
        .order_by("?")[:MOST_AT_ONCE]
    )
    ids = list(missing.values_list("pk", flat=True))
    for pk in ids:
        make_slow_renditions.enqueue(pk)
    return len(ids)


def show(image: Any, shape: str, attributes: dict[str, Any]) -> Picture:
    """The `<picture>` of an image in WebP and JPEG, and in AVIF once the queue has made every width of it."""
    found = get_renditions_or_not_found(image, specs(shape, "{webp,jpeg}"))
    slow = specs(shape, "avif")
    made = {filter.spec: rendition for filter, rendition in image.find_existing_renditions(*map(Filter, slow)).items()}
    if len(made) == len(slow):
        found = {**{spec: made[spec] for spec in slow}, **found}
    return Picture(found, attributes)


def prefetch(images: Iterable[Any]) -> None:
    """Loads the renditions of all `images` in one query, for templates that show them. `None` is passed over."""
    existing = [image for image in images if image]
    if existing:
        renditions = existing[0].get_rendition_model().objects.filter(filter_spec__in=[*SPECS, *SLOW_SPECS])
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
