"""
The other end of `areamap.sandbox`: one job in this process, within limits that it sets itself.

Run as a script with nothing on its path, it takes one line of JSON on its standard input: the
`root` of the package, the `job` as `module:function`, its `arguments`, the `limits`, and the
`answer` file to write. What the job tells of its progress goes to standard output, a line of JSON
each. Exit status: 0 answered, 5 over a limit; any other, and every signal, means that it fell over.
"""

import errno
import importlib
import json
import os
import sys
from typing import Any, Final

OVER_LIMIT: Final = 5
CRASHES: Final = frozenset({4, 7, 8, 11})
"""Signals of a library that fell over: SIGILL, SIGBUS, SIGFPE, SIGSEGV."""

_FULL: Final = frozenset({errno.EFBIG, errno.ENOSPC, errno.ENOMEM})


def limit_self(limits: dict[str, int]) -> None:
    """Let the system end this process where it takes too much memory, time or disk."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows, where only the parent's clock holds

    for what, most in (
        (resource.RLIMIT_AS, limits["memory_bytes"]),
        (resource.RLIMIT_CPU, limits["seconds"]),
        (resource.RLIMIT_FSIZE, limits["output_bytes"]),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return what the job returns, or the sentence with which it refuses the file."""
    from areamap.errors import AreamapError  # noqa: PLC0415 - not to be found before

    module, _, name = request["job"].partition(":")
    job = getattr(importlib.import_module(module), name)
    extra = {"progress": tell} if request["tells"] else {}
    try:
        return {"answer": job(**request["arguments"], **extra)}
    except AreamapError as error:
        return {"refused": type(error).__name__, "key": error.key, "values": error.values}


def tell(done: float, doing: str) -> None:
    """Say how far the job is."""
    sys.stdout.write(json.dumps([done, doing]) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Do the job that standard input asks for."""
    request = json.loads(sys.stdin.readline())
    sys.path.insert(0, request["root"])
    from areamap import _no_network  # noqa: PLC0415 - not to be found before

    limit_self(request["limits"])
    _no_network.shut()
    try:
        told = json.dumps(answer(request), default=str)
        with open(request["answer"], "w", encoding="utf-8") as out:  # noqa: PTH123 - pathlib would double the start-up
            out.write(told)
    except MemoryError:
        return OVER_LIMIT
    except OSError as error:
        if error.errno in _FULL:
            return OVER_LIMIT
        raise
    return 0


if __name__ == "__main__":
    # Without the goodbyes of libraries that a broken file left in a bad state.
    status = main()
    sys.stdout.flush()
    os._exit(status)
