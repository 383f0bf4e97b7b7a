"""Data homes that tests of the pages and of the browser share."""

import shutil
from pathlib import Path

import pytest

from areamap import settings
from areamap.ui import home
from areamap.workspace import Workspace


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data home with the sample registers; it is copied, never changed."""
    folder = tmp_path_factory.mktemp("sample")
    Workspace.open(settings.load(folder)).load_sample()
    return folder


@pytest.fixture
def sample_home(filled_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Show a home with the sample registers."""
    shutil.copytree(filled_home, tmp_path / "home")
    monkeypatch.setenv("AREAMAP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Show a home in which nothing was published and the sample is cleared."""
    monkeypatch.setenv("AREAMAP_HOME", str(tmp_path))
    home.workspace().clear_sample()
    return tmp_path
