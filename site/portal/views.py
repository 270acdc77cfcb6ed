"""What belongs to the whole site and to no app."""

import mimetypes
import sys
from datetime import timedelta
from typing import IO, Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.defaults import page_not_found
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.views.serve import serve as serve_document
from wagtail.models import Page, PageViewRestriction
from wagtail.views import authenticate_with_password

from core import addresses, file_permissions, kept, limits, outages, public_folder, text
from core.cards import Card
from core.models import CustomDocument, CustomImage, Rendition
from core.renditions import PUBLIC_SPECS
from core.visibility import files_opened_by, public_files, visible_to_public
from feedback import links
from feedback.models import ProposedAnswer
from home import selectors as home_selectors
from organisations.models import Commune
from portal import health, share_cards
from portal import styleguide as styleguide_samples

PASSWORD_TRIES = 50  # wrong ones, in an hour from one network: a meeting may sit behind one
A_YEAR = 60 * 60 * 24 * 365
SECURITY_TXT_HOLDS = timedelta(days=180)
mimetypes.add_type("image/webp", ".webp")  # Python 3.11 learns it from a file that a bare Debian lacks


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Whether the site can serve (503 if not), and which part is degraded."""
    parts = health.states()
    ready = all(parts[name] == health.OK for name in health.NEEDED)
    degraded = sorted(name for name, state in parts.items() if state != health.OK)
    return JsonResponse({"ready": ready, "degraded": degraded, "parts": parts}, status=200 if ready else 503)


@require_safe
def picture(request: HttpRequest, image_id: int, name: str) -> FileResponse:
    """A rendition: from the public folder if it lies there, else to whom it may be shown.

    Its name changes with its content, so browsers keep a public one for a year.
    """
    if file := _public_file(public_folder.PICTURES, image_id, name):
        response = FileResponse(file)
    else:
        renditions = Rendition.objects.select_related("image__collection")
        rendition = get_object_or_404(renditions, image=image_id, file=f"images/{image_id}/{name}")
        shown = rendition.filter_spec in PUBLIC_SPECS and _is_public(rendition.image)
        if not shown and not _may_see(request, rendition.image):
            raise Http404
        try:
            response = FileResponse(rendition.file.open("rb"), filename=name)
        except OSError as error:
            raise Http404 from error
        if not shown:
            return _kept_private(response)
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


@require_safe
def document(request: HttpRequest, document_id: int, name: str) -> HttpResponseBase:
    """A document, to whom it may be shown. The database is asked, so that one whose page just expired is gone."""
    found = get_object_or_404(CustomDocument.objects.select_related("collection"), pk=document_id)
    shown = _is_public(found)
    if not shown and not _may_see(request, found):
        raise Http404
    response: HttpResponseBase = serve_document(request, document_id, name)
    if not shown:
        return _kept_private(response)
    response.headers["Cache-Control"] = "no-cache"  # kept, but asked for each time: it may be gone tomorrow
    return response


def _public_file(kind: str, number: int, name: str) -> IO[bytes] | None:
    path = public_folder.path(kind, number, name)
    try:
        return path.open("rb") if path else None
    except (OSError, ValueError):
        return None


def _is_public(file: CustomImage | CustomDocument) -> bool:
    return bool(public_files(type(file).objects.filter(pk=file.pk)).exists())


def _may_see(request: HttpRequest, file: CustomImage | CustomDocument) -> bool:
    """Whether it is theirs to see in the admin, or hangs on a restricted page that was opened to them."""
    if file_permissions.may_see(request.user, file):
        return True
    passed = [
        restriction.pk for restriction in PageViewRestriction.objects.all() if restriction.accept_request(request)
    ]
    return bool(passed) and files_opened_by(passed, type(file).objects.filter(pk=file.pk)).exists()


def _kept_private(response: Any) -> Any:
    response.headers["Cache-Control"] = "private, no-store"
    return response


def page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponse:
    """Wagtail's door of a page with a password, with a brake on guessing."""
    address = limits.client_address(request)
    if request.method == "POST" and limits.so_far("page.password", address, limits.AN_HOUR) >= PASSWORD_TRIES:
        sentence = _("Too many wrong passwords came from your network. Please try again in an hour.")
        return kept.page(request, sentence, status=429)
    response: HttpResponse = authenticate_with_password(request, page_view_restriction_id, page_id)
    if request.method == "POST" and response.status_code == 200:  # the form again
        limits.count("page.password", address, limits.AN_HOUR, guards_secret=True)
    return _kept_private(response)


@require_safe
def share_card(request: HttpRequest, page_id: int, digest: str) -> HttpResponseBase:
    """The card of a public page, drawn once and kept; an outdated address leads to the newest one."""
    page = get_object_or_404(visible_to_public(Page.objects.all()), pk=page_id).specific
    if digest != page.card.digest:
        return redirect("share_card", page.pk, page.card.digest)
    return _card(page.card)


@require_safe
def answer_card(request: HttpRequest, pk: int, digest: str) -> HttpResponseBase:
    """The card of a public answer, likewise."""
    answer = get_object_or_404(ProposedAnswer.objects.public().select_related("case__unit"), pk=pk)
    if digest != answer.card.digest:
        return redirect("answer_card", answer.pk, answer.card.digest)
    return _card(answer.card)


def _card(card: Card) -> FileResponse:
    response = FileResponse(share_cards.open_card(card, Commune.load().organisation), content_type="image/jpeg")
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """410 where there was a page, with the editor's reason and a way on; else 404, which a redirect may still catch.

    An address with the signs of a sentence behind it ("… /gop-y/ho-so/abc/).") leads to the one without.
    """
    is_led_elsewhere = get_redirect(request, Redirect.normalise_path(request.get_full_path()))
    if not is_led_elsewhere and (plain := links.mended(request.path) or addresses.without_signs_behind(request.path)):
        return redirect(plain)
    found = None if is_led_elsewhere else home_selectors.withdrawal_at(request.path)
    if found is None:
        return page_not_found(request, exception)
    withdrawal, near = found
    return render(request, "410.html", {"withdrawal": withdrawal, "near": near}, status=410)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page of a fault, or, where only a part is away for a moment, one that asks to come back. Drawn without the database."""
    if not outages.is_outage(sys.exc_info()[1]):
        return HttpResponseServerError(render_to_string("500.html"))
    response = HttpResponse(render_to_string("busy.html"), status=503)
    response.headers["Retry-After"] = str(outages.RETRY_AFTER)
    response.headers["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "", template_name: str = "") -> HttpResponse:
    """The page was open too long, or cookies are off: one sentence instead of Django's English page."""
    officer = request.path.startswith(reverse("wagtailadmin_home"))
    return render(request, "403_csrf.html", {"officer": officer}, status=403)


def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /quan-tri/",
        f"Sitemap: {addresses.absolute('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell about a hole (RFC 9116); without an address of the commune, the form for everybody."""
    commune = Commune.load()
    contacts = [
        *([f"mailto:{commune.email}"] if commune.email else []),
        *([f"tel:{text.dialled(commune.phone)}"] if commune.phone else []),
    ]
    lines = [
        *(f"Contact: {contact}" for contact in contacts or [addresses.absolute(reverse("feedback:form"))]),
        f"Expires: {timezone.now() + SECURITY_TXT_HOLDS:%Y-%m-%dT00:00:00Z}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {addresses.absolute(request.path)}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in its states (development only)."""
    return render(request, "styleguide.html", styleguide_samples.context(request))
