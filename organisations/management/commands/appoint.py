import logging
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from organisations.enums import Role
from organisations.models import Unit
from organisations.services import appoint_on_server

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Appoints somebody on the server, in force at once: for the first appointments, and when nobody is left who "
        "confirms. It is logged, and everybody who confirms appointments sees it on the start page for 30 days."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="user name")
        parser.add_argument("unit", help="address (slug) of the unit, as in /to-chuc/mat-tran/")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("--note", default="", help="for example the number of the decision")

    def handle(self, *, user: str, unit: str, role: str, note: str, **options: Any) -> None:
        person = get_user_model().objects.filter(username=user).first()
        body = Unit.objects.filter(slug=unit).first()
        if person is None:
            raise CommandError(
                f"Không có tài khoản “{user}”. Lập bằng: manage.py createsuperuser, hoặc trong mục Người dùng."
            )
        if body is None:
            slugs = ", ".join(Unit.objects.values_list("slug", flat=True)) or "chưa có đơn vị nào"
            raise CommandError(f"Không có đơn vị “{unit}”. Các đơn vị: {slugs}.")
        try:
            appointment = appoint_on_server(person, body, Role(role), note=note)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        logger.warning("Appointed on the server: %s, %s, %s", user, unit, role)
        self.stdout.write(f"Đã phân công, có hiệu lực ngay: {appointment}")
