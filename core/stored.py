"""The words that rows hold, cleaned by `core.text`: on every save, by whatever way, and once for what is older than that.

Forms clean what they take (`core.forms.gate`); this holds for services, loaders, translations, the shell.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Revision

from core.forms import gate

HOUSE = Path(settings.BASE_DIR)
WORDS = (models.CharField, models.TextField)  # not what inherits from them: addresses, mail, what is encrypted


def holders() -> list[type[models.Model]]:
    """The models of the house, each with words in it. (Not the index: it follows what it is an index of.)"""
    ours = (config for config in apps.get_app_configs() if _is_ours(config.path) and config.label != "search")
    return [model for config in ours for model in config.get_models() if any(_fields(model))]


def clean_thing(thing: models.Model) -> list[str]:
    """Cleans the words of `thing`, in memory; returns the names of the fields that changed."""
    changed = []
    for field in _fields(type(thing)):
        if field.attname in thing.get_deferred_fields():
            continue
        value = getattr(thing, field.attname)
        if isinstance(field, StreamField):
            raw = field.stream_block.get_prep_value(value)
            if (cleaned := _block(field.stream_block, raw)) != raw:
                setattr(thing, field.attname, field.stream_block.to_python(cleaned))
                changed.append(field.attname)
        elif isinstance(value, str) and (words := _words(field, value)) != value:
            setattr(thing, field.attname, words)
            changed.append(field.attname)
    return changed


def clean_draft(revision: Revision) -> bool:
    """Cleans the words of a draft, in memory: as they are kept there, which no save of the page touches. Whether any changed."""
    model = revision.content_type.model_class()
    return model is not None and _kept(model, revision.content)


def _kept(model: type[models.Model], content: dict[str, Any]) -> bool:
    """The same for what modelcluster makes of a thing: its fields as JSON, its children as lists of such."""
    changed = False
    for field in _fields(model):
        value = content.get(field.name)
        if not isinstance(value, str):
            continue
        cleaned = _stream(field, value) if isinstance(field, StreamField) else _words(field, value)
        if cleaned != value:
            content[field.name] = cleaned
            changed = True
    for relation in get_all_child_relations(model):
        for child in content.get(relation.get_accessor_name()) or []:
            changed |= _kept(relation.related_model, child)
    return changed


def _is_ours(path: str) -> bool:
    folder = Path(path)
    return HOUSE in folder.parents and "site-packages" not in folder.parts


def _fields(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    for field in model._meta.concrete_fields:
        is_words = type(field) in WORDS and not field.choices and (field.editable or field.name == "draft_title")
        if is_words or isinstance(field, StreamField):
            yield field


@cache
def _form_field(field: models.Field[Any, Any]) -> forms.CharField:
    """Whose rule holds: one line or several."""
    return forms.CharField(widget=forms.Textarea if isinstance(field, models.TextField) else forms.TextInput)


def _words(field: models.Field[Any, Any], value: str) -> str:
    cleaned = gate.clean_for(_form_field(field), value)
    return cleaned[: field.max_length]  # a joined letter, taken apart, may be one too many


def _stream(field: StreamField, value: str) -> str:
    raw = json.loads(value)
    cleaned = _block(field.stream_block, raw)
    return value if cleaned == raw else json.dumps(cleaned)


def _block(block: blocks.Block, raw: Any) -> Any:
    """The value of a block as the database keeps it, its words cleaned."""
    if isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        return {name: _child(block.child_blocks.get(name), value) for name, value in raw.items()}
    if isinstance(block, blocks.StreamBlock) and isinstance(raw, list):
        return [{**item, "value": _child(block.child_blocks.get(item["type"]), item["value"])} for item in raw]
    if isinstance(block, blocks.ListBlock) and isinstance(raw, list):
        return [{**item, "value": _block(block.child_block, item["value"])} for item in raw]
    if isinstance(raw, str) and isinstance(block, blocks.FieldBlock) and isinstance(block.field, forms.CharField):
        return gate.clean_for(block.field, raw)
    return raw


def _child(block: blocks.Block | None, raw: Any) -> Any:
    """A block that there is no more keeps what it holds."""
    return raw if block is None else _block(block, raw)
