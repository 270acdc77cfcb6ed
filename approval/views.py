"""The approval screen: read what would go live, then approve it or return it with a reason."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView as BaseUpdateTranslationsView

from approval import permissions, selectors, services
from approval.forms import ReasonForm, ShownForm

LATER = gettext_lazy("“%(title)s” is approved. It goes out at %(when)s.")


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Everything that waits for approval, and what was lately published alone."""
    if not permissions.may_read_queue(request.user):
        raise PermissionDenied
    return render(
        request,
        "approval/queue.html",
        {
            "waiting": selectors.waiting_for(request.user),
            "published_alone": selectors.published_alone(),
            "page_title": _("Waiting for approval"),
            "header_icon": "clipboard-list",
        },
    )


def _readable_page(request: HttpRequest, page_id: int) -> Page:
    page = get_object_or_404(Page, pk=page_id).specific
    if not (permissions.may_read_queue(request.user) or permissions.may_review(request.user, page)):
        raise PermissionDenied
    return page


@require_safe
def review(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest draft, read-only, with what this person may do with it."""
    page = _readable_page(request, page_id)
    return _review_screen(request, page)


def _review_screen(request: HttpRequest, page: Page, reason: str = "", status: int = 200) -> HttpResponse:
    revision = page.get_latest_revision()
    if revision is None:
        messages.error(request, _("This page has no draft."))
        return redirect("approval:queue")
    shown, draft = ShownForm.initial_of(revision), revision.as_object()
    return render(
        request,
        "approval/review.html",
        {
            "page": page,
            "draft": draft,
            "revision": revision,
            "goes_live_at": _goes_live_at(draft),
            "waits": selectors.current_task(page) is not None,
            "writers": selectors.writers(page),
            "for_approver": draft.for_approver(),
            "may_approve": permissions.may_approve(request.user, page),
            "may_review": permissions.may_review(request.user, page),
            "may_publish_alone": permissions.may_publish_alone(request.user, page),
            "approve_form": ShownForm(initial=shown, auto_id="approve_%s"),
            "return_form": ReasonForm(initial={**shown, "reason": reason}, auto_id="return_%s"),
            "alone_form": ReasonForm(initial={**shown, "reason": reason}, auto_id="alone_%s"),
            "page_title": _("Read and approve"),
            "page_subtitle": revision.object_str,
            "header_icon": "clipboard-list",
        },
        status=status,
    )


def _goes_live_at(draft: Page) -> datetime | None:
    """When the draft is to be published by itself; None where approving publishes it."""
    return draft.go_live_at if draft.go_live_at and draft.go_live_at > timezone.now() else None


@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest draft as the public would see it. No editor is opened, so nothing is autosaved."""
    page = _readable_page(request, page_id)
    revision = page.get_latest_revision()
    draft = revision.as_object() if revision else page
    return draft.make_preview_request(request, draft.default_preview_mode)


def _act(
    request: HttpRequest, page_id: int, act: Callable[[Page, ReasonForm], None], done: Any, later: Any = None
) -> HttpResponse:
    """Does `act` and says `done`; `later` where it made a page go out at a time of its own."""
    page = _readable_page(request, page_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The form was incomplete. Please try again."))
        return _review_screen(request, page, reason=request.POST.get("reason", ""), status=422)
    try:
        act(page, form)
    except services.ApprovalRefused as refusal:
        messages.error(request, str(refusal))
        return _review_screen(request, page, reason=form.cleaned_data["reason"], status=409)
    words = {"title": page.get_admin_display_title()}
    if later and (planned := page.scheduled_revision):
        done = later
        words["when"] = date_format(localtime(planned.approved_go_live_at), "DATETIME_FORMAT")
    messages.success(request, done % words)
    return redirect("approval:queue")


@require_POST
def approve(request: HttpRequest, page_id: int) -> HttpResponse:
    def act(page: Page, form: ReasonForm) -> None:
        services.approve(page, by=request.user, shown=form.shown())

    return _act(request, page_id, act, gettext_lazy("“%(title)s” is approved and published."), later=LATER)


@require_POST
def send_back(request: HttpRequest, page_id: int) -> HttpResponse:
    def act(page: Page, form: ReasonForm) -> None:
        services.send_back(page, by=request.user, reason=form.cleaned_data["reason"], shown=form.shown())

    return _act(request, page_id, act, gettext_lazy("“%(title)s” is returned to its author with your reason."))


@require_POST
def publish_alone(request: HttpRequest, page_id: int) -> HttpResponse:
    def act(page: Page, form: ReasonForm) -> None:
        services.publish_alone(page, by=request.user, reason=form.cleaned_data["reason"], shown=form.shown())

    return _act(
        request,
        page_id,
        act,
        gettext_lazy("“%(title)s” is published. Your reason is kept in the history."),
        later=LATER,
    )


@require_POST
def submit(request: HttpRequest, page_id: int) -> HttpResponse:
    """Sends a draft to approval without opening the editor: for translations, whose editor knows no approval."""
    page = get_object_or_404(Page, pk=page_id).specific
    try:
        services.submit(page, by=request.user)
    except services.ApprovalRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%(title)s” is sent to approval.") % {"title": page.get_admin_display_title()})
    return redirect(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))


def submit_page_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    """wagtail-localize's submission, for those who may edit the page: its own right reaches every unit."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.specific.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return SubmitPageTranslationView.as_view()(request, page_id=page_id)


class UpdateTranslationsView(BaseUpdateTranslationsView):
    """wagtail-localize's update of translations, which may not publish them: a second person does."""

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)
        form.fields["publish_translations"].disabled = True
        form.fields["publish_translations"].initial = False
        form.fields["publish_translations"].help_text = _(
            "Translations are published after a second person approved them."
        )
        return form
