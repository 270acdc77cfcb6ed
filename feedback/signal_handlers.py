from typing import Any

from wagtail.signals import page_published

from feedback.services import tell_the_proposer
from models_showcase.models import GoodDeedPage


def tell_whoever_proposed_it(instance: GoodDeedPage, **kwargs: Any) -> None:
    tell_the_proposer(instance)


def connect() -> None:
    page_published.connect(tell_whoever_proposed_it, sender=GoodDeedPage, dispatch_uid="feedback.tell_the_proposer")
