"""The whole job: files as offices pass them on become sets, and the report tells what was done."""

import json
import zipfile
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from areamap import settings
from areamap.boundaries import topology
from areamap.boundaries.ingest import ingest
from areamap.errors import FileError
from areamap.i18n import LANGS, t
from areamap.places import gazetteer
from areamap.places.levels import Level
from tests.boundaries.files import in_pieces, tambons, write_shapefile, write_zip
from tests.boundaries.topojson import decode

FRAME = tambons()
UTM = FRAME.to_crs(32647)


@pytest.fixture
def limits(tmp_path):
    return settings.load(tmp_path / "home")


def refusal(path, limits, **kwargs):
    with pytest.raises(FileError) as caught:
        ingest(path, settings=limits, **kwargs)
    for lang in LANGS:
        assert "{" not in caught.value.text(lang)
    assert not limits.home.exists()
    return caught.value.key


def whole(found):
    """Check what holds of every set of Saraburi, and return its report."""
    assert found.level is Level.TAMBON
    assert found.polygons.index.tolist() == FRAME.index.tolist()
    assert found.screen.index.tolist() == FRAME.index.tolist()
    assert found.polygons.crs.to_epsg() == found.screen.crs.to_epsg() == 4326
    off = shapely.hausdorff_distance(found.polygons.geometry.values, FRAME.geometry.values)
    assert off.max() < 1e-5
    report = json.loads(json.dumps(found.report.as_dict()))
    assert (report["features"], report["matched"], report["missing"]) == (111, 111, 0)
    assert (report["retired"], report["unknown"], report["provinces"]) == (0, 0, ["19"])
    return report


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
@pytest.mark.parametrize("cpg", [None, "UTF-8", "874"])
@pytest.mark.parametrize("packed", [True, False])
def test_a_shapefile_of_an_office(tmp_path, limits, encoding, cpg, packed):
    path = write_shapefile(
        tmp_path / "ขอบเขต.shp", UTM.geometry, in_pieces(FRAME), encoding=encoding, cpg=cpg
    )
    path = write_zip(tmp_path / "a.zip", path, folder="ข้อมูล/") if packed else path
    report = whole(ingest(path, settings=limits))
    assert report["encoding"] == encoding
    assert (report["crs"], report["crs_source"]) == ("EPSG:32647", "file")
    assert report["told"] == "pieces"
    assert report["renamed"] == []


@pytest.mark.parametrize(
    "columns",
    [
        {"code": FRAME.index.astype(int)},
        {"code": FRAME.index.astype(float)},
        {"code": "TH" + FRAME.index.to_series()},
        {"T": FRAME["name_th"], "A": FRAME["district_th"], "P": FRAME["province_th"]},
    ],
    ids=["int", "float", "TH", "names"],
)
@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson", "a.parquet", "a.zip"])
def test_every_format_and_kind_of_code(tmp_path, limits, columns, name):
    data = {key: list(values) for key, values in columns.items()}
    frame = gpd.GeoDataFrame(data, geometry=FRAME.geometry.values, crs=4326)
    path = tmp_path / name
    if name == "a.parquet":
        frame.to_parquet(path)
    elif name == "a.zip":
        frame.to_file(tmp_path / "in.geojson", driver="GeoJSON")
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(tmp_path / "in.geojson", "x/in.geojson")
    else:
        frame.to_file(path)
    report = whole(ingest(path, settings=limits))
    assert report["crs"] == "EPSG:4326"


def test_names_cut_by_a_dbf_are_counted_and_not_called_different(tmp_path, limits):
    columns = {**in_pieces(FRAME), "TAM_NAM_T": FRAME["name_th"]}
    path = write_shapefile(tmp_path / "a.shp", UTM.geometry, columns, width=22)
    report = whole(ingest(path, settings=limits))
    assert report["cut_names"] > 0
    assert report["renamed"] == []


