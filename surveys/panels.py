"""What waits on the officer's first page."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from laces.components import Component

from surveys import permissions
from surveys.enums import State
from surveys.models import Survey


class SurveysPanel(Component):
    """Surveys that wait for a second person: to be put out, to be published."""

    name = "surveys"
    template_name = "surveys/admin/panel.html"
    order = 50

    def __init__(self, user: Any) -> None:
        self.waiting = []
        if user.has_perm("surveys.put_out_survey"):
            over = Q(put_out_at__isnull=False, closes_at__lte=timezone.now())
            waiting = Survey.objects.filter(over | Q(versions__put_out_at=None), results_at=None).distinct()
            for survey in waiting.select_related("unit"):
                is_over = survey.state == State.CLOSED
                may = permissions.may_publish if is_over else permissions.may_put_out
                if (is_over or survey.newest.put_out_at is None) and may(user, survey):
                    self.waiting.append(survey)

    def is_shown(self) -> bool:
        return bool(self.waiting)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": self.waiting}
