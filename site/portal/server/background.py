"""Beside the web server, in one process: the queue of jobs and everything that the clock starts, each in a thread of its own."""

import logging
import os
import signal
import threading
from types import FrameType

import django

from portal.server import lifeline

GRACE_SECONDS = 8  # for a job that is being done; of the supervisor's ten

logger = logging.getLogger("portal.server")


def main() -> None:
    lifeline.follow()
    ended = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        ended.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    django.setup()
    from portal.server import clock, look
    from portal.server.worker import QueueWorker

    look.refuse_if_wrong()
    worker = QueueWorker()
    threading.Thread(target=worker.run, name="queue", daemon=True).start()
    clock.start(ended, worker)
    ended.wait()
    worker.stop(GRACE_SECONDS)
    logger.info("The queue and the timer end")
    os._exit(0)  # a thread in the middle of its work would hold the process: what it did not finish is taken up again


if __name__ == "__main__":
    main()
