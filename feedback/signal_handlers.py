from typing import Any

from wagtail.signals import page_published

from feedback.services import tell_the_proposer, tell_who_wanted_it
from models_showcase.models import Adoption, GoodDeedPage
from models_showcase.signals import copy_approved


def tell_whoever_proposed_it(instance: GoodDeedPage, **kwargs: Any) -> None:
    tell_the_proposer(instance)


def tell_whoever_wanted_to_copy(instance: Adoption, **kwargs: Any) -> None:
    tell_who_wanted_it(instance)


def connect() -> None:
    copy_approved.connect(tell_whoever_wanted_to_copy, dispatch_uid="feedback.tell_who_wanted_it")
    page_published.connect(tell_whoever_proposed_it, sender=GoodDeedPage, dispatch_uid="feedback.tell_the_proposer")
