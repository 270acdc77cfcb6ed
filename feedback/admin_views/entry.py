"""Writing down what somebody said by phone, in person, at a meeting."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from feedback import admin_forms as forms
from feedback import permissions, selectors, services
from organisations.enums import Role
from organisations.models import Village
from organisations.selectors import appointments_of


def _village_of_board(user: Any) -> Village | None:
    boards = [item.unit_id for item in appointments_of(user) if item.role == Role.VILLAGE_BOARD]
    return Village.objects.current().filter(board__in=boards).first()


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Writes down what somebody said by phone, in person, at a meeting."""
    if not permissions.may_enter(request.user):
        raise PermissionDenied
    village = None if request.user.has_perm("feedback.work_all") else _village_of_board(request.user)
    if request.method != "POST":
        return _enter_screen(request, forms.EntryForm(village=village, initial={"key": uuid.uuid4()}))
    form = forms.EntryForm(request.POST, request.FILES, village=village)
    valid = form.is_valid()
    key = form.cleaned_data.get("key")
    refused = services.keep_pending(key, form.cleaned_data.get("photos") or [])[1] if key else []
    for sentence in refused:
        form.add_error("photos", sentence)
    if not valid or refused:
        return _enter_screen(request, form, status=422)
    before = selectors.entered_lately(request.user, form.cleaned_data["text"])
    if before and not form.is_meant and form.cleaned_data["key"] != before.idempotency_key:
        form.ask_whether_meant()
        messages.warning(
            request,
            _("You wrote down the same words a short time ago (%(code)s). Press again if it is another case.")
            % {"code": before.code},
        )
        return _enter_screen(request, form, status=409)
    try:
        found = services.submit(form.submission(), by=request.user)
    except services.KeyReused as reused:
        form.use_new_key()
        messages.error(
            request,
            _("The first entry is kept under %(code)s. The text below differs: send again to keep it too.")
            % {"code": reused.case.code},
        )
        return _enter_screen(request, form, status=409)
    messages.success(
        request,
        _("Written down. Tell the sender: code %(code)s, secret %(secret)s.")
        % {"code": found.receipt.code, "secret": found.receipt.secret},
    )
    if permissions.may_read(request.user, found):
        return redirect("feedback_admin:case", found.pk)
    return redirect("feedback_admin:enter")


def _enter_screen(request: HttpRequest, form: forms.EntryForm, status: int = 200) -> HttpResponse:
    key = form["key"].value()
    try:
        pending = list(services.pending_of(uuid.UUID(str(key))))
    except ValueError:
        pending = []
    return render(
        request,
        "feedback/admin/enter.html",
        {
            "form": form,
            "pending": pending,
            "header_title": _("Write down what somebody said"),
            "page_title": _("Write down what somebody said"),
            "header_icon": "edit",
        },
        status=status,
    )
