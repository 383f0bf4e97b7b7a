"""Datasets read: text as text, views left alone, limits kept, broken files named."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely

from areamap import settings
from areamap.boundaries.reading import layers, polygons
from areamap.boundaries.sources import Format, Source, found
from areamap.errors import FileError
from tests.boundaries.files import in_pieces, tambons, write_shapefile


@pytest.fixture
def limits(tmp_path):
    return settings.load(tmp_path / "home")


@pytest.fixture
def frame():
    return tambons().head(4)[["name_th", "geometry"]].reset_index()


def source(path, limits):
    [only] = found(path, path.parent, limits)
    return only


def opened(path, limits):
    return [polygons(layer) for layer in layers(source(path, limits), limits)]


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
@pytest.mark.parametrize("cpg", [None, "UTF-8", "874", "ISO-8859-1", "nonsense"])
@pytest.mark.parametrize("language", [0, 0x57])
def test_thai_comes_out_of_every_mix_of_header_and_cpg(tmp_path, limits, encoding, cpg, language):
    rows = tambons().head(6)
    path = write_shapefile(
        tmp_path / "t.shp",
        rows.geometry,
        in_pieces(rows),
        encoding=encoding,
        cpg=cpg,
        language=language,
    )
    [layer] = layers(source(path, limits), limits)
    assert layer.encoding == encoding
    assert layer.attributes["TAM_NAM_T"].tolist() == ("ต." + rows["name_th"]).tolist()


def test_numbers_become_text_without_a_point(tmp_path, limits, frame):
    frame["as_int"] = frame["area_code"].astype(int)
    frame["as_float"] = frame["area_code"].astype(float)
    frame.loc[0, "as_float"] = None
    frame["share"] = [0.5, 1, 2, 3]
    frame["blank"] = ["", "  ", None, "x"]
    frame.to_file(tmp_path / "t.gpkg", driver="GPKG")
    [layer] = layers(source(tmp_path / "t.gpkg", limits), limits)
    text = layer.attributes
    assert text["as_int"].tolist() == frame["area_code"].tolist()
    assert text["as_float"].tolist()[1:] == frame["area_code"].tolist()[1:]
    assert pd.isna(text["as_float"][0])
    assert text["share"].tolist() == ["0.5", "1.0", "2.0", "3.0"]
    assert text["blank"].isna().tolist() == [True, True, True, False]


def test_all_layers_of_a_geopackage_but_points_and_views(tmp_path, limits, frame):
    path = tmp_path / "t.gpkg"
    frame.to_file(path, driver="GPKG", layer="areas")
    points = frame.set_geometry(frame.to_crs(3857).centroid.to_crs(4326))
    points.to_file(path, driver="GPKG", layer="points")
    with closing(sqlite3.connect(path)) as base:
        base.executescript(
            "CREATE VIEW seen AS SELECT * FROM areas;"
            "INSERT INTO gpkg_contents(table_name, data_type, identifier, srs_id)"
            " VALUES ('seen', 'features', 'seen', 4326);"
            "INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POLYGON', 4326, 0, 0);"
        )
    assert [layer.layer for layer in layers(source(path, limits), limits)] == ["areas"]


def test_the_index_of_a_geoparquet_is_a_column(tmp_path, limits, frame):
    frame.set_index("area_code").to_parquet(tmp_path / "t.parquet")
    [layer] = layers(source(tmp_path / "t.parquet", limits), limits)
    assert layer.attributes["area_code"].tolist() == frame["area_code"].tolist()
    assert layer.crs == "EPSG:4326"
    shapes, closed = polygons(layer)
    assert shapely.equals(shapes, frame.geometry.values).all()
    assert closed == 0


def test_parquet_without_shapes_is_refused(tmp_path, limits, frame):
    pd.DataFrame(frame[["area_code"]]).to_parquet(tmp_path / "t.parquet")
    with pytest.raises(FileError) as caught:
        layers(source(tmp_path / "t.parquet", limits), limits)
    assert caught.value.key == "boundaries_not_geoparquet"


def test_heights_are_dropped_and_a_row_without_shape_stays_a_row(tmp_path, limits, frame):
    frame.loc[1, "geometry"] = None
    frame["geometry"] = shapely.force_3d(frame.geometry.values, 12.0)
    frame.to_file(tmp_path / "t.gpkg", driver="GPKG")
    [layer] = layers(source(tmp_path / "t.gpkg", limits), limits)
    shapes, _ = polygons(layer)
    assert not shapely.has_z(shapes).any()
    assert shapely.is_missing(shapes).tolist() == [False, True, False, False]


def test_a_ring_that_is_not_closed_is_closed_and_counted(tmp_path, limits):
    path = tmp_path / "t.geojson"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"c":"1"},'
        '"geometry":{"type":"Polygon","coordinates":[[[100,14],[101,14],[101,15],[100,15]]]}}]}'
    )
    [layer] = layers(source(path, limits), limits)
    shapes, closed = polygons(layer)
    assert closed == 1
    assert shapely.area(shapes).tolist() == [1]


@pytest.mark.parametrize(
    ("change", "key"),
    [({"max_rows": 3}, "boundaries_too_many"), ({"max_columns": 1}, "boundaries_too_many")],
)
@pytest.mark.parametrize("name", ["t.gpkg", "t.parquet"])
def test_more_than_allowed_is_refused(tmp_path, limits, frame, change, key, name):
    path = tmp_path / name
    frame.to_parquet(path) if path.suffix == ".parquet" else frame.to_file(path, driver="GPKG")
    with pytest.raises(FileError) as caught:
        layers(source(path, limits), replace(limits, **change))
    assert caught.value.key == key


@pytest.mark.parametrize("name", ["t.gpkg", "t.parquet", "t.shp", "t.geojson"])
@pytest.mark.parametrize("kept", [0.2, 0.6])
def test_a_file_cut_short_is_refused(tmp_path, limits, frame, name, kept):
    path = tmp_path / name
    if path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(FileError) as caught:
        opened(path, limits)
    assert caught.value.key in {"boundaries_unreadable", "boundaries_no_features"}


def test_a_dataset_without_features_is_refused(tmp_path, limits, frame):
    frame.head(0).to_file(tmp_path / "t.geojson", driver="GeoJSON")
    with pytest.raises(FileError) as caught:
        layers(Source(tmp_path / "t.geojson", Format.GEOJSON, "t.geojson"), limits)
    assert caught.value.key in {"boundaries_no_features", "boundaries_unreadable"}


@pytest.mark.parametrize("name", ["t.gpkg", "t.parquet"])
@pytest.mark.parametrize("nowhere", [float("nan"), float("inf")])
def test_a_corner_that_is_no_place_takes_only_its_own_area(tmp_path, limits, frame, name, nowhere):
    corners = [(101, 14), (nowhere, 14), (102, 15), (101, 14)]
    path = tmp_path / name
    with np.errstate(invalid="ignore"):
        frame.loc[1, "geometry"] = shapely.Polygon(corners)
        frame.to_parquet(path) if path.suffix == ".parquet" else frame.to_file(path, driver="GPKG")
    [layer] = layers(source(path, limits), limits)
    shapes, _ = polygons(layer)
    assert shapely.is_missing(shapes).tolist() == [False, True, False, False]
