from feedback.forms.case import JudgementForm, LookupForm, MessageForm
from feedback.forms.citizen import CitizenForm, FeedbackForm, opened_now
from feedback.forms.fields import files_field
from feedback.forms.showcase import CopyForm, NominationForm

__all__ = [
    "CitizenForm",
    "CopyForm",
    "FeedbackForm",
    "JudgementForm",
    "LookupForm",
    "MessageForm",
    "NominationForm",
    "files_field",
    "opened_now",
]
