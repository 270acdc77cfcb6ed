"""Cases in the admin: the rights of the roles."""

from wagtail import hooks

from organisations.enums import Role


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {
        Role.STANDING_COMMITTEE: (
            "feedback.read_all",
            "feedback.work_all",
            "feedback.approve_answer",
            "feedback.read_person",
        ),
        Role.READER: ("feedback.read_all",),
        Role.ORGANISATION_OFFICER: ("feedback.work_unit", "feedback.read_person"),
        Role.VILLAGE_BOARD: ("feedback.work_unit", "feedback.read_person"),
    }
