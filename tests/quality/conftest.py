"""Homes for the quality room."""

import pytest

from areamap.workspace import Workspace
from tests.homes import empty_home, filled_home, sample_home
from tests.quality.homes import troubled

__all__ = ["empty_home", "filled_home", "sample_home"]


@pytest.fixture(scope="session")
def trouble(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a home in which every check finds something; it is never written to."""
    return troubled(tmp_path_factory.mktemp("trouble"))
