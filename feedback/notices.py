"""What the sender of a case is told by mail, or by an officer who copies it into Zalo: that something happened and where to
read it. Never what it is about, never her name: both ways are open to other eyes.
"""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import addresses
from feedback.models import Case, CaseEvent
from feedback.moves import Move
from organisations.models import Commune

# The moves a sender waits for. The others she finds on her page.
SENTENCES = {
    Move.SUBMIT: _("We have received what you sent."),
    Move.FORWARD: _("What you sent has been forwarded to the office in charge."),
    Move.ASK: _("We have a question for you about what you sent."),
    Move.APPROVE: _("What you sent has been answered."),
    Move.CLOSE: _("We have finished with what you sent; the reason is on its page."),
    Move.REOPEN: _("We are looking again at what you sent."),
    Move.PUBLISH: _("The good deed you proposed is on the site now."),
    Move.COPIED: _("That your village does the same is recorded with the model now."),
    Move.KEEP_CLOSED: _("We have replied to your wish that we look again."),
}


@dataclass(frozen=True)
class Notice:
    """One message, in the language in which the case was sent."""

    subject: str
    text: str  # with the private link
    mail: str  # the same with the way to stop, which only mail needs
    stop_url: str


def of(event: CaseEvent) -> Notice | None:
    """What to tell of `event`; None if she is not told."""
    if event.move not in SENTENCES:
        return None
    case = event.case
    with translation.override(case.language):
        context = {
            "sentence": SENTENCES[Move(event.move)],
            "case": case,
            "commune": Commune.load(),
            "link": address(case, "feedback:case"),
            "stop_url": address(case, "feedback:stop_mail"),
        }
        return Notice(
            subject=f"{case.code}: {context['sentence']}",
            text=render_to_string("feedback/notice.txt", context).strip(),
            mail=render_to_string("feedback/notice_mail.txt", context).strip(),
            stop_url=str(context["stop_url"]),
        )


def address(case: Case, name: str) -> str:
    """The full address of one of the sender's pages, in the language of `case`."""
    with translation.override(case.language):
        path = reverse(name, args=[case.receipt.token])
    return addresses.absolute(path)
