"""Screens about pictures and documents that are in use: nobody alone changes them, a new one comes by approval."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.documents import get_document_model
from wagtail.documents.views.documents import UsageView as BaseDocumentUsageView
from wagtail.images import get_image_model
from wagtail.images.views.images import UsageView as BaseImageUsageView

from approval import replacing
from approval.forms import ReplaceDocumentForm, ReplaceImageForm
from core.file_permissions import is_held, policy_of

View = Callable[..., HttpResponseBase]


def replace_document(request: HttpRequest, document_id: int) -> HttpResponse:
    return _replace(request, _file(get_document_model(), document_id), ReplaceDocumentForm, _("Replace the document"))


def replace_image(request: HttpRequest, image_id: int) -> HttpResponse:
    return _replace(request, _file(get_image_model(), image_id), ReplaceImageForm, _("Replace the picture"))


def _file(model: Any, number: int) -> Any:
    return get_object_or_404(model.objects.select_related("collection"), pk=number)


def _replace(request: HttpRequest, old: Any, form_class: Any, title: str) -> HttpResponse:
    if not policy_of(old).may_replace(request.user, old):
        raise PermissionDenied
    form = form_class(request.POST or None, request.FILES or None, old=old, user=request.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            outcome = replacing.replace(old, form.save(), by=request.user)
        _tell(request, outcome)
        return redirect(replace_url(old))
    uses = replacing.uses_of(old, request.user)
    context = {
        "file": old,
        "form": form,
        "uses": uses,
        "offers_form": any(use.may_edit and use.in_draft for use in uses),
        "edit_url": "" if is_held(old, "change") else _edit_url(old),
        "page_title": title,
        "header_icon": "image" if isinstance(old, get_image_model()) else "doc-full-inverse",
    }
    return render(request, "approval/replace.html", context, status=422 if form.errors else 200)


def replace_url(file: Any) -> str:
    name = "approval:replace_image" if isinstance(file, get_image_model()) else "approval:replace_document"
    return reverse(name, args=[file.pk])


def _edit_url(file: Any) -> str:
    name = "wagtailimages:edit" if isinstance(file, get_image_model()) else "wagtaildocs:edit"
    return reverse(name, args=[file.pk])


def _tell(request: HttpRequest, outcome: replacing.Outcome) -> None:
    """What became of each page, in sentences."""
    if sent := outcome.sent + outcome.sent_with_more:
        sentence = ngettext(
            "%(titles)s is sent to approval with the new file. Until then people see the old one.",
            "%(titles)s are sent to approval with the new file. Until then people see the old one.",
            len(sent),
        )
        messages.success(request, sentence % {"titles": replacing.titles(sent)})
    if outcome.sent_with_more:
        sentence = _(
            "The draft of %(titles)s held other changes too. They were sent along; please look whether they are ready."
        )
        messages.warning(request, sentence % {"titles": replacing.titles(outcome.sent_with_more)})
    if outcome.in_draft:
        sentence = _("The draft of %(titles)s has the new file. Send it to approval when it is ready.")
        messages.success(request, sentence % {"titles": replacing.titles(outcome.in_draft)})
    for page, reason in outcome.held_back:
        sentence = _("The draft of %(titles)s has the new file, but cannot be sent to approval yet. %(reason)s")
        messages.warning(request, sentence % {"titles": replacing.titles([page]), "reason": reason})
    if outcome.by_hand:
        sentence = _("In %(titles)s the file could not be changed. Please open the page and choose the new one.")
        messages.warning(request, sentence % {"titles": replacing.titles(outcome.by_hand)})


HELD = {
    "change": gettext_lazy(
        "“%(title)s” is in use on a page that is published or waits for approval, so it is not changed by one person alone. "
        "Bring a new file here: it takes the place of the old one when somebody else has approved the page."
    ),
    "delete": gettext_lazy(
        "“%(title)s” is in use, so it cannot be deleted. The pages below use it: take it out there first, or replace it."
    ),
}


def unless_held(view: View, model: Any, action: str) -> View:
    """Wagtail's `view` that would change or delete one of `model`; where it is held, the way to a new one."""

    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        (number,) = kwargs.values()
        file = _file(model, number)
        if policy_of(file).may_replace(request.user, file) and is_held(file, action):
            messages.warning(request, HELD[action] % {"title": file.title})
            return redirect(replace_url(file))
        return view(request, **kwargs)

    return guarded


class SeenByReplacers:
    """Where a thing is used may be read by whoever may replace it: the stock view asks for the right to change it."""

    def user_has_permission(self, permission: str) -> bool:
        return policy_of(self.object).may_replace(self.request.user, self.object)  # type: ignore[attr-defined]


class DocumentUsageView(SeenByReplacers, BaseDocumentUsageView):
    pass


class ImageUsageView(SeenByReplacers, BaseImageUsageView):
    pass
