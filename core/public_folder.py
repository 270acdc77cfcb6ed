"""The folder of plain files that everybody may have: the sizes of public pictures, and public documents.

A proxy may serve it as it is: the path under `PUBLIC_ROOT` is the path of the address. What is not there may still be public
(`portal.views` asks `core.visibility`); what is there, is. Where files lie in S3 there is no such folder.
"""

import errno
import fcntl
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import local

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core.renditions import PUBLIC_SPECS
from core.visibility import public_files

logger = logging.getLogger(__name__)
PICTURES, PAPERS = "media/images", "tai-lieu"  # the beginnings of their addresses
_pending = local()  # in each thread: whether its transaction changed what is public
MANY = 500  # things, more than one may name in a query


def path(kind: str, number: int, name: str) -> Path | None:
    """Where the file of the picture or document `number` lies if it is public; None where there is no folder."""
    return _folder(kind) / str(number) / name if settings.PUBLIC_ROOT else None


def settle() -> int:
    """Puts in what became public and takes out what is public no more; returns how many things changed. Safe to repeat."""
    return _settle(thorough=False)


def repair() -> int:
    """The same, and looks at each single file: for what a crash left half done."""
    return _settle(thorough=True)


def settle_on_commit() -> None:
    """Settles once when the open transaction ends, however often it is called. What fails then is logged, and mended by `tidy`."""
    _pending.settle = True
    transaction.on_commit(_settle_if_pending, robust=True)


def _settle_if_pending() -> None:
    if getattr(_pending, "settle", False):
        _pending.settle = False
        settle()


def renew_on_commit(kind: str, number: int) -> None:
    """Takes the files of one thing out and puts them in anew: they were changed, or made."""
    if settings.PUBLIC_ROOT:
        transaction.on_commit(partial(_renew, kind, number), robust=True)


def _settle(*, thorough: bool) -> int:
    if not settings.PUBLIC_ROOT:
        return 0
    changed = 0
    with _locked():
        for kind, model in ((PICTURES, get_image_model()), (PAPERS, get_document_model())):
            folder = _folder(kind)
            folder.mkdir(parents=True, exist_ok=True)
            public = set(public_files(model.objects.order_by()).values_list("pk", flat=True))
            present = {int(entry) for entry in os.listdir(folder) if entry.isdecimal()}
            for number in present - public:
                shutil.rmtree(folder / str(number))
            new = public - present
            for number, names in _files(kind, public if thorough else new):
                _put(folder / str(number), names)
            changed += len(present - public) + len(new)
    return changed


def _renew(kind: str, number: int) -> None:
    model = get_image_model() if kind == PICTURES else get_document_model()
    target = _folder(kind) / str(number)
    with _locked():
        if public_files(model.objects.filter(pk=number)).exists():
            for _number, names in _files(kind, {number}):
                _put(target, names)
        else:
            shutil.rmtree(target, ignore_errors=True)


def _folder(kind: str) -> Path:
    return Path(str(settings.PUBLIC_ROOT)) / kind


def _files(kind: str, numbers: set[int]) -> Iterator[tuple[int, list[str]]]:
    """The things `numbers`, each with the names of its files in the storage."""
    if kind == PAPERS:
        documents = get_document_model().objects.in_bulk(numbers)
        yield from ((number, [document.file.name]) for number, document in documents.items())
        return
    found: dict[int, list[str]] = {number: [] for number in numbers}
    renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=PUBLIC_SPECS)
    if len(numbers) < MANY:
        renditions = renditions.filter(image__in=numbers)
    for number, name in renditions.values_list("image", "file"):
        if number in found:
            found[number].append(name)
    yield from found.items()


def _put(target: Path, names: Iterable[str]) -> None:
    """Makes `target` the folder of exactly the files `names`; each appears whole, at once."""
    target.mkdir(parents=True, exist_ok=True)
    wanted = {os.path.basename(name): Path(default_storage.path(name)) for name in names}
    for entry in os.listdir(target):
        if entry not in wanted:
            (target / entry).unlink(missing_ok=True)
    for name, source in wanted.items():
        _place(source, target / name)


def _place(source: Path, target: Path) -> None:
    try:
        if target.exists() and _same(source, target):
            return
        draft = target.with_name(".draft")
        try:
            os.link(source, draft)
        except OSError as error:
            if error.errno not in {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP}:
                raise
            shutil.copy2(source, draft)  # another file system, or one without hard links
        draft.replace(target)
    except FileNotFoundError:
        logger.warning("The file %s is missing in the storage", source)


def _same(source: Path, target: Path) -> bool:
    ours, theirs = target.stat(), source.stat()
    return os.path.samestat(ours, theirs) or (ours.st_size, ours.st_mtime_ns) == (theirs.st_size, theirs.st_mtime_ns)


@contextmanager
def _locked() -> Iterator[None]:
    """One at a time, in whatever process: what is read from the database afterwards is newer than what the last one did."""
    lock = Path(settings.DATA_DIR) / "public.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