def test_a_name_that_differs_is_told(tmp_path, limits):
    columns = {**in_pieces(FRAME), "TAM_NAM_T": FRAME["name_th"].replace("เจริญธรรม", "เจริญทำ")}
    path = write_shapefile(tmp_path / "a.shp", UTM.geometry, columns)
    report = whole(ingest(path, settings=limits))
    assert report["renamed"] == [
        {"area_code": "190406", "in_file": "เจริญทำ", "in_gazetteer": "เจริญธรรม"}
    ]


def test_without_a_prj_it_asks_or_takes_what_it_is_told_or_compares(tmp_path, limits):
    path = write_shapefile(tmp_path / "a.shp", UTM.geometry, in_pieces(FRAME))
    path.with_suffix(".prj").unlink()
    assert refusal(path, limits) == "boundaries_ask_crs"
    report = whole(ingest(path, settings=limits, crs="EPSG:32647"))
    assert (report["crs"], report["crs_source"]) == ("EPSG:32647", "given")
    report = whole(ingest(path, settings=limits, reference=FRAME))
    assert (report["crs"], report["crs_source"]) == ("EPSG:32647", "compared")


def test_repairs_parts_gaps_and_strangers_are_counted(tmp_path, limits):
    retired = gazetteer.retired()
    old = retired.index[(retired["level"] == Level.TAMBON)][0]
    frame = FRAME[["name_th", "geometry"]].reset_index()
    bow = shapely.Polygon([(100, 14), (101, 15), (101, 14), (100, 15)])
    extra = gpd.GeoDataFrame(
        {
            "area_code": ["190101", old, "999999", "190102"],
            "name_th": ["x", "เก่า", None, "y"],
        },
        geometry=[shapely.box(100, 13, 100.1, 13.1), bow, shapely.box(99, 13, 99.1, 13.1), None],
        crs=4326,
    )
    frame = pd.concat([frame[frame["area_code"] != "190406"], extra], ignore_index=True)
    frame.to_file(tmp_path / "a.gpkg", driver="GPKG")
    found = ingest(tmp_path / "a.gpkg", settings=limits)
    report = found.report
    assert (report.features, report.matched, report.retired) == (114, 110, 1)
    assert report.retired_codes == (old,)
    assert set(report.missing_codes) == {"190406"} | (
        {code for code in gazetteer.areas(Level.TAMBON).index if code[:2] == old[:2] != "19"}
    )
    assert (report.unknown, report.merged, report.empty, report.repaired) == (1, 1, 1, 1)
    assert found.polygons.loc[old, "in_force"] == False  # noqa: E712 - a numpy value
    assert found.polygons.geometry["190101"].geom_type == "MultiPolygon"
    assert found.polygons.loc["190101", "name_th"] == "ปากเพรียว"
    assert shapely.is_valid(found.polygons.geometry.values).all()


def test_the_finest_layer_of_several_is_taken(tmp_path, limits):
    districts = FRAME.dissolve("district_code", as_index=False)[["district_code", "geometry"]]
    path = tmp_path / "a.gpkg"
    districts.to_file(path, driver="GPKG", layer="admin2")
    FRAME[["name_th", "geometry"]].reset_index().to_file(path, driver="GPKG", layer="admin3")
    report = whole(ingest(path, settings=limits))
    assert report["layer"] == "a.gpkg/admin3"
    assert report["left_out"] == ["a.gpkg/admin2"]


def test_districts_alone_are_districts(tmp_path, limits):
    districts = FRAME.dissolve("district_code", as_index=False)
    districts[["district_code", "district_th", "geometry"]].to_file(tmp_path / "a.geojson")
    found = ingest(tmp_path / "a.geojson", settings=limits)
    assert found.level is Level.DISTRICT
    assert (found.report.matched, found.report.missing) == (13, 0)


def test_the_screen_is_told_to_the_browser_whole(tmp_path, limits):
    FRAME[["geometry"]].reset_index().to_file(tmp_path / "a.geojson")
    found = ingest(tmp_path / "a.geojson", settings=limits)
    back = decode(topology.encode(found.screen))
    assert back.index.tolist() == FRAME.index.tolist()
    assert shapely.coverage_is_valid(back.geometry.values)


