"""The app's server: Streamlit and our own addresses, on this machine only unless told otherwise."""

import argparse
import asyncio
import os
import sys
import tomllib
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from starlette.middleware import Middleware
from streamlit import config as options
from streamlit.runtime.pages_manager import PagesManager
from streamlit.starlette import App

from areamap import progress, settings
from areamap.i18n import t
from areamap.ui import assets, entry, first_page, warm_up
from areamap.ui.machine import TellsTheMachine
from areamap.ui.routes import SecurityHeaders, routes
from areamap.ui.streamlit_files import StreamlitFiles
from areamap.ui.uploads import UploadsGuarded

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LOCALHOST: Final = "127.0.0.1"
SECRETS: Final = "secrets.toml"
"""The file of the data home that sets up the login, as Streamlit reads it."""

_SQLITE: Final = "sqlite:///"


def serve(
    folder: Path, host: str = LOCALHOST, port: int | None = None, script: Path | None = None
) -> None:
    """
    Serve the pages of a data home until stopped.

    Parameters
    ----------
    folder
        The data home.
    host
        Address to listen on.
    port
        Port to listen on, 0 for any free one; by default 8501, or the next that is free.
    script
        Another script than that of the pages.
    """
    os.environ["AREAMAP_HOME"] = str(folder)
    warm_up.load()
    if not _has_database():
        with progress.shown() as tell:
            warm_up.fill(tell)
    own: dict[str, Any] = {
        "server.address": host,
        # The login's secrets lie in the data home, wherever the app is started from.
        "secrets.files": [str(folder / SECRETS)],
        "server.maxUploadSize": max(1, settings.load().max_upload_bytes // 2**20),
    }
    if port is not None:
        own["server.port"] = port
    app(script).run(config=config() | own)


def app(script: Path | None = None) -> App:
    """Return the server with Streamlit's addresses and ours, ready to run."""
    # Until some session has reached `st.navigation`, Streamlit takes the folder `pages` for its old
    # kind of pages and runs the one asked for by its address without `app.py`.
    PagesManager.uses_pages_directory = False
    return App(
        script or entry.script(),
        routes=[*routes(), *first_page.page_routes()],
        middleware=[
            Middleware(each)
            for each in (SecurityHeaders, StreamlitFiles, TellsTheMachine, UploadsGuarded)
        ],
        lifespan=_announced,
    )


def config() -> dict[str, Any]:
    """
    Return the settings of `.streamlit/config.toml` beside the script, wherever we are started.

    Returns
    -------
    dict
        Dotted names to values, as `App.run` takes them.
    """
    path = entry.script().parent / ".streamlit" / "config.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for face in tables["theme"]["fontFaces"]:
        # By the address of its content, so that a browser does not ask again at each visit.
        face["url"] = assets.address(face["url"].removeprefix(f"{assets.ROOT}/"))
    return {
        f"{table}.{key}": value for table, keys in tables.items() for key, value in keys.items()
    }


@asynccontextmanager
async def _announced(_app: App) -> "AsyncIterator[None]":
    await asyncio.to_thread(warm_up.start().join, warm_up.HEAD_START)
    url = f"http://{options.get_option('server.address')}:{options.get_option('server.port')}"
    sys.stdout.write(t("ui.serving", "th", url=url) + "\n" + t("ui.serving", "en", url=url) + "\n")
    sys.stdout.flush()
    yield


def _has_database() -> bool:
    url = settings.load().database_url
    return url.startswith(_SQLITE) and Path(url.removeprefix(_SQLITE)).is_file()


def main() -> None:
    """Serve as the command line asks, see `areamap/ui/__main__.py`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path)
    parser.add_argument("--host", default=LOCALHOST)
    parser.add_argument("--port", type=int)
    told = parser.parse_args()
    serve(settings.load(told.home).home, told.host, told.port)
