"""A model on paper: how others can do the same, on one or two sheets of A4."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.decorators.http import require_safe

from core import addresses, languages, pdf
from core.visibility import visible_to_public
from models_showcase.models import ModelPage
from organisations.models import Commune


@require_safe
def model_kit(request: HttpRequest, pk: int) -> HttpResponse:
    """The kit as a PDF; where none can be made, as a page to print."""
    if not pdf.is_available():
        return redirect("model_kit_page", pk)
    page = _visible(pk)
    return pdf.response(_kit(request, page, on_paper=True), page.slug)


@require_safe
def model_kit_page(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse(_kit(request, _visible(pk), on_paper=False))


def _visible(pk: int) -> ModelPage:
    return get_object_or_404(visible_to_public(ModelPage.objects.all()).for_listing(), pk=pk)


def _kit(request: HttpRequest, page: ModelPage, *, on_paper: bool) -> str:
    language = languages.code_of(page.locale_id)
    with override(language):
        context: dict[str, Any] = {
            "page": page,
            "language": language,
            "on_paper": on_paper,
            "commune": Commune.load(),
            "address": addresses.absolute(page.get_url(request)),
        }
        return render_to_string("models_showcase/kit.html", context)
