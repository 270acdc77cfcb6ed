from feedback.models.cases import AppendOnlyError, Case, CaseEvent, CasePerson, ProposedAnswer
from feedback.models.deadlines import DayOff, DeadlineRule
from feedback.models.files import Attachment, PendingUpload
from feedback.models.nominations import Nomination
from feedback.models.notices import MailNotice

__all__ = [
    "AppendOnlyError",
    "Attachment",
    "Case",
    "CaseEvent",
    "CasePerson",
    "DayOff",
    "DeadlineRule",
    "MailNotice",
    "Nomination",
    "PendingUpload",
    "ProposedAnswer",
]
