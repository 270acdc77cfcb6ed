"""What people see: the surveys, one survey to answer, thanks. No account, no script; one cookie, that says it was answered."""

import uuid
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from core import challenge, kept, limits, text
from core.challenge import Challenge
from core.limits import AN_HOUR
from core.origin import public_form
from core.sharing import described
from core.visibility import visible_to_public
from surveys import paper, services, trend
from surveys.enums import Purpose, State
from surveys.forms import LONGEST_CODE, AnswerForm
from surveys.models import Survey

CODES_PER_HOUR = 100  # wrong ones, of one network
ANSWERED, USEFUL = "khao-sat", "huu-ich"  # cookies
KEPT = 60 * 60 * 24 * 200  # seconds: longer than a half-year


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What is asked now, and what was asked."""
    shown = list(Survey.objects.shown().select_related("unit", "about"))
    context = {
        **described(request, _("Surveys")),
        "open": [survey for survey in shown if survey.state in {State.OPEN, State.WAITING}],
        "over": [survey for survey in shown if survey.state in {State.CLOSED, State.PUBLISHED}],
    }
    return render(request, "surveys/list.html", context)


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, slug: str) -> HttpResponse:
    """One survey: its questions while it is open; else how it stands."""
    found = _shown(slug)
    if request.method != "POST":
        code = text.clean(request.GET.get("ma", ""))[:LONGEST_CODE]
        form = AnswerForm(initial=AnswerForm.new_initial(code), version=found.asked or found.newest)
        refused, asked = _code_refused(request, found, code) if code else ("", None)
        return _page(request, found, form, wrong_code=refused, slip_asked=asked)
    version = found.versions.filter(put_out_at__isnull=False, number=_number(request.POST.get("version", ""))).first()
    form = AnswerForm(request.POST, version=version or found.asked or found.newest)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    filled = form.filled()
    has_slip = bool(filled.code) and not _code_refused(request, found, filled.code)[0]
    sent = 0 if has_slip else limits.count("survey", limits.client_address(request), AN_HOUR)
    if sent > settings.SURVEY_ANSWERS_PER_HOUR:
        form.add_error(None, _("Very many answers came from your network within an hour. Please try again later."))
        return _page(request, found, form, status=429)
    if asked := challenge.needed(sent, settings.SURVEY_ANSWERS_UNASKED, request.POST, request.POST["key"]):
        return _page(request, found, form, status=422, asked=asked)
    if not filled.code and "another" not in request.POST and _was_answered(request, found, filled):
        form.use_new_key()
        return _page(request, found, form, status=409, was_answered=True)
    try:
        services.submit(found, form.version, filled)
    except services.SentBefore:
        form.use_new_key()
        return _page(request, found, form, status=409, was_answered=True)
    except services.Refused as refusal:
        if found.state != State.OPEN:  # its page has no form any more
            return kept.page(request, str(refusal), status=409, again=False)
        form.add_error(None, str(refusal))
        return _page(request, found, form, status=409)
    response = redirect("surveys:thanks", slug)
    _keep(request, response, ANSWERED, [*_answered(request)[-20:], found.pk])
    return response


@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens next."""
    found = _shown(slug)
    return render(request, "surveys/thanks.html", {**described(request, _("Thank you")), "survey": found})


