"""What a case leads to: an article, a copy recorded with its model, a good deed."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.forms.admin import add_errors
from feedback import permissions, services
from feedback.admin_views.cases import case_of, case_screen, posted
from models_showcase.admin_forms import AdoptionForm
from models_showcase.services import Refused


@posted
def write_article(request: HttpRequest, case_id: int) -> HttpResponse:
    """Opens a draft that quotes question and answer as everybody reads them."""
    found = case_of(request, case_id)
    try:
        page = services.write_article(found, by=request.user)
    except services.MoveRefused as refusal:
        messages.error(request, str(refusal))
        return case_screen(request, found, status=409)
    messages.success(request, _("Here is a draft from question and answer. Write on, then send it to approval."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def record_copy(request: HttpRequest, case_id: int) -> HttpResponse:
    """Records with the model that the sender's village, or somebody, does the same now."""
    found = case_of(request, case_id)
    model = services.model_of(found)
    if model is None or not permissions.may_work(request.user, found):
        raise PermissionDenied
    form = AdoptionForm(request.POST or None, model=model, initial={"village": found.village})
    if request.method == "POST" and form.is_valid():
        try:
            adoption = services.record_copy(found, by=request.user, draft=form.draft())
        except ValidationError as error:
            add_errors(form, error)
        except (services.MoveRefused, Refused) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("It is recorded. It stands on the model's page when a second person has approved it.")
            )
            if adoption.village_id != found.village_id:
                messages.warning(
                    request,
                    _(
                        "It is recorded for %(who)s, but the wish came from %(village)s. If that is a mistake, correct it."
                    )
                    % {"who": adoption.adopter_label, "village": found.village},
                )
            return redirect("feedback_admin:case", case_id)
    context = {
        "form": form,
        "press": _("Record it"),
        "back_url": reverse("feedback_admin:case", args=[case_id]),
        "header_title": _("Who copied “%(title)s”") % {"title": model.title},
        "page_title": _("Who copied “%(title)s”") % {"title": model.title},
        "header_icon": "mail",
    }
    return render(request, "models_showcase/admin/form.html", context, status=422 if form.errors else 200)


@posted
def verify(request: HttpRequest, case_id: int) -> HttpResponse:
    """Notes that a proposed deed is true."""
    found = case_of(request, case_id)
    try:
        services.verify(found, by=request.user, words=request.POST.get("words", ""))
    except services.MoveRefused as refusal:
        messages.error(request, str(refusal))
        return case_screen(request, found, status=409)
    messages.success(request, _("It is noted as verified. Now it can be written down."))
    return redirect("feedback_admin:case", case_id)


@posted
def write_deed(request: HttpRequest, case_id: int) -> HttpResponse:
    """Opens a draft of the proposed deed."""
    found = case_of(request, case_id)
    try:
        page = services.write_deed(found, by=request.user)
    except services.MoveRefused as refusal:
        messages.error(request, str(refusal))
        return case_screen(request, found, status=409)
    messages.success(request, _("Here is a draft. Write on, note who agreed to be named, then send it to approval."))
    return redirect("wagtailadmin_pages:edit", page.pk)
