"""Who writes does not approve: Wagtail's page permissions, narrowed.

Wagtail asks a page's tester everywhere (editor, explorer, bulk actions, copy, move, workflow). With the stock one an approver
publishes her own text and approves her own submission.
"""

from typing import Any

from django.db.models import Q
from wagtail.models import PagePermissionTester as BasePagePermissionTester
from wagtail.models import Revision


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


class PagePermissionTester(BasePagePermissionTester):
    def can_publish(self) -> bool:
        """False for whoever wrote what would be published, and while the page is unready; superusers are no exception."""
        return super().can_publish() and not has_written(self.user, self.page) and not self.page.unready()

    def can_submit_for_moderation(self) -> bool:
        return super().can_submit_for_moderation() and not self.page.unready()

    def can_publish_subpage(self) -> bool:
        """Nothing is created and published in one go, copied live, or made as a live alias."""
        return False

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()
