"""`make demo`: everything from an empty folder to a served site, and the second time nothing twice."""

import shutil
import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.static_files import collect_if_changed


class Command(BaseCommand):
    help = "Prepares the demo commune in DATA_DIR if need be, and serves it to this machine and its network."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="0.0.0.0")  # noqa: S104  (phones on the same network are meant)
        parser.add_argument("--prepare-only", action="store_true", help="Stop before serving.")
        parser.add_argument("--reset", action="store_true", help="Delete the demo's data first.")

    def handle(self, *, port: int, host: str, prepare_only: bool, reset: bool, **options: Any) -> None:
        data = Path(settings.DATA_DIR)
        check_port(host, port)
        check_writable(data)
        if reset:
            empty(data)
        call_command("migrate", interactive=False, verbosity=0)
        if collect_if_changed():
            self.stdout.write("Đã gom các tệp giao diện.")
        call_command("load_demo", stdout=self.stdout)
        self._greet(port, data / "demo-users.txt")
        if not prepare_only:
            call_command("serve", host=host, port=port, stdout=self.stdout)

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


def empty(data: Path) -> None:
    """Deletes what the demo made, and nothing else that may lie in the folder."""
    for name in ("media", "public", "private", "cache"):
        shutil.rmtree(data / name, ignore_errors=True)
    for name in ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "demo-users.txt", "public.lock"):
        (data / name).unlink(missing_ok=True)


def network_addresses() -> list[str]:
    """This machine's address on its network, where a phone finds it; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address kept for documentation
        except OSError:
            return []
        address = str(probe.getsockname()[0])
    return [] if address.startswith("127.") else [address]
