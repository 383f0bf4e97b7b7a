"""What every test may use."""

from pathlib import Path

import pytest

# Before geopandas: the drivers that GDAL may use are settled as it is loaded.
import areamap.boundaries._gdal  # noqa: F401


@pytest.fixture(scope="session")
def reference() -> Path:
    """Return the folder of real boundary files and facts, or skip where it is not there."""
    folder = Path(__file__).parents[2] / "shared" / "reference"
    if not folder.is_dir():
        pytest.skip("the reference files are not beside this checkout")
    return folder
