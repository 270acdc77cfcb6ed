from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, UploadedFile
from wagtail.signals import page_published, page_unpublished, post_page_move

from core import facts, jobs, pictures, public_folder, stored
from core.documents import read_text
from core.models import TextState, Withdrawal
from core.renditions import PUBLIC_SPECS, make_renditions, make_slow_renditions
from core.visibility import file_users


def clean_words(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        stored.clean_thing(instance)


def make_renditions_ahead(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        for task in (make_renditions, make_slow_renditions):
            transaction.on_commit(partial(task.enqueue, instance.pk))


def read_words_later(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.text_state == TextState.WAITING:
        jobs.enqueue(read_text, instance.pk)


def clean_what_waits(instance: UploadedFile, **kwargs: Any) -> None:
    """A picture whose title was refused waits for a better one, and goes into the library by no form of ours."""
    if instance._state.adding and instance.for_content_type.model_class() is get_image_model():
        instance.file = pictures.normalise(instance.file.file, instance.file.name)


def remember_withdrawal(instance: Page, **kwargs: Any) -> None:
    """Whoever takes a live page down, by whatever way: its address answers so."""
    Withdrawal.objects.update_or_create(url_path=instance.url_path, defaults={"at": timezone.now(), "reason": ""})


def remember_deletion(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page) and instance.live and instance.url_path:
        remember_withdrawal(instance)


def follow_deleted_page(instance: Page, **kwargs: Any) -> None:
    # After the commit: whoever deletes several at once may have chosen it in every language.
    transaction.on_commit(partial(facts.delete_with, instance), robust=True)


def follow_published(instance: Page, **kwargs: Any) -> None:
    facts.hand_on(instance)


def follow_unpublished(instance: Page, **kwargs: Any) -> None:
    facts.take_down(instance)


def forget_withdrawal(instance: Page, **kwargs: Any) -> None:
    Withdrawal.objects.filter(url_path=instance.url_path).delete()


def decides_on_files(instance: Any) -> bool:
    """Whether what is public among pictures and documents depends on `instance`."""
    return isinstance(instance, (*file_users(), PageViewRestriction, CollectionViewRestriction))


def follow_saved(instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """What became visible to the public, or is so no more, brings and takes its files. (An autosave changes neither.)"""
    if not raw and decides_on_files(instance) and (update_fields is None or "live" in update_fields):
        public_folder.settle_on_commit()


def follow_deleted(instance: Any, **kwargs: Any) -> None:
    if decides_on_files(instance):
        public_folder.settle_on_commit()


def follow_moved(**kwargs: Any) -> None:
    public_folder.settle_on_commit()


def follow_picture(instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not created:
        public_folder.renew_on_commit(public_folder.PICTURES, instance.pk)


def follow_rendition(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.filter_spec in PUBLIC_SPECS:
        public_folder.renew_on_commit(public_folder.PICTURES, instance.image_id)


def follow_document(instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not created:
        public_folder.renew_on_commit(public_folder.PAPERS, instance.pk)


def connect() -> None:
    for model in stored.holders():
        pre_save.connect(clean_words, sender=model, dispatch_uid=f"core.clean_words.{model._meta.label}")
    page_unpublished.connect(remember_withdrawal, dispatch_uid="core.remember_withdrawal")
    page_unpublished.connect(follow_unpublished, dispatch_uid="core.follow_unpublished")
    page_published.connect(follow_published, dispatch_uid="core.follow_published")
    page_published.connect(forget_withdrawal, dispatch_uid="core.forget_withdrawal")
    pre_delete.connect(remember_deletion, dispatch_uid="core.remember_deletion")
    pre_save.connect(clean_what_waits, sender=UploadedFile, dispatch_uid="core.clean_what_waits")
    post_save.connect(make_renditions_ahead, sender=get_image_model(), dispatch_uid="core.make_renditions")
    post_save.connect(read_words_later, sender=get_document_model(), dispatch_uid="core.read_words")
    post_save.connect(follow_saved, dispatch_uid="core.follow_saved")
    post_delete.connect(follow_deleted_page, sender=Page, dispatch_uid="core.follow_deleted_page")
    post_delete.connect(follow_deleted, dispatch_uid="core.follow_deleted")
    post_page_move.connect(follow_moved, dispatch_uid="core.follow_moved")
    for model, follow in (
        (get_image_model(), follow_picture),
        (get_image_model().get_rendition_model(), follow_rendition),
        (get_document_model(), follow_document),
    ):
        for signal in (post_save, post_delete):
            signal.connect(follow, sender=model, dispatch_uid=f"core.{follow.__name__}")
