from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Site
from wagtail.views import serve

from core.visibility import restricted
from home.models import HomePage


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of a page, with the home page of the active language found in one query instead of two or three."""
    if site := Site.find_for_request(request):
        homes = HomePage.objects.select_related("lead_image").annotate(may_be_restricted=restricted())
        homes = homes.filter(translation_key=site.root_page.translation_key)
        home = homes.filter(locale__language_code=get_language()).first() or site.root_page.specific
        components = [component for component in path.split("/") if component]
        try:
            request._wagtail_route_for_request = home.route(request, components)  # type: ignore[attr-defined]
        except Http404:
            request._wagtail_route_for_request = None  # type: ignore[attr-defined]
    return serve(request, path)
