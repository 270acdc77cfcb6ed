"""Approval takes the place of Wagtail's own publishing in the editor, in lists and in the translation screens."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.admin.widgets.button import Button
from wagtail.documents import get_document_model
from wagtail.documents.views import documents
from wagtail.images import get_image_model
from wagtail.images.views import images
from wagtail.models import Page

from approval import file_views, permissions, selectors, views
from approval.panels import ReturnedPanel, WaitsForMePanel


def _refuse(*args: Any, **kwargs: Any) -> HttpResponse:
    raise PermissionDenied


def _unless_held(view_class: Any, action: str) -> Any:
    model = get_document_model() if view_class.__module__ == documents.__name__ else get_image_model()
    return file_views.unless_held(view_class.as_view(), model, action)


@hooks.register("register_admin_urls", order=-1)
def register_urls() -> list[Any]:
    return [
        path("duyet/", include("approval.urls", namespace="approval")),
        # Before wagtail-localize's own: the first asks only a global right, the others publish without asking anybody.
        path("localize/submit/page/<int:page_id>/", views.submit_page_translation),
        path("localize/update/<int:translation_source_id>/", views.UpdateTranslationsView.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", _refuse),
        # Before Wagtail's own, which refuse without saying why.
        path("documents/edit/<int:document_id>/", _unless_held(documents.EditView, "change")),
        path("documents/delete/<int:document_id>/", _unless_held(documents.DeleteView, "delete")),
        path("documents/usage/<int:document_id>/", file_views.DocumentUsageView.as_view()),
        path("images/<int:image_id>/", _unless_held(images.EditView, "change")),
        path("images/<int:image_id>/delete/", _unless_held(images.DeleteView, "delete")),
        path("images/usage/<int:image_id>/", file_views.ImageUsageView.as_view()),
    ]


@hooks.register("before_edit_page", order=-1)
def refuse_publishing_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """wagtail-localize's translation editor publishes what its user wrote a second ago."""
    if request.method == "POST" and request.POST.get("action") == "publish":
        messages.warning(
            request,
            _("Translations are published after a second person approved them. Please send it to approval."),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_edit_page")
def show_return_reason(request: HttpRequest, page: Page) -> None:
    if request.method == "GET" and (returned := selectors.return_reason(page)):
        messages.warning(
            request,
            _("Returned by %(name)s: %(reason)s") % {"name": returned.finished_by or "", "reason": returned.comment},
        )


@hooks.register("before_edit_page")
def lead_to_the_review(request: HttpRequest, page: Page) -> None:
    if request.method == "GET" and selectors.current_task(page) and permissions.may_review(request.user, page):
        button = messages.button(reverse("approval:review", args=[page.pk]), _("Read and approve"))
        messages.info(request, _("This page waits for your approval."), buttons=[button])


@hooks.register("before_edit_page")
def show_what_is_missing(request: HttpRequest, page: Page) -> None:
    for reason in page.get_latest_revision_as_object().unready() if request.method == "GET" else ():
        messages.warning(request, _("It cannot be sent to approval yet. %(reason)s") % {"reason": reason})


@hooks.register("before_publish_page")
def refuse_publishing_own_text(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The editor saves before it publishes, so whoever presses *publish* there is an author by then. The draft is kept."""
    messages.warning(
        request,
        _(
            "“%(title)s” is saved as a draft. It is published when a second person has approved it: please send it to approval."
        )
        % {"title": page.get_admin_display_title()},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("construct_page_action_menu")
def offer_approval_instead_of_publishing(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """The big button sends to approval: what is written saves itself meanwhile, and one can still save it by hand."""
    offered = [item for item in menu_items if item.name not in {"action-publish", "action-workflow-menu"}]
    menu_items[:] = sorted(offered, key=lambda item: item.name != "action-submit")


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
    panels += [panel for panel in (WaitsForMePanel(request.user), ReturnedPanel(request.user)) if panel.is_shown()]


class QueueMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_read_queue(request.user)


@hooks.register("may_see_unpublished_files")
def see_what_hangs_on_drafts(user: Any) -> bool:
    """Whoever reads what waits reads its pictures and documents too."""
    return permissions.may_read_queue(user)


@hooks.register("register_admin_menu_item")
def register_queue_menu_item() -> MenuItem:
    return QueueMenuItem(
        gettext_lazy("Waiting for approval"),
        reverse("approval:queue"),
        name="approval",
        icon_name="clipboard-list",
        order=150,
    )


@hooks.register("register_page_header_buttons")
def register_review_button(
    page: Page, user: Any, next_url: str | None = None, view_name: str | None = None, **kwargs: Any
) -> Any:
    if selectors.current_task(page) and permissions.may_review(user, page):
        yield Button(
            gettext_lazy("Read and approve"),
            reverse("approval:review", args=[page.pk]),
            icon_name="clipboard-list",
            priority=5,
        )


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(
        "approval.publish_alone",
        gettext_lazy("Publish alone"),
        gettext_lazy("Published alone, with a reason"),
    )
