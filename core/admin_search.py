"""The boxes of the admin: what they search, and that they find without tone marks (`dong thuong` finds Đông Thượng)."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.search import Search, SearchArea, admin_search_areas
from wagtail.permissions import page_permission_policy

from core import text


def offer_what_opens() -> None:
    """Wagtail's box in the side bar searches pages for everybody, and refuses whoever may edit none."""

    def shown(request: HttpRequest) -> list[SearchArea]:
        areas = Search.search_items_for_request(admin_search_areas, request)
        return areas if _works_on_pages(request.user) else [area for area in areas if area.name != "pages"]

    admin_search_areas.search_items_for_request = shown


def _works_on_pages(user: Any) -> bool:
    return bool(page_permission_policy.user_has_any_permission(user, {"add", "change", "publish", "lock"}))


class FoldedSearchMixin:
    """For a short list (users, units, villages): looks for each word typed in the view's `search_fields`, both without marks."""

    def search_queryset(self: Any, queryset: Any) -> Any:
        sought = text.sought(self.search_query)
        if not sought:
            return queryset
        rows = queryset.order_by().values_list("pk", *self.search_fields)
        said = {pk: text.alike(text.folded(" ".join(str(value or "") for value in values))) for pk, *values in rows}
        held = [pk for pk, line in said.items() if all(any(word in line for word in ways) for ways in sought)]
        return queryset.filter(pk__in=held)
