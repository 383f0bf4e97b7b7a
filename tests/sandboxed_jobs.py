"""What a hostile file could make a reader do; run by `areamap.sandbox` in the tests of it."""

import ctypes
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from areamap.errors import FileError


def double(number: int, progress: Callable[[float, str], None] | None = None) -> int:
    print("a library mutters")  # noqa: T201 - as libraries do
    if progress is not None:
        progress(0.5, "registers.doing_read")
    return number * 2


def refuse(file: str) -> None:
    raise FileError("registers_empty_file", file=file)


def eat_memory(megabytes: int) -> int:
    return len(b"x" * megabytes * 2**20)


def eat_memory_below_python(megabytes: int) -> int:
    ctypes.CDLL(None).abort()
    return megabytes


def eat_time() -> None:
    while True:
        pass


def sleep_for_ever() -> None:
    import time  # noqa: PLC0415 - only here

    time.sleep(1000)


def fill_the_disk(target: str, megabytes: int) -> None:
    with Path(target).open("wb") as file:
        file.writelines(bytes(2**20) for _ in range(megabytes))


def crash() -> None:
    ctypes.string_at(0)


def fall_over(cell: str) -> None:
    raise RuntimeError(cell)


def call_out(port: int) -> str:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return "reached"
    except OSError as error:
        return type(error).__name__


def run_a_program() -> str:
    try:
        return subprocess.run([sys.executable, "-c", ""], check=False).args[0]
    except OSError as error:
        return type(error).__name__


def environment() -> dict[str, Any]:
    return {**os.environ, "cwd": str(Path.cwd())}