def test_points_lines_and_strangers_are_refused(tmp_path, limits):
    rows = FRAME[["geometry"]].reset_index()
    points = rows.set_geometry(FRAME.to_crs(3857).centroid.to_crs(4326).values)
    lines = rows.set_geometry(FRAME.boundary.values)
    strangers = rows.drop(columns="area_code").assign(code="A1", name="Atlantis")
    for name, frame, key in (
        ("p", points, "boundaries_no_polygons"),
        ("l", lines, "boundaries_no_polygons"),
        ("s", strangers, "boundaries_nothing_matched"),
    ):
        for suffix in (".gpkg", ".geojson", ".parquet", ".shp"):
            path = tmp_path / f"{name}{suffix}"
            frame.to_parquet(path) if suffix == ".parquet" else frame.to_file(path)
            assert refusal(path, limits) == key, path.name


def test_what_lies_abroad_is_refused(tmp_path, limits):
    abroad = FRAME[["geometry"]].translate(0, 30).to_frame("geometry").reset_index()
    gpd.GeoDataFrame(abroad, crs=4326).to_file(tmp_path / "a.geojson")
    assert refusal(tmp_path / "a.geojson", limits) == "boundaries_nowhere"


def test_limits_are_the_settings(tmp_path, limits):
    FRAME[["geometry"]].reset_index().to_file(tmp_path / "a.geojson")
    few = replace(limits, max_rows=100)
    assert refusal(tmp_path / "a.geojson", few) == "boundaries_too_many"


def test_progress_is_told_in_sentences_that_are_there(tmp_path, limits):
    FRAME[["geometry"]].reset_index().to_file(tmp_path / "a.geojson")
    told = []
    ingest(tmp_path / "a.geojson", settings=limits, progress=lambda *said: told.append(said))
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert told[-1][0] == 1.0
    assert all(t(doing, lang) for _, doing in told for lang in LANGS)


@pytest.mark.reference
@pytest.mark.parametrize(
    ("file", "level", "counts"),
    [
        ("tha_admbnda_adm3", "tambon", (7425, 7422, 3, 14)),
        ("tha_admbnda_adm2", "district", (928, 928, 0, 0)),
        ("tha_admbnda_adm1", "province", (77, 77, 0, 0)),
    ],
)
def test_thailand(reference, limits, file, level, counts):
    found = ingest(reference / "boundaries" / f"{file}.zip", settings=limits)
    report = found.report
    assert (report.features, report.matched, report.retired, report.missing) == counts
    assert (report.level, report.crs, report.crs_source) == (level, "EPSG:4326", "file")
    assert (report.encoding, report.repaired, report.coverage) == ("utf-8", 0, "exact")
    assert len(found.screen) == counts[0]
    assert shapely.coverage_is_valid(found.screen.geometry.values)
    assert len(report.renamed) <= 2


@pytest.mark.reference
def test_saraburi_as_offices_pass_it_on(reference, limits, tmp_path):
    path = reference / "boundaries" / "saraburi_cp874_utm47.zip"
    report = ingest(path, settings=limits).report
    assert (report.matched, report.missing, report.encoding) == (111, 0, "cp874")
    assert (report.crs, report.crs_source) == ("EPSG:32647", "file")
    stripped = tmp_path / "stripped.zip"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stripped, "w") as new:
        for info in old.infolist():
            if not info.filename.endswith(".prj"):
                new.writestr(info, old.read(info))
    assert refusal(stripped, limits) == "boundaries_ask_crs"
    thailand = ingest(reference / "boundaries" / "tha_admbnda_adm3.zip", settings=limits)
    report = ingest(stripped, settings=limits, reference=thailand.screen).report
    assert (report.crs, report.crs_source, report.matched) == ("EPSG:32647", "compared", 111)
