"""What every page of the portal is."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.api import APIField
from wagtail.images.api.fields import ImageRenditionField
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from core import addresses, cards, facts, languages, renditions, text
from core.cards import Card
from core.forms.pages import CopyForm, PageForm
from core.permissions import PagePermissionTester, may_read_draft
from core.visibility import visible_to_public

# The first segments of addresses that are not pages. `portal.checks` holds this list against the URLconf.
RESERVED_SLUGS = frozenset(
    [
        ".well-known",
        "api",
        "en",
        "gop-y",
        "healthz",
        "hoi-dap",
        "khao-sat",
        "media",
        "quan-tri",
        "readyz",
        "rss",
        "s",
        "static",
        "styleguide",
        "tai-lieu",
        "tim-kiem",
        "vi",
    ]
)
FEWEST_HEADINGS, LONG_READ = 3, 3  # for a table of contents: headings, minutes
WORDS_A_MINUTE = 180  # syllables an unhurried reader takes in


class BasePage(Page):
    """A page with a summary and a lead picture, an ASCII address, and our permissions."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences; shown in lists and when the page is shared."),
    )
    lead_image = models.ForeignKey(
        "core.CustomImage",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("Read aloud to people who cannot see the picture."),
    )
    lead_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture says nothing that the text does not.")
    )
    lead_caption = models.CharField(_("caption"), max_length=250, blank=True)

    base_form_class = PageForm
    copy_form_class = CopyForm
    # What `HomePage.route` loads with the page, in the same query.
    served_with: tuple[str, ...] = ("lead_image",)
    # Whether people may ask and answer about such a page (an app above adds the sections that do it).
    takes_questions = False
    # Of the card that is drawn where there is no photo.
    card_colour = cards.RED

    lead_panels = MultiFieldPanel(
        [
            FieldPanel("lead_image"),
            FieldPanel("lead_alt"),
            FieldPanel("lead_decorative"),
            FieldPanel("lead_caption"),
        ],
        heading=_("Lead picture"),
    )
    # No live sync of the slug in the browser: the server makes it, by one rule (`core.text`).
    content_panels = [
        # Long titles are read whole. Wagtail shows no label here.
        FieldPanel("title", classname="title", widget=AdminAutoHeightTextInput(attrs={"placeholder": _("Page title")})),
        FieldPanel("summary"),
    ]
    # Without "show in menus": the menus are arranged on a screen of their own.
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("For search engines"),
        )
    ]

    search_fields = [*Page.search_fields, index.SearchField("summary")]

    api_fields = [
        APIField("summary"),
        APIField("lead_image"),
        APIField("lead_alt"),
        APIField("lead_caption"),
        APIField("lead_image_card", serializer=ImageRenditionField("format-webp|fill-720x450", source="lead_image")),
    ]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def get_admin_display_title(self) -> str:
        """The title of the draft; of a live page, to those who may not read its draft, the one everybody reads."""
        user = get_active_log_context().user
        if self.live and self.draft_title != self.title and user and not may_read_draft(user, self):
            return self.title
        title: str = super().get_admin_display_title()
        return title

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return PagePermissionTester(user, self)

    def _set_core_field_defaults(self) -> None:
        """Wagtail's place to make a slug, for drafts and live pages alike; ours folds Vietnamese (đ is d)."""
        if not self.slug and self.path:
            self.slug: str = self._get_autogenerated_slug(self.slug_of(self.title))
        super()._set_core_field_defaults()

    @classmethod
    def slug_of(cls, title: str) -> str:
        """The last part of an address, made from a title; it may be taken by another page, not by the system."""
        base = text.slug(title) or str(cls._meta.model_name)
        return f"{base}-2" if base in RESERVED_SLUGS else base

    def with_content_json(self, content: Any) -> Any:
        """A draft, as it is read, previewed and published: of a translation, with the facts of the page it is of."""
        page = super().with_content_json(content)
        facts.take_over(page)
        return page

    def stand_in_for(self, source: Any) -> None:
        """Called where this translation is listed in the place of `source`: to take over what only that one knows."""

    def unready(self) -> list[str]:
        """Why this page may not yet be sent to approval or published: sentences for its author. Nothing holds most pages back."""
        return []

    def for_approver(self) -> list[tuple[str, str]]:
        """What whoever approves should know and the page does not show: names and words."""
        return []

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": reserved_slug_error(self.slug)})

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "breadcrumb": [{"title": page.title, "url": page.url} for page in self.trail],
            "canonical_url": addresses.absolute(super().get_url() or request.path),
            "share_image_url": addresses.absolute(self.share_image_path()),
            "shown_in_source_language": getattr(request, "shown_in_source_language", False),
            "alternates": self.alternates(request),
            "page_sections": self.sections_from_above(request),
        }

    def sections_from_above(self, request: Any) -> list[Any]:
        """Components that higher apps show under this page: hook `register_page_section`, called with page and request."""
        sections = (hook(self, request) for hook in hooks.get_hooks("register_page_section"))
        return [section for section in sections if section is not None]

    def get_url_parts(self, request: Any = None) -> Any:
        """Wagtail's, with the site's own address in place of what stands in the table of sites."""
        parts = super().get_url_parts(request)
        return (parts[0], addresses.base(), parts[2]) if parts and parts[1] else parts

    def get_url(self, request: Any = None, current_site: Any = None) -> str | None:
        """The page's address; in English that of its English place, where an untranslated page is shown with a notice."""
        if request is not None:  # a commune has one site: which one this is need not be asked
            self._wagtail_cached_site_root_paths = self._get_site_root_paths(request)
        url = super().get_url(current_site=current_site)
        language = get_language() or settings.LANGUAGE_CODE
        if url and url.startswith("/") and language != settings.LANGUAGE_CODE and self.is_in_source_language:
            return f"/{language}{url}"
        return url

    url = property(get_url)

    def alternates(self, request: Any) -> list[dict[str, str]]:
        """The live translations of this page, itself included, as absolute addresses; empty where it has none."""
        translations = visible_to_public(Page.objects.filter(translation_key=self.translation_key).exclude(pk=self.pk))
        pages = [self, *translations]
        if len(pages) == 1:
            return []
        return [
            {"code": languages.code_of(page.locale_id), "url": addresses.absolute(Page.get_url(page))} for page in pages
        ]

    @cached_property
    def is_in_source_language(self) -> bool:
        return languages.is_source(self.locale_id)

    @cached_property
    def trail(self) -> list["BasePage"]:
        """The pages above this one, from the home page down."""
        return list(self.get_ancestors().filter(depth__gte=2).specific(defer=True))

    def get_view_restrictions(self) -> Any:
        """Restrictions on this page or one above it, in one query (Wagtail needs two, to follow aliases; we have none).

        In none where `HomePage.route` has seen already that there are none.
        """
        if not getattr(self, "may_be_restricted", True):
            return PageViewRestriction.objects.none()
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=paths).select_related("page")

    def share_image_path(self) -> str:
        """The picture for social networks: the lead picture, or a card with the title."""
        if self.lead_image:
            return str(self.lead_image.get_rendition("|".join(renditions.SHARE.split())).url)
        return reverse("share_card", args=[self.pk, self.card.digest]) if self.pk else static("brand/card.jpg")

    @property
    def description(self) -> str:
        """What search engines and social networks say under its title."""
        return self.search_description or self.summary

    @cached_property
    def card(self) -> Card:
        """What is drawn where there is no photo: in the page's own language, whoever asks."""
        with override(languages.code_of(self.locale_id)):
            return Card(title=self.title, owner=self.card_owner, colour=self.card_colour)

    @property
    def card_owner(self) -> str:
        """Whose page it is, in the foot of its card."""
        return ""

    @cached_property
    def alt(self) -> str:
        """The alternative text of the lead picture: empty where it is decorative."""
        return "" if self.lead_decorative else self.lead_alt

    @cached_property
    def contents(self) -> list[dict[str, str]]:
        """The headings of a long body, as its table of contents: anchor and title. Empty where there are fewer than three."""
        blocks = getattr(self, "body", None) or ()
        titles = {text.slug(str(block.value)): str(block.value) for block in blocks if block.block_type == "heading"}
        if len(titles) < FEWEST_HEADINGS or self.reading_minutes < LONG_READ:
            return []
        return [{"anchor": anchor, "title": title} for anchor, title in titles.items()]

    @cached_property
    def reading_minutes(self) -> int:
        """Minutes to read the body, at least one."""
        body = getattr(self, "body", None)
        words = text.count_words(strip_tags(str(body))) if body else 0
        return max(1, round(words / WORDS_A_MINUTE))


def reserved_slug_error(slug: str) -> ValidationError:
    return ValidationError(
        _("The address “%(slug)s” is kept for the system. Please choose another."),
        code="reserved_slug",
        params={"slug": slug},
    )


class SectionIndexMixin(models.Model):
    """A section under which every unit that writes has a folder. `organisations.services.open_unit` finds sections by it."""

    is_section_index = True

    class Meta:
        abstract = True
