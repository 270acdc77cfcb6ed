from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from news.models import DocumentPage
from news.viewsets import DocumentKindViewSet
from organisations.enums import Role

register_snippet(DocumentKindViewSet)


@hooks.register("before_edit_page")
def tell_what_is_wrong_with_the_file(request: HttpRequest, page: Any) -> None:
    if request.method != "GET" or page.specific_class is not DocumentPage:
        return
    file = page.get_latest_revision_as_object().file
    if file and file.is_faulty:
        messages.warning(request, file.how_read)


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {Role.STANDING_COMMITTEE: ("news.add_documentkind", "news.change_documentkind")}
