from wagtail import hooks
from wagtail.snippets.models import register_snippet

from movements.viewsets import CampaignViewSet
from organisations.enums import Role

register_snippet(CampaignViewSet)


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {Role.STANDING_COMMITTEE: ("movements.add_campaign", "movements.change_campaign")}
