"""The admin's forms for every page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm as BaseCopyForm
from wagtail.coreutils import find_available_slug

from core import facts

IS_A_FACT = _("As in the Vietnamese page; it is changed there.")
ADDRESS_IS_MADE = _("The last part of the address. Leave it empty: it is made from the title.")


class PageForm(WagtailAdminPageForm):
    """What must be there before a page goes to approval; a draft may still lack it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False  # the server makes it from the title
            self.fields["slug"].help_text = ADDRESS_IS_MADE
        for name in facts.taken_over(self.instance) & self.fields.keys():
            self.fields[name].disabled, self.fields[name].help_text = True, IS_A_FACT

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())  # the field grows, but a title is one line

    def clean_slug(self) -> str:
        """Until it is published for the first time, the address follows the title."""
        slug = str(self.cleaned_data.get("slug") or "")
        follows = not self.instance.first_published_at and "slug" not in self.changed_data
        return "" if follows and "title" in self.changed_data else slug

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.is_deferred_validation or "lead_alt" not in self.fields:
            return data
        if data.get("lead_image") and not data.get("lead_decorative") and not data.get("lead_alt", "").strip():
            self.add_error(
                "lead_alt",
                _("Say in a few words what the picture shows, for people who cannot see it, or mark it as decorative."),
            )
        return data


class CopyForm(BaseCopyForm):
    """A copy has an address of its own, made from its title, whatever stands there already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.fields["new_slug"]
        slug.required, slug.initial, slug.help_text = False, "", ADDRESS_IS_MADE

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if "new_slug" in data:
            wanted = data["new_slug"] or self.page.specific_class.slug_of(data.get("new_title", ""))
            data["new_slug"] = find_available_slug(data.get("new_parent_page") or self.page.get_parent(), wanted)
        return super().clean()
