"""The admin's screens for the limits of time: days to answer, days off."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from feedback.models import DayOff, DeadlineRule


class DeadlineRuleViewSet(SnippetViewSet):
    """One rule a kind of case, made by `deadlines.set_up`: changed, never added or deleted."""

    model = DeadlineRule
    icon = "time"
    menu_label = _("Times to answer")
    list_display = ["__str__", Column("legal_basis", label=_("Legal basis"))]
    panels = [FieldPanel("working_days"), FieldPanel("legal_basis")]


class DayOffViewSet(SnippetViewSet):
    model = DayOff
    icon = "calendar"
    menu_label = _("Days off")
    list_display = ["__str__", BooleanColumn("worked", label=_("Worked"))]
    panels = [
        # The browser's own calendar: nothing that is no date can be written.
        FieldRowPanel(
            [FieldPanel("day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")), FieldPanel("name")]
        ),
        FieldPanel("worked"),
    ]


class DeadlinesViewSetGroup(SnippetViewSetGroup):
    items = (DeadlineRuleViewSet, DayOffViewSet)
    menu_label = _("Deadlines")
    menu_icon = "calendar"
    menu_order = 430
