"""Cases in the admin: the list, and the conversation with its next steps."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.log_actions import log

from feedback import admin_forms as forms
from feedback import deadlines, notices, permissions, redaction, selectors, services
from feedback.enums import FileState, Status
from feedback.models import Case, CasePerson
from feedback.moves import Move, target

PER_PAGE = 30


@dataclass(frozen=True)
class Step:
    """A move as the case screen offers it."""

    form: type[forms.StepForm]
    act: Callable[..., Any]
    label: Any
    done: Any
    primary: bool = False
    press: Any = ""  # on the button that makes it, where that says more than the label


STEPS: dict[Move, Step] = {
    Move.APPROVE: Step(
        forms.StepForm,
        services.approve,
        gettext_lazy("Approve the answer"),
        gettext_lazy("The answer is approved; the sender can read it now."),
        primary=True,
    ),
    Move.SEND_BACK: Step(
        forms.SendBackForm,
        services.send_back,
        gettext_lazy("Return the answer"),
        gettext_lazy("The answer is returned with your reason."),
    ),
    Move.START: Step(
        forms.StepForm,
        services.start,
        gettext_lazy("Start working on it"),
        gettext_lazy("The sender now reads that you are working on it."),
        primary=True,
    ),
    Move.PROPOSE: Step(
        forms.ProposeForm,
        services.propose,
        gettext_lazy("Write the answer"),
        gettext_lazy("The answer waits for approval by a second person."),
        primary=True,
        press=gettext_lazy("Send it to approval"),
    ),
    Move.ASK: Step(
        forms.AskForm,
        services.ask,
        gettext_lazy("Ask the sender"),
        gettext_lazy("The sender reads your question on her page."),
    ),
    Move.ASSIGN: Step(
        forms.AssignForm,
        services.assign,
        gettext_lazy("Give it to another unit"),
        gettext_lazy("The case is with the other unit now."),
    ),
    Move.FORWARD: Step(
        forms.ForwardForm,
        services.forward,
        gettext_lazy("Forward to an office"),
        gettext_lazy("The case is marked as forwarded."),
    ),
    Move.WITHDRAW: Step(
        forms.StepForm,
        services.withdraw,
        gettext_lazy("Take the answer back"),
        gettext_lazy("The answer is taken back; its text is in the next draft."),
    ),
    Move.REOPEN: Step(
        forms.ReopenForm,
        services.reopen,
        gettext_lazy("Look at it again"),
        gettext_lazy("The case is open again."),
        primary=True,
    ),
    Move.KEEP_CLOSED: Step(
        forms.KeepClosedForm,
        services.keep_closed,
        gettext_lazy("Stay with the answer"),
        gettext_lazy("The case is finished; the sender reads your reason."),
    ),
    Move.CLOSE: Step(
        forms.CloseForm,
        services.close,
        gettext_lazy("Finish without an answer"),
        gettext_lazy("The case is finished; the sender reads your reason."),
    ),
    Move.NOTE: Step(
        forms.NoteForm, services.add_note, gettext_lazy("Note for colleagues"), gettext_lazy("The note is kept.")
    ),
}


def _readable_or_refused(request: HttpRequest) -> None:
    if not permissions.may_see_cases(request.user):
        raise PermissionDenied


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The cases this person may read, narrowed."""
    _readable_or_refused(request)
    form = forms.FilterForm(request.GET, label_suffix="")
    filters = form.cleaned_data if form.is_valid() else {}
    page = Paginator(selectors.listed(request.user, filters), PER_PAGE).get_page(request.GET.get("p"))
    query = request.GET.copy()
    query.pop("p", None)
    return render(
        request,
        "feedback/admin/index.html",
        {
            "form": form,
            "page": page,
            "query": query.urlencode(),
            "narrowed": any(filters.values()),
            "may_enter": permissions.may_enter(request.user),
            "may_find_by_phone": permissions.may_find_by_phone(request.user),
            "header_title": _("Cases"),
            "page_title": _("Cases"),
            "header_icon": "mail",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def by_phone(request: HttpRequest) -> HttpResponse:
    """Finds the cases of somebody who lost her receipt. The number travels in no address; each case found is logged."""
    if not permissions.may_find_by_phone(request.user):
        raise PermissionDenied
    form = forms.PhoneForm(request.POST or None, label_suffix="")
    cases = selectors.sent_from(request.user, form.cleaned_data["phone"]) if form.is_valid() else []
    for found in cases:
        log(instance=found, action="feedback.find_by_phone", user=request.user)
    title = _("Find by phone number")
    context = {"form": form, "cases": cases, "header_title": title, "page_title": title, "header_icon": "search"}
    return render(request, "feedback/admin/by_phone.html", context)


SHOWN_WITH = ("unit", "topic", "village", "about", "article", "entered_by", "adoption__village", "adoption__unit")


def case_of(request: HttpRequest, case_id: int) -> Case:
    _readable_or_refused(request)
    found = get_object_or_404(Case.objects.select_related(*SHOWN_WITH, "nomination__deed"), pk=case_id)
    if not permissions.may_read(request.user, found):
        raise PermissionDenied
    return found


@require_safe
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    return case_screen(request, case_of(request, case_id))


def _allowed(user: Any, found: Case) -> list[Move]:
    """The moves this person may make now."""
    answer = selectors.waiting_answer(found)
    works = permissions.may_work(user, found)
    approves = bool(answer and permissions.may_approve(user, answer))
    special = {
        Move.NOTE: permissions.may_note(user, found),
        Move.APPROVE: approves,
        Move.SEND_BACK: approves,
        Move.KEEP_CLOSED: works and user.has_perm("feedback.approve_answer"),
    }
    now = Status(found.status)
    return [move for move in STEPS if target(move, now) is not None and special.get(move, works)]


def _initial(move: Move, found: Case) -> dict[str, Any]:
    initial: dict[str, Any] = {"seen": found.version}
    if move is Move.PROPOSE:
        initial["public_question"] = found.text
        if draft := selectors.last_draft(found):
            names = ("text", "outcome", "publish", "public_question", "public_answer")
            initial |= {name: getattr(draft, name) for name in names if getattr(draft, name)}
    return initial


def case_screen(
    request: HttpRequest,
    found: Case,
    bound: dict[Move, forms.StepForm] | None = None,
    status: int = 200,
    refusal: str = "",
) -> HttpResponse:
    bound = bound or {}
    allowed = _allowed(request.user, found)
    steps = [
        {
            "move": move.value,
            "step": STEPS[move],
            "open": move in bound,
            "possible": move
            in allowed,  # no longer, where somebody else acted first: then what was typed is only shown
            "refusal": refusal if move in bound else "",
            "form": bound.get(move)
            or STEPS[move].form(case=found, initial=_initial(move, found), auto_id=f"{move}_%s"),
        }
        for move in dict.fromkeys([*allowed, *bound])
    ]
    shows_person = getattr(request, "shows_person", False)
    person = getattr(found, "person", None) if shows_person else None
    nomination = getattr(found, "nomination", None)
    last_told = selectors.last_told(found) if person else None
    return render(
        request,
        "feedback/admin/case.html",
        {
            "case": found,
            "due_sum": deadlines.explain(found.due_reason),
            "events": found.events.select_related("unit", "actor", "mail_notice").prefetch_related("attachments"),
            "answer": (answer := selectors.waiting_answer(found)),
            "personal": redaction.personal_in(f"{answer.public_question}\n{answer.public_answer}", found)
            if answer and answer.publish
            else [],
            "steps": steps,
            "has_person": bool(nomination and nomination.guardian_name)
            or CasePerson.objects.filter(case=found).exists(),
            "shows_person": shows_person,
            "may_read_person": permissions.may_read_person(request.user, found),
            "person": person,
            "message": notices.of(last_told) if last_told else None,
            "may_record_copy": permissions.may_work(request.user, found)
            and not found.adoption_id
            and services.model_of(found) is not None,
            "nomination": nomination,
            "may_work": permissions.may_work(request.user, found),
            "may_give_receipt": permissions.may_give_receipt(request.user, found),
            "may_write_article": permissions.may_work(request.user, found) and selectors.is_public(found),
            "header_title": f"{found.get_kind_display()} {found.code}",
            "page_title": found.get_kind_display(),
            "page_subtitle": found.code,
            "header_icon": "mail",
        },
        status=status,
    )


def posted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only by POST; whoever comes by its address (after signing in again, from the history) is led to the case."""

    @wraps(view)
    def wrapped(request: HttpRequest, case_id: int, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return redirect("feedback_admin:case", case_id)
        return view(request, case_id, *args, **kwargs)

    return wrapped


@posted
def step(request: HttpRequest, case_id: int, move: str) -> HttpResponse:
    """Makes one move; what was typed stays on the screen if it cannot be made."""
    found = case_of(request, case_id)
    if move not in STEPS:
        raise Http404
    made = Move(move)
    form = STEPS[made].form(request.POST, case=found, auto_id=f"{move}_%s")
    if not form.is_valid():
        messages.error(request, _("The form was incomplete. Please try again."))
        return case_screen(request, found, {made: form}, status=422, refusal=_("Please complete what is marked."))
    try:
        STEPS[made].act(found, by=request.user, **form.values())
    except services.MoveRefused as refusal:
        messages.error(request, str(refusal))
        found = case_of(request, case_id)
        data = form.data.copy()  # type: ignore[attr-defined]
        data["seen"] = found.version
        again = STEPS[made].form(data, case=found, auto_id=f"{move}_%s")
        return case_screen(request, found, {made: again}, status=409, refusal=str(refusal))
    messages.success(request, STEPS[made].done)
    if permissions.may_read(request.user, found):
        return redirect("feedback_admin:case", case_id)
    return redirect("feedback_admin:index")


@posted
def person(request: HttpRequest, case_id: int) -> HttpResponse:
    """Shows who sent the case, once; that it was looked at is logged."""
    found = case_of(request, case_id)
    if not permissions.may_read_person(request.user, found):
        raise PermissionDenied
    log(instance=found, action="feedback.read_person", user=request.user)
    request.shows_person = True  # type: ignore[attr-defined]
    return case_screen(request, found)


@require_safe
def attachment(request: HttpRequest, case_id: int, attachment_id: int) -> FileResponse:
    """A file of the case once it is harmless: as a download, a picture also to look at (`?xem=1`)."""
    found = case_of(request, case_id)
    item = get_object_or_404(found.attachments, pk=attachment_id, state=FileState.CLEAN)
    inline = item.is_picture and bool(request.GET.get("xem"))
    response = FileResponse(item.file.open(), as_attachment=not inline, filename=item.name, content_type=item.kind)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    return response
