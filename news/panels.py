"""The shortest way to a new article, on the admin's start page."""

from typing import Any

from wagtail.admin.ui.components import Component

from organisations.models import UnitFolderPage
from organisations.selectors import appointments_of


class WriteArticlePanel(Component):
    """One button for each unit that this person writes for."""

    name = "write_article"
    template_name = "news/write_article_panel.html"
    order = 10

    def __init__(self, user: Any) -> None:
        units = [appointment.unit_id for appointment in appointments_of(user)]
        folders = UnitFolderPage.objects.filter(unit__in=units, locale__language_code="vi").select_related("unit")
        self.folders = [folder for folder in folders if folder.permissions_for_user(user).can_add_subpage()]

    def is_shown(self) -> bool:
        return bool(self.folders)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"folders": self.folders}
