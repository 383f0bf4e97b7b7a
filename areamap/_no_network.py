"""
Take from this process for good what reading a file never needs: the network, and other programs.

The kernel of Linux refuses the calls from then on, whoever makes them: a library, a driver, or code
that a hostile file got to run. On other systems, and where the kernel has no such filter, what is
read is only kept from it by drivers that are switched off.

The filter is a program of classic BPF (linux/filter.h, linux/seccomp.h): a call of an architecture
or of a table of calls that it does not know is refused too.
"""

import ctypes
import errno
import platform
import struct
import sys
from typing import Final

_LOAD: Final = 0x20
_EQUAL: Final = 0x15
_AT_LEAST: Final = 0x35
_RETURN: Final = 0x06
_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000 | errno.EACCES
_NUMBER_AT: Final = 0
_ARCHITECTURE_AT: Final = 4
_OTHER_TABLE: Final = 0x40000000

_NO_NEW_PRIVILEGES: Final = 38
_SECCOMP: Final = 22
_FILTER: Final = 2

_CALLS: Final = {
    # socket, connect, execve, ptrace, execveat, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 59, 101, 322, 425)),
    "aarch64": (0xC00000B7, (198, 203, 221, 117, 281, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def shut() -> bool:
    """Refuse them from now on; return whether the system can."""
    known = _CALLS.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    steps = _steps(*known)
    program = _Program(len(steps) // 8, steps)
    control = ctypes.CDLL(None, use_errno=True).prctl
    done = control(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    done = done or control(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)
    return bool(done == 0)


def _steps(architecture: int, refused: tuple[int, ...]) -> bytes:
    """Return the filter: each step is its code, how far to jump if so and if not, and a value."""
    tail = len(refused)
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_EQUAL, 0, tail + 3, architecture),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, tail + 1, 0, _OTHER_TABLE),
        *((_EQUAL, tail - place, 0, call) for place, call in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
