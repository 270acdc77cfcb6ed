from typing import Any

from django.core.management.base import BaseCommand

from portal import site_tree


class Command(BaseCommand):
    help = "Plants the home page and its sections, in Vietnamese and English. Safe to repeat."

    def handle(self, **options: Any) -> None:
        site_tree.plant()
        self.stdout.write("Đã có trang chủ và các chuyên mục.")
