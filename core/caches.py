"""A cache that is only ever a help: what it cannot keep or give back is a miss, with a line in the log each minute, never an error."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.utils.functional import cached_property
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)
SLOW = 0.3  # seconds; what fails so slowly is left alone for a while
RESTS = 10  # seconds
SAID_EVERY = 60  # seconds
_state = {"rests_until": 0.0, "said_at": float("-inf")}  # of this process


class ForgivingCache(BaseCache):
    """Around the backend named in `INNER` (files, Redis). `strict` is that one itself, for whoever asks how it is."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._location, self._params = location, {key: value for key, value in params.items() if key != "INNER"}
        self._inner = params["INNER"]

    @cached_property
    def strict(self) -> Any:
        """Made when it is first needed: a folder that cannot be written is an error already then."""
        return import_string(self._inner)(self._location, self._params)

    def _try(self, ask: Callable[[Any], Any], otherwise: Any) -> Any:
        begun = time.monotonic()
        if begun < _state["rests_until"]:
            return otherwise
        try:
            return ask(self.strict)
        except Exception as error:  # each cache library raises its own, and a damaged entry anything
            now = time.monotonic()
            if now - begun > SLOW:
                _state["rests_until"] = now + RESTS
            if now - _state["said_at"] > SAID_EVERY:
                _state["said_at"] = now
                logger.warning("The cache fails, and is done without: %s: %s", type(error).__name__, error)
            return otherwise

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        missing = object()
        found = self._try(lambda cache: cache.get(key, default, version=version), missing)
        if found is not missing:
            return found
        self._try(lambda cache: cache.delete(key, version=version), None)  # a damaged entry would fail each time
        return default

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        return self._try(lambda cache: cache.get_many(keys, version=version), {})

    def has_key(self, key: Any, version: int | None = None) -> bool:
        return self._try(lambda cache: cache.has_key(key, version=version), False)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._try(lambda cache: cache.set(key, value, timeout=timeout, version=version), None)

    def set_many(self, data: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> list[Any]:
        return self._try(lambda cache: cache.set_many(data, timeout=timeout, version=version), list(data))

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._try(lambda cache: cache.add(key, value, timeout=timeout, version=version), False)

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._try(lambda cache: cache.touch(key, timeout=timeout, version=version), False)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return self._try(lambda cache: cache.delete(key, version=version), False)

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        self._try(lambda cache: cache.delete_many(keys, version=version), None)

    def clear(self) -> None:
        self._try(lambda cache: cache.clear(), None)

    def close(self, **kwargs: Any) -> None:
        self._try(lambda cache: cache.close(**kwargs), None)
