"""What the admin's reports say of people."""

from typing import Any

from wagtail.admin.views.reports.aging_pages import AgingPagesView

from accounts.models import User

_decorate = AgingPagesView.decorate_paginated_queryset


def decorate_paginated_queryset(report: Any, pages: Any) -> Any:
    """Wagtail's report of pages that are long untouched names whoever published one by the name she signs in with."""
    found = _decorate(report, pages)
    names = {str(pk): str(user) for pk, user in User.objects.in_bulk().items()}
    for page in found:
        page.last_published_by_user = names.get(str(page.last_published_by), page.last_published_by_user)
    return found


def name_people_in_full() -> None:
    AgingPagesView.decorate_paginated_queryset = decorate_paginated_queryset
