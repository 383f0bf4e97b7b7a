"""
Whether a browser runs on the machine that serves the app, decided once as its session connects.

On this machine alone the app needs no login, so a wrong yes would make a stranger administrator.
All of these must hold: the server listens on a loopback address only; the connection comes from
one; the browser asked for one by its address (else a page elsewhere could have pointed its own name
at us); no other origin opened the connection; nothing on the way says that it passed a request on;
and, where the system tells, the program at the other end belongs to the user who runs the app, or
to the system's own. A proxy under the same user that passes requests on unmarked can't be told
apart: there, `local = false` in `settings.toml` or a login says so (see docs/operating.md).
"""

import hmac
import ipaddress
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from streamlit import config as options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Receive, Scope, Send

HEADER: Final = "x-areamap-at-the-machine"

_PROOF: Final = secrets.token_urlsafe(32)
_SOCKETS: Final = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_MARK: Final = (HEADER.encode(), _PROOF.encode())
_ESTABLISHED: Final = "01"
_ROOT: Final = 0
_PASSED_ON: Final = frozenset(
    {
        "cdn-loop",
        "client-ip",
        "fastly-client-ip",
        "fly-client-ip",
        "forwarded",
        "true-client-ip",
        "via",
    }
)
_PASSED_ON_BEGINNINGS: Final = (
    "cf-",
    "tailscale-",
    "x-appengine-",
    "x-arr-",
    "x-azure-",
    "x-client-",
    "x-cluster-client-",
    "x-envoy-",
    "x-forwarded",
    "x-goog-",
    "x-original-",
    "x-proxy",
    "x-real-",
    "x-request-id",
)


class TellsTheMachine:
    """
    Middleware that marks the connections of browsers on this machine.

    The mark is a header that only this process can write: what comes under its name is taken off.

    Parameters
    ----------
    app
        What answers.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request or connection."""
        if scope["type"] in {"http", "websocket"}:
            kept = [each for each in scope["headers"] if each[0].lower() != _MARK[0]]
            scope = {**scope, "headers": kept}
            if scope["type"] == "websocket" and is_here(scope):
                scope["headers"] = [*kept, _MARK]
        await self.app(scope, receive, send)


def is_marked(headers: "Mapping[str, str]") -> bool:
    """Return whether the headers of a session carry this process's own mark."""
    return hmac.compare_digest(headers.get(HEADER, "").encode(), _PROOF.encode())


def is_here(scope: "Scope") -> bool:
    """
    Return whether a connection comes from a browser of the person at this machine.

    Parameters
    ----------
    scope
        The connection as ASGI tells it.
    """
    headers = Headers(scope=scope)
    client = scope.get("client")
    return (
        _is_loopback(str(options.get_option("server.address") or ""))
        and client is not None
        and _is_loopback(client[0])
        and not any(_tells_of_another(name) for name in headers)
        and _asked_for_here(headers)
        and _is_ours(int(client[1]), int((scope.get("server") or ("", 0))[1] or 0))
    )


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _tells_of_another(name: str) -> bool:
    return name in _PASSED_ON or name.startswith(_PASSED_ON_BEGINNINGS)


def _asked_for_here(headers: Headers) -> bool:
    asked = headers.getlist("host")
    opened_by = headers.getlist("origin")
    if len(asked) != 1 or len(opened_by) > 1:
        return False
    if not _is_loopback(_host_of(f"//{asked[0]}")):
        return False
    return not opened_by or opened_by[0] in {f"http://{asked[0]}", f"https://{asked[0]}"}


def _host_of(address: str) -> str:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    plain = not (parts.username or parts.password or parts.path or parts.query or parts.fragment)
    return (parts.hostname or "") if plain else ""


def _is_ours(port: int, to_port: int) -> bool:
    """Return whether the socket at the other end is this user's; True where none can tell."""
    if not _SOCKETS[0].is_file():
        return True
    owners = {owner for table in _SOCKETS for owner in _owners(table, port, to_port)}
    return bool(owners) and owners <= {_ROOT, os.getuid()}


def _owners(table: Path, port: int, to_port: int) -> list[int]:
    """Return the users who own the connections between two ports, as Linux lists them."""
    try:
        lines = table.read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return []
    wanted = (f"{port:04X}", f"{to_port:04X}", _ESTABLISHED)
    rows = (line.split() for line in lines)
    return [int(row[7]) for row in rows if (row[1][-4:], row[2][-4:], row[3]) == wanted]
