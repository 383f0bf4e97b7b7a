"""What a server and its children have used: processor time and memory, as the kernel counts."""

import os
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_UTIME, _STIME = 11, 12
"""Places in `/proc/PID/stat` after the name, which may itself hold spaces."""


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    members = [pid]
    for parent in members:
        for children in _PROC.glob(f"{parent}/task/*/children"):
            members += [int(child) for child in children.read_text().split()]
    return members


def cpu_seconds(pid: int) -> float:
    """Return the processor time of a process and its living descendants, ended threads included."""
    return sum(_ticks(member) for member in family(pid)) / _TICKS


def resident_bytes(pid: int) -> int:
    """Return the resident memory of a process and its descendants."""
    return sum(_kilobytes(member, "VmRSS") for member in family(pid)) * 1024


def _ticks(pid: int) -> int:
    fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return int(fields[_UTIME]) + int(fields[_STIME])


def _kilobytes(pid: int, name: str) -> int:
    for line in (_PROC / str(pid) / "status").read_text().splitlines():
        key, _, rest = line.partition(":")
        if key == name:
            return int(rest.split()[0])
    return 0
