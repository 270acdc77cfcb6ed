"""All that writes: taking in what citizens send, working on it, keeping the files."""

from feedback.services.articles import write_article
from feedback.services.files import (
    FileRefused,
    adopt,
    clean_attachment,
    keep_pending,
    keep_under,
    pending_of,
    requeue,
    sweep,
)
from feedback.services.intake import KeyReused, Sender, Submission, judge, stop_mail, submit, write
from feedback.services.mail import requeue_mail, send_notice
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
    "keep_closed",
    "keep_pending",
    "keep_under",
    "pending_of",
    "propose",
    "reopen",
    "requeue",
    "requeue_mail",
    "send_back",
    "send_notice",
    "start",
    "stop_mail",
    "submit",
    "sweep",
    "withdraw",
    "write",
    "write_article",
]
