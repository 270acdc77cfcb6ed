from django import template

from core import text

register = template.Library()
register.filter("paragraphs", text.paragraphs)


@register.filter
def begin_small(value: object) -> str:
    """The words as they stand inside a sentence: thứ Bảy, not Thứ Bảy."""
    words = str(value)
    return words[:1].lower() + words[1:]


@register.filter
def ascii_slug(value: object) -> str:
    """An ASCII anchor from Vietnamese words."""
    return text.slug(str(value)) or "muc"
