import gzip
from hashlib import sha256
from operator import itemgetter
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Point, box

from areamap.boundaries import topology, versions
from areamap.errors import FileError, StoreError
from areamap.settings import Settings
from areamap.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    home = tmp_path / "home"
    return Workspace.open(Settings(home=home, database_url=f"sqlite:///{home / 'a.sqlite3'}"))


def squares(path: Path, *codes: str) -> Path:
    """Write a square near Saraburi for each code, side by side, and return the path."""
    boxes = [box(101 + i / 10, 14.5, 101.1 + i / 10, 14.6) for i in range(len(codes))]
    frame = gpd.GeoDataFrame({"TAM_CODE": list(codes)}, geometry=boxes, crs=4326)
    frame.to_file(path, driver="GPKG")
    return path


def test_home_without_a_set_has_the_schematic_map_only(workspace: Workspace) -> None:
    sets = workspace.boundaries
    assert sets.map_kinds() == ("schematic",)
    digest, body = sets.topology("schematic")
    assert len(sets.codes("schematic")) == 7436
    assert sets.geometry(digest) == body
    assert sets.topology("schematic")[0] == digest
    with pytest.raises(KeyError):
        sets.topology("true")


def test_schematic_map_is_computed_once_for_a_home(workspace: Workspace) -> None:
    _, first = workspace.boundaries.topology("schematic")
    (kept,) = (workspace.settings.home / "cache").iterdir()
    assert kept.read_bytes() == first


def test_first_set_is_put_in_use(workspace: Workspace, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    report = workspace.boundaries.add(
        squares(tmp_path / "a.gpkg", "190401", "190402"),
        progress=lambda share, doing: told.append((share, doing)),
    )
    assert told == sorted(told, key=itemgetter(0))
    assert [doing for share, doing in told if share == 1] == ["boundaries.doing_done"]
    assert told[-2] == (0.55, "boundaries.doing_simplify")
    assert report["seconds"] > 0
    assert (report["name"], report["in_use"], report["matched"]) == ("a", True, 2)
    assert workspace.boundaries.map_kinds() == ("true", "schematic")
    assert list(workspace.boundaries.codes("true")) == ["190401", "190402"]


def test_set_that_loses_an_area_is_kept_but_not_used(workspace: Workspace, tmp_path: Path) -> None:
    sets = workspace.boundaries
    sets.add(squares(tmp_path / "many.gpkg", "190401", "190402"))
    few = sets.add(squares(tmp_path / "few.gpkg", "190401"))
    assert not few["in_use"]
    assert list(sets.listing().query("in_use").index) == ["many"]
    sets.use("few")
    assert list(sets.listing().query("in_use").index) == ["few"]
    more = sets.add(squares(tmp_path / "more.gpkg", "190401", "190402", "190403"))
    assert more["in_use"]


def test_wrong_file_leaves_the_set_in_use(workspace: Workspace, tmp_path: Path) -> None:
    workspace.boundaries.add(squares(tmp_path / "a.gpkg", "190401"))
    before = workspace.boundaries.topology("true")
    wrong = tmp_path / "wrong.geojson"
    wrong.write_text("{}")
    with pytest.raises(FileError):
        workspace.boundaries.add(wrong)
    with pytest.raises(StoreError):
        workspace.boundaries.use("nobody")
    assert workspace.boundaries.topology("true") == before


def islands(path: Path) -> Path:
    """Write two round tambons of Saraburi and a square one of Lop Buri, apart from one another."""
    shapes = [Point(101, 14.5).buffer(0.05, 128), Point(101.2, 14.5).buffer(0.05, 128)]
    codes = ["190401", "190402", "160101"]
    shapes.append(box(100.5, 14.5, 100.6, 14.6))
    gpd.GeoDataFrame({"TAM_CODE": codes}, geometry=shapes, crs=4326).to_file(path, driver="GPKG")
    return path


def test_a_province_with_more_to_see_has_details_by_their_hash(
    workspace: Workspace, tmp_path: Path
) -> None:
    sets = workspace.boundaries
    sets.add(islands(tmp_path / "a.gpkg"))
    levels = sets.details()
    assert [level["from"] for level in levels] == sorted(level["from"] for level in levels)
    assert all(set(level["files"]) == {"19"} for level in levels)
    found = [sets.detail("19", level) for level in range(len(levels))]
    assert found[-1] == sets.detail("19")
    for level, detail in zip(levels, found, strict=True):
        assert detail is not None
        digest, body = detail
        assert digest == level["files"]["19"] == sha256(body).hexdigest()[: len(digest)]
        assert sets.geometry(digest) == body
    assert sets.detail("16") is None
    assert sets.geometry("0" * 16) is None
    assert sets.geometry("../areas.parquet") is None


def test_a_set_of_an_earlier_version_has_no_details(workspace: Workspace, tmp_path: Path) -> None:
    workspace.boundaries.add(islands(tmp_path / "a.gpkg"))
    kept = workspace.boundaries.in_use()
    assert kept is not None
    folder = workspace.settings.home / kept.folder
    # As versions were written before there were details.
    (folder / versions.TOPOLOGY).unlink()
    (folder / versions.DETAILS).unlink()
    encoded = topology.encode(versions.read_screen(folder))
    (folder / versions.TOPOLOGY).write_bytes(gzip.compress(encoded))
    sets = Workspace.open(workspace.settings).boundaries
    assert list(sets.codes("true")) == ["160101", "190401", "190402"]
    assert sets.details() == []
    assert sets.detail("19") is None
    assert sets.geometry("0" * 16) is None
