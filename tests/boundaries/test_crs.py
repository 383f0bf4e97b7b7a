"""The CRS of a file: told, found out by comparison, or asked for, and never guessed."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from pyproj import CRS

from areamap.boundaries._gdal import pyogrio
from areamap.boundaries.crs import CANDIDATES, CrsSource, in_degrees, known_crs
from areamap.errors import FileError
from areamap.i18n import LANGS
from tests.boundaries.files import tambons

FRAME = tambons()
CODES = FRAME.index.to_series()


def moved(crs, frame=FRAME):
    return np.asarray(frame.to_crs(crs).geometry.array)


def known(geometries, codes=CODES, *, stated=None, given=None, reference=None):
    return known_crs(
        geometries, codes, file="t.shp", stated=stated, given=given, reference=reference
    )


def refusal(*args, **kwargs):
    with pytest.raises(FileError) as caught:
        known(*args, **kwargs)
    return caught.value


@pytest.mark.parametrize("crs", CANDIDATES)
def test_the_file_is_believed_where_its_areas_lie_in_place(crs):
    found = known(moved(crs), stated=CRS(crs).to_wkt())
    assert (found.crs, found.source) == (crs, CrsSource.FILE)


@pytest.mark.parametrize("crs", CANDIDATES)
def test_the_user_goes_before_the_file(crs):
    found = known(moved(crs), stated="EPSG:32648", given=crs)
    assert (found.crs, found.source) == (crs, CrsSource.GIVEN)


@pytest.mark.parametrize("crs", CANDIDATES)
def test_a_set_in_use_tells_even_one_datum_from_the_other(crs):
    found = known(moved(crs), reference=FRAME)
    assert (found.crs, found.source) == (crs, CrsSource.COMPARED)


def test_a_set_of_another_level_tells_too():
    districts = FRAME.dissolve(FRAME.index.str[:4])
    assert known(moved(24047), reference=districts).crs == "EPSG:24047"
    codes = districts.index.to_series()
    assert known(moved(24047, districts), codes, reference=FRAME).crs == "EPSG:24047"


@pytest.mark.parametrize(
    ("crs", "both"),
    [
        (32647, {"EPSG:32647", "EPSG:24047"}),
        (24047, {"EPSG:32647", "EPSG:24047"}),
        (4326, {"EPSG:4326", "EPSG:4240"}),
    ],
)
def test_without_either_it_asks_and_names_what_it_could_be(crs, both):
    error = refusal(moved(crs))
    assert error.key == "boundaries_ask_crs"
    for lang in LANGS:
        assert {name for name in CANDIDATES if name in error.text(lang)} == both
        assert "--crs" in error.text(lang)


def test_a_set_in_use_of_another_province_tells_nothing():
    assert refusal(moved(32647), reference=tambons("30")).key == "boundaries_ask_crs"


def test_a_set_in_use_that_lies_elsewhere_tells_nothing():
    shifted = FRAME.set_geometry(FRAME.translate(0.05, 0.05))
    assert refusal(moved(32647), reference=shifted).key == "boundaries_ask_crs"


def test_a_file_that_says_degrees_over_metres_is_not_believed():
    assert refusal(moved(32647), stated="EPSG:4326").key == "boundaries_ask_crs"
    assert known(moved(32647), stated="EPSG:4326", reference=FRAME).crs == "EPSG:32647"


def test_a_file_that_says_the_wrong_zone_is_not_believed():
    far_east = tambons("34")
    codes = far_east.index.to_series()
    in_48 = moved(32648, far_east)
    assert known(in_48, codes, stated="EPSG:32648").source is CrsSource.FILE
    error = refusal(in_48, codes, stated="EPSG:32647")
    assert error.key == "boundaries_ask_crs"
    assert "EPSG:32648" in error.text("en")
    assert "EPSG:32647" not in error.text("en")


def test_a_crs_of_the_user_that_can_not_be_is_refused():
    assert refusal(moved(32647), given="EPSG:32648").key == "boundaries_crs_elsewhere"
    assert refusal(moved(32647), given="EPSG:999999").key == "boundaries_no_such_crs"
    assert refusal(moved(32647), given="utm").key == "boundaries_no_such_crs"


def test_areas_of_another_country_are_nowhere():
    abroad = np.asarray(FRAME.translate(30, 30).array)
    assert refusal(abroad).key == "boundaries_nowhere"
    assert refusal(abroad, stated="EPSG:4326").key == "boundaries_nowhere"


def test_missing_shapes_and_codes_do_not_matter():
    shapes = moved(32647)
    shapes[3] = None
    shapes[4] = shapely.Polygon()
    codes = CODES.astype("str").copy()
    codes.iloc[5] = None
    assert known(shapes, codes, reference=FRAME).crs == "EPSG:32647"


def test_degrees_come_out_and_equal_vertices_stay_equal():
    back = in_degrees(moved(24047), "EPSG:24047")
    assert shapely.hausdorff_distance(back, np.asarray(FRAME.geometry.array)).max() < 1e-4
    assert shapely.coverage_is_valid(back)
    with_gap = np.append(moved(32647), None)
    assert in_degrees(with_gap, "EPSG:32647")[-1] is None


@pytest.mark.reference
def test_saraburi_is_told_from_indian_1975(reference):
    path = reference / "boundaries" / "tha_admbnda_adm3.zip"
    areas = pyogrio.read_dataframe(f"/vsizip/{path}")
    areas.index = areas["ADM3_PCODE"].str[2:]
    coarse = gpd.GeoDataFrame(
        geometry=shapely.coverage_simplify(np.asarray(areas.geometry.array), 0.005),
        index=areas.index,
        crs=4326,
    )
    saraburi = areas[areas.index.str.startswith("19")]
    codes = saraburi.index.to_series()
    for crs in ("EPSG:24047", "EPSG:32647", "EPSG:4240", "EPSG:4326"):
        assert known(moved(crs, saraburi), codes, reference=coarse).crs == crs
