"""What the admin's start page says about the commune itself."""

from typing import Any

from wagtail.admin.ui.components import Component

from organisations.models import Commune


class MissingInFootPanel(Component):
    """Tells who can change it what the foot of every page does not say yet."""

    name = "missing_in_foot"
    template_name = "organisations/missing_in_foot_panel.html"
    order = 5

    def __init__(self, user: Any) -> None:
        self.missing = Commune.load().missing if user.has_perm("organisations.change_commune") else []

    def is_shown(self) -> bool:
        return bool(self.missing)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"missing": self.missing}
