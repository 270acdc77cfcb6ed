"""The admin's screens for searching: synonyms, and what was sought in vain."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search.models import Synonym, Unfound


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "group"
    menu_label = _("Words that mean the same")
    panels = [FieldPanel("words")]


class UnfoundViewSet(SnippetViewSet):
    """To read; a line may be deleted."""

    model = Unfound
    icon = "search"
    menu_label = _("Sought and not found")
    list_display = ["words", "times", "last"]
    ordering = ("-times", "-last")
    panels = [FieldPanel("words", read_only=True), FieldPanel("times", read_only=True)]


class SearchViewSetGroup(SnippetViewSetGroup):
    items = (SynonymViewSet, UnfoundViewSet)
    menu_label = _("Searching")
    menu_icon = "search"
    menu_order = 320
