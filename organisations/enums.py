from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    COMMITTEE = "committee", _("Fatherland Front committee")
    ORGANISATION = "organisation", _("Socio-political organisation")
    VILLAGE_BOARD = "village_board", _("Village Front board")
    AUTHORITY = "authority", _("Competent authority")


# Units that write; an authority only receives cases.
WRITING_KINDS = (UnitKind.COMMITTEE, UnitKind.ORGANISATION, UnitKind.VILLAGE_BOARD)


class Role(models.TextChoices):
    STANDING_COMMITTEE = "standing_committee", _("Standing committee")
    ORGANISATION_OFFICER = "organisation_officer", _("Officer")
    VILLAGE_BOARD = "village_board", _("Village board member")
    READER = "reader", _("Leader (reads only)")
    IT_ADMINISTRATOR = "it_administrator", _("IT administrator")


# Which roles a unit can give.
ROLES_OF_KIND: dict[str, tuple[Role, ...]] = {
    UnitKind.COMMITTEE: (
        Role.STANDING_COMMITTEE,
        Role.ORGANISATION_OFFICER,
        Role.READER,
        Role.IT_ADMINISTRATOR,
    ),
    UnitKind.ORGANISATION: (Role.ORGANISATION_OFFICER, Role.READER),
    UnitKind.VILLAGE_BOARD: (Role.VILLAGE_BOARD,),
    UnitKind.AUTHORITY: (Role.READER,),
}
# Roles that write for their unit.
WRITING_ROLES = (Role.ORGANISATION_OFFICER, Role.VILLAGE_BOARD)
