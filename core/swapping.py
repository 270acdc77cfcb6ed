"""Puts one picture or document in the place of another, wherever a thing refers to it."""

import re
from typing import Any

from django.db.models import ForeignKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage

TAG = re.compile(r"<(?:a|embed)\b[^>]*>")


def swap(thing: Any, old: Any, new: Any) -> None:
    """Makes `thing`, in memory, refer to `new` where it refers to `old`: fields, children, blocks, links in the text."""
    for field in thing._meta.get_fields():
        if isinstance(field, ForeignKey) and isinstance(old, field.related_model):
            if field.value_from_object(thing) == old.pk:
                setattr(thing, field.name, new)
        elif isinstance(field, StreamField):
            block = field.stream_block
            raw = block.get_prep_value(getattr(thing, field.name))
            setattr(thing, field.name, block.to_python(_in_block(block, raw, old, new)))
        elif isinstance(field, RichTextField):
            setattr(thing, field.name, _in_text(getattr(thing, field.name), old, new))
    if isinstance(thing, ClusterableModel):
        for relation in get_all_child_relations(thing):
            for child in getattr(thing, relation.get_accessor_name()).all():
                swap(child, old, new)


def _in_block(block: blocks.Block, raw: Any, old: Any, new: Any) -> Any:
    """The value of a block as the database keeps it, with `new` for `old`."""
    if isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        children = block.child_blocks
        return {name: _in_block(children[name], value, old, new) for name, value in raw.items() if name in children}
    if isinstance(block, blocks.StreamBlock):
        children = block.child_blocks
        return [{**item, "value": _in_block(children[item["type"]], item["value"], old, new)} for item in raw]
    if isinstance(block, blocks.ListBlock):
        return [{**item, "value": _in_block(block.child_block, item["value"], old, new)} for item in raw]
    if isinstance(block, blocks.RichTextBlock):
        return _in_text(raw, old, new)
    if isinstance(block, blocks.ChooserBlock) and isinstance(old, block.model_class) and raw == old.pk:
        return new.pk
    return raw


def _in_text(html: str, old: Any, new: Any) -> str:
    kind = 'embedtype="image"' if isinstance(old, AbstractImage) else 'linktype="document"'

    def follow(tag: re.Match[str]) -> str:
        return tag[0].replace(f'id="{old.pk}"', f'id="{new.pk}"') if kind in tag[0] else tag[0]

    return TAG.sub(follow, html or "")
