"""A small commune for every test that asks for one: two organisations, a board, people in each role."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation
from wagtail.models import Locale

from accounts.models import User
from core import languages
from home.models import HomePage
from news.models import NewsIndexPage
from organisations import services
from organisations.enums import Role, UnitKind
from organisations.models import (
    Appointment,
    Topic,
    TopicAssignment,
    Unit,
    UnitFolderPage,
    Village,
    VillageFigure,
)
from portal import site_tree
from portal.messages import compile_catalogues

compile_catalogues()


@pytest.fixture(autouse=True)
def _clean_slate() -> Iterator[None]:
    translation.activate(settings.LANGUAGE_CODE)  # a request under /en/ leaves its language behind
    yield
    cache.clear()
    languages._codes.clear()


@dataclass
class SmallCommune:
    home: HomePage
    committee: Unit
    women: Unit
    farmers: Unit
    board: Unit
    village: Village
    other_village: Village
    topic: Topic
    other_topic: Topic
    users: dict[str, User] = field(default_factory=dict)

    @property
    def section(self) -> NewsIndexPage:
        return NewsIndexPage.objects.get(locale=Locale.get_default())

    def folder(self, unit: Unit, language: str = "vi") -> UnitFolderPage:
        return UnitFolderPage.objects.get(unit=unit, locale__language_code=language)

    def client(self, name: str) -> Client:
        client = Client()
        client.force_login(self.users[name])
        return client


def appoint(username: str, unit: Unit, role: Role, **kwargs: Any) -> User:
    user, _new = User.objects.get_or_create(username=username, defaults={"last_name": "Nguyễn", "first_name": username})
    user.set_password("mat-khau-thu-1")
    user.save()
    kwargs.setdefault("valid_from", timezone.now() - timezone.timedelta(days=1))
    Appointment.objects.create(user=user, unit=unit, role=role, **kwargs)
    return user


def open_unit(slug: str, kind: UnitKind, name: str) -> Unit:
    unit = Unit.objects.create(slug=slug, kind=kind, name=name)
    services.open_unit(unit)
    return unit


@pytest.fixture
def commune(db: Any) -> SmallCommune:
    home = site_tree.plant()
    committee = open_unit("mat-tran", UnitKind.COMMITTEE, "Ủy ban MTTQ Việt Nam xã")
    women = open_unit("hoi-phu-nu", UnitKind.ORGANISATION, "Hội Liên hiệp Phụ nữ xã")
    farmers = open_unit("hoi-nong-dan", UnitKind.ORGANISATION, "Hội Nông dân xã")
    board = open_unit("ban-cong-tac-dong-thuong", UnitKind.VILLAGE_BOARD, "Ban công tác Mặt trận thôn Đông Thượng")
    village = Village.objects.create(slug="dong-thuong", name="Thôn Đông Thượng", board=board)
    VillageFigure.objects.create(village=village, as_of="2026-06-30", households=412, residents=1506)
    other_village = Village.objects.create(slug="trai-sen", name="Thôn Trại Sen")
    topic = Topic.objects.create(slug="moi-truong", name="Môi trường")
    TopicAssignment.objects.create(topic=topic, unit=women, year=timezone.localdate().year)
    other_topic = Topic.objects.create(slug="chuyen-doi-so", name="Chuyển đổi số")
    result = SmallCommune(home, committee, women, farmers, board, village, other_village, topic, other_topic)
    result.users = {
        "chair": appoint("chair", committee, Role.STANDING_COMMITTEE),
        "deputy": appoint("deputy", committee, Role.STANDING_COMMITTEE),
        "author": appoint("author", women, Role.ORGANISATION_OFFICER),
        "colleague": appoint("colleague", women, Role.ORGANISATION_OFFICER),
        "farmer": appoint("farmer", farmers, Role.ORGANISATION_OFFICER),
        "villager": appoint("villager", board, Role.VILLAGE_BOARD),
        "reader": appoint("reader", committee, Role.READER),
        "it": appoint("it", committee, Role.IT_ADMINISTRATOR),
        "nobody": User.objects.create_user("nobody", password="mat-khau-thu-1"),
        "superuser": User.objects.create_superuser("superuser", password="mat-khau-thu-1"),
    }
    return result
