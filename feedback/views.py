"""What citizens see: the form, the receipt, the look-up, their own case. No script, no account; one cookie (`sent_here`).

Nobody is signed in here (`core.origin.public_form`). The form carries a signed time; the private link is itself what opens a case.
"""

import logging
import uuid
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.db import DatabaseError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseGone
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from core import addresses, challenge, kept, limits
from core.bodies import takes_files
from core.challenge import Challenge
from core.limits import AN_HOUR
from core.origin import public_form
from core.sharing import described
from core.uploads import without_room
from core.visibility import visible_to_public
from feedback import deadlines, receipts, sent_here, services
from feedback.enums import FileState, Judgement, Kind, Status
from feedback.forms import (
    CitizenForm,
    CopyForm,
    FeedbackForm,
    JudgementForm,
    LookupForm,
    MessageForm,
    NominationForm,
)
from feedback.models import Case, PendingUpload
from feedback.moves import Move, target
from models_showcase.models import ModelPage
from organisations.enums import UnitKind
from organisations.models import Unit, Village

logger = logging.getLogger(__name__)
# An hour; after so many each one does a small sum.
LOOKUPS_OF_ADDRESS = 20  # wrong ones
LOOKUPS_OF_CODE = 20  # wrong ones, wherever they come from
MESSAGES_OF_CASE = 20
# So many times as many, and they wait. For a code less: it is no secret, and has a million of them to be tried.
FAR_BEYOND, FAR_BEYOND_OF_CODE = 10, 3
A_NEW_ONE = "new"
FILLED_IN = gettext_noop(
    "A field that nobody sees came filled in; often the phone does that by itself. "
    "Please do a small sum, so that we know you are a person."
)
View = Callable[..., Any]


def unkept(view: View) -> View:
    """A page made for one visit (its form carries a key): kept by no cache, its address told to no other site."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = _answer(view, request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return wrapped


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
    """What `view` answers, or the page of what it raised: also that a page is not there is told to one person only."""
    return convert_exception_to_response(lambda request: view(request, *args, **kwargs))(request)


def private(view: View) -> View:
    """A page for one person: unkept, and found by no search engine."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = unkept(view)(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapped


@public_form
@unkept
@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    """The form, empty, with its errors, or sent."""
    if request.method != "POST":
        initial = {
            **_initial(request, FeedbackForm),
            "about": request.GET.get("bai", ""),
            "village": _village(request),
        }
        return _form_page(request, FeedbackForm(initial=initial))
    return _receive(request, FeedbackForm(request.POST, request.FILES))


@public_form
@unkept
@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
def nominate(request: HttpRequest) -> HttpResponse:
    """The form by which anybody proposes a good deed, likewise."""
    if request.method != "POST":
        initial = {**_initial(request, NominationForm), "village": _village(request)}
        return _form_page(request, NominationForm(initial=initial))
    return _receive(request, NominationForm(request.POST, request.FILES))


