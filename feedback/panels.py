"""Cases on the admin's start page."""

from typing import Any

from wagtail.admin.ui.components import Component

from feedback import permissions, selectors


class CasesPanel(Component):
    """What waits: new, late, to approve, to look at again; and what is due first."""

    name = "cases"
    template_name = "feedback/admin/cases_panel.html"
    order = 40

    def __init__(self, user: Any) -> None:
        self.user = user

    def is_shown(self) -> bool:
        return permissions.may_see_cases(self.user)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {**selectors.to_do(self.user), "may_enter": permissions.may_enter(self.user)}
