"""What the figures were measured on."""

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

_PACKAGES: Final = ("streamlit", "folium", "streamlit-folium", "geopandas", "pandas", "shapely")


def description(browser: str = "", packages: Sequence[str] = _PACKAGES) -> str:
    """
    Return one paragraph: processor, memory, versions.

    Parameters
    ----------
    browser
        Version of Chromium; empty where none was needed.
    packages
        Whose versions matter.
    """
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = [
        f"Python {platform.python_version()}",
        *([f"Chromium {browser}"] if browser else []),
    ]
    versions += [f"{name} {version(name)}" for name in packages]
    return (
        f"{os.cpu_count()} cores ({_processor()}), {gigabytes:.0f} GB of memory, no GPU, "
        f"{platform.system()} {platform.release().partition('-')[0]}; "
        f"{', '.join(versions)}."
    )


def load() -> float:
    """Return how many processes wanted a core over the last minute."""
    return os.getloadavg()[0]


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return platform.machine()
