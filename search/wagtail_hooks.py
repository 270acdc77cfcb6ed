from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.viewsets import SearchViewSetGroup

register_snippet(SearchViewSetGroup)


@hooks.register("construct_settings_menu")
def promoted_results_stand_with_the_search(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if item.name != "promoted-search-results"]


@hooks.register("construct_reports_menu")
def what_is_sought_is_not_counted(request: HttpRequest, menu_items: list[Any]) -> None:
    """Only what nothing was found for is kept: Wagtail's report of all search terms stays empty here."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
