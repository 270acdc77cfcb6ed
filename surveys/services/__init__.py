from core.refusal import Refused
from surveys.services.answering import Filled, print_slips, submit
from surveys.services.writing import (
    OptionDraft,
    QuestionDraft,
    SurveyDraft,
    next_half,
    publish_results,
    put_out,
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
    "submit",
    "write",
]
