"""A small commune for every test that asks for one: two organisations, a board, people in each role."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone, translation
from django.utils.translation.reloader import translation_file_changed
from wagtail.models import Collection, Locale, Page

from accounts.models import User
from core import languages
from core.models import Withdrawal
from home.models import HomePage, Menus
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

for _catalogue in compile_catalogues():
    translation_file_changed(None, _catalogue)  # some may have been looked for already


@pytest.fixture(autouse=True)
def _clean_slate() -> Iterator[None]:
    translation.activate(settings.LANGUAGE_CODE)  # a request under /en/ leaves its language behind
    yield
    cache.clear()
    languages._codes.clear()
    shutil.rmtree(settings.PUBLIC_ROOT, ignore_errors=True)  # the numbers in it are given anew


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

    def folder(self, unit: Unit, language: str = "vi", section: str = "tin-tuc") -> UnitFolderPage:
        folders = UnitFolderPage.objects.filter(unit=unit, locale__language_code=language)
        return next(folder for folder in folders if folder.get_parent().slug == section)

    def client(self, name: str) -> Client:
        client = Client()
        client.force_login(self.users[name])
        return client


def appoint(username: str, unit: Unit, role: Role, **kwargs: Any) -> User:
    user, _new = User.objects.get_or_create(username=username, defaults={"last_name": "Nguyễn", "first_name": username})
    user.set_password("mat-khau-thu-1")
    user.save()
    kwargs.setdefault("valid_from", timezone.now() - timezone.timedelta(days=1))
    services.appoint_on_server(user, unit, role, **kwargs)
    return user


def open_unit(slug: str, kind: UnitKind, name: str) -> Unit:
    unit = Unit.objects.create(slug=slug, kind=kind, name=name)
    services.open_unit(unit)
    return unit


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The small commune is built once a process, before the first test; every test finds it and leaves it as it was.

    (Built anew for each, it would be two thirds of the time of all tests.)
    """
    with django_db_blocker.unblock():
        build_commune()
        # What a test with transactions of its own is given (`serialized_rollback`), because it empties the database.
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()


@pytest.fixture
def commune(db: Any) -> SmallCommune:
    return the_commune()


@pytest.fixture
def no_commune(db: Any) -> None:
    """What a new installation finds: the tables, and nothing of a commune in them."""
    Appointment.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
    Village.objects.all().delete()
    Topic.objects.all().delete()
    Withdrawal.objects.all().delete()
    Menus.objects.all().delete()
    Unit.objects.all().delete()
    Group.objects.all().delete()
    for collection in Collection.objects.filter(depth=2):
        collection.delete()
    User.objects.all().delete()


def build_commune() -> None:
    site_tree.plant()
    committee = open_unit("mat-tran", UnitKind.COMMITTEE, "Ủy ban MTTQ Việt Nam xã")
    women = open_unit("hoi-phu-nu", UnitKind.ORGANISATION, "Hội Liên hiệp Phụ nữ xã")
    farmers = open_unit("hoi-nong-dan", UnitKind.ORGANISATION, "Hội Nông dân xã")
    board = open_unit("ban-cong-tac-dong-thuong", UnitKind.VILLAGE_BOARD, "Ban công tác Mặt trận thôn Đông Thượng")
    village = Village.objects.create(slug="dong-thuong", name="Thôn Đông Thượng", board=board)
    VillageFigure.objects.create(village=village, as_of="2026-06-30", households=412, residents=1506)
    Village.objects.create(slug="trai-sen", name="Thôn Trại Sen")
    topic = Topic.objects.create(slug="moi-truong", name="Môi trường")
    TopicAssignment.objects.create(topic=topic, unit=women, year=timezone.localdate().year)
    Topic.objects.create(slug="chuyen-doi-so", name="Chuyển đổi số")
    appoint("chair", committee, Role.STANDING_COMMITTEE)
    appoint("deputy", committee, Role.STANDING_COMMITTEE)
    appoint("author", women, Role.ORGANISATION_OFFICER)
    appoint("colleague", women, Role.ORGANISATION_OFFICER)
    appoint("farmer", farmers, Role.ORGANISATION_OFFICER)
    appoint("villager", board, Role.VILLAGE_BOARD)
    appoint("reader", committee, Role.READER)
    appoint("it", committee, Role.IT_ADMINISTRATOR)
    User.objects.create_user("nobody", password="mat-khau-thu-1")
    User.objects.create_superuser("superuser", password="mat-khau-thu-1")


def the_commune() -> SmallCommune:
    units = {unit.slug: unit for unit in Unit.objects.all()}
    villages = {village.slug: village for village in Village.objects.all()}
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    return SmallCommune(
        HomePage.objects.get(locale=Locale.get_default()),
        units["mat-tran"],
        units["hoi-phu-nu"],
        units["hoi-nong-dan"],
        units["ban-cong-tac-dong-thuong"],
        villages["dong-thuong"],
        villages["trai-sen"],
        topics["moi-truong"],
        topics["chuyen-doi-so"],
        {user.username: user for user in User.objects.all()},
    )


def pytest_collection_finish() -> None:
    """Loads the addresses as the site does, in its language: `migrate`, which speaks none, would else be the first to read them."""
    import_module(settings.ROOT_URLCONF)
