from core.refusal import Refused
from surveys.services.answering import Filled, SentBefore, SlipSpent, is_kept, print_slips, submit, unspent
from surveys.services.standing import record_standing
from surveys.services.writing import (
    OptionDraft,
    QuestionDraft,
    SurveyDraft,
    delete_draft,
    next_half,
    publish_results,
    put_out,
    review_words,
    write,
)

__all__ = [
    "Filled",
    "OptionDraft",
    "QuestionDraft",
    "Refused",
    "SentBefore",
    "SlipSpent",
    "SurveyDraft",
    "delete_draft",
    "is_kept",
    "next_half",
    "print_slips",
    "publish_results",
    "put_out",
    "record_standing",
    "review_words",
    "submit",
    "unspent",
    "write",
]
