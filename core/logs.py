"""What may stand in a log: never the private link by which a citizen opens her case."""

import logging
import re
from typing import Any

PRIVATE_LINK = re.compile(r"(/gop-y/+(?:ho-so|phieu)/+)[^/\n\"']+", re.IGNORECASE)  # it may have a blank inside


class RedactPrivateLinks(logging.Filter):
    """Shortens private links in a record's message and arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _shortened(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_shortened(value) for value in record.args)
        return True


class OneLine(logging.Filter):
    """A record without its traceback: what was refused, not where."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.exc_info = None
        return True


def _shortened(value: Any) -> Any:
    return PRIVATE_LINK.sub(r"\1…", value) if isinstance(value, str) else value
