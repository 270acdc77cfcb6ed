from typing import Any

from django import template
from django.utils.safestring import SafeString

from core import renditions

register = template.Library()


@register.simple_tag
def sized_picture(image: Any, shape: str, **attributes: Any) -> SafeString | str:
    """The `<picture>` of an image in one of `renditions.SHAPES`; nothing where there is no image."""
    return renditions.show(image, shape, attributes).__html__() if image else ""
