from typing import Any

from wagtail.admin.ui.components import Component


class PasswordSetPanel(Component):
    """Tells somebody that another had set her password, until she says that she has read it."""

    name = "password_set"
    template_name = "accounts/password_set_panel.html"
    order = 1

    def __init__(self, user: Any) -> None:
        self.user = user

    def is_shown(self) -> bool:
        return self.user.password_set_at is not None

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"set_by": self.user.password_set_by, "set_at": self.user.password_set_at}
