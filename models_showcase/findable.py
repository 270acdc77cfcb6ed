"""What of the models and good deeds can be found."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from models_showcase.models import GoodDeedPage, ModelPage
from search import registry
from search.registry import Text, page_text


def model(page: ModelPage) -> Text:
    extra = [page.kind.name, page.steps, page.needs, page.mistakes, page.cost_note]
    return page_text(page, date=_midnight(page.started), extra=extra)


def deed(page: GoodDeedPage) -> Text:
    return page_text(page, date=_midnight(page.date), also=page.honoured)


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))


def register() -> None:
    registry.register_pages("mo-hinh", _("Models"), ModelPage, model)
    registry.register_pages("guong-sang", _("Good deeds"), GoodDeedPage, deed)
