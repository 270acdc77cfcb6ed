"""What of a survey is printed: the results for the notice board, a poster, slips with codes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from core import addresses, pdf
from organisations.models import Commune, Village
from surveys import trend
from surveys.forms import AnswerForm
from surveys.models import Survey

A_ROW, ROWS = 2, 5  # slips on a sheet


def results_sheet(request: HttpRequest, survey: Survey) -> HttpResponse:
    context = {"results": trend.published(survey), "back": survey.url}
    return _printed(request, survey, "surveys/results_sheet.html", context, survey.slug)


def poster(request: HttpRequest, survey: Survey) -> HttpResponse:
    """One sheet of A4 with the way to the survey, for the village hall."""
    context = {"back": reverse("surveys_admin:survey", args=[survey.pk])}
    return _printed(request, survey, "surveys/poster.html", context, f"{survey.slug}-ap-phich")


def blank(request: HttpRequest, survey: Survey) -> HttpResponse:
    """The questions with boxes to tick, for who answers on paper."""
    version = survey.asked or survey.newest
    fields = AnswerForm(version=version).fields
    questions = [
        (question, [label for value, label in getattr(fields[f"q-{question.key}"], "choices", []) if value != ""])
        for question in version.questions_list
    ]
    context = {"questions": questions, "version": version, "back": reverse("surveys_admin:survey", args=[survey.pk])}
    return _printed(request, survey, "surveys/blank.html", context, f"{survey.slug}-giay")


def slips(request: HttpRequest, survey: Survey, village: Village | None, codes: list[str]) -> HttpResponse:
    """Slips to cut apart, ten a sheet; the codes stand on this paper only."""
    rows = [codes[first : first + A_ROW] for first in range(0, len(codes), A_ROW)]
    pages = [rows[first : first + ROWS] for first in range(0, len(rows), ROWS)]
    context = {"village": village, "pages": pages, "back": reverse("surveys_admin:slips", args=[survey.pk])}
    response = _printed(request, survey, "surveys/slips.html", context, f"{survey.slug}-phieu", is_kept=False)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _printed(
    request: HttpRequest, survey: Survey, template: str, context: dict[str, Any], name: str, *, is_kept: bool = True
) -> HttpResponse:
    """A PDF; where none can be made, or `?ban=html` asks for it, a page to print."""
    on_paper = pdf.is_available() and request.GET.get("ban") != "html"
    html = render_to_string(
        template,
        {
            "survey": survey,
            "language": get_language(),
            "on_paper": on_paper,
            "commune": Commune.load(),
            "address": addresses.absolute(survey.url),
            "short_address": f"{request.get_host()}{reverse('surveys:index')}",  # which somebody can type
            **context,
        },
    )
    return pdf.response(html, name, is_kept=is_kept) if on_paper else HttpResponse(html)
