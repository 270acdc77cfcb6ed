from wagtail import hooks

from organisations.enums import Role


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {Role.STANDING_COMMITTEE: ("home.change_menus",), Role.IT_ADMINISTRATOR: ("home.change_menus",)}
