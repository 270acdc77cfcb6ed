"""What the admin's reports say of people."""

from typing import Any

from wagtail.admin.utils import get_user_display_name

from accounts.models import User


def put_full_name(report: Any, usernames: dict[int, str], page: Any) -> None:
    """Wagtail's report of pages that are long untouched names whoever published one by the name she signs in with."""
    publisher = User.objects.filter(pk=page.last_published_by).first() if page.last_published_by else None
    page.last_published_by_user = (
        get_user_display_name(publisher) if publisher else usernames.get(page.last_published_by, "")
    )
