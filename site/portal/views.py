"""What belongs to the whole site and to no app."""

import logging
import mimetypes
import sys
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils._os import safe_join
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.defaults import page_not_found
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from core import outages, text
from core.cards import Card
from core.visibility import visible_to_public
from feedback.models import ProposedAnswer
from home import selectors as home_selectors
from organisations.models import Commune
from portal import share_cards
from portal import styleguide as styleguide_samples
from search import engines, indexing

logger = logging.getLogger(__name__)
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
    parts = {
        "database": _check_database(),
        "cache": _check_cache(),
        "storage": _check_storage(),
        "search": _check_search(),
    }
    ready = parts["database"] == "ok"
    degraded = sorted(name for name, state in parts.items() if state != "ok")
    return JsonResponse({"ready": ready, "degraded": degraded, "parts": parts}, status=200 if ready else 503)


def _check_database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.exception("The database does not answer")
        return "down"
    return "ok"


def _check_cache() -> str:
    try:
        strict = getattr(cache, "strict", cache)  # pages do without it (`core.caches`)
        strict.set("readyz", 1, 10)
        return "ok" if strict.get("readyz") == 1 else "down"
    except Exception:  # each cache library raises its own
        logger.exception("The cache does not answer")
        return "down"


def _check_search() -> str:
    try:
        if indexing.drift():
            return "drifted"
    except DatabaseError:
        logger.exception("The search index does not answer")
        return "down"
    if server := engines.elasticsearch():
        try:
            return "drifted" if server.drift() else "ok"
        except server.UNREACHABLE:
            logger.warning("Elasticsearch does not answer; the database finds in its place")
            return "elasticsearch is down"
    return "ok"


def _check_storage() -> str:
    root = settings.MEDIA_ROOT
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError:
        logger.exception("Media cannot be written")
        return "down"
    return "ok"


@require_safe
def picture(request: HttpRequest, path: str) -> FileResponse:
    """A rendition from the disk. Its name changes with its content, so browsers keep it for a year."""
    try:
        file = open(safe_join(settings.MEDIA_ROOT, "images", path), "rb")  # noqa: SIM115  (the response closes it)
    except (OSError, ValueError) as error:
        raise Http404 from error
    response = FileResponse(file)
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


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
    """410 where there was a page, with the editor's reason and a way on; else 404, which a redirect may still catch."""
    found = (
        None
        if get_redirect(request, Redirect.normalise_path(request.get_full_path()))
        else home_selectors.withdrawal_at(request.path)
    )
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
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
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
        *(f"Contact: {contact}" for contact in contacts or [request.build_absolute_uri(reverse("feedback:form"))]),
        f"Expires: {timezone.now() + SECURITY_TXT_HOLDS:%Y-%m-%dT00:00:00Z}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {request.build_absolute_uri()}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in its states (development only)."""
    return render(request, "styleguide.html", styleguide_samples.context(request))
