from feedback.models.cases import AppendOnlyError, Case, CaseEvent, CasePerson, ProposedAnswer
from feedback.models.deadlines import DayOff, DeadlineRule
from feedback.models.files import Attachment, PendingUpload

__all__ = [
    "AppendOnlyError",
    "Attachment",
    "Case",
    "CaseEvent",
    "CasePerson",
    "DayOff",
    "DeadlineRule",
    "PendingUpload",
    "ProposedAnswer",
]
