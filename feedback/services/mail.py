"""Mail to senders: queued when something happened, sent by the queue, tried again by the timer."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task

from core import jobs
from feedback import notices
from feedback.models import CaseEvent, CasePerson, MailNotice

logger = logging.getLogger(__name__)
NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"
MOST_TRIES = 24
TRIES_OF_STUCK = 3  # hourly
QUEUE_MAY_TAKE = timedelta(minutes=10)


def is_configured() -> bool:
    """Whether a mail server is named (EMAIL_URL)."""
    return str(settings.EMAIL_BACKEND) != NO_MAIL


def announce(event: CaseEvent) -> None:
    """Queues a mail about `event` if its sender is told of such moves, left an address, wants an answer and no stop."""
    if not is_configured() or event.move not in notices.SENTENCES or not event.case.wants_answer:
        return
    person = CasePerson.objects.filter(case=event.case, mail_stopped_at=None).exclude(email_hash="")
    if not person.exists():
        return
    jobs.enqueue(send_notice, MailNotice.objects.create(event=event).pk)


@task(backend="jobs")
def send_notice(notice_id: int) -> str:
    """Sends one mail. Only its number is in the job; a failure is logged without the address, and tried again by the timer."""
    notice = MailNotice.objects.select_related("event__case").filter(pk=notice_id, sent_at=None).first()
    if notice is None or not _claim(notice):
        return "nothing to do"
    person = CasePerson.objects.filter(case=notice.event.case, mail_stopped_at=None).first()
    told = notices.of(notice.event)
    if person is None or told is None or not person.email:
        return "nothing to do"
    message = EmailMessage(
        told.subject,
        told.mail,
        to=[person.email],
        headers={
            "List-Unsubscribe": f"<{told.stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
            "Auto-Submitted": "auto-generated",  # RFC 3834: no answer by machine, please
        },
    )
    try:
        message.send()
    except Exception as error:  # whatever it is, its text may hold the address: neither log nor job may keep it
        logger.warning("Mail of notice %s was not sent: %s", notice_id, type(error).__name__)
        return "failed"
    MailNotice.objects.filter(pk=notice_id).update(sent_at=timezone.now())
    return "sent"


def _claim(notice: MailNotice) -> bool:
    """Counts the try; False if another worker has begun the same one."""
    mine = MailNotice.objects.filter(pk=notice.pk, tries=notice.tries)
    return bool(mine.update(tries=F("tries") + 1, tried_at=timezone.now()))


def mail_is_stuck() -> bool:
    """Whether mail was tried for hours and does not go out: the mail server is away, or refuses us."""
    return MailNotice.objects.filter(sent_at=None, tries__gte=TRIES_OF_STUCK).exists()


def requeue_mail() -> int:
    """Queues again what was not sent: the mail server or the queue was down. Gives up after a day of hourly tries."""
    border = timezone.now() - QUEUE_MAY_TAKE
    waiting = MailNotice.objects.filter(
        Q(tried_at=None) | Q(tried_at__lt=border), sent_at=None, tries__lt=MOST_TRIES, event__at__lt=border
    )
    ids = list(waiting.values_list("pk", flat=True))
    for pk in ids:
        send_notice.enqueue(pk)
    return len(ids)
