"""Streamlit's own scripts and styles, sent compressed, and which of them a page will ask for."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from starlette.datastructures import Headers
from starlette.requests import Request
from streamlit import file_util

from areamap.ui import assets, routes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from starlette.types import ASGIApp, Receive, Scope, Send

INDEX: Final = "index.html"
"""Streamlit's first page, and what its list of files calls it."""

_PREFIX: Final = "/static/"
_COMPRESSED: Final = (".css", ".js")
_WIDGETS: Final = "../lib/src/components/widgets"
_ELEMENTS: Final = "../lib/src/components/elements"

PARTS: Final = (
    f"{_WIDGETS}/BidiComponent/BidiComponent.tsx",
    f"{_WIDGETS}/Selectbox/Selectbox.tsx",
    f"{_WIDGETS}/ButtonGroup/ButtonGroup.tsx",
    f"{_ELEMENTS}/Html/Html.tsx",
    f"{_ELEMENTS}/Metric/Metric.tsx",
    f"{_ELEMENTS}/PageLink/PageLink.tsx",
    f"{_WIDGETS}/Button/Button.tsx",
    f"{_WIDGETS}/Checkbox/Checkbox.tsx",
    f"{_WIDGETS}/DownloadButton/DownloadButton.tsx",
)
"""
Parts of Streamlit's browser side that the overview is made of, by the names that its own list of
files (`manifest.json`) has for them. Streamlit asks for each only once a message names it.
"""


class StreamlitFiles:
    """
    Middleware that sends Streamlit's scripts and styles compressed, once for all who ask.

    Streamlit sends its two megabytes as they are, because it would compress them again for each who
    asks, and leaves that to a proxy; an office that starts this on a machine of its own has none.

    Parameters
    ----------
    app
        What answers everything else.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        found = packed(scope["path"]) if _may_be_packed(scope) else None
        if found is None:
            await self.app(scope, receive, send)
        else:
            answer = routes.answer(Request(scope), found, routes.IMMUTABLE)
            await answer(scope, receive, send)


@cache
def packed(path: str) -> assets.Packed | None:
    """
    Return a script or style of Streamlit's, compressed.

    Parameters
    ----------
    path
        Its address, such as `/static/js/index.abc.js`.

    Returns
    -------
    Packed | None
        None where there is no such file: nothing is looked up by what a browser says.
    """
    file = _files().get(path)
    return None if file is None else assets.pack(file.read_bytes(), file.suffix)


@cache
def index() -> str:
    """Return Streamlit's first page."""
    return (_folder() / INDEX).read_text(encoding="utf-8")


@cache
def chunks(parts: "Iterable[str]" = PARTS) -> tuple[str, ...]:
    """
    Return the addresses of the scripts that some parts of Streamlit's browser side are made of.

    Parameters
    ----------
    parts
        Their names in Streamlit's list of files.

    Returns
    -------
    tuple of str
        Each address once, what is imported before what imports it, without those that Streamlit's
        first page names itself. A part that this Streamlit has not is left out.
    """
    known = _manifest()
    met: set[str] = set()
    first = set(_files_of(known, INDEX, met))
    found = [file for part in parts for file in _files_of(known, part, met)]
    return tuple(f"/{file}" for file in found if file.endswith(".js") and file not in first)


def _may_be_packed(scope: "Scope") -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].startswith(_PREFIX)
        # Else the cache would grow with whatever is asked for.
        and scope["path"] in _files()
        and "gzip" in Headers(scope=scope).get("accept-encoding", "")
    )


def _folder() -> Path:
    return Path(file_util.get_static_dir())


@cache
def _files() -> dict[str, Path]:
    base = _folder()
    found = (file for file in base.joinpath("static").rglob("*") if file.suffix in _COMPRESSED)
    return {f"/{file.relative_to(base).as_posix()}": file for file in found}


def _manifest() -> dict[str, Any]:
    """Return Streamlit's list of files; nothing where this Streamlit has none that we can read."""
    try:
        told = json.loads((_folder() / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _files_of(known: dict[str, Any], name: str, met: set[str]) -> "Iterator[str]":
    """Give the files of a part, what it imports first, without the parts that are met already."""
    entry = known.get(name)
    if name in met or not isinstance(entry, dict) or "file" not in entry:
        return
    met.add(name)
    for other in entry.get("imports", ()):
        yield from _files_of(known, other, met)
    yield str(entry["file"])
