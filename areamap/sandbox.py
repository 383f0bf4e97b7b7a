"""
Reading what strangers wrote, in a process of its own that can harm nothing else.

A sheet with one cell far out asks for a hundred gigabytes and aborts the process that opens it; an
archive unpacks to a million times its size; a driver opens an address that a file names. So what
opens a file from outside is a *job*: a function of ours that runs in a child with limits on memory,
time and disk, without network, without other programs and without this process's environment. What
it finds comes back as JSON, or as files in a folder that is removed afterwards.
"""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import IO, Any, Final

from areamap import _sandboxed, errors
from areamap.progress import Progress, quiet
from areamap.settings import Settings

_LOG: Final = logging.getLogger(__name__)
_LONGEST_LINE: Final = 1000
_LAST_BYTES: Final = 4000
_PASSED_ON: Final = ("LD_LIBRARY_PATH", "SYSTEMROOT", "TZ")
_ALONE: Final = {
    # A thread of each library would take 8 MB of the memory that is allowed, per core.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    # Arrow's own pool sets aside gigabytes of addresses that it may never use.
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "LANG": "C.UTF-8",
}
_AT_ONCE: Final = BoundedSemaphore(max(2, os.cpu_count() or 1))
"""So many children at most: together they must leave the machine room to work."""


class OverLimitError(Exception):
    """A job took more memory, time or disk than it may."""


class FellOverError(Exception):
    """A job ended without an answer: the file brought a library down."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What one job may take.

    Attributes
    ----------
    memory_bytes
        Addresses of memory, all in all.
    seconds
        Of computing, and by the clock.
    output_bytes
        Size of each file that it writes.
    """

    memory_bytes: int
    seconds: int
    output_bytes: int


def limits(settings: Settings, *, output_bytes: int) -> Limits:
    """Return what a job may take by the settings, where it writes files of a size."""
    return Limits(settings.reader_memory_bytes, settings.reader_seconds, output_bytes)


def run(
    job: str,
    arguments: Mapping[str, Any],
    *,
    folder: Path,
    allowed: Limits,
    progress: Progress | None = None,
) -> Any:  # noqa: ANN401 - JSON, as the job returns it
    """
    Return what a job returns.

    Parameters
    ----------
    job
        `module:function`. The function takes and returns what JSON holds.
    arguments
        Its arguments by name.
    folder
        A temporary folder of the caller's, where the job may write.
    allowed
        What it may take.
    progress
        Is told how far the job is, where the job takes an argument `progress`.

    Raises
    ------
    AreamapError
        The job refused the file: its own sentence.
    OverLimitError
        It took more than it may.
    FellOverError
        It ended without an answer.
    """
    target = folder / "answer.json"
    request = {
        "root": str(Path(__file__).parents[1]),
        "job": job,
        "arguments": dict(arguments),
        "limits": {name: getattr(allowed, name) for name in Limits.__slots__},
        "tells": progress is not None,
        "answer": str(target),
    }
    with _AT_ONCE:
        _work(request, folder, allowed, progress or quiet)
    told = json.loads(target.read_text(encoding="utf-8"))
    target.unlink()
    if "refused" in told:
        raise _refusal(told)
    return told["answer"]


def _work(request: dict[str, Any], folder: Path, allowed: Limits, progress: Progress) -> None:
    command = [sys.executable, "-I", "-X", "utf8", _sandboxed.__file__]
    errors_at = folder / "errors.txt"
    with (
        errors_at.open("wb") as complaints,
        subprocess.Popen(  # noqa: S603 - our own interpreter and script
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            cwd=folder,
            env=_environment(folder),
        ) as process,
    ):
        overtime = Timer(allowed.seconds, process.kill)
        overtime.start()
        try:
            _ask(process, request)
            _listen(process.stdout, progress)
            status = process.wait()
        finally:
            overtime.cancel()
            process.kill()
    if status:
        _explain(status, _last(errors_at), request["job"])
    errors_at.unlink()


def _environment(folder: Path) -> dict[str, str]:
    """Return the child's environment: nothing of ours, for it holds addresses and passwords."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    here = str(folder)
    return {**_ALONE, **passed_on, "HOME": here, "TMPDIR": here, "TEMP": here, "PATH": os.defpath}


def _ask(process: "subprocess.Popen[bytes]", request: dict[str, Any]) -> None:
    if process.stdin is None:  # pragma: no cover - it was asked for
        return
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.close()
    except BrokenPipeError:
        # It died before it listened; its status tells.
        return


def _listen(stream: IO[bytes] | None, progress: Progress) -> None:
    """Pass on what a child tells; libraries may mutter in between."""
    while stream is not None and (line := stream.readline(_LONGEST_LINE)):
        try:
            done, doing = json.loads(line)
        except (ValueError, TypeError):
            continue
        progress(float(done), str(doing))


def _last(path: Path) -> str:
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _LAST_BYTES))
        return stream.read().decode("utf-8", "replace")


def _explain(status: int, said: str, job: str) -> None:
    # Python's own traceback stays here: it may hold cells of the file.
    kind = said.strip().rpartition("\n")[2].partition(":")[0][:80]
    _LOG.info("%s ended with status %s (%s)", job, status, kind)
    if status == _sandboxed.OVER_LIMIT or "MemoryError" in said or "memory allocation" in said:
        raise OverLimitError(job)
    if status < 0 and -status not in _sandboxed.CRASHES:
        raise OverLimitError(job)
    raise FellOverError(job)


def _refusal(told: dict[str, Any]) -> errors.AreamapError:
    kind: type[errors.AreamapError] = getattr(errors, told["refused"])
    return kind(told["key"], **told["values"])
