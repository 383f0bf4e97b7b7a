"""Many hostile files one after the other, and what must be as it was when they are through."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from areamap.errors import FileError
from areamap.i18n import LANGS
from tests.hostile import growth
from tests.hostile.cases import Case

BATCHES = 16
AT_ONCE = 3
"""Readers are children of their own: this process mostly waits for them."""

OWNED = Path("/tmp/owned")  # noqa: S108 - what a pickle of the corpus would make

Reads = Callable[[Path], FileError | None]


def batches(all_of_them: Sequence[Case]) -> list[Sequence[Case]]:
    """Return cases dealt out so that each batch has some of every kind."""
    return [all_of_them[start::BATCHES] for start in range(BATCHES)]


def in_batches(cases: Sequence[Case], read: Reads) -> list[str]:
    """Hand in each file, and return what is wrong with how it ended."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda case: _wrong(case, read), cases)
        return [each for each in found if each]


@contextmanager
def harmless(home: Path, folder: Path) -> Iterator[None]:
    """Check that what happens inside leaves the home and the temporary folder as they were."""
    before = fingerprint(home)
    with growth.watched() as grown:
        yield
    assert grown.megabytes < growth.MOST_MEGABYTES
    assert fingerprint(home) == before
    assert list(folder.iterdir()) == []
    assert not OWNED.exists()


def fingerprint(home: Path) -> str:
    """Return a hash of every file of a data home."""
    files = sorted(each for each in home.rglob("*") if each.is_file())
    content = [(str(each), hashlib.sha256(each.read_bytes()).hexdigest()) for each in files]
    return hashlib.sha256(repr(content).encode()).hexdigest()


def _wrong(case: Case, read: Reads) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / case.file
        case.write(path)
        error = read(path)
        left = sorted(each.name for each in Path(folder).iterdir())
    if left != [case.file]:
        return f"{case.label}: left {left} behind"
    return wrong_with(case, error)


def wrong_with(case: Case, error: FileError | None) -> str:
    """Return what is wrong with how a case ended, or nothing."""
    if error is not None and not _is_clear(error):
        return f"{case.label}: said {error}"
    if case.reads is not None and case.reads is not (error is None):
        return f"{case.label}: {error or 'was read'}"
    return ""


def _is_clear(error: FileError) -> bool:
    """A sentence in each language, without gaps and without a programme's inside in it."""
    said = [error.text(lang) for lang in LANGS]
    inside = ("Traceback", "Error(", "areamap-", "\n", "None", "{", "  ")
    return len(set(said)) == len(LANGS) and all(
        20 < len(text) < 2000 and not any(each in text for each in inside) for text in said
    )
