"""`make demo`: everything from an empty folder to a served site, and the second time nothing twice."""

import shutil
import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from core import installation
from portal.static_files import collect_if_changed

# What the demo makes in DATA_DIR and may delete; its keys stay.
MADE = (
    *("media", "public", "private", "aside", "cache", "tmp"),
    *("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "demo-users.txt", "public.lock", installation.MARK),
)


class Command(BaseCommand):
    help = "Prepares the demo commune in DATA_DIR if need be, and serves it to this machine and its network."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="0.0.0.0")  # noqa: S104  (phones on the same network are meant)
        parser.add_argument("--prepare-only", action="store_true", help="Stop before serving.")
        parser.add_argument("--reset", action="store_true", help="Delete the demo's data first; asks.")
        parser.add_argument("--yes", action="store_true", help="Do not ask before deleting.")

    def handle(self, *, port: int, host: str, prepare_only: bool, reset: bool, yes: bool, **options: Any) -> None:
        data = Path(settings.DATA_DIR)
        check_port(host, port)
        check_writable(data)
        check_own(data)
        if reset:
            self._reset(data, yes)
        call_command("migrate", interactive=False, verbosity=0)
        if collect_if_changed():
            self.stdout.write("Đã gom các tệp giao diện.")
        call_command("load_demo", stdout=self.stdout)
        self._greet(port, data / "demo-users.txt")
        if not prepare_only:
            call_command("serve", host=host, port=port, stdout=self.stdout)

    def _reset(self, data: Path, yes: bool) -> None:
        """Deletes what the demo made, once somebody has said that it is meant."""
        if not any((data / name).exists() for name in MADE):
            return
        check_in_folder(data)
        if not yes:
            self.stdout.write(f"Sẽ xóa hẳn xã mẫu trong {data}: mọi bài, ý kiến và tệp đã thử ở đó.")
            try:
                said = input("Gõ XÓA rồi Enter để xóa (phím khác: thôi): ")
            except EOFError:
                said = ""
            if said.strip().lower() not in {"xóa", "xoá", "xoa"}:
                raise CommandError(
                    "Chưa xóa gì. Xóa mà không hỏi: make demo-reset YES=1\nNothing was deleted. To delete unasked: make demo-reset YES=1"
                )
        connection.close()
        empty(data)

    def _greet(self, port: int, users: Path) -> None:
        self.stdout.write("\nTrang web của xã:")
        for address in ["localhost", *network_addresses()]:
            self.stdout.write(f"  http://{address}:{port}/")
        self.stdout.write(f"Trang quản trị:  http://localhost:{port}/quan-tri/")
        if users.exists():
            self.stdout.write(f"\nNgười dùng thử (tên, mật khẩu; giữ trong {users}):")
            self.stdout.write(users.read_text(encoding="utf-8"))
        self.stdout.write("Dừng: Ctrl-C")


def check_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng. Chọn cổng khác: make demo PORT={port + 1}\n"
                f"Port {port} is taken. Choose another: make demo PORT={port + 1}"
            ) from error


def check_writable(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True)
        probe = data / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CommandError(
            f"Không ghi được vào {data}. Chọn thư mục khác: make demo DATA_DIR=~/mat-tran-so\n"
            f"Cannot write to {data}. Choose another folder: make demo DATA_DIR=~/mat-tran-so"
        ) from error


def check_own(data: Path) -> None:
    """The demo keeps away from a folder and a database that it did not make."""
    made_by_demo = installation.mark_of_folder(data).get("is_demo") or (data / "demo-users.txt").exists()
    if not made_by_demo and connection.introspection.table_names():
        raise CommandError(f"{data}: {installation.DEMO_MEETS_REAL}")


def check_in_folder(data: Path) -> None:
    if Path(str(settings.DATABASES["default"]["NAME"])) != data / "db.sqlite3":
        raise CommandError(
            "Cơ sở dữ liệu của xã mẫu không nằm trong thư mục này: xin tự xóa cơ sở dữ liệu ấy rồi chạy make demo.\n"
            "The demo's database is not in this folder: delete it there, then run make demo."
        )


def empty(data: Path) -> None:
    """Deletes what the demo made, and nothing else that may lie in the folder."""
    for name in MADE:
        path = data / name
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def network_addresses() -> list[str]:
    """This machine's address on its network, where a phone finds it; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address kept for documentation
        except OSError:
            return []
        address = str(probe.getsockname()[0])
    return [] if address.startswith("127.") else [address]
