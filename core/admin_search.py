"""The boxes of the admin find without tone marks: `dong thuong` finds Đông Thượng."""

from typing import Any

from core import text


class FoldedSearchMixin:
    """For a short list (users, units, villages): looks for each word typed in the view's `search_fields`, both without marks."""

    def search_queryset(self: Any, queryset: Any) -> Any:
        words = text.alike(text.folded(self.search_query)).split()
        if not words:
            return queryset
        rows = queryset.order_by().values_list("pk", *self.search_fields)
        said = {pk: text.alike(text.folded(" ".join(str(value or "") for value in values))) for pk, *values in rows}
        return queryset.filter(pk__in=[pk for pk, line in said.items() if all(word in line for word in words)])
