"""The models in the admin: what is to do, one model with its evaluations and copies; the agreement behind a good deed."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.forms.admin import add_errors
from models_showcase import admin_forms as forms
from models_showcase import permissions, selectors, services, targets
from models_showcase.models import Adoption, Consent, Evaluation, GoodDeedPage, ModelPage
from models_showcase.services import Refused


def _model(request: HttpRequest, page_id: int) -> ModelPage:
    """The model, in the language its records belong to. Raises PermissionDenied for who has no business with models."""
    if not permissions.may_see(request.user):
        raise PermissionDenied
    found = get_object_or_404(ModelPage.objects.select_related("unit", "village"), pk=page_id)
    if not found.live and not found.permissions_for_user(request.user).can_edit():
        raise PermissionDenied  # a draft is its writers' own
    return found if found.is_in_source_language else found.get_translations().filter(locale__language_code="vi").get()


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What is to do, and who has reached the target of the year."""
    if not permissions.may_see(request.user):
        raise PermissionDenied
    context = targets.context(request.GET.get("nam", ""))
    may_evaluate = permissions.may_evaluate_some(request.user)
    return render(
        request,
        "models_showcase/admin/index.html",
        {
            **context,
            "waiting": list(Evaluation.objects.waiting().select_related("model", "evaluator").order_by("pk")),
            "waiting_copies": list(
                Adoption.objects.waiting().select_related("model", "village", "unit").order_by("recorded_at")
            ),
            "to_evaluate": list(selectors.to_evaluate()) if may_evaluate else [],
            "may_evaluate": may_evaluate,
            "models": list(selectors.models().order_by("title")),
            "header_title": _("Exemplary models"),
            "page_title": _("Exemplary models"),
            "header_icon": "pick",
        },
    )


@require_safe
def model(request: HttpRequest, page_id: int) -> HttpResponse:
    """One model: its evaluations by year, and who copied it."""
    page = _model(request, page_id)
    evaluations = list(
        Evaluation.objects.of(page)
        .select_related("evaluator", "written_by", "approved_by", "model")
        .prefetch_related("scores__criterion")
    )
    user = request.user
    return render(
        request,
        "models_showcase/admin/model.html",
        {
            "page": page,
            "evaluations": [
                {**_with_decision(user, evaluation), "may_change": permissions.may_change(user, evaluation)}
                for evaluation in evaluations
            ],
            "adoptions": [_with_decision(user, adoption) for adoption in _copies(page)],
            "may_evaluate": permissions.may_evaluate(user, page),
            "evaluated_this_year": any(item.year == timezone.localdate().year for item in evaluations),
            "may_record": permissions.may_record(user, page),
            "may_edit": page.permissions_for_user(user).can_edit(),
            "header_title": page.title,
            "page_title": page.title,
            "header_icon": "pick",
        },
    )


def _copies(page: ModelPage) -> list[Adoption]:
    found = Adoption.objects.of(page)
    return list(found.select_related("copied_from__village", "copied_from__unit", "written_by", "approved_by"))


def _with_decision(user: Any, record: Evaluation | Adoption) -> dict[str, Any]:
    """What waits for a second person, and the form with which `user` decides, if she may."""
    return {
        "record": record,
        "may_approve": record.waits and permissions.may_approve(user, record),
        "return_form": forms.ReturnForm(
            initial={"seen": record.version}, auto_id=f"{record._meta.model_name}{record.pk}_%s"
        ),
    }


@require_http_methods(["GET", "POST"])
def evaluate(request: HttpRequest, page_id: int, evaluation_id: int | None = None) -> HttpResponse:
    """The evaluation of a year, written or corrected; sent to a second person."""
    page = _model(request, page_id)
    evaluation = get_object_or_404(Evaluation, pk=evaluation_id, model=page) if evaluation_id else None
    allowed = (
        permissions.may_change(request.user, evaluation) if evaluation else permissions.may_evaluate(request.user, page)
    )
    if not allowed:
        raise PermissionDenied
    form = forms.EvaluationForm(request.POST or None, model=page, by=request.user, evaluation=evaluation)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_evaluation(page, by=request.user, draft=form.draft(), evaluation=evaluation)
        except ValidationError as error:
            add_errors(form, error)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The evaluation waits for a second person."))
            return redirect("models_admin:model", page.pk)
    title = _("Evaluate “%(title)s”") % {"title": page.title}
    return _form_screen(request, form, title, _("Send it to approval"), page)


@require_POST
def approve(request: HttpRequest, page_id: int, evaluation_id: int) -> HttpResponse:
    return _decide(request, page_id, Evaluation, evaluation_id, returned=False)


