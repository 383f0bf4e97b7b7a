"""Versions on disk: whole or not at all, the same for the same set, never changed."""

import gzip
import json
import os
import signal
import subprocess
import sys
import textwrap

import pytest
import shapely

from areamap import settings
from areamap.boundaries import versions
from areamap.boundaries.ingest import ingest
from areamap.boundaries.packing import codes_of
from tests.boundaries.files import tambons

FRAME = tambons()


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture(scope="module")
def saraburi(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    FRAME[["name_th", "geometry"]].reset_index().to_file(folder / "a.geojson")
    return ingest(folder / "a.geojson", settings=settings.load(folder / "home"))


def files(home):
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_a_version_holds_the_set(home, saraburi):
    version = versions.write(saraburi, home, "สระบุรี 2566")
    assert version.path == home / version.folder
    assert version.folder.startswith("boundaries/สระบุรี-2566/")
    assert version.sha256.startswith(version.path.name)
    assert version.report == saraburi.report.as_dict()
    assert versions.codes(version.path).tolist() == FRAME.index.tolist()
    for read, right in (
        (versions.read_areas, saraburi.polygons),
        (versions.read_screen, saraburi.screen),
    ):
        frame = read(version.path)
        assert frame.index.name == "area_code"
        assert frame.crs.to_epsg() == 4326
        assert frame.drop(columns="geometry").equals(right.drop(columns="geometry"))
        assert shapely.equals_exact(frame.geometry.values, right.geometry.values).all()
    packed = json.loads(gzip.decompress(versions.read_topology(version.path)))
    assert codes_of(packed) == FRAME.index.tolist()
    assert [level["files"] for level in packed["details"]] == [{}, {}]


def test_the_same_set_is_the_same_version_to_the_byte(home, tmp_path, saraburi):
    first = versions.write(saraburi, home, "a")
    times = {path: path.stat().st_mtime_ns for path in first.path.iterdir()}
    assert versions.write(saraburi, home, "a") == first
    assert {path: path.stat().st_mtime_ns for path in first.path.iterdir()} == times
    other = versions.write(saraburi, tmp_path / "other", "a")
    assert other.folder == first.folder
    names = (versions.AREAS, versions.SCREEN, versions.TOPOLOGY, versions.DETAILS)
    for name in (*names, versions.REPORT):
        assert (other.path / name).read_bytes() == (first.path / name).read_bytes()


def test_another_set_of_the_same_name_lies_beside_it(home, tmp_path, saraburi):
    moved = FRAME.reset_index()[["area_code", "name_th", "geometry"]].iloc[1:]
    moved.to_file(tmp_path / "b.geojson")
    other = ingest(tmp_path / "b.geojson", settings=settings.load(tmp_path / "x"))
    first, second = (versions.write(each, home, "a") for each in (saraburi, other))
    assert first.folder != second.folder
    assert {version.folder for version in versions.listing(home)} == {first.folder, second.folder}
    assert len(versions.codes(second.path)) == 110


@pytest.mark.parametrize(
    "name", ["../../up", "/etc/x", "a/b", "..", "", ".hidden", "a\0b", "x" * 300]
)
def test_no_name_leads_out_of_the_home(home, saraburi, name):
    version = versions.write(saraburi, home, name)
    assert version.path.is_relative_to(home / "boundaries")
    assert len(version.path.relative_to(home / "boundaries").parts) == 2
    assert [each.folder for each in versions.listing(home)] == [version.folder]


def test_files_can_not_be_written_over(home, saraburi):
    version = versions.write(saraburi, home, "a")
    assert all(path.stat().st_mode & 0o222 == 0 for path in version.path.iterdir())


def test_an_empty_home_lists_nothing(home):
    assert versions.listing(home) == []


def test_a_write_that_fails_leaves_nothing(home, saraburi, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(versions.detail, "detailed", full)
    with pytest.raises(OSError, match="space"):
        versions.write(saraburi, home, "a")
    assert files(home) == []


def test_killed_while_writing_it_leaves_no_version(home, tmp_path):
    FRAME[["geometry"]].reset_index().to_file(tmp_path / "a.geojson")
    code = f"""
        import os, signal, pathlib
        from areamap import settings
        from areamap.boundaries import versions
        from areamap.boundaries.ingest import ingest
        def die(*args):
            os.kill(os.getpid(), signal.SIGKILL)
        versions._move = die
        found = ingest(pathlib.Path({str(tmp_path / "a.geojson")!r}), settings=settings.load("x"))
        versions.write(found, pathlib.Path({str(home)!r}), "a")
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], check=False, env=os.environ.copy()
    )
    assert run.returncode == -signal.SIGKILL
    assert versions.listing(home) == []
    assert all(name.startswith("boundaries/.incoming-") for name in files(home))


def test_what_a_killed_run_left_long_ago_is_removed(home, saraburi):
    fresh, old = home / "boundaries" / ".incoming-a", home / "boundaries" / ".incoming-b"
    for left in (fresh, old):
        left.mkdir(parents=True)
    os.utime(old, (0, 0))
    versions.write(saraburi, home, "a")
    assert fresh.exists()
    assert not old.exists()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ขอบเขต ตำบล (ใหม่)", "ขอบเขต-ตำบล-ใหม่"),
        ("tha_admbnda_adm3", "tha_admbnda_adm3"),
        ("...", "boundaries"),
    ],
)
def test_names_of_folders(text, name):
    assert versions.name_from(text) == name
