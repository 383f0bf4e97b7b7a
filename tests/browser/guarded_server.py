"""The app's server in a process that may speak to this machine only; attempts are written down."""

import socket
import sys
from pathlib import Path

LOCAL = ("127.0.0.1", "::1", "localhost", "", None)
_connect = socket.socket.connect
_getaddrinfo = socket.getaddrinfo
_log = Path(sys.argv.pop(1))


def _check(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in LOCAL:
        with _log.open("a") as log:
            log.write(f"{name}\n")
        raise OSError(f"the test allows no other machine: {name}")


def _guarded_connect(self: socket.socket, address: object) -> object:
    if isinstance(address, tuple):
        _check(address[0])
    return _connect(self, address)


def _guarded_lookup(host: object, *rest: object, **options: object) -> object:
    _check(host)
    return _getaddrinfo(host, *rest, **options)


socket.socket.connect = _guarded_connect
socket.getaddrinfo = _guarded_lookup

from areamap.ui.server import main  # noqa: E402 - the guard comes first

main()
