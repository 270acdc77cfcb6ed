from wagtail import hooks

from organisations.enums import Role

# The search knows no roles: it is further down.
FRAME = (
    "home.change_menus",
    *(f"search.{act}_synonym" for act in ("view", "add", "change", "delete")),
    "search.view_unfound",
    "search.delete_unfound",
    *(f"wagtailsearchpromotions.{act}_searchpromotion" for act in ("add", "change", "delete")),
)


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {Role.STANDING_COMMITTEE: FRAME, Role.IT_ADMINISTRATOR: FRAME}
