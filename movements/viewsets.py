from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.snippets.views.snippets import SnippetViewSet

from core.panels import SelectPanel
from movements.models import Campaign


class CampaignViewSet(SnippetViewSet):
    model = Campaign
    icon = "thumbtack"
    menu_label = _("Campaigns")
    menu_order = 420
    add_to_admin_menu = True
    list_display = ["name", "lead", "started"]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("short_name"), FieldPanel("short_name_en")]),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("summary_en"),
        FieldPanel("goals"),
        FieldPanel("goals_en"),
        InlinePanel("figures", heading=_("Figures"), label=_("figure")),
        SelectPanel("lead"),
        FieldPanel("joining", widget=CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel("started"), FieldPanel("ended"), FieldPanel("order")]),
    ]
