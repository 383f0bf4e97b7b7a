"""Which areas features are: codes whole or in pieces, names in Thai or English, the level."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.boundaries._codes import digits
from areamap.boundaries.identify import Told, identity
from areamap.places import gazetteer
from areamap.places.levels import Level
from tests.boundaries.files import in_pieces, tambons

FRAME = tambons()
CODES = FRAME.index.to_series()
PIECES = in_pieces(FRAME)
THAI = {"T": FRAME["name_th"], "A": FRAME["district_th"], "P": FRAME["province_th"]}
ENGLISH = {"t": FRAME["name_en"], "a": FRAME["district_en"], "p": FRAME["province_en"]}


def told(columns):
    attributes = pd.DataFrame({name: list(values) for name, values in columns.items()}, dtype="str")
    found = identity(attributes)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "written",
    ["{}", "TH{}", "th-{}", "{}.0", " {} ", "TH {}"],
)
def test_whole_codes_are_known_however_written(written):
    found = told({"FID": range(len(FRAME)), "ADM3_PCODE": [written.format(code) for code in CODES]})
    assert (found.level, found.told, found.columns) == (Level.TAMBON, Told.CODE, ("ADM3_PCODE",))
    assert found.codes.tolist() == CODES.tolist()


@pytest.mark.parametrize(
    ("names", "as_number"),
    [
        (("PROV_CODE", "AMP_CODE", "TAM_CODE"), False),
        (("PROV_CODE", "AMP_CODE", "TAM_CODE"), True),
        (("x", "y", "z"), True),
    ],
)
def test_codes_in_pieces_are_put_together(names, as_number):
    pieces = [PIECES["PROV_CODE"], PIECES["AMP_CODE"], PIECES["TAM_CODE"]]
    cells = [[str(int(cell)) if as_number else cell for cell in piece] for piece in pieces]
    found = told(dict(zip(names, cells, strict=True)))
    assert (found.level, found.told, found.columns) == (Level.TAMBON, Told.PIECES, names)
    assert found.codes.tolist() == CODES.tolist()


def test_pieces_in_another_order_are_put_in_theirs():
    columns = {"TAM": PIECES["TAM_CODE"], "AMP": PIECES["AMP_CODE"], "PROV": PIECES["PROV_CODE"]}
    found = told(columns)
    assert found.columns == ("PROV", "AMP", "TAM")
    assert found.codes.tolist() == CODES.tolist()


def test_a_piece_below_a_whole_district_code():
    found = told({"AMPHOE_ID": FRAME["district_code"], "TAM_CODE": PIECES["TAM_CODE"]})
    assert found.codes.tolist() == CODES.tolist()


@pytest.mark.parametrize("columns", [THAI, ENGLISH])
def test_names_alone_tell_in_thai_and_in_english(columns):
    found = told(columns)
    assert (found.level, found.told) == (Level.TAMBON, Told.NAME)
    known = found.codes.dropna()
    assert len(known) >= 0.95 * len(CODES)
    assert (known.to_numpy() == CODES.to_numpy()[known.index]).all()


def test_names_with_prefixes_cut_by_a_dbf_still_tell():
    cut = {
        name: [value.encode("utf-8")[:48].decode("utf-8", "ignore") for value in PIECES[name]]
        for name in ("PROV_NAM_T", "AMP_NAM_T", "TAM_NAM_T")
    }
    found = told(cut)
    known = found.codes.dropna()
    assert len(known) >= 0.95 * len(CODES)
    assert (known.to_numpy() == CODES.to_numpy()[known.index]).all()


def test_a_tambon_name_under_a_district_code():
    found = told({"AMP_CODE": FRAME["district_code"], "TAM_NAM_T": PIECES["TAM_NAM_T"]})
    assert found.level is Level.TAMBON
    assert found.codes.tolist() == CODES.tolist()


@pytest.mark.parametrize("level", [Level.TAMBON, Level.DISTRICT, Level.PROVINCE])
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_level_of_a_file_of_all_thailand_is_seen(level, language):
    areas = gazetteer.areas(level)
    columns = {"name": areas[f"name_{language}"]}
    if level is not Level.PROVINCE:
        provinces = gazetteer.areas(Level.PROVINCE)[f"name_{language}"]
        columns["of"] = areas["province_code"].map(provinces)
    if level is Level.TAMBON:
        districts = gazetteer.areas(Level.DISTRICT)[f"name_{language}"]
        columns["in"] = areas["district_code"].map(districts)
    found = told(columns)
    assert found.level is level
    known = found.codes.dropna()
    assert len(known) >= 0.98 * len(areas)
    assert (known.to_numpy() == areas.index.to_numpy()[known.index]).all()


def test_codes_of_another_list_do_not_go_before_names():
    shuffled = CODES.sample(frac=1, random_state=1).tolist()
    found = told({"OBJECT_NO": shuffled, **THAI})
    assert found.told is Told.NAME
    assert found.codes.tolist() == CODES.tolist()


def test_retired_codes_are_kept_and_strange_ones_are_not():
    retired = gazetteer.retired()
    old = retired.index[(retired["level"] == Level.TAMBON)][0]
    found = told({"code": [*CODES, old, "999999", None]})
    assert found.codes.iloc[-3] == old
    assert found.codes.iloc[-2:].isna().all()
    assert found.known == len(CODES) + 1


def test_nothing_known_is_nothing():
    assert identity(pd.DataFrame({"a": ["x", "y"], "n": ["1", "2"]}, dtype="str")) is None
    assert identity(pd.DataFrame({"a": [None, None]}, dtype="str")) is None
    assert identity(pd.DataFrame(index=range(3))) is None


def test_the_thai_names_of_the_file_come_along_without_prefix():
    found = told({"code": CODES, "name_of_it": PIECES["TAM_NAM_T"], "amphoe": PIECES["AMP_NAM_T"]})
    assert found.names.tolist() == FRAME["name_th"].tolist()


@given(st.integers(0, 999_999), st.sampled_from(["{}", "TH{}", "{}.0", "{}.", "th-{}"]))
def test_digits_are_read_and_nothing_else(number, written):
    column = pd.Series([written.format(number), f"{number}.5", f"A{number}", f"{number}x", None])
    assert digits(column.astype("str")).tolist()[0] == str(number)
    assert digits(column.astype("str")).iloc[1:].isna().all()