@public_form
@unkept
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form by which a village says that it wants to copy a model, likewise."""
    model = get_object_or_404(visible_to_public(ModelPage.objects.all()), pk=page_id)
    if not model.may_be_copied:
        return redirect(model.url) if request.method != "POST" else HttpResponseGone()
    if request.method != "POST":
        initial = {**_initial(request, CopyForm), "village": _village(request)}
        return _form_page(request, CopyForm(initial=initial, model=model))
    return _receive(request, CopyForm(request.POST, model=model))


def _initial(request: HttpRequest, form: type[CitizenForm]) -> dict[str, Any]:
    """What a form begins with: the key of the one this browser sent, where it may have gone back to it, else a new one."""
    sent = sent_here.keys(request)
    return form.initial_again(sent[-1]) if sent and sent_here.may_be_back(request) else form.new_initial()


def _village(request: HttpRequest) -> Village | None:
    return Village.objects.current().filter(slug=request.GET.get("thon", "")).first()


def _receive(request: HttpRequest, bound: CitizenForm) -> HttpResponse:
    key = bound.ensure_key()
    bound.is_valid()
    # What has an error and brings no photos (they are kept) comes in nowhere: it is not counted.
    comes_in = not bound.errors or bool(bound.cleaned_data.get("photos"))
    sent = limits.count("submit", limits.client_address(request), AN_HOUR) if comes_in else 0
    if sent > settings.FEEDBACK_SUBMISSIONS_PER_HOUR:
        sentence = _("Very many messages came from your network within an hour. Please try again later.")
        return kept.page(request, sentence, status=429)
    asked = challenge.needed(sent, settings.FEEDBACK_SUBMISSIONS_UNASKED, request.POST, str(key))
    if bound.is_filled_by_machine and not (asked or challenge.is_answered(request.POST, str(key))):
        asked = challenge.ask(request.POST, str(key), why=_(FILLED_IN))
    return _send(request, bound, key, asked)


def _send(request: HttpRequest, bound: CitizenForm, key: uuid.UUID, asked: Challenge | None) -> HttpResponse:
    """Takes in what is right, and shows the form again with all that was typed and chosen where something is not."""
    uploads: list[PendingUpload] = []
    try:
        uploads, refused = services.store(key, bound.cleaned_data.get("photos") or [])
        for sentence in [*refused, *without_room(request)]:
            bound.add_error("photos", sentence)
        if bound.errors or bound.is_grievance or asked:
            services.keep(uploads)
            return _form_page(
                request,
                bound,
                status=422 if bound.errors or asked else 200,
                grievance=not bound.errors and bound.is_grievance,
                asked=asked,
                belongs=request.POST.get("belongs", ""),
            )
        return _take_in(request, bound, uploads)
    except (OSError, DatabaseError):
        logger.exception("A submission could not be kept")
        with suppress(DatabaseError):
            services.keep(uploads)
        bound.add_error(
            None,
            _("We could not keep your message just now; it is not sent yet. Please press “Send” again in a moment."),
        )
        return _form_page(request, bound, status=503)


def _take_in(request: HttpRequest, bound: CitizenForm, uploads: list[PendingUpload]) -> HttpResponse:
    """Keeps it as a case; where this browser sent another from the same form, asks first whether it belongs to that."""
    submission, belongs = bound.submission(), request.POST.get("belongs", "")
    before = list(Case.objects.filter(idempotency_key__in=sent_here.keys(request)).order_by("-pk"))
    if earlier := next((case for case in before if case.code == belongs), None):
        return _add(request, bound, earlier, uploads)
    if belongs != A_NEW_ONE and (earlier := sent_here.changed(before, submission)):
        services.keep(uploads)
        return _ask_where_it_belongs(request, bound, earlier)
    try:
        case = services.submit(submission, uploads=uploads, before=before)
    except services.KeyReused as reused:
        return _ask_where_it_belongs(request, bound, reused.case if reused.case in before else None)
    response = redirect("feedback:receipt", case.receipt.token)
    sent_here.remember(request, response, case.idempotency_key)
    return response


def _add(request: HttpRequest, bound: CitizenForm, earlier: Case, uploads: list[PendingUpload]) -> HttpResponse:
    """Adds it to what this browser sent a short time ago."""
    try:
        services.add_to(earlier, bound.submission(), uploads=uploads)
    except services.MoveRefused as refusal:
        bound.add_error(None, str(refusal))
        return _form_page(request, bound, status=409, belongs=A_NEW_ONE)
    return redirect(f"{reverse('feedback:case', args=[earlier.receipt.token])}?da-gui=loi#dien-bien")


def _ask_where_it_belongs(request: HttpRequest, bound: CitizenForm, earlier: Case | None) -> HttpResponse:
    """The form under a new key, with the question; `earlier` only where this browser sent it: nobody else learns its code."""
    next_key = uuid.uuid4()
    services.keep_under(bound.cleaned_data["key"], next_key)
    bound.restate(key=next_key)
    if earlier:
        sentence = _(
            "You sent %(code)s from this form a short time ago, and what stands below differs from it. "
            "Shall it be added to %(code)s, or is it something new?"
        ) % {"code": earlier.code}
    else:
        sentence = _(
            "Your first message was received; its receipt stays as it is. "
            "What stands below differs from it: press “Send” to send it too."
        )
    bound.add_error(None, sentence)
    return _form_page(request, bound, status=409, earlier=earlier)


def _form_page(
    request: HttpRequest,
    bound: CitizenForm,
    *,
    status: int = 200,
    grievance: bool = False,
    asked: Challenge | None = None,
    earlier: Case | None = None,
    belongs: str = "",
) -> HttpResponse:
    if bound.is_bound:
        bound.open_again()
    key = bound.ensure_key() if bound.is_bound else None
    return render(
        request,
        "feedback/form.html",
        {
            **described(request, str(bound.title)),
            "form": bound,
            "pending": list(services.pending_of(key)) if key and bound.takes_photos else [],
            "about": bound.about_page,
            "may_be_back": not bound.is_bound and sent_here.may_be_back(request) and sent_here.keys(request),
            "grievance": grievance,
            "challenge": asked,
            "earlier": earlier,
            "belongs": belongs,
            "offices": Unit.objects.open().filter(kind=UnitKind.AUTHORITY) if grievance else [],
        },
        status=status,
    )


@private
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """What the citizen keeps: code, secret, private link, who handles it, until when."""
    case = _case_or_404(token)
    lookup_address = f"{request.get_host()}{reverse('feedback:lookup')}"
    context = {**_about(case), "link": _link(request, case), "lookup_address": lookup_address}
    return render(request, "feedback/receipt.html", context)


@public_form
@unkept
@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """Opens a case with code and secret. A wrong code and a wrong secret get the same answer by the same work."""
    if request.method != "POST":
        empty = LookupForm(initial={"code": request.GET.get("ma", "")})
        return render(request, "feedback/lookup.html", {**described(request, _("Look up your case")), "form": empty})
    bound = LookupForm(request.POST)
    if not bound.is_valid():
        return render(request, "feedback/lookup.html", {"form": bound}, status=422)
    codes, secret = bound.cleaned_data["code"], bound.cleaned_data["secret"]
    guesses = [receipts.lookup_hash(code, secret) for code in codes]
    guess = " ".join(guesses)
    tried = _Tries(limits.client_address(request), codes, guess)
    if tried.far_too_many:
        bound.add_error(None, tried.refusal)
        return render(request, "feedback/lookup.html", {"form": bound}, status=429)
    if tried.many and not challenge.is_answered(request.POST, guess):  # 429: this guess was not tried
        asked = challenge.ask(request.POST, guess, why=tried.why)
        return render(request, "feedback/lookup.html", {"form": bound, "challenge": asked}, status=429)
    case = Case.objects.filter(lookup_hash__in=guesses).first()
    if case is None:
        tried.one_more()
        bound.add_error(None, _("Code and secret do not fit together. Please compare both with your receipt."))
        return render(request, "feedback/lookup.html", {"form": bound}, status=422)
    return redirect("feedback:case", case.receipt.token)


def _hour_ends() -> str:
    """When the tries of this hour are forgotten."""
    return time_format(timezone.localtime(limits.window_ends(AN_HOUR)))


class _Tries:
    """Wrong look-ups within this hour, of one network and of one code. Right ones do not count: a village shares one network.

    What may stand for several codes is a try of each; the same guess again and again (a key that sticks) is one.
    """

    def __init__(self, address: str, codes: list[str], guess: str) -> None:
        self.guess = f"{address} {guess}"
        self.who = [*(("lookup", address) for _code in codes), *(("lookup.code", code) for code in codes)]
        so_far = [(purpose, limits.so_far(purpose, who, AN_HOUR)) for purpose, who in dict.fromkeys(self.who)]
        self.of_address = max(number for purpose, number in so_far if purpose == "lookup")
        self.of_code = max(number for purpose, number in so_far if purpose == "lookup.code")

    @property
    def many(self) -> bool:
        return self._reached(1, 1)

    @property
    def far_too_many(self) -> bool:
        return self._reached(FAR_BEYOND, FAR_BEYOND_OF_CODE)

    @property
    def why(self) -> str:
        """Why a sum is asked, and how long."""
        return _(
            "Within this hour, codes and secrets were often typed wrong from your network, or with this code. "
            "Until %(time)s please do a small sum with each try, so that we know you are a person."
        ) % {"time": _hour_ends()}

    @property
    def refusal(self) -> str:
        """Why not even a sum helps, how long, and what does."""
        return _(
            "Too many wrong tries. Please try again after %(time)s, open your private link, or ask the committee by phone."
        ) % {"time": _hour_ends()}

    def _reached(self, times: int, times_of_code: int) -> bool:
        return self.of_address >= LOOKUPS_OF_ADDRESS * times or self.of_code >= LOOKUPS_OF_CODE * times_of_code

    def one_more(self) -> None:
        if limits.count("lookup.same", self.guess, AN_HOUR, guards_secret=True) > 1:
            return
        for purpose, who in self.who:
            limits.count(purpose, who, AN_HOUR, guards_secret=True)


@public_form
@private
@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, token: str) -> HttpResponse:
    """The citizen's own case: how it stands, the conversation, and what she may do now."""
    found = _case_or_404(token)
    if request.method != "POST":
        return _case_page(request, found)
    bound = MessageForm(request.POST, request.FILES)
    key = bound.ensure_key()
    if not bound.is_valid():
        services.keep_pending(key, bound.cleaned_data.get("photos") or [])
        return _case_page(request, found, message=bound, status=422)
    sent = limits.count("message", str(found.random_id), AN_HOUR)
    if sent > MESSAGES_OF_CASE * FAR_BEYOND:
        return kept.page(request, _("Very many messages came within an hour. Please try again later."), status=429)
    message = bound.cleaned_data["words"]
    _pending, refused = services.keep_pending(key, bound.cleaned_data["photos"])
    refused += without_room(request)
    for sentence in refused:
        bound.add_error("photos", sentence)
    why = _(
        "Very many messages came to this case within an hour. Please do a small sum, so that we know you are a person."
    )
    asked = challenge.needed(sent, MESSAGES_OF_CASE, request.POST, f"{key} {message}", why)
    if refused or asked:
        return _case_page(request, found, message=bound, asked=asked, status=422)
    try:
        services.write(found, words=message, key=key)
    except services.MoveRefused as refusal:
        return _refused(request, found, refusal, message=bound)
    return redirect(f"{reverse('feedback:case', args=[token])}?da-gui=loi#dien-bien")


