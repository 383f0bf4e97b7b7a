"""The room of the director's questions: one world, one day."""

from datetime import date
from pathlib import Path

from areamap import settings
from areamap.workspace import Workspace


def test_it_hands_out_rows_of_one_world_only(sample_home: Path) -> None:
    workspace = Workspace.open(settings.load(sample_home))
    room = workspace.direction
    assert room is workspace.direction
    assert room.snapshot("budget", date(2024, 1, 1)).as_of == date(2024, 1, 1)
    rows = room.rows("activity", sample=True)
    assert rows is not None
    assert len(rows)
    assert room.rows("activity", sample=False) is None
    assert room.publication("target", sample=True)
