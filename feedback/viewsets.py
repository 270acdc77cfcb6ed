"""The admin's screens for the limits of time: days to answer, days off."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from feedback.models import DayOff, DeadlineRule


class DeadlineRuleViewSet(SnippetViewSet):
    model = DeadlineRule
    icon = "time"
    menu_label = _("Times to answer")
    list_display = [Column("get_kind_display", label=_("kind"), sort_key="kind"), "working_days", "legal_basis"]
    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("working_days")]), FieldPanel("legal_basis")]


class DayOffViewSet(SnippetViewSet):
    model = DayOff
    icon = "calendar"
    menu_label = _("Days off")
    list_display = [DateColumn("day", label=_("day"), sort_key="day"), "name", "worked"]
    panels = [FieldRowPanel([FieldPanel("day"), FieldPanel("name")]), FieldPanel("worked")]


class DeadlinesViewSetGroup(SnippetViewSetGroup):
    items = (DeadlineRuleViewSet, DayOffViewSet)
    menu_label = _("Deadlines")
    menu_icon = "calendar"
    menu_order = 310
