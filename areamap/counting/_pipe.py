"""Bytes that the engine takes for a file, while they are made."""

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from areamap.errors import AreamapError

_PIPE_BYTES: Final = 2**20
_F_SETPIPE_SZ: Final = 1031


@contextmanager
def fed(blocks: Iterable[bytes]) -> Iterator[str]:
    """
    Give the engine bytes to read as if they were a file, and return the file's name.

    What goes wrong while they are read is raised at the end.
    """
    out, into = os.pipe()
    failed: list[BaseException] = []
    feeder = threading.Thread(target=_feed, args=(blocks, into, failed), daemon=True)
    _widen(into)
    feeder.start()
    try:
        yield f"/dev/fd/{out}"
    finally:
        os.close(out)
        feeder.join()
    if failed:
        raise failed[0]


def _feed(blocks: Iterable[bytes], into: int, failed: list[BaseException]) -> None:
    try:
        with os.fdopen(into, "wb", buffering=0) as pipe:
            for block in blocks:
                rest = memoryview(block)
                while rest:
                    rest = rest[pipe.write(rest) :]
    except BrokenPipeError:
        # The engine gave up, and says why.
        return
    except (OSError, MemoryError, AreamapError) as error:
        failed.append(error)


def _widen(pipe: int) -> None:
    """Let more wait in a pipe, where the system can."""
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.fcntl(pipe, _F_SETPIPE_SZ, _PIPE_BYTES)
    except OSError:
        return
