"""Surveys in the admin: the list, the screen to write one, one survey with what it brought, answers typed in from paper."""

import uuid
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.forms.admin import add_errors
from surveys import admin_forms as forms
from surveys import permissions, results, selectors, services
from surveys.enums import Channel, State
from surveys.forms import AnswerForm
from surveys.models import Survey
from surveys.ready import READY
from surveys.services.writing import MOST_QUESTIONS

ICON = "list-ul"


def _survey(request: HttpRequest, survey_id: int) -> Survey:
    if not permissions.may_see(request.user):
        raise PermissionDenied
    return get_object_or_404(Survey.objects.select_related("unit", "about"), pk=survey_id)


def _shown(title: str, **context: Any) -> dict[str, Any]:
    return {**context, "header_title": title, "page_title": title, "header_icon": ICON}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All surveys, and the ready-made ones to begin with."""
    if not permissions.may_see(request.user):
        raise PermissionDenied
    context = {
        "surveys": list(Survey.objects.select_related("unit", "about")),
        "ready": [(key, ready.name) for key, ready in READY.items()],
        "may_write": permissions.writing_units(request.user).exists(),
    }
    return render(request, "surveys/admin/index.html", _shown(_("Surveys"), **context))


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, survey_id: int | None = None) -> HttpResponse:
    """The one screen on which a survey is built; `?mau=` begins with a ready-made one, `?lap-lai=` repeats another."""
    found = _survey(request, survey_id) if survey_id else None
    repeats = Survey.objects.filter(pk=_number(request.GET.get("lap-lai", ""))).first()
    if not (permissions.may_write(request.user, found) if found else permissions.writing_units(request.user).exists()):
        raise PermissionDenied
    values, questions = _initial(found, repeats, request.GET.get("mau", ""))
    data = request.POST if request.method == "POST" else None
    form = forms.SurveyForm(data, by=request.user, survey=found, initial=values)
    formset = forms.QuestionFormSet(_with_one_more(data), initial=questions, prefix="cau")
    adds = bool(data and "them" in data)
    status = 200
    if data and not adds:
        if form.is_valid() and formset.is_valid():
            try:
                draft = forms.survey_draft(form, forms.drafts_of(formset))
                saved = services.write(draft, by=request.user, survey=found, repeats=repeats)
            except ValidationError as error:
                add_errors(form, error)
            except services.Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(
                    request, _("The survey is kept. Look at it as people will see it, then have it put out.")
                )
                return redirect("surveys_admin:survey", saved.pk)
        status = 422
    title = _("Change “%(title)s”") % {"title": found.title} if found else _("New survey")
    context = {"form": form, "formset": formset, "survey": found}
    return render(request, "surveys/admin/write.html", _shown(title, **context), status=status)


@require_safe
def survey(request: HttpRequest, survey_id: int) -> HttpResponse:
    """One survey: how it stands, what may be done, what it brought."""
    found = _survey(request, survey_id)
    state = found.state
    may_write = permissions.may_write(request.user, found)
    waits = found.newest.put_out_at is None and state not in {State.CLOSED, State.PUBLISHED}
    counted = results.count(found)
    reads = permissions.may_read_words(request.user, found)
    context = {
        "survey": found,
        "state": state,
        "numbers": selectors.numbers(found),
        "counted": [{"item": item, "words": _words(found, item) if reads else []} for item in counted],
        "may_change": may_write and state not in {State.CLOSED, State.PUBLISHED},
        "may_type_in": may_write and state in {State.OPEN, State.CLOSED},
        "may_repeat": may_write and state != State.DRAFT,
        "may_put_out": waits and permissions.may_put_out(request.user, found),
        "may_publish": permissions.may_publish(request.user, found) and state == State.CLOSED,
        "waits": waits,
    }
    return render(request, "surveys/admin/survey.html", _shown(found.title, **context))


@require_safe
def preview(request: HttpRequest, survey_id: int) -> HttpResponse:
    """The survey as people will see it; what is filled in here is sent nowhere."""
    found = _survey(request, survey_id)
    form = AnswerForm(initial=AnswerForm.new_initial(), version=found.newest)
    context = {"survey": found, "form": form, "state": State.OPEN.value, "is_preview": True}
    return render(request, "surveys/survey.html", context)


@require_POST
def put_out(request: HttpRequest, survey_id: int) -> HttpResponse:
    found = _survey(request, survey_id)
    seen = parse_datetime(request.POST.get("seen", "")) or found.changed_at
    return _act(
        request,
        found,
        lambda: services.put_out(found, by=request.user, seen=seen),
        _("It is put out: from its first day on people can answer."),
    )


@require_POST
def publish(request: HttpRequest, survey_id: int) -> HttpResponse:
    found = _survey(request, survey_id)
    return _act(
        request,
        found,
        lambda: services.publish_results(found, by=request.user),
        _("The results are public now."),
    )


@require_http_methods(["GET", "POST"])
def type_in(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Answers from paper, one sheet after the other."""
    found = _survey(request, survey_id)
    if not permissions.may_write(request.user, found) or found.asked is None:
        raise PermissionDenied
    bound = request.method == "POST"
    initial = {"key": uuid.uuid4()}
    form = AnswerForm(request.POST if bound else None, initial=initial, version=found.asked)
    if bound and form.is_valid():
        try:
            services.submit(found, found.asked, form.filled(Channel.PAPER), by=request.user)
        except services.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The sheet is counted. Here is the next one."))
            return redirect("surveys_admin:type_in", survey_id)
    title = _("Type in a sheet: “%(title)s”") % {"title": found.title}
    context = _shown(title, form=form, survey=found)
    return render(request, "surveys/admin/type_in.html", context, status=422 if form.errors else 200)


def _act(request: HttpRequest, found: Survey, act: Callable[[], None], done: str) -> HttpResponse:
    try:
        act()
    except services.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("surveys_admin:survey", found.pk)


def _initial(found: Survey | None, repeats: Survey | None, ready: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    if found:
        return forms.initial_of(found)
    values, questions = forms.initial_of_ready(READY.get(ready))
    if repeats:
        before, questions = forms.initial_of(repeats)
        year, half = services.next_half(repeats)
        values = {**before, "year": year, "half": half, **{name: values[name] for name in ("opens_on", "closes_on")}}
    return values, questions


def _with_one_more(data: Any) -> Any:
    """What was sent, with room for another question where the button for that was pressed."""
    if data is None or "them" not in data:
        return data
    more = data.copy()
    more["cau-TOTAL_FORMS"] = str(min(_number(data.get("cau-TOTAL_FORMS", "")) + 1, MOST_QUESTIONS))
    return more


def _words(found: Survey, item: results.Counted) -> list[str]:
    return results.words(found, item.question) if item.answered and not item.bars else []


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
