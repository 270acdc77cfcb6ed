"""All that writes: taking in what citizens send, working on it, keeping the files."""

from feedback.services.articles import write_article
from feedback.services.copies import model_of, record_copy
from feedback.services.files import (
    FileRefused,
    adopt,
    clean_attachment,
    keep,
    keep_pending,
    keep_under,
    pending_of,
    requeue,
    store,
    sweep,
)
from feedback.services.intake import KeyReused, Proposed, Sender, Submission, judge, stop_mail, submit, write
from feedback.services.mail import requeue_mail, send_notice
from feedback.services.nominations import tell_the_proposer, verify, write_deed
from feedback.services.record import CaseChanged, MoveRefused
from feedback.services.work import (
    Draft,
    add_note,
    approve,
    ask,
    assign,
    close,
    forward,
    keep_closed,
    propose,
    reopen,
    send_back,
    start,
    withdraw,
)

__all__ = [
    "CaseChanged",
    "Draft",
    "FileRefused",
    "KeyReused",
    "MoveRefused",
    "Proposed",
    "Sender",
    "Submission",
    "add_note",
    "adopt",
    "approve",
    "ask",
    "assign",
    "clean_attachment",
    "close",
    "forward",
    "judge",
    "keep",
    "keep_closed",
    "keep_pending",
    "keep_under",
    "model_of",
    "pending_of",
    "propose",
    "record_copy",
    "reopen",
    "requeue",
    "requeue_mail",
    "send_back",
    "send_notice",
    "start",
    "stop_mail",
    "store",
    "submit",
    "sweep",
    "tell_the_proposer",
    "verify",
    "withdraw",
    "write",
    "write_article",
    "write_deed",
]
