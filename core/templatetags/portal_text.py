from django import template

from core import text

register = template.Library()
register.filter("paragraphs", text.paragraphs)


@register.filter
def ascii_slug(value: object) -> str:
    """An ASCII anchor from Vietnamese words."""
    return text.slug(str(value)) or "muc"
