"""Thai text of a DBF, whatever its header says."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from areamap.boundaries.decoding import decoded
from areamap.places import gazetteer
from areamap.places.levels import Level

NAMES = sorted(set(gazetteer.areas(Level.TAMBON)["name_th"]))
some_names = st.lists(st.sampled_from(NAMES), min_size=3, max_size=30)


def bytewise(values, encoding, width=None):
    cells = [value.encode(encoding)[:width].decode("iso-8859-1") for value in values]
    return pd.DataFrame({"name": cells})


@given(some_names)
def test_utf_8_comes_back(names):
    text, encoding = decoded(bytewise(names, "utf-8"))
    assert encoding == "utf-8"
    assert text["name"].tolist() == names


@given(some_names)
def test_cp874_comes_back(names):
    text, encoding = decoded(bytewise(names, "cp874"))
    assert encoding == "cp874"
    assert text["name"].tolist() == names


@given(some_names, st.integers(4, 20))
def test_a_name_cut_inside_a_character_keeps_its_whole_ones(names, width):
    text, encoding = decoded(bytewise(names, "utf-8", width))
    assert encoding == "utf-8"
    assert text["name"].tolist() == [
        name.encode()[:width].decode("utf-8", "ignore") for name in names
    ]


def test_no_name_of_thailand_in_cp874_is_taken_for_utf_8():
    text, encoding = decoded(bytewise(NAMES, "cp874"))
    assert encoding == "cp874"
    assert text["name"].tolist() == NAMES


def test_one_value_of_the_other_encoding_is_read_by_its_own():
    frame = bytewise(["สระบุรี", "แก่งคอย"], "utf-8")
    frame.loc[2] = "หนองแค".encode("cp874").decode("iso-8859-1")
    text, encoding = decoded(frame)
    assert encoding == "utf-8"
    assert text["name"].tolist() == ["สระบุรี", "แก่งคอย", "หนองแค"]


def test_headings_are_decoded_and_numbers_and_blanks_pass():
    frame = pd.DataFrame({"ตำบล".encode("cp874").decode("iso-8859-1"): ["A", None], "n": [1, 2]})
    text, _ = decoded(frame)
    assert text.columns.tolist() == ["ตำบล", "n"]
    assert text["ตำบล"].isna().tolist() == [False, True]
    assert text["n"].tolist() == [1, 2]
