"""Hostile tables: each ends in one sentence or in rows with their state, and harms nothing."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from areamap import settings
from areamap.errors import FileError
from areamap.workspace import Workspace
from tests.hostile.archive_cases import cases as archives
from tests.hostile.archive_cases import packed
from tests.hostile.cases import Case, foreign
from tests.hostile.harm import BATCHES, batches, harmless, in_batches
from tests.hostile.text_cases import tables, texts
from tests.hostile.workbook_cases import cases as workbooks

SUFFIXES = (".xlsx", ".xls", ".csv", ".parquet")


def everything() -> Iterator[Case]:
    yield from workbooks()
    yield from texts()
    yield from tables()
    yield from foreign("strange", SUFFIXES)


ALL = list(everything())
ARCHIVES = [*archives(), *packed(ALL[::6])]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    chosen = settings.load(tmp_path_factory.mktemp("home"))
    # Less than usual, for what only takes time and memory takes all that it may.
    return Workspace.open(replace(chosen, reader_seconds=10, reader_memory_bytes=2**30))


def told(workspace: Workspace, path: Path) -> FileError | None:
    """Read a file as a list of councils; return why not, or None where it was read."""
    try:
        draft = workspace.check("council", path)
    except FileError as error:
        return error
    assert sum(draft.counts().values()) == len(draft.rows)
    assert draft.rows["status"].notna().all()
    return None


def looked_at(workspace: Workspace, path: Path) -> FileError | None:
    """Hand a file in at the desk and look at it, as the page of imports does."""
    try:
        for each in workspace.imports.receive(path.name, path.read_bytes()):
            found = workspace.imports.look(each)
            assert all(0 <= score <= 1 for _, score in found.registers)
    except FileError as error:
        return error
    return None


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 300
    assert len({case.label for case in ALL}) == len(ALL)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_hostile_table_harms_nothing(
    batch: int, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with harmless(workspace.settings.home, tmp_path):
        wrong = in_batches(batches(ALL)[batch], lambda path: told(workspace, path))
    assert wrong == []


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_hostile_archive_harms_nothing(
    batch: int, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with harmless(workspace.settings.home, tmp_path):
        wrong = in_batches(batches(ARCHIVES)[batch], lambda path: looked_at(workspace, path))
    assert wrong == []
