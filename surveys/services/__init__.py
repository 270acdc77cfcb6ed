from core.refusal import Refused
from surveys.services.answering import Filled, print_slips, submit
from surveys.services.standing import record_standing
from surveys.services.writing import (
    OptionDraft,
    QuestionDraft,
    SurveyDraft,
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
    "SurveyDraft",
    "next_half",
    "print_slips",
    "publish_results",
    "put_out",
    "record_standing",
    "review_words",
    "submit",
    "write",
]
