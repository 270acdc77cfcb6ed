"""What a page says once for all its languages: days, places, numbers, whether it takes place.

They belong to the page in Vietnamese. A translation has them as they are there now, never as they were when it was translated: the
words of a page may be late, its day may not.
"""

from typing import Any

from django.db.models import ManyToOneRel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from core import languages


def shared(*names: str) -> list[SynchronizedField]:
    """For `override_translatable_fields`: fields and child relations that no translator is asked about."""
    return [SynchronizedField(name, overridable=False) for name in names]


def source_of(page: Any) -> Any:
    """The page in Vietnamese, as everybody reads it; the page itself where it is that one, or has none."""
    if languages.is_source(page.locale_id):
        return page
    sources = type(page)._default_manager.filter(translation_key=page.translation_key)
    return next((source for source in sources if languages.is_source(source.locale_id)), page)


def take_over(page: Any) -> None:
    """Gives `page`, in memory, the facts of its source."""
    names = _names(type(page))
    source = source_of(page) if names else page
    for name in names if source is not page else ():
        field = page._meta.get_field(name)
        if isinstance(field, ManyToOneRel):
            setattr(page, name, [_copy(child, field) for child in getattr(source, name).all()])
        else:
            setattr(page, field.attname, getattr(source, field.attname))


def taken_over(page: Any) -> set[str]:
    """The fields that `page` has from its source; none where it is its own."""
    return set(_names(type(page))) if page.pk and source_of(page) is not page else set()


def hand_on(source: Any) -> None:
    """What is published of the page in Vietnamese is so at once in every language."""
    if _names(type(source)) and languages.is_source(source.locale_id):
        for page in _translations(source):
            take_over(page)
            page.save(clean=False)  # a draft may lack words


def take_down(source: Page) -> None:
    """What is taken down in Vietnamese, by whatever way, is read in no other language."""
    if languages.is_source(source.locale_id):
        for page in _translations(source).filter(live=True):
            page.unpublish()


def delete_with(source: Page) -> None:
    """What is deleted in Vietnamese is so in every language: nobody would find what is left of it."""
    if languages.is_source(source.locale_id):
        for page in Page.objects.filter(translation_key=source.translation_key).exclude(pk=source.pk):
            page.delete()


def _names(model: type[Any]) -> list[str]:
    fields = getattr(model, "override_translatable_fields", ())
    return [field.field_name for field in fields if isinstance(field, SynchronizedField) and not field.overridable]


def _translations(source: Any) -> Any:
    return type(source)._default_manager.filter(translation_key=source.translation_key).exclude(pk=source.pk)


def _copy(child: Any, relation: ManyToOneRel) -> Any:
    kept = [field for field in child._meta.concrete_fields if not field.primary_key and field != relation.field]
    return type(child)(**{field.attname: getattr(child, field.attname) for field in kept})
