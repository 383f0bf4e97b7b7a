"""
Who may hand a file in, and how much of it the server keeps in memory.

Streamlit takes uploads for any open session, whether or not its page asks for one, and keeps them
in memory until the session ends: without this, a stranger could fill it. A session may hand files
in once the server has found that its person may edit.
"""

import asyncio
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from streamlit import config as options
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.stats import CacheStat

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

PATH: Final = "/_stcore/upload_file/"

_MEGABYTE: Final = 2**20
_ALL_TOGETHER: Final = 2
"""Times the largest file: what all sessions together may have in memory."""

_HEARD_BYTES: Final = 2**16
_HEARD_SECONDS: Final = 2.0
"""How much of a refused file is taken before the answer."""

_MANY: Final = 1000
_MAY: Final[set[str]] = set()


def tell(*, may: bool) -> None:
    """Say whether the session of the page that runs may hand files in."""
    context = get_script_run_ctx()
    if context is None:
        return
    if not may:
        _MAY.discard(context.session_id)
        return
    if len(_MAY) > _MANY:
        _MAY.difference_update([each for each in _MAY if not _is_open(each)])
    _MAY.add(context.session_id)


class UploadsGuarded:
    """
    Middleware that refuses files of sessions that may not hand any in, and more than memory allows.

    Parameters
    ----------
    app
        What answers.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        refused = _refused(scope) if _is_upload(scope) else None
        if refused is not None:
            await _hear_out(receive)
        await (refused or self.app)(scope, receive, send)


def _is_upload(scope: "Scope") -> bool:
    return scope["type"] == "http" and scope["method"] == "PUT" and PATH in scope["path"]


def _refused(scope: "Scope") -> PlainTextResponse | None:
    session = scope["path"].partition(PATH)[2].partition("/")[0]
    if session not in _MAY:
        return PlainTextResponse("this session may not upload", 403)
    told = Headers(scope=scope).get("content-length", "")
    if not told.isdecimal():
        return PlainTextResponse("say how long the file is", 411)
    most = options.get_option("server.maxUploadSize") * _MEGABYTE * _ALL_TOGETHER
    if int(told) + _kept_bytes() > most:
        return PlainTextResponse("too many files at once; try again in a moment", 413)
    return None


async def _hear_out(receive: "Receive") -> None:
    """
    Take a little of what is being sent, and keep nothing of it.

    Whoever is answered while she still sends sees a connection that is cut, and no answer.
    """
    left = _HEARD_BYTES
    try:
        async with asyncio.timeout(_HEARD_SECONDS):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return
    except TimeoutError:
        return


def _kept_bytes() -> int:
    stats = runtime.get_instance().uploaded_file_mgr.get_stats()
    kept = (each for family in stats.values() for each in family if isinstance(each, CacheStat))
    return sum(each.byte_length for each in kept)


def _is_open(session: str) -> bool:
    return runtime.exists() and runtime.get_instance().is_active_session(session)
