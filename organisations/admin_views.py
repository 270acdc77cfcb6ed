"""Appointments that wait for a second person."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.refusal import Refused
from organisations import permissions, services
from organisations.models import Appointment


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Who is to be appointed, by whom it was written, and the buttons of whoever may decide."""
    if not permissions.may_confirm_some(request.user):
        raise PermissionDenied
    found = Appointment.objects.waiting().select_related("user__password_set_by", "unit", "written_by")
    context = {
        "items": [
            {"appointment": appointment, "may_confirm": permissions.may_confirm(request.user, appointment)}
            for appointment in found.order_by("written_at")
        ],
        "header_title": _("Appointments that wait"),
        "page_title": _("Appointments that wait"),
        "header_icon": "user",
    }
    return render(request, "organisations/admin/waiting.html", context)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, confirmed=True)


@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, confirmed=False)


def _decide(request: HttpRequest, pk: int, *, confirmed: bool) -> HttpResponse:
    if not permissions.may_confirm_some(request.user):
        raise PermissionDenied
    appointment = get_object_or_404(Appointment, pk=pk)
    seen = request.POST.get("seen", "")
    try:
        if confirmed:
            services.confirm_appointment(appointment, by=request.user, seen=int(seen) if seen.isdecimal() else -1)
        else:
            services.refuse_appointment(appointment, by=request.user, seen=int(seen) if seen.isdecimal() else -1)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        done = _("Confirmed: %(appointment)s.") if confirmed else _("Taken away: %(appointment)s.")
        messages.success(request, done % {"appointment": appointment})
    return redirect("appointments_admin:waiting")