@require_POST
def send_back(request: HttpRequest, page_id: int, evaluation_id: int) -> HttpResponse:
    return _decide(request, page_id, Evaluation, evaluation_id, returned=True)


@require_POST
def approve_copy(request: HttpRequest, page_id: int, adoption_id: int) -> HttpResponse:
    return _decide(request, page_id, Adoption, adoption_id, returned=False)


@require_POST
def send_copy_back(request: HttpRequest, page_id: int, adoption_id: int) -> HttpResponse:
    return _decide(request, page_id, Adoption, adoption_id, returned=True)


def _decide(
    request: HttpRequest, page_id: int, kind: type[Evaluation] | type[Adoption], pk: int, *, returned: bool
) -> HttpResponse:
    page = _model(request, page_id)
    record: Any = get_object_or_404(kind, pk=pk, model=page)
    form = forms.ReturnForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The form was incomplete. Please try again."))
        return redirect("models_admin:model", page.pk)
    seen, reason = form.cleaned_data["seen"], form.cleaned_data["reason"]
    try:
        if returned:
            services.send_back(record, by=request.user, reason=reason, seen=seen)
        else:
            services.approve(record, by=request.user, seen=seen)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        done = _("It is returned with your reason.") if returned else _("It is public now.")
        messages.success(request, done)
    return redirect("models_admin:model", page.pk)


@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest, page_id: int, adoption_id: int | None = None) -> HttpResponse:
    """Records who copied the model, or corrects it."""
    page = _model(request, page_id)
    if not permissions.may_record(request.user, page):
        raise PermissionDenied
    adoption = get_object_or_404(Adoption, pk=adoption_id, model=page) if adoption_id else None
    form = forms.AdoptionForm(request.POST or None, model=page, adoption=adoption)
    if request.method == "POST" and form.is_valid():
        try:
            services.record_adoption(page, by=request.user, draft=form.draft(), adoption=adoption)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(
                request, _("It is recorded. It stands on the model's page when a second person has approved it.")
            )
            return redirect("models_admin:model", page.pk)
    title = _("Who copied “%(title)s”") % {"title": page.title}
    return _form_screen(request, form, title, _("Record it"), page)


@require_POST
def forget(request: HttpRequest, page_id: int, adoption_id: int) -> HttpResponse:
    """Takes back what was recorded by mistake."""
    page = _model(request, page_id)
    adoption = get_object_or_404(Adoption, pk=adoption_id, model=page)
    try:
        services.forget_adoption(adoption, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The record is taken back."))
    return redirect("models_admin:model", page.pk)


def _deed(request: HttpRequest, page_id: int) -> GoodDeedPage:
    page = get_object_or_404(GoodDeedPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


@require_http_methods(["GET", "POST"])
def consent(request: HttpRequest, page_id: int) -> HttpResponse:
    """Who agreed to be named in a good deed: noted, and withdrawn."""
    page = _deed(request, page_id)
    draft = page.get_latest_revision_as_object()
    form = forms.ConsentForm(request.POST or None, deed=draft)
    if request.method == "POST" and form.is_valid():
        try:
            services.record_consent(page, by=request.user, draft=form.draft())
        except ValidationError as error:
            add_errors(form, error)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The agreement is noted. The text can be sent to approval now."))
            return redirect("wagtailadmin_pages:edit", page.pk)
    records = list(Consent.objects.of(page).select_related("recorded_by", "withdrawn_by"))
    in_force = next((record for record in records if not record.withdrawn_at), None)
    context: dict[str, Any] = {
        "page": page,
        "draft": draft,
        "form": form,
        "in_force": in_force,
        "may_record": in_force is None or not in_force.covers(draft),
        "records": records,
        "header_title": _("Agreement to be named"),
        "page_title": _("Agreement to be named"),
        "page_subtitle": page.get_admin_display_title(),
        "header_icon": "check",
    }
    return render(request, "models_showcase/admin/consent.html", context)


@require_POST
def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Whoever is named wants it no more: the page goes at once."""
    page = _deed(request, page_id)
    try:
        services.withdraw_consent(page, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("The agreement is withdrawn; the page is public no more and waits for no approval.")
        )
    return redirect("models_admin:consent", page.pk)


def _form_screen(request: HttpRequest, form: Form, title: str, press: str, page: ModelPage) -> HttpResponse:
    back_url = reverse("models_admin:model", args=[page.pk])
    context = {
        "form": form,
        "press": press,
        "back_url": back_url,
        "header_title": title,
        "page_title": title,
        "header_icon": "pick",
    }
    return render(request, "models_showcase/admin/form.html", context, status=422 if form.errors else 200)