@public_form
@private
@require_POST
def judge(request: HttpRequest, token: str) -> HttpResponse:
    """The citizen says whether the answer helped."""
    found = _case_or_404(token)
    bound = JudgementForm(request.POST)
    if not bound.is_valid():
        return _case_page(request, found, judgement=bound, status=422)
    judgement = Judgement(bound.cleaned_data["judgement"])
    try:
        services.judge(found, judgement=judgement, words=bound.cleaned_data["judgement_words"])
    except services.MoveRefused as refusal:
        return _refused(request, found, refusal, judgement=bound)
    return redirect(f"{reverse('feedback:case', args=[token])}?da-gui=danh-gia#dien-bien")


@private
@require_safe
def attachment(request: HttpRequest, token: str, attachment_id: int) -> FileResponse:
    """A file of the case, as a download, once the queue has made it harmless."""
    found = _case_or_404(token)
    item = get_object_or_404(found.attachments, pk=attachment_id, state=FileState.CLEAN)
    response = FileResponse(item.file.open(), as_attachment=True, filename=item.name, content_type=item.kind)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@public_form
@private
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Asks, then stops the mail: programs that follow links in mail do not press buttons."""
    found = _case_or_404(token)
    if request.method == "POST":
        services.stop_mail(found)
        return redirect(f"{reverse('feedback:case', args=[token])}?da-gui=ngung-thu")
    return render(request, "feedback/stop_mail.html", {"case": found, "token": token})


def _refused(
    request: HttpRequest, found: Case, refusal: services.MoveRefused, **bound: MessageForm | JudgementForm
) -> HttpResponse:
    """The case's page with its form and why; where it has that form no more (it was closed meanwhile), what was typed."""
    found.refresh_from_db()
    if not (_may_write(found) if "message" in bound else _may_judge(found)):
        return kept.page(request, str(refusal), status=409, again=False)
    for form in bound.values():
        form.add_error(None, str(refusal))
    return _case_page(request, found, **bound, status=409)  # type: ignore[arg-type]


