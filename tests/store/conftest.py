"""A store of one's own for each test, and rows to publish."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from areamap.store import Store


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'home' / 'areamap.sqlite3'}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = Store(address)
    yield opened
    opened.close()


@pytest.fixture
def database(address: str) -> Path:
    return Path(address.removeprefix("sqlite:///"))


@pytest.fixture
def opener(address: str) -> Callable[[], Store]:
    return lambda: Store(address)
