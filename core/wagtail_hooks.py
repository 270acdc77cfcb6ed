import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, strip_tags
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import SubmenuMenuItem
from wagtail.models import Page

from core import editing, numbers, old_fonts, text
from core.admin_api import DocumentsAdminAPIViewSet, ImagesAdminAPIViewSet, PagesAdminAPIViewSet
from core.models import Withdrawal
from core.models.pages import RESERVED_SLUGS, reserved_slug_error
from core.permissions import with_readable_titles

LONGEST_REASON = 300
MOST_DOUBTFUL = 3


@hooks.register("before_copy_page")
def refuse_reserved_slug(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's copy form checks that the slug is free, not that it is allowed."""
    slug = request.POST.get("new_slug", "")
    if slug not in RESERVED_SLUGS:
        return None
    messages.error(request, reserved_slug_error(slug).messages[0])
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("before_unpublish_page")
def ask_why(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Taking a page down needs a reason: whoever opens its address reads it."""
    if request.method != "POST" or request.POST.get("reason", "").strip():
        return None
    messages.error(request, _("Please say why the page is taken down; whoever opens its address reads it."))
    return redirect("wagtailadmin_pages:unpublish", page.pk)


@hooks.register("before_edit_page")
def tell_why_it_was_taken_down(request: HttpRequest, page: Page) -> None:
    """Whoever opens a page that is no longer public reads when it went, and the reason."""
    if request.method != "GET" or page.live:
        return
    if withdrawal := Withdrawal.objects.filter(url_path=page.url_path).first():
        words = {"when": date_format(localtime(withdrawal.at), "DATETIME_FORMAT"), "reason": withdrawal.reason or "–"}
        messages.info(request, _("This page was taken down at %(when)s. Reason: %(reason)s") % words)


@hooks.register("after_unpublish_page")
def keep_the_reason(request: HttpRequest, page: Page) -> None:
    reason = text.clean(request.POST.get("reason", ""))[:LONGEST_REASON]
    Withdrawal.objects.filter(url_path=page.url_path).update(reason=reason)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def ask_about_old_fonts(request: HttpRequest, page: Page) -> None:
    """Where too few words speak for an old font to be changed without asking. (Not while the draft saves itself.)"""
    said = [page.title, getattr(page, "summary", ""), strip_tags(str(getattr(page, "body", "")))]
    words = old_fonts.doubtful("\n".join(said))
    if words and request.accepts("text/html"):
        shown = ", ".join(f"“{word}”" for word in words[:MOST_DOUBTFUL])
        messages.warning(
            request, _("Is this typed in an old font (.VnTime, VNI)? Please look at it: %(words)s") % {"words": shown}
        )


@hooks.register("construct_page_chooser_queryset")
def choose_among_what_one_may_read(pages: Any, request: HttpRequest) -> Any:
    return with_readable_titles(pages, request.user)


FOR_BUILDERS = [
    "wagtaillocales:index",
    "wagtailsites:index",
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:workflow_tasks",
    "wagtail_localize:translations_report",
]


@hooks.register("construct_main_menu")
def keep_the_menu_short(request: HttpRequest, menu_items: list[Any]) -> None:
    """Wagtail's help leads to English pages elsewhere; the foot of its settings names its version."""
    kept = [item for item in menu_items if item.name != "help"]
    menu_items[:] = [_without_foot(item) if item.name == "settings" else item for item in kept]


def _without_foot(item: Any) -> SubmenuMenuItem:
    return SubmenuMenuItem(item.label, item.menu, name=item.name, icon_name=item.icon_name, order=item.order)


@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
def keep_what_builders_use_to_builders(request: HttpRequest, menu_items: list[Any]) -> None:
    """No officer's work, whatever right to see them a group has: the steps of the approval, kinds of pages, languages, the site."""
    if not request.user.is_superuser:
        hidden = {reverse(name) for name in FOR_BUILDERS}
        menu_items[:] = [item for item in menu_items if item.url not in hidden]


@hooks.register("construct_homepage_summary_items", order=1000)  # after those that add them
def begin_with_the_work(request: HttpRequest, items: list[Any]) -> None:
    """How many pages and pictures there are helps nobody who comes to do something."""
    items.clear()


@hooks.register("insert_global_admin_css")
def our_admin_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


hooks.register("before_create_page", editing.refuse_second_page)
hooks.register("after_create_page", editing.remember_page, order=-1)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("phien/", editing.session, name="editing_session")]


@hooks.register("insert_editor_js")
def our_editor_script() -> str:
    words = {
        "sending": _("Saving what was written last, then it is sent …"),
        "lost": _(
            "The line is down: it is not saved yet. What you wrote is still here, and is sent by itself when the line is back."
        ),
        "fault": _("The server could not save it just now. What you wrote is still here; it is tried again by itself."),
        "other": _(
            "{name} is signed in now: what somebody else wrote here is not saved. It is still on this page: whoever wrote it "
            "signs in again, then it is saved."
        ),
        "out": _("You are signed out. What you wrote is still here: sign in again, then it is saved."),
        "signIn": _("Sign in again"),
        "close": _("Close"),
    }
    return format_html(
        '<script src="{}" data-words="{}" data-session="{}" data-login="{}"></script>',
        static("js/editor.js"),
        json.dumps(words, ensure_ascii=False),
        reverse("editing_session"),
        reverse("wagtailadmin_login"),
    )


@hooks.register("insert_global_admin_js")
def our_admin_script() -> str:
    return format_html('<script src="{}"></script>', static("js/admin.js"))


@hooks.register(
    "before_copy_page"
)  # Wagtail asks for the page under which the copy goes, and takes it that there is one
def copy_goes_under_a_page(request: HttpRequest, page: Page) -> None:
    parent = request.POST["new_parent_page"] if request.method == "POST" else page.pk
    if not numbers.is_key(parent) or not Page.objects.filter(pk=parent).exists():
        raise Http404


@hooks.register("construct_admin_api", order=1000)  # in the place of Wagtail's, which list everybody's to everybody
def list_files_one_works_with(router: Any) -> None:
    router.register_endpoint("pages", PagesAdminAPIViewSet)
    router.register_endpoint("images", ImagesAdminAPIViewSet)
    router.register_endpoint("documents", DocumentsAdminAPIViewSet)
