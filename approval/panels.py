"""What waits for this person, on the admin's start page."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from approval import permissions, selectors


class WaitsForMePanel(Component):
    """Texts that this person can approve, and those of hers that wait for somebody else."""

    name = "waits_for_me"
    template_name = "approval/waits_for_me_panel.html"
    order = 50

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def waiting(self) -> list[selectors.Waiting]:
        return selectors.waiting_for(self.user)

    def is_shown(self) -> bool:
        return permissions.may_read_queue(self.user)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "to_approve": [
                item for item in self.waiting if not item.own and permissions.may_review(self.user, item.page)
            ],
            "others": [item for item in self.waiting if item.own or not permissions.may_review(self.user, item.page)],
            "reader_only": not any(permissions.may_review(self.user, item.page) for item in self.waiting),
        }


class ReturnedPanel(Component):
    """Texts that came back with a reason."""

    name = "returned_to_me"
    template_name = "approval/returned_panel.html"
    order = 60

    def __init__(self, user: Any) -> None:
        self.states = selectors.returned_to(user)

    def is_shown(self) -> bool:
        return bool(self.states)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"states": self.states}
