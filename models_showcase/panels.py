"""What waits among the models, on the admin's start page."""

from typing import Any

from django.conf import settings
from wagtail.admin.ui.components import Component

from models_showcase import permissions, selectors
from models_showcase.models import Adoption, Consent, Evaluation, GoodDeedPage

MOST = 5


class ModelsPanel(Component):
    """Evaluations and copies to approve, returned ones, models not evaluated this year, deeds without an agreement."""

    name = "models"
    template_name = "models_showcase/admin/models_panel.html"
    order = 40

    def __init__(self, user: Any) -> None:
        self.user = user
        self.shown = self._gather() if permissions.may_see(user) else {}

    def is_shown(self) -> bool:
        return any(self.shown.values())

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return self.shown

    def _gather(self) -> dict[str, Any]:
        may_approve, may_evaluate = self.user.has_perm(permissions.APPROVE), permissions.may_evaluate_some(self.user)
        return {
            "to_approve": self._to_approve(Evaluation) if may_approve else [],
            "copies_to_approve": self._to_approve(Adoption) if may_approve else [],
            "returned": self._returned(Evaluation),
            "copies_returned": self._returned(Adoption),
            "to_evaluate": selectors.to_evaluate().count() if may_evaluate else 0,
            "unagreed": [page for page in self._drafts() if page.permissions_for_user(self.user).can_edit()][:MOST],
        }

    def _to_approve(self, kind: Any) -> list[Any]:
        waiting = kind.objects.waiting().exclude(written_by=self.user)
        return list(waiting.select_related("model").order_by("pk")[:MOST])

    def _returned(self, kind: Any) -> list[Any]:
        own = kind.objects.filter(written_by=self.user, approved_at=None, returned_at__isnull=False)
        return list(own.select_related("model")[:MOST])

    def _drafts(self) -> Any:
        agreed = Consent.objects.filter(withdrawn_at=None).values("page__translation_key")
        drafts = GoodDeedPage.objects.filter(live=False, locale__language_code=settings.LANGUAGE_CODE)
        return drafts.exclude(translation_key__in=agreed).exclude(consents__withdrawn_at__isnull=False)[: 4 * MOST]
