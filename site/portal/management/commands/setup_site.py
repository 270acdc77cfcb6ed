from typing import Any

from django.core.management.base import BaseCommand

from core import public_folder
from feedback import deadlines
from organisations.models import Unit
from organisations.services import open_unit
from portal import site_tree


class Command(BaseCommand):
    help = "Plants the home page and its sections, and gives every unit its folders and rights. Safe to repeat; run it after an upgrade."

    def handle(self, **options: Any) -> None:
        site_tree.plant()
        deadlines.set_up()
        units = Unit.objects.all()
        for unit in units:
            open_unit(unit)
        public_folder.repair()
        self.stdout.write(f"Đã có trang chủ và các chuyên mục; đơn vị: {len(units)}.")
