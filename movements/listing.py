from django.utils.translation import gettext as _

from core.listing import Facet, facet_of_things
from movements.models import Campaign


def by_campaign() -> Facet:
    """Narrows a list by campaign."""
    return facet_of_things("phong-trao", _("Campaign"), "campaign__slug", Campaign.objects.all(), short="short_name")
