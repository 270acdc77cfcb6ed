from typing import Any

from django import template
from django.http import HttpRequest
from wagtail.admin.search import admin_search_areas

register = template.Library()


@register.simple_tag
def search_area(request: HttpRequest) -> Any:
    """What the box in the side bar searches for this officer; None where she may search nothing."""
    return next(iter(admin_search_areas.search_items_for_request(request)), None)
