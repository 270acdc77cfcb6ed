"""Surveys in the admin: the list, the screen to write one, one survey with what it brought, answers typed in from paper."""

import uuid
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.log_actions import log

from core import spreadsheets
from core.forms.admin import add_errors
from surveys import admin_forms as forms
from surveys import exports, index, paper, permissions, results, selectors, services, trend
from surveys.enums import Channel, Dimension, Half, Purpose, State
from surveys.forms import AnswerForm
from surveys.models import Survey
from surveys.ready import READY
from surveys.services.standing import half_of
from surveys.services.writing import MOST_QUESTIONS

ICON = "list-ul"
WORDS_AT_ONCE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _survey(request: HttpRequest, survey_id: int) -> Survey:
    if not permissions.may_see(request.user):
        raise PermissionDenied
    return get_object_or_404(Survey.objects.select_related("unit", "about"), pk=survey_id)


def _shown(title: str, **context: Any) -> dict[str, Any]:
    return {**context, "header_title": title, "page_title": title, "header_icon": ICON}


@require_safe
def surveys(request: HttpRequest) -> HttpResponse:
    """All surveys, and the ready-made ones to begin with."""
    if not permissions.may_see(request.user):
        raise PermissionDenied
    every = list(Survey.objects.select_related("unit", "about"))
    year, half = _half(request.GET.get("ky", ""))
    context = {
        "surveys": [survey for survey in every if survey.purpose == Purpose.SURVEY],
        "standing": [survey for survey in every if survey.purpose != Purpose.SURVEY],
        "index": index.satisfaction(year, half),
        "half": (year, half),
        "halves": [
            (year, half, Half(half).of(year))
            for year, half in sorted({(survey.year, survey.half) for survey in every}, reverse=True)
        ],
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
    formset = forms.QuestionFormSet(
        _with_one_more(data), initial=questions, prefix="cau", form_kwargs={"label_suffix": ""}
    )
    are_kept = forms.lock(formset, found.repeats if found else repeats)
    adds = bool(data and "them" in data)
    status = 200
    if data and not adds:
        if form.is_valid() and formset.is_valid() and are_kept:
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
    """One survey: how it stands, what may be done, what it brought; `?theo=` splits it by a fact about who answered."""
    found = _survey(request, survey_id)
    state = found.state
    may_write = permissions.may_write(request.user, found)
    is_over = state in {State.CLOSED, State.PUBLISHED}
    waits = found.newest.put_out_at is None and not is_over
    reads = permissions.may_read_sheets(request.user, found)
    by = _dimension(request.GET.get("theo", "")) if reads else None
    counted = trend.count(found, by)
    context = {
        "survey": found,
        "state": state,
        "people": results.people(found),
        "by": by,
        "dimensions": _dimensions(found) if reads else [],
        "lots": results.numbers(found, by) if by else [],
        "counted": [item for item in counted if item.bars or not item.is_earlier],
        "may_read_sheets": reads,
        "may_export": reads and found.purpose == Purpose.SURVEY,
        "may_delete": may_write and state == State.DRAFT,
        "may_change": may_write and not is_over,
        "may_type_in": may_write and state in {State.OPEN, State.CLOSED},
        "may_repeat": may_write and state != State.DRAFT,
        "may_print_slips": may_write and state in {State.WAITING, State.OPEN},
        "may_put_out": waits and permissions.may_put_out(request.user, found),
        "may_publish": permissions.may_publish(request.user, found) and state == State.CLOSED,
        "waits": waits,
    }
    return render(request, "surveys/admin/survey.html", _shown(found.title, **context))


@require_safe
def export(request: HttpRequest, survey_id: int, kind: str) -> HttpResponse:
    """Every filled-in sheet as a row, for a spreadsheet: put together, its columns may tell who filled it in."""
    found = _survey(request, survey_id)
    if not permissions.may_read_sheets(request.user, found) or found.purpose != Purpose.SURVEY:
        raise PermissionDenied  # a single judgement of a case leads to the case
    log(found, "surveys.export", user=request.user)
    rows = exports.rows(found)
    if kind == "xlsx":
        content, content_type = spreadsheets.as_xlsx(_("Answers"), rows), XLSX
    else:
        content, content_type = spreadsheets.as_csv(rows), "text/csv; charset=utf-8"
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.{kind}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
def poster(request: HttpRequest, survey_id: int) -> HttpResponse:
    return paper.poster(request, _survey(request, survey_id))


@require_safe
def blank(request: HttpRequest, survey_id: int) -> HttpResponse:
    return paper.blank(request, _survey(request, survey_id))


@require_http_methods(["GET", "POST"])
def slips(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Slips with codes: how many there are and were used, village by village; printing new ones."""
    found = _survey(request, survey_id)
    if not permissions.may_write(request.user, found):
        raise PermissionDenied
    form = forms.SlipsForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        village, number = form.cleaned_data["village"], form.cleaned_data["number"]
        try:
            codes = services.print_slips(found, by=request.user, number=number, village=village)
        except services.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return paper.slips(request, found, village, codes)
    context = {"survey": found, "form": form, "slips": selectors.slips(found)}
    title = _("Slips with codes: “%(title)s”") % {"title": found.title}
    return render(request, "surveys/admin/slips.html", _shown(title, **context), status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, survey_id: int) -> HttpResponse:
    """What people wrote, and what of it everybody may read: each text is looked over, and changed where it names somebody."""
    found = _survey(request, survey_id)
    if not permissions.may_read_sheets(request.user, found):
        raise PermissionDenied
    page = Paginator(results.words(found), WORDS_AT_ONCE).get_page(request.GET.get("p"))
    refusals: dict[int, str] = {}
    if request.method == "POST":
        for answer in page.object_list:
            if f"public-{answer.pk}" not in request.POST:
                continue  # it came while the officer was reading
            public = request.POST[f"public-{answer.pk}"] if f"chosen-{answer.pk}" in request.POST else ""
            try:
                services.review_words(answer, by=request.user, public=public)
            except services.Refused as refusal:
                refusals[answer.pk] = str(refusal)
                answer.public_words = public
        if not refusals:
            messages.success(request, _("Kept. What is ticked stands with the results once they are published."))
            return redirect(f"{reverse('surveys_admin:review', args=[survey_id])}?p={page.number}")
    rows = [(answer, refusals.get(answer.pk, "")) for answer in page.object_list]
    context = {"survey": found, "page": page, "rows": rows}
    title = _("What people wrote: “%(title)s”") % {"title": found.title}
    return render(request, "surveys/admin/review.html", _shown(title, **context), status=422 if refusals else 200)


@require_safe
def preview(request: HttpRequest, survey_id: int) -> HttpResponse:
    """The survey as people will see it; what is filled in here is sent nowhere."""
    found = _survey(request, survey_id)
    form = AnswerForm(initial=AnswerForm.new_initial(), version=found.newest)
    context = {"survey": found, "form": form, "state": State.OPEN.value, "is_preview": True}
    return render(request, "surveys/survey.html", context)


@require_POST
def delete(request: HttpRequest, survey_id: int) -> HttpResponse:
    """A draft that nobody needs."""
    found = _survey(request, survey_id)
    try:
        services.delete_draft(found, by=request.user)
    except services.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("surveys_admin:survey", survey_id)
    messages.success(request, _("The draft is deleted."))
    return redirect("surveys_admin:index")


@require_POST
def put_out(request: HttpRequest, survey_id: int) -> HttpResponse:
    found = _survey(request, survey_id)
    try:
        seen = parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        seen = None
    return _act(
        request,
        found,
        lambda: services.put_out(found, by=request.user, seen=seen),
        _("It is put out: people can answer from %(day)s on.") % {"day": date_format(localdate(found.opens_at))},
    )


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, survey_id: int) -> HttpResponse:
    """First what everybody will read, split as the address says (`?chia=`); then it is public for good."""
    found = _survey(request, survey_id)
    if request.method == "GET":
        if not permissions.may_publish(request.user, found) or found.state != State.CLOSED:
            raise PermissionDenied
        chosen = request.GET.get("chia", Dimension.VILLAGE if found.purpose == Purpose.SURVEY else Dimension.UNIT)
        context = {
            "survey": found,
            "form": forms.PublishForm(initial={"chia": chosen}, survey=found),
            "split": _dimension(chosen),
            "results": results.read(results.freeze(found, _dimension(chosen))),
            "unread": results.words(found).filter(reviewed_on=None).count(),
            "typed_in": results.typed_in(found),
        }
        title = _("Publish the results of “%(title)s”") % {"title": found.title}
        return render(request, "surveys/admin/publish.html", _shown(title, **context))
    split = _dimension(request.POST.get("split", ""))
    return _act(
        request,
        found,
        lambda: services.publish_results(found, by=request.user, split=split),
        _("The results are public now."),
    )


@require_http_methods(["GET", "POST"])
def type_in(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Answers from paper, one sheet after the other."""
    found = _survey(request, survey_id)
    if not permissions.may_write(request.user, found) or found.asked is None:
        raise PermissionDenied
    put_out = list(found.versions.filter(put_out_at__isnull=False).order_by("-number"))
    version = next((each for each in put_out if str(each.number) == request.GET.get("ban", "")), put_out[0])
    bound = request.method == "POST"
    data = request.POST if bound else None
    form = AnswerForm(data, initial={"key": uuid.uuid4()}, version=version, on_paper=True)
    if bound and form.is_valid():
        filled = form.filled(Channel.PAPER)
        try:
            if filled.is_blank:
                raise services.Refused(_("Nothing is chosen or written here: a sheet that is blank is not counted."))
            services.submit(found, version, filled, by=request.user)
        except services.SentBefore:
            form.use_new_key()
            form.add_error(None, _("The sheet before is counted. If this one is another, count it too."))
        except services.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The sheet is counted. Here is the next one."))
            return redirect(request.get_full_path())
    title = _("Type in a sheet: “%(title)s”") % {"title": found.title}
    context = _shown(title, form=form, survey=found, version=version, put_out=put_out)
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
    number = _number(data.get("cau-TOTAL_FORMS", ""))
    if number < MOST_QUESTIONS:
        more["cau-TOTAL_FORMS"] = str(number + 1)
        more.update({f"cau-{number}-{name}": value for name, value in forms.NEW_QUESTION.items()})
        more[f"cau-{number}-ORDER"] = str(number + 1)
    return more


def _half(typed: str) -> tuple[int, int]:
    """The half-year in an address (`2026-1`); else this one."""
    year, _dash, half = typed.partition("-")
    if _number(year) and half in ("1", "2"):
        return _number(year), int(half)
    return half_of(timezone.localdate())


def _dimension(typed: str) -> Dimension | None:
    return Dimension(typed) if typed in Dimension.values else None


def _dimensions(found: Survey) -> list[Dimension]:
    """What the answers of `found` can be split by."""
    if found.purpose != Purpose.SURVEY:
        return [Dimension.UNIT]
    return [Dimension.VILLAGE, Dimension.AGE, Dimension.CHANNEL]


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
