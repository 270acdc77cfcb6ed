from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Site
from wagtail.views import serve

from core.visibility import restricted
from home.models import HomePage


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of a page, with the home page of the active language found in one query instead of three."""
    paths = {root.language_code: root.root_path for root in Site.get_site_root_paths()}  # which Wagtail caches
    homes = HomePage.objects.select_related("lead_image").annotate(may_be_restricted=restricted())
    language = get_language() if get_language() in paths else settings.LANGUAGE_CODE
    if home := homes.filter(url_path=paths.get(language, "")).first():
        components = [component for component in path.split("/") if component]
        try:
            request._wagtail_route_for_request = home.route(request, components)  # type: ignore[attr-defined]
        except Http404:
            request._wagtail_route_for_request = None  # type: ignore[attr-defined]
    return serve(request, path)
