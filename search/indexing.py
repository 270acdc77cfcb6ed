"""Keeps the index in step with what it holds, within the transaction that changes it; and makes all of it anew."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import translation
from wagtail.signals import page_published, page_unpublished

from core import jobs, text
from core.documents import words_read
from search import folding, registry, tasks
from search.models import Entry, EntryVillage
from search.registry import Source

BATCH = 200
LONGEST_TITLE = 500
LONGEST_BODY = 400_000  # characters, some 200 pages: a vector of PostgreSQL holds one megabyte
WRITTEN = [
    "language",
    "group",
    "title",
    "body",
    "title_exact",
    "title_folded",
    "body_exact",
    "body_folded",
    "topic",
    "unit",
    "date",
    "sent_at",
]


def update(source: Source, numbers: Iterable[int]) -> None:
    """Writes the entries of these things as they are in the database now; forgets those that are not kept (any more)."""
    numbers = set(numbers)
    things = {thing.pk: thing for thing in source.kept().filter(pk__in=numbers)}
    with transaction.atomic():
        _write(source, list(things.values()))
        forget(source, numbers - set(things))
        if settings.ELASTICSEARCH_URL:
            jobs.enqueue(tasks.catch_up)


def forget(source: Source, numbers: Iterable[int]) -> None:
    gone = Entry.objects.filter(source=source.name, object_id__in=list(numbers))
    if settings.ELASTICSEARCH_URL and (keys := list(gone.values_list("pk", flat=True))):
        jobs.enqueue(tasks.forget, keys)
    gone.delete()


@transaction.atomic
def rename(column: str, before: str, after: str) -> None:
    """Follows another address of a topic, a unit or a village: `column` is what a facet narrows by."""
    entries = Entry.objects.filter(**{column: before})
    keys = list(entries.values_list("pk", flat=True)) if settings.ELASTICSEARCH_URL else []
    if column == "villages__village":
        EntryVillage.objects.filter(village=before).update(village=after)
    else:
        entries.update(**{column: after})
    if keys:
        Entry.objects.filter(pk__in=keys).update(sent_at=None)
        jobs.enqueue(tasks.catch_up)


def rebuild(source: Source, *, after: int = 0) -> Iterator[int]:
    """Writes all entries of `source`, in steps, while the site serves; yields the key up to which it is done.

    Stopped and called again with `after`, it goes on. At the end what is not kept any more is forgotten.
    """
    kept = source.kept().order_by("pk")
    while things := list(kept.filter(pk__gt=after)[:BATCH]):
        with transaction.atomic():
            _write(source, things)
        yield (after := things[-1].pk)
    Entry.objects.filter(source=source.name).exclude(object_id__in=source.kept().order_by().values("pk")).delete()


def drift() -> dict[str, tuple[int, int]]:
    """The sources whose entries are not as many as the things kept: how many there are, how many there should be."""
    numbers = {
        source.name: (Entry.objects.filter(source=source.name).count(), source.kept().count())
        for source in registry.sources()
    }
    return {name: pair for name, pair in numbers.items() if pair[0] != pair[1]}


def _write(source: Source, things: list[Any]) -> None:
    texts = {thing.pk: source.text(thing) for thing in things}
    Entry.objects.bulk_create(
        [entry(source.name, number, said, _kind(source, said)) for number, said in texts.items()],
        update_conflicts=True,
        unique_fields=["source", "object_id"],
        update_fields=WRITTEN,
    )
    entries = dict(Entry.objects.filter(source=source.name, object_id__in=texts).values_list("object_id", "pk"))
    EntryVillage.objects.filter(entry__in=entries.values()).delete()
    EntryVillage.objects.bulk_create(
        EntryVillage(entry_id=entries[number], village=village)
        for number, said in texts.items()
        for village in dict.fromkeys(said.villages)
    )


def _kind(source: Source, said: registry.Text) -> str:
    with translation.override(said.language):
        return str(source.label)


def entry(source: str, number: int, said: registry.Text, kind: str = "") -> Entry:
    """A row of the index, not yet saved: what `said` says, and its words as they are compared, with those of its `kind`."""
    title, body = folding.words(f"{said.title} {said.also}"), folding.words(f"{said.body[:LONGEST_BODY]}\n{kind}")
    exact_title, exact_body = " ".join(title), " ".join(body)
    return Entry(
        source=source,
        object_id=number,
        language=said.language,
        group=said.group,
        title=said.title[:LONGEST_TITLE],
        body=said.body,
        title_exact=exact_title,
        title_folded=text.without_marks(exact_title),
        body_exact=exact_body,
        body_folded=text.without_marks(exact_body),
        topic=said.topic,
        unit=said.unit,
        date=said.date,
    )


def connect() -> None:
    """Follows the changes of everything registered."""
    post_save.connect(_saved, dispatch_uid="search.saved")
    post_delete.connect(_deleted, dispatch_uid="search.deleted")
    page_published.connect(_told, dispatch_uid="search.published")
    page_unpublished.connect(_told, dispatch_uid="search.unpublished")
    words_read.connect(_told, dispatch_uid="search.words_read")


def _saved(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        _changed(sender, instance)


def _told(instance: Any, **kwargs: Any) -> None:
    _changed(type(instance), instance)


def _deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    for source in registry.sources():
        if sender is source.model:
            forget(source, [instance.pk])
    _changed(sender, instance)


def _changed(sender: Any, instance: Any) -> None:
    for source in registry.sources():
        if sender is source.model:
            update(source, [instance.pk])
        for part, way in source.parts:
            if sender is part:
                update(source, source.kept().filter(**{way: instance.pk}).values_list("pk", flat=True))
