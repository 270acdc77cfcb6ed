from typing import Any

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.models import BasePage
from core.visibility import restricted


class HomePage(BasePage):
    """The front page, and the root of one language's tree."""

    welcome = models.CharField(_("welcome"), max_length=300, blank=True)
    lead_story = models.ForeignKey(
        Page,
        verbose_name=_("lead story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: the newest article."),
    )

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.NewsIndexPage",
        "models_showcase.ModelIndexPage",
        "models_showcase.GoodDeedIndexPage",
        "news.DocumentIndexPage",
        "news.EventIndexPage",
        "home.UnitIndexPage",
        "home.VillageIndexPage",
        "home.CampaignIndexPage",
        "home.StandardPage",
    ]
    template = "home/home_page.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("welcome"),
        PageChooserPanel("lead_story", "news.NewsPage"),
        BasePage.lead_panels,
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_admin_display_title(self) -> str:
        """Its visitors read the title in their language; an officer, which language it is the front of."""
        title: str = super().get_admin_display_title()
        return title if self.is_in_source_language else f"{_('Home page')} ({self.locale.get_display_name()})"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Finds the page in one query, however deep it is (Wagtail walks the tree, one query and a half a level).

        In another language a page that is not translated is shown in Vietnamese, with a notice.
        """
        if not path_components:
            return super().route(request, path_components)
        paths = {
            root.language_code: root.root_path for root in self._get_site_root_paths(request)
        }  # which Wagtail caches
        roots = list(dict.fromkeys([self.url_path, paths.get(settings.LANGUAGE_CODE, self.url_path)]))
        steps = ["".join(f"{slug}/" for slug in path_components[:end]) for end in range(len(path_components) + 1)]
        found = {
            page.url_path: page
            # The slug has an index, the address none. The pages above come with it: they are the way shown on the page.
            for page in Page.objects.filter(
                slug__in=[*path_components, *(root.split("/")[-2] for root in roots)],
                url_path__in=[root + step for root in roots for step in steps],
            )
        }
        for root in roots:
            page = found.get(root + steps[-1])
            if page and page.live:
                break
        else:
            raise Http404
        request.shown_in_source_language = root != self.url_path  # type: ignore[attr-defined]
        pages = page.specific_class.objects.select_related(*page.specific_class.served_with)
        page = pages.annotate(may_be_restricted=restricted()).get(pk=page.pk)
        page.trail = [found[root + step].specific_deferred for step in steps[:-1]]
        return RouteResult(page)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home import selectors

        context = super().get_context(request, *args, **kwargs)
        return {**context, "welcome": self.welcome, **selectors.front(self)}

    @cached_property
    def trail(self) -> list[BasePage]:
        return []
