from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from news.models import DocumentPage, EventPage, NewsPage
from news.viewsets import DocumentKindViewSet
from organisations.enums import Role

register_snippet(DocumentKindViewSet)

FAR, LONG = timedelta(days=366), timedelta(days=31)


@hooks.register("before_edit_page")
def tell_what_is_wrong_with_the_file(request: HttpRequest, page: Any) -> None:
    if request.method != "GET" or page.specific_class is not DocumentPage:
        return
    file = page.get_latest_revision_as_object().file
    if file and file.is_faulty:
        messages.warning(request, file.how_read)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def ask_about_a_day_ahead(request: HttpRequest, page: Any) -> None:
    """An article stands first in all lists until its day has come; an event that lasts long stands long among what is coming."""
    if not request.accepts("text/html"):
        return  # the draft saves itself
    now = timezone.now()
    if isinstance(page, NewsPage) and localdate(page.date) > localdate(page.go_live_at or now):
        _ask(request, _("The article bears the day %(day)s: it stands first in all lists until then."), page.date)
    if isinstance(page, EventPage) and page.starts_at > now + FAR:
        _ask(request, _("The event is on %(day)s, more than a year from now."), page.starts_at)
    if isinstance(page, EventPage) and page.ends_at and page.ends_at - page.starts_at > LONG:
        _ask(request, _("The event lasts until %(day)s, more than a month."), page.ends_at)


def _ask(request: HttpRequest, sentence: str, day: datetime) -> None:
    told = sentence % {"day": date_format(localtime(day), "DATE_FORMAT")}
    messages.warning(request, f"{told} {_('Please look at it again.')}")


@hooks.register("before_edit_page")
def ask_about_a_day_that_is_over(request: HttpRequest, page: Any) -> None:
    """A copied event has the day of the old one, and nobody but its writer knows the new."""
    if request.method != "GET" or page.specific_class is not EventPage or page.first_published_at:
        return
    begins = page.get_latest_revision_as_object().starts_at
    if begins and begins < timezone.now():
        day = date_format(localtime(begins), "DATE_FORMAT")
        messages.warning(request, _("The day of this event, %(day)s, is over. Please set the new one.") % {"day": day})


@hooks.register("after_copy_page")
def date_copies_anew(request: HttpRequest, page: Any, new_page: Any) -> None:
    """A copied article tells something new: its day is today, not that of the old one."""
    copy = new_page.specific
    if isinstance(copy, NewsPage):
        copy.date = timezone.now()
        copy.save(update_fields=["date"])
        copy.save_revision(user=request.user, log_action=False)


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {Role.STANDING_COMMITTEE: ("news.add_documentkind", "news.change_documentkind")}
