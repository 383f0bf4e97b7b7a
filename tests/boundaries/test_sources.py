"""What is found in a file, and what is refused before anything opens it."""

import zipfile
from dataclasses import replace

import pytest

from areamap import settings
from areamap.boundaries.sources import Format, found
from areamap.errors import FileError
from tests.boundaries.files import in_pieces, tambons, write_shapefile, write_zip


@pytest.fixture
def limits(tmp_path):
    return settings.load(tmp_path / "home")


@pytest.fixture
def unpacked(tmp_path):
    folder = tmp_path / "unpacked"
    folder.mkdir()
    return folder


@pytest.fixture
def shapefile(tmp_path):
    frame = tambons().head(3)
    (tmp_path / "files").mkdir()
    return write_shapefile(tmp_path / "files" / "t.shp", frame.geometry, in_pieces(frame))


def refusal(path, unpacked, limits):
    with pytest.raises(FileError) as caught:
        found(path, unpacked, limits)
    assert str(caught.value).count("\n") == 1
    return caught.value.key


def test_a_plain_shapefile_is_used_where_it_lies(shapefile, unpacked, limits):
    [source] = found(shapefile, unpacked, limits)
    assert (source.path, source.format, source.name) == (shapefile, Format.SHAPEFILE, "t.shp")


def test_a_shapefile_in_a_folder_of_a_zip_is_found(tmp_path, shapefile, unpacked, limits):
    path = write_zip(tmp_path / "a.zip", shapefile, folder="ข้อมูล/ชั้นใน/")
    [source] = found(path, unpacked, limits)
    assert source.path.parent == unpacked
    assert source.path.with_suffix(".dbf").exists()


def test_member_names_in_cp874_are_read(tmp_path, shapefile, unpacked, limits):
    path = write_zip(tmp_path / "a.zip", shapefile, stem="QQQQQ")
    raw = path.read_bytes().replace(b"QQQQQ", "ตำบล1".encode("cp874"))
    path.write_bytes(raw)
    [source] = found(path, unpacked, limits)
    assert source.name == "a.zip/ตำบล1.shp"


def test_a_missing_index_is_made_and_not_beside_the_file(tmp_path, shapefile, unpacked, limits):
    index = shapefile.with_suffix(".shx")
    right = index.read_bytes()
    index.unlink()
    zipped = write_zip(tmp_path / "a.zip", shapefile)
    for path, folder in ((shapefile, unpacked / "plain"), (zipped, unpacked / "zip")):
        folder.mkdir()
        [source] = found(path, folder, limits)
        assert source.path.parent == folder
        assert source.path.with_suffix(".shx").read_bytes() == right
    assert not index.exists()


def test_upper_case_suffixes_are_the_same(tmp_path, shapefile, unpacked, limits):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in shapefile.parent.iterdir():
            archive.write(file, f"T{file.suffix.upper()}")
    [source] = found(path, unpacked, limits)
    assert source.path.with_suffix(".prj").exists()


def test_a_member_can_not_climb_out_of_its_folder(tmp_path, shapefile, unpacked, limits):
    path = write_zip(tmp_path / "a.zip", shapefile, folder="../../")
    [source] = found(path, unpacked, limits)
    assert source.path.parent == unpacked
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "files", "unpacked"]


def test_a_bomb_is_not_unpacked(tmp_path, shapefile, unpacked, limits):
    with shapefile.with_suffix(".shp").open("ab") as stream:
        stream.write(bytes(5_000_000))
    path = write_zip(tmp_path / "a.zip", shapefile)
    assert path.stat().st_size < 50_000
    small = replace(limits, max_expanded_bytes=1_000_000)
    assert refusal(path, unpacked, small) == "boundaries_bomb"
    assert not list(unpacked.iterdir())


def test_a_bomb_that_lies_about_its_size_is_stopped(tmp_path, shapefile, unpacked, limits):
    with shapefile.with_suffix(".shp").open("ab") as stream:
        stream.write(bytes(5_000_000))
    size = shapefile.stat().st_size
    path = write_zip(tmp_path / "a.zip", shapefile)
    path.write_bytes(
        path.read_bytes().replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little"))
    )
    small = replace(limits, max_expanded_bytes=1_000_000)
    assert refusal(path, unpacked, small) in {"boundaries_bomb", "boundaries_broken_zip"}
    assert sum(p.stat().st_size for p in unpacked.iterdir()) < 3_000_000


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.shp", b"", "boundaries_empty_file"),
        ("a.shp", b"hello", "boundaries_not_a_format"),
        ("a.geojson", b"<OGRVRTDataSource/>", "boundaries_not_a_format"),
        ("a.shp", b"<OGRVRTDataSource/>", "boundaries_not_a_format"),
        ("a.zip", b"PK\x03\x04 and then nothing", "boundaries_broken_zip"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0", "boundaries_not_a_format"),
        ("a.shp", b"\x00\x00\x27\x0a" + bytes(96), "boundaries_no_dbf"),
    ],
)
def test_what_is_no_boundary_file_is_refused(tmp_path, unpacked, limits, name, content, key):
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name, unpacked, limits) == key


def test_a_missing_file_and_a_folder_are_refused(tmp_path, unpacked, limits):
    assert refusal(tmp_path / "none.zip", unpacked, limits) == "boundaries_no_file"
    assert refusal(tmp_path, unpacked, limits) == "boundaries_no_file"


def test_a_file_larger_than_allowed_is_refused(shapefile, unpacked, limits):
    small = replace(limits, max_file_bytes=100)
    assert refusal(shapefile, unpacked, small) == "boundaries_too_large"


def test_a_zip_without_boundaries_is_refused(tmp_path, unpacked, limits):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert refusal(tmp_path / "a.zip", unpacked, limits) == "boundaries_nothing_in_zip"


def test_a_locked_zip_is_refused(tmp_path, shapefile, unpacked, limits):
    path = write_zip(tmp_path / "a.zip", shapefile)
    raw = bytearray(path.read_bytes())
    for place in range(len(raw) - 4):
        if raw[place : place + 4] == b"PK\x01\x02":
            raw[place + 8] |= 1
    path.write_bytes(raw)
    assert refusal(path, unpacked, limits) == "boundaries_locked_zip"


def test_a_zip_whose_member_is_a_vrt_is_refused(tmp_path, unpacked, limits):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.geojson", "<OGRVRTDataSource/>")
    assert refusal(tmp_path / "a.zip", unpacked, limits) == "boundaries_not_a_format"


def test_layers_of_points_beside_polygons_are_left_packed(tmp_path, shapefile, unpacked, limits):
    frame = tambons().head(3)
    points = write_shapefile(
        shapefile.parent / "p.shp", frame.geometry.to_crs(3857).centroid, in_pieces(frame)
    )
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in [*shapefile.parent.glob("p.*"), *shapefile.parent.glob("t.*")]:
            archive.write(file, file.name)
    assert points.exists()
    assert [source.name for source in found(path, unpacked, limits)] == ["a.zip/t.shp"]
