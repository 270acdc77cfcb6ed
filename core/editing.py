"""The editor on a weak line: one form makes one page however often it arrives, and a script is told when nobody is signed in any more."""

import re
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.models import Page

from core.middleware import ADMIN_PREFIX

KEY = re.compile("[0-9a-f]{32}")
REMEMBERED = 6 * 60 * 60  # seconds; half a working day on a weak line


class SignedOutMiddleware:
    """Tells the editor's script in words that the session is over; it would else read the page to sign in, and call it a fault of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _is_scripts(request) or not _is_turned_away(request, response):
            return response
        # Wagtail's script shows the words of the errors it knows; this is one of them.
        sentence = _("You are signed out. What you wrote is still here: sign in again, then it is saved.")
        answer = {"success": False, "error_code": "locked", "error_message": sentence, "signed_out": True}
        return JsonResponse(answer, status=401)


def _is_scripts(request: HttpRequest) -> bool:
    return request.path.startswith(ADMIN_PREFIX) and "application/json" in request.headers.get("Accept", "")


def _is_turned_away(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is the page to sign in, or a form refused because its cookies are gone."""
    if response.headers.get("Location", "").startswith(reverse("wagtailadmin_login")):
        return True
    user = getattr(request, "user", None)
    return response.status_code == 403 and not getattr(user, "is_authenticated", False)


@never_cache
@require_safe
def session(request: HttpRequest) -> JsonResponse:
    """Says to the editor who is signed in, with the token that its forms need from now on."""
    return JsonResponse({"token": get_token(request), "user": request.user.pk, "name": str(request.user)})


def refuse_second_page(request: HttpRequest, parent: Page, page_class: type) -> HttpResponse | None:
    """Before a page is made: the draft that the same form made already, whose answer was lost, makes room for this one.

    What was sent to approval stays, and this one is not made.
    """
    made = _made(request)
    if made is None:
        return None
    if _is_sent(made):
        return _made_already(request, made)
    if not _is_untouched(made):
        return None
    made.delete(user=request.user)
    parent.refresh_from_db(fields=["numchild"])
    return None


def remember_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After a page was made: if another request with the same form was faster, one of both stays, the one that was sent before any."""
    other = _made(request)
    if other and other.pk != page.pk:
        if _is_sent(other):
            page.delete(user=request.user)
            return _made_already(request, other)
        if _is_untouched(other):
            other.delete(user=request.user)
    if name := _name(request):
        cache.set(name, page.pk, REMEMBERED)
    return None


def _name(request: HttpRequest) -> str:
    """Under which the page of this form is remembered; empty where the form has no key."""
    key = request.POST.get("creation", "")
    return f"creation.{request.user.pk}.{key}" if request.method == "POST" and KEY.fullmatch(key) else ""


def _made(request: HttpRequest) -> Any:
    name = _name(request)
    return Page.objects.filter(pk=cache.get(name) or 0).first() if name else None


def _is_sent(page: Page) -> bool:
    return bool(page.live or page.first_published_at or page.current_workflow_state)


def _is_untouched(page: Page) -> bool:
    """Whether nobody has worked on it since it was made: nothing but what the form sends again is lost with it."""
    return page.revisions.count() == 1


def _made_already(request: HttpRequest, page: Page) -> HttpResponse:
    sentence = _("“%(title)s” was sent already.") % {"title": page.get_admin_display_title()}
    if _is_scripts(request):
        return JsonResponse({"success": False, "error_code": "locked", "error_message": sentence}, status=409)
    messages.info(request, sentence)
    return redirect("wagtailadmin_explore", page.get_parent().pk)
