"""What every test may use."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

# Before geopandas: the drivers that GDAL may use are settled as it is loaded.
import areamap.boundaries._gdal  # noqa: F401

# The first call reads the gazetteer, and machines are shared: no example is too slow.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def reference() -> Path:
    """Return the folder of real boundary files and facts, or skip where it is not there."""
    folder = Path(__file__).parents[2] / "shared" / "reference"
    if not folder.is_dir():
        pytest.skip("the reference files are not beside this checkout")
    return folder


_MAIN: Final = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def own_main() -> Iterator[None]:
    """
    Keep the place of the main module to the tests' own.

    An AppTest leaves its script there, and every process that a later test starts would run it.
    """
    sys.modules["__main__"] = _MAIN
    yield
    sys.modules["__main__"] = _MAIN
