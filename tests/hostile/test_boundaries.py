"""Hostile boundaries: each file ends in one sentence or in valid polygons, and harms nothing."""

import json
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from areamap import sandbox, settings
from areamap.boundaries import taking_in
from areamap.errors import FileError
from areamap.progress import quiet
from areamap.sandbox import FellOverError, Limits, OverLimitError
from areamap.settings import Settings
from tests.hostile.boundary_cases import cases
from tests.hostile.cases import Case
from tests.hostile.harm import harmless, wrong_with

ALL = list(cases())
BATCHES = 4
SECONDS = 100
AT_ONCE = 2


@pytest.fixture(scope="module")
def limits(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("home")
    short = {"boundary_seconds": 10, "boundary_memory_bytes": 3 * 2**29}
    return replace(settings.load(home), max_expanded_bytes=2**29, **short)


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 300
    assert len({case.label for case in ALL}) == len(ALL)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_hostile_file_of_boundaries_harms_nothing(
    batch: int, limits: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = ALL[batch::BATCHES]
    (tmp_path / "in").mkdir()
    (tmp_path / "work").mkdir()
    paths = [_written(case, tmp_path / "in", number) for number, case in enumerate(some)]
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "work"))
    with harmless(limits.home, tmp_path / "work"), ThreadPoolExecutor(AT_ONCE) as pool:
        dealt = [paths[start::AT_ONCE] for start in range(AT_ONCE)]
        found = list(pool.map(lambda each: _ends(each, limits), dealt))
    ends = [found[number % AT_ONCE][number // AT_ONCE] for number in range(len(some))]
    wrong = [wrong_with(case, end) for case, end in zip(some, ends, strict=True)]
    assert [each for each in wrong if each] == []
    left = sorted(each.name for path in paths for each in path.parent.iterdir())
    assert left == sorted(each.file for each in some)


def _written(case: Case, folder: Path, number: int) -> Path:
    own = folder / str(number)
    own.mkdir()
    case.write(own / case.file)
    return own / case.file


def _ends(paths: Sequence[Path], limits: Settings) -> list[FileError | None]:
    """Read files one after the other; what ends the child is read again as the app does it."""
    told: list[FileError | None] = []
    with tempfile.TemporaryDirectory() as folder:
        while len(told) < len(paths):
            told += _together(paths[len(told) :], limits, Path(folder))
            if len(told) < len(paths):
                told.append(_alone(paths[len(told)], limits))
    return told


def _together(paths: Sequence[Path], limits: Settings, folder: Path) -> list[FileError | None]:
    out = folder / "told.jsonl"
    out.write_text("")
    names = {each: getattr(limits, each) for each in limits.limit_names()}
    allowed = Limits(limits.boundary_memory_bytes, SECONDS, limits.max_expanded_bytes)
    arguments = {"paths": [str(each) for each in paths], "told": str(out), "limits": names}
    try:
        sandbox.run(
            "tests.hostile.boundary_jobs:read_all", arguments, folder=folder, allowed=allowed
        )
    except (OverLimitError, FellOverError):
        (folder / "errors.txt").unlink()
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return [line and FileError(line["key"], **line["values"]) for line in lines]


def _alone(path: Path, limits: Settings) -> FileError | None:
    told = {"name": None, "crs": None, "reference": None}
    try:
        taking_in.take_in(path, settings=limits, progress=quiet, **told)
    except FileError as error:
        return error
    return None
