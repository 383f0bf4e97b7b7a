"""Processor time and memory are those of a process and of what it started."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from bench import processes

_PARENT = """
import subprocess, sys
work = "print(sum(range(30_000_000)), flush=True); input()"
child = subprocess.Popen([sys.executable, "-c", work], stdin=subprocess.PIPE)
input()
child.communicate(b"\\n")
"""


@pytest.fixture
def parent() -> Iterator["subprocess.Popen[bytes]"]:
    """Run a process that does nothing but run another, which has worked by now."""
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        yield process
        process.communicate(b"\n")


def test_children_count_too(parent: "subprocess.Popen[bytes]") -> None:
    first, *others = processes.family(parent.pid)
    assert first == parent.pid
    assert len(others) == 1
    assert processes.cpu_seconds(parent.pid) >= processes.cpu_seconds(others[0]) > 0.05
    assert processes.resident_bytes(parent.pid) > processes.resident_bytes(others[0]) > 1e6
