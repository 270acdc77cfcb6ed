"""Who writes does not approve: Wagtail's page permissions, narrowed.

Wagtail asks a page's tester everywhere (editor, explorer, bulk actions, copy, move, workflow). With the stock one an approver
publishes her own text and approves her own submission.
"""

from typing import Any

from django.db.models import Q
from wagtail.models import PagePermissionTester as BasePagePermissionTester
from wagtail.models import Revision
from wagtail.permissions import page_permission_policy


def has_written(user: Any, page: Any) -> bool:
    """Whether `user` has a revision of `page` since it was last published (ever, if it never was).

    The time is asked beside the number, because autosave may overwrite a revision in place, under the same number.
    """
    since = Q()
    if page.last_published_at:
        since = Q(created_at__gt=page.last_published_at)
        if page.live_revision_id:
            since |= Q(pk__gt=page.live_revision_id)
    return Revision.page_revisions.filter(since, object_id=str(page.pk), user_id=user.pk).exists()


READ_DRAFTS = "approval.read_queue"  # whoever reads what waits reads every draft


def may_read_draft(user: Any, page: Any) -> bool:
    """Whether `user` may read what is not published of `page`: she works there, or reads what waits for approval."""
    return bool(user.has_perm(READ_DRAFTS) or page.permissions_for_user(user).permissions)


def with_readable_titles(pages: Any, user: Any) -> Any:
    """Those of `pages` that are live or that `user` works on: a draft is its writers' own, title and all."""
    if user.is_superuser or user.has_perm(READ_DRAFTS):
        return pages
    hers = page_permission_policy.instances_user_has_any_permission_for(user, ["add", "change", "publish", "lock"])
    return pages.filter(Q(live=True) | Q(pk__in=hers.values("pk")))


class PagePermissionTester(BasePagePermissionTester):
    def can_publish(self) -> bool:
        """False for whoever wrote what would be published, and while the page is unready; superusers are no exception."""
        return super().can_publish() and not has_written(self.user, self.page) and not self.page.unready()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Page by page: what holds others is not deleted with all of them in one go, nor what nobody makes by hand (a folder)."""
        made_by_hand = self.page.specific_class is None or self.page.specific_class.parent_page_types != []
        return self.page.is_leaf() and made_by_hand and super().can_delete(ignore_bulk)

    def can_submit_for_moderation(self) -> bool:
        return super().can_submit_for_moderation() and not self.page.unready()

    def can_publish_subpage(self) -> bool:
        """Nothing is created and published in one go, copied live, or made as a live alias."""
        return False

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()
