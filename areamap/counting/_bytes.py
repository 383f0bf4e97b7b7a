"""The bytes of a long list as they lie on the disk, watched on their way."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self, cast

from areamap.counting import _engine, _heads
from areamap.errors import FileError
from areamap.progress import Progress

_BLOCK: Final = 2**22
_START: Final = 8
_STEP: Final = 0.005


class Watched:
    """
    A file that tells how far it was read, and whose hash is known at its end.

    Parameters
    ----------
    path
        The file.
    progress
        Is told.
    """

    def __init__(self, path: Path, progress: Progress) -> None:
        self.name = path.name
        self._file = path.open("rb")
        self._size = max(1, path.stat().st_size)
        self._read = 0
        self._hash = hashlib.sha256()
        self._progress = progress
        self._told = 0.0
        self.start = self._file.peek(_START)[:_START]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._file.read(_BLOCK if size < 0 else size)
        self._hash.update(data)
        self._read += len(data)
        done = min(1.0, self._read / self._size)
        if done - self._told >= _STEP:
            self._told = done
            self._progress(done, "counting.doing_read")
        return data

    def finish(self) -> None:
        """Read what is left, for the hash."""
        while self.read():
            pass

    @property
    def sha256(self) -> str:
        """Hash of what was read."""
        return self._hash.hexdigest()


def chunks(file: Watched, encoding: str, most_bytes: int) -> Iterator[bytes]:
    """
    Yield the text of a file as the engine takes it.

    Parameters
    ----------
    file
        At its beginning; unpacked where it is compressed.
    encoding
        `utf-8`, `utf-16` or `cp874`; the last comes as it is, a byte for a letter.
    most_bytes
        How much there may be.

    Raises
    ------
    FileError
        There is more, or what is compressed can't be unpacked.
    """
    decoder = _heads.decoder(encoding) if encoding == "utf-16" else None
    size = 0
    for block in _unpacked(file):
        size += len(block)
        if size > most_bytes:
            raise FileError("counting_too_large", file=file.name, most=most_bytes // 2**30)
        if decoder is not None:
            yield decoder.decode(block).encode()
        else:
            yield _engine.as_bytes(block) if encoding == "cp874" else block


def _unpacked(file: Watched) -> Iterator[bytes]:
    packed = file.start.startswith(_heads.GZIP)
    source = gzip.GzipFile(fileobj=cast("IO[bytes]", file)) if packed else file
    try:
        while block := source.read(_BLOCK):
            yield block
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise FileError("counting_unreadable") from error