@require_safe
def results_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The results on paper, for the notice board."""
    found = _shown(slug)
    if found.state != State.PUBLISHED:
        raise Http404
    return paper.results_sheet(request, found)


@public_form
@require_POST
def page_was_useful(request: HttpRequest) -> HttpResponse:
    """Yes or no to "was this page useful?"; counted once a browser, and the visitor is back on the page."""
    page = get_object_or_404(visible_to_public(Page.objects.all()), pk=_number(request.POST.get("page", "")))
    value = request.POST.get("value", "")
    judged = _kept(request, USEFUL)
    if value in ("0", "1") and page.pk not in judged:
        sent = limits.count("useful", limits.client_address(request), AN_HOUR)
        if asked := challenge.needed(sent, settings.SURVEY_ANSWERS_UNASKED, request.POST, f"{page.pk} {value}"):
            return kept.page(request, _("One small sum, then your answer is counted."), status=422, asked=asked)
        unit, sum_done = getattr(page.specific, "unit", None), request.POST.get("challenge")
        key = uuid.uuid5(uuid.NAMESPACE_URL, sum_done) if sum_done else uuid.uuid4()  # each sum is good for one answer
        with suppress(IntegrityError):  # the same sum again
            services.record_standing(Purpose.PAGES, value=int(value), unit=unit, page=page, key=key)
    context = {
        **described(request, _("Thank you")),
        "page_address": page.get_url(request),
        "was_useful": value == "1",
        "reach_query": f"bai={page.pk}",
    }
    response = render(request, "surveys/useful_thanks.html", context)
    _keep(request, response, USEFUL, [*judged[-40:], page.pk])
    return response


def _page(
    request: HttpRequest,
    found: Survey,
    form: AnswerForm,
    status: int = 200,
    asked: Challenge | None = None,
    wrong_code: str = "",
    slip_asked: Challenge | None = None,
    was_answered: bool = False,
) -> HttpResponse:
    context: dict[str, Any] = {
        **described(request, found.label),
        "survey": found,
        "form": form,
        "challenge": asked,
        "code": form["code"].value() or "",
        "wrong_code": wrong_code,
        "slip_challenge": slip_asked,
        "state": found.state.value,
        "results": trend.published(found) if found.state == State.PUBLISHED else None,
        "answered": _is_answered(request, found, form),
        "was_answered": was_answered,
        "is_another": "nguoi-khac" in request.GET or ("another" in request.POST and not was_answered),
    }
    response = render(request, "surveys/survey.html", context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _is_answered(request: HttpRequest, found: Survey, form: AnswerForm) -> bool:
    """Whether the page says so in the place of the questions."""
    is_asked_for = form.is_bound or form["code"].value() or "nguoi-khac" in request.GET
    return found.pk in _answered(request) and not is_asked_for


def _was_answered(request: HttpRequest, found: Survey, filled: services.Filled) -> bool:
    """Whether this browser answered before, and not by this form with these answers: somebody else may sit at it now."""
    try:
        return found.pk in _answered(request) and not services.is_kept(found, filled)
    except services.SentBefore:
        return True


def _code_refused(request: HttpRequest, found: Survey, code: str) -> tuple[str, Challenge | None]:
    """Why the code of a slip is no good; empty if it is. From where very many wrong ones came, a sum comes first."""
    address = limits.client_address(request)
    wrong = limits.so_far("survey.code", address, AN_HOUR)
    why = _("Very many wrong codes came from your network. Please do the sum first.")
    if asked := challenge.needed(wrong, CODES_PER_HOUR - 1, request.GET, code, why):
        return asked.why, asked
    try:
        services.unspent(found, code)
    except services.SlipSpent as refusal:  # she opens her own once more
        return str(refusal), None
    except services.Refused as refusal:
        limits.count("survey.code", address, AN_HOUR, guards_secret=True)
        return str(refusal), None
    return "", None


def _shown(slug: str) -> Survey:
    return get_object_or_404(Survey.objects.shown().select_related("unit", "about"), slug=slug)


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def _answered(request: HttpRequest) -> list[int]:
    """The surveys that this browser answered."""
    return _kept(request, ANSWERED)


def _kept(request: HttpRequest, cookie: str) -> list[int]:
    """What this browser answered, as its signed cookie says."""
    try:
        return list(signing.loads(request.COOKIES.get(cookie, ""), salt=f"surveys.{cookie}", max_age=KEPT))
    except signing.BadSignature:
        return []


def _keep(request: HttpRequest, response: HttpResponse, cookie: str, keys: list[int]) -> None:
    response.set_cookie(
        cookie,
        signing.dumps(keys, salt=f"surveys.{cookie}"),
        max_age=KEPT,
        path="/",
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