def _may_write(found: Case) -> bool:
    return target(Move.WRITE, Status(found.status)) is not None


def _may_judge(found: Case) -> bool:
    return found.status == Status.ANSWERED and found.kind != Kind.NOMINATION


def _case_page(
    request: HttpRequest,
    found: Case,
    *,
    message: MessageForm | None = None,
    judgement: JudgementForm | None = None,
    asked: Challenge | None = None,
    status: int = 200,
) -> HttpResponse:
    events = list(found.events.for_citizen().select_related("unit").prefetch_related("attachments"))
    key = message.ensure_key() if message else None
    return render(
        request,
        "feedback/case.html",
        {
            **_about(found),
            "events": events,
            "article": visible_to_public(Page.objects.filter(pk=found.article_id or 0)).first(),
            "may_write": _may_write(found),
            "may_judge": _may_judge(found),
            "pending": list(services.pending_of(key)) if key else [],
            "challenge": asked,
            "message_form": message or MessageForm(initial={"key": uuid.uuid4()}),
            "judgement_form": judgement or JudgementForm(),
            "sent": request.GET.get("da-gui", ""),
        },
        status=status,
    )


def _about(found: Case) -> dict[str, Any]:
    return {
        "case": found,
        "token": found.receipt.token,
        "due_sum": deadlines.explain(found.due_reason),
        "files": list(found.attachments.all()),
    }


def _link(request: HttpRequest, found: Case) -> str:
    return addresses.absolute(reverse("feedback:case", args=[found.receipt.token]))


def _case_or_404(token: str) -> Case:
    random_id = receipts.random_id_of(token)
    if random_id is None:
        raise Http404
    return get_object_or_404(Case.objects.select_related("unit", "topic", "village", "about"), random_id=random_id)
