"""Approval by a second person: the one task of our workflow."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask


class SecondPersonTask(AbstractGroupApprovalTask):
    """Somebody of the groups who did not write the text reads it and approves it, on our own read-only screen.

    Wagtail's own buttons are withheld: opening the editor would autosave and make the approver an author. The author may go
    on correcting while it waits; the approver is told when what she read is no longer the newest.
    """

    allow_alone = models.BooleanField(
        _("one person may publish alone"),
        default=False,
        help_text=_(
            "For a commune with a single leader: the author may publish her own text, with a reason that is logged."
        ),
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "allow_alone"]

    class Meta:
        verbose_name = _("approval by a second person")
        verbose_name_plural = _("approvals by a second person")
        permissions = [("read_queue", _("Can read what waits for approval"))]

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return False

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return False

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return False

    def get_actions(self, obj: Any, user: Any) -> list[Any]:
        return []

    @classmethod
    def get_description(cls) -> Any:
        return _("A member of the groups who did not write the text approves it.")
