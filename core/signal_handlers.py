from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from core import jobs
from core.documents import read_text
from core.models import TextState, Withdrawal
from core.renditions import make_renditions, make_slow_renditions


def make_renditions_ahead(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        for task in (make_renditions, make_slow_renditions):
            transaction.on_commit(partial(task.enqueue, instance.pk))


def read_words_later(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.text_state == TextState.WAITING:
        jobs.enqueue(read_text, instance.pk)


def remember_withdrawal(instance: Page, **kwargs: Any) -> None:
    """Whoever takes a live page down, by whatever way: its address answers so."""
    Withdrawal.objects.update_or_create(url_path=instance.url_path, defaults={"at": timezone.now(), "reason": ""})


def remember_deletion(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page) and instance.live and instance.url_path:
        remember_withdrawal(instance)


def forget_withdrawal(instance: Page, **kwargs: Any) -> None:
    Withdrawal.objects.filter(url_path=instance.url_path).delete()


def connect() -> None:
    page_unpublished.connect(remember_withdrawal, dispatch_uid="core.remember_withdrawal")
    page_published.connect(forget_withdrawal, dispatch_uid="core.forget_withdrawal")
    pre_delete.connect(remember_deletion, dispatch_uid="core.remember_deletion")
    post_save.connect(make_renditions_ahead, sender=get_image_model(), dispatch_uid="core.make_renditions")
    post_save.connect(read_words_later, sender=get_document_model(), dispatch_uid="core.read_words")
