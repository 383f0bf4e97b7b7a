"""The apps of the run: how each is started, where its map is, how its theme is changed."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

_HERE: Final = Path(__file__).parent
_STREAMLIT: Final = (
    *(sys.executable, "-m", "streamlit", "run"),
    *("--server.port", "{port}", "--server.address", "127.0.0.1", "--server.headless", "true"),
    *("--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false"),
)
_MAP: Final = ".leaflet-container"
_SHOWN: Final = "part => part.dataset.shown || ''"
_OPTION: Final = "[role=listbox] [role=option]"

OURS: Final = {"PYTHONPATH": str(_HERE.parent)}
"""Environment in which the areamap of this checkout runs, wherever from."""

THEMES: Final = 4
"""How many themes each app has."""


@dataclass(frozen=True, slots=True)
class App:
    """
    One app.

    Attributes
    ----------
    name
        Short name in the tables.
    command
        How it is started; `{port}` becomes the port.
    environment
        Variables that it is started with.
    place
        Address of the page behind the server's.
    region
        CSS selector of the part that is measured, in whichever frame or shadow it lies.
    mark
        JavaScript function of that part: a text that names what it shows, empty where it is not
        complete. It only says when to stop filming, never when the part stood.
    theme
        The kind of widget the theme is chosen with.
    is_ours
        Whether its map is ours.
    has_map
        Whether there is a map at all.
    """

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    place: str
    region: str
    mark: str
    theme: Literal["selectbox", "segments"]
    has_map: bool = True
    is_ours: bool = False

    def choose(self, page: "Page", theme: int) -> None:
        """Choose a theme by its place, as a viewer does; the last click is the one that counts."""
        if self.theme == "segments":
            page.locator(".st-key-pick_theme button").nth(theme).click()
            return
        page.get_by_test_id("stSelectbox").locator("input").click()
        page.locator(_OPTION).nth(theme).click()


def empty() -> App:
    """Return Streamlit's floor."""
    return App(
        name="empty page",
        command=(*_STREAMLIT, str(_HERE / "empty_app.py")),
        environment={},
        place="/",
        region=".st-key-said",
        mark="part => part.textContent",
        theme="selectbox",
        has_map=False,
    )


def component() -> App:
    """Return Streamlit's floor for any component."""
    command = (*_STREAMLIT, str(_HERE / "component_app.py"))
    return replace(empty(), name="empty component", command=command)


def naive(areas: Path, leaflet: str, count: int) -> App:
    """
    Return the usual way.

    Parameters
    ----------
    areas
        File of the areas.
    leaflet
        Address of Leaflet.
    count
        How many areas there are.
    """
    mark = f"""part => {{
        const paths = [...part.querySelectorAll("path.leaflet-interactive")];
        if (paths.length < {count}) return "";
        return paths.slice(0, 300).map(path => path.getAttribute("fill")).join();
    }}"""
    return App(
        name="naive",
        command=(*_STREAMLIT, str(_HERE / "naive_app.py")),
        environment={"BENCH_AREAS": str(areas), "BENCH_LEAFLET": leaflet},
        place="/",
        region=_MAP,
        mark=mark,
        theme="selectbox",
    )


def map_alone(name: str, home: Path, kind: Literal["true", "schematic"]) -> App:
    """
    Return our map on a page with nothing but a selectbox, as the usual way has it.

    Parameters
    ----------
    name
        Short name in the tables.
    home
        Its data home.
    kind
        The map that is shown.
    """
    return App(
        name=name,
        command=(
            *(sys.executable, "-m", "bench.map_server"),
            *("--home", str(home), "--port", "{port}"),
        ),
        environment=OURS | {"BENCH_KIND": kind},
        place="/",
        region=_MAP,
        mark=_SHOWN,
        theme="selectbox",
        is_ours=True,
    )


def areamap(name: str, home: Path, kind: Literal["true", "schematic"]) -> App:
    """
    Return areamap itself: its overview of the country, with figures and lists beside the map.

    Parameters
    ----------
    name
        Short name in the tables.
    home
        Its data home.
    kind
        The map that is shown.
    """
    return App(
        name=name,
        command=(
            *(sys.executable, "-m", "areamap.cli", "serve"),
            *("--home", str(home), "--port", "{port}"),
        ),
        environment=OURS,
        place=f"/?scope=TH&theme=council&map={kind}",
        region=_MAP,
        mark=_SHOWN,
        theme="segments",
        is_ours=True,
    )
