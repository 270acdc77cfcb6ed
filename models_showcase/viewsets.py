"""The admin's screens for what the committee sets: kinds of models, criteria."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from models_showcase.models import Criterion, ModelKind

NAMES = [FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]), FieldPanel("slug")]


class ModelKindViewSet(SnippetViewSet):
    model = ModelKind
    icon = "tag"
    menu_label = _("Kinds of models")
    add_to_settings_menu = True
    panels = [*NAMES, FieldPanel("order")]


class CriterionViewSet(SnippetViewSet):
    model = Criterion
    icon = "tasks"
    menu_label = _("Criteria of evaluation")
    add_to_settings_menu = True
    list_display = ["name", "points", "first_year", "last_year"]
    panels = [
        *NAMES,
        FieldRowPanel([FieldPanel("question"), FieldPanel("question_en")]),
        FieldRowPanel([FieldPanel("points"), FieldPanel("order")]),
        FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year")]),
    ]
