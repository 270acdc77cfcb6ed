"""What everybody may read of cases: the questions answered in public, and each of them at an address of its own."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core import addresses, listing
from core.listing import Facet, facet_of_things, facet_of_years
from core.sharing import described, share_links
from feedback.models import ProposedAnswer
from organisations.models import Topic, Unit, Village

OTHERS = 3


@require_safe
def answer_list(request: HttpRequest) -> HttpResponse:
    """All public answers, the newest first: `/hoi-dap/?chu-de=…&don-vi=…&thon=…&nam=…&page=…`."""
    answers = ProposedAnswer.objects.public()
    shared = listing.context(request, _facets(answers), answers.for_listing())
    count = shared["listed"].paginator.count
    context = {
        **shared,
        **described(request, _("You asked, we answered")),
        "breadcrumb": _trail()[:1],
        "result_label": ngettext("%(number)s answer", "%(number)s answers", count) % {"number": intcomma(count)},
    }
    return render(request, "feedback/answer_list.html", context)


def _facets(answers: Any) -> list[Facet]:
    return [
        facet_of_things("chu-de", _("Topic"), "case__topic__slug", Topic.objects.all()),
        facet_of_things("don-vi", _("Unit"), "case__unit__slug", Unit.objects.all(), short="short_name"),
        facet_of_things("thon", _("Village"), "case__village__slug", Village.objects.all()),
        facet_of_years("nam", _("Year"), "approved_at", answers),
    ]


def _trail() -> list[dict[str, str]]:
    return [
        {"title": _("Home page"), "url": reverse("wagtail_serve", args=[""])},
        {"title": _("You asked, we answered"), "url": reverse("answers:list")},
    ]


@require_safe
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """One question with its answer. Where the case was reopened and answered anew, its newest answer."""
    public = ProposedAnswer.objects.public().for_listing()
    found = public.filter(case__answers=pk).first()
    if found is None:
        raise Http404
    if found.pk != pk:
        return redirect(found)
    same = public.filter(case__topic=found.case.topic_id) if found.case.topic_id else public
    image = reverse("answer_card", args=[found.pk, found.card.digest])
    context = {
        **described(request, found.title, image),
        "answer": found,
        "breadcrumb": _trail(),
        "others": same.exclude(pk=found.pk)[:OTHERS],
        "share": share_links(addresses.absolute(found.get_absolute_url()), found.title),
        "reach_query": f"thon={found.case.village.slug}" if found.case.village else "",
    }
    return render(request, "feedback/answer.html", context)
