"""The web server: granian with our ASGI application, which its children take over ready-made.

The application is imported once, here, and the children are forked: they begin in milliseconds and share its memory.
"""

import argparse
import gc
import multiprocessing

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from portal.server import lifeline

CONNECTIONS = 4096  # of one child at the same time; a slow one costs a few kilobytes, no thread
KILL_AFTER = 8  # seconds; of the supervisor's ten


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    options = parser.parse_args()
    lifeline.follow()
    import portal.asgi  # noqa: F401  (read before the fork)
    from portal.server import look

    look.refuse_if_wrong()
    gc.collect()
    gc.freeze()  # what the children share is not touched by their collectors
    lifeline.lead()
    multiprocessing.set_start_method("fork")
    Server(
        "portal.asgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.ASGI,
        workers=options.workers,
        http=HTTPModes.http1,
        websockets=False,
        backlog=1024,
        backpressure=CONNECTIONS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER,
    ).serve()


if __name__ == "__main__":
    main()
