"""The admin's screens for searching: synonyms, and what was sought in vain."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.search_promotions.wagtail_hooks import SearchPicksMenuItem
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search.models import Synonym, Unfound


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "group"
    menu_label = _("Words that mean the same")
    panels = [FieldPanel("words")]


class NothingAdded(ModelPermissionPolicy):
    """What the site wrote down itself: nobody adds to it by hand, a superuser neither."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


class UnfoundViewSet(SnippetViewSet):
    """To read; a line may be deleted."""

    model = Unfound
    permission_policy = NothingAdded(Unfound)
    icon = "search"
    menu_label = _("Sought and not found")
    list_display = ["words", "times", "last"]
    ordering = ("-times", "-last")
    panels = [FieldPanel("words", read_only=True), FieldPanel("times", read_only=True)]


class SearchViewSetGroup(SnippetViewSetGroup):
    items = (SynonymViewSet, UnfoundViewSet)
    menu_label = _("What people search for")
    menu_icon = "search"
    menu_order = 440

    def get_submenu_items(self) -> list[Any]:
        promoted = SearchPicksMenuItem(
            _("Shown first"), reverse("wagtailsearchpromotions:index"), name="promoted", icon_name="pick", order=0
        )
        return [*super().get_submenu_items(), promoted]
