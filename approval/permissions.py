"""Who may read, approve, return; named predicates, each tested over the roles."""

from typing import Any

from wagtail.models import Page

from approval import selectors


def may_read_queue(user: Any) -> bool:
    """Reads what waits for approval: the standing committee and the leaders."""
    return bool(user.is_active and user.has_perm("approval.read_queue"))


def may_review(user: Any, page: Page) -> bool:
    """Holds the right to publish where `page` stands, whoever wrote it."""
    tester = page.permissions_for_user(user)
    return bool(user.is_active and (user.is_superuser or "publish" in tester.permissions))


def may_approve(user: Any, page: Page) -> bool:
    """May publish `page` as it stands: has the right, and wrote nothing of what would go live."""
    return bool(user) and page.specific.permissions_for_user(user).can_publish()


def may_publish_alone(user: Any, page: Page) -> bool:
    """May publish her own text: has the right to publish, and the workflow allows it."""
    task = selectors.governing_task(page)
    return bool(task and task.allow_alone) and may_review(user, page)
