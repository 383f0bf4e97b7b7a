import pandas as pd
import pytest

from areamap.places.authorities import covers, pieces, seat
from areamap.places.gazetteer import areas
from areamap.places.levels import Level

TAMBONS = pd.Index(["190101", "190102", "190103", "190104"], name="area_code")


def _register(**codes):
    return pd.DataFrame(
        {"authority_code": list(codes), "tambon_codes": list(codes.values())}, dtype="str"
    ).rename(index=str)


def _tuples(frame):
    return [
        (row.tambon_code, row.authority_code if pd.notna(row.authority_code) else None, row.whole)
        for row in frame.itertuples()
    ]


def test_municipality_over_three_tambons_and_tambon_of_two_authorities():
    register = pd.DataFrame(
        {
            "authority_code": ["1999", "190103"],
            "tambon_codes": ["190101 190102 190103*", "190103*"],
        }
    )
    assert _tuples(pieces(register, TAMBONS)) == [
        ("190101", "1999", True),
        ("190102", "1999", True),
        ("190103", "190103", False),
        ("190103", "1999", False),
        ("190104", None, True),
    ]


def test_without_a_register_each_tambon_is_one_piece():
    for register in (None, _register()):
        frame = pieces(register, TAMBONS)
        assert frame["tambon_code"].tolist() == list(TAMBONS)
        assert frame["authority_code"].isna().all()
        assert frame["whole"].all()
        assert [str(dtype) for dtype in frame.dtypes] == ["str", "str", "bool"]


def test_codes_listed_twice_or_between_commas_count_once():
    register = pd.DataFrame(
        {"authority_code": ["1999", "1998"], "tambon_codes": ["190101*, 190101;190102", None]}
    )
    assert _tuples(covers(register)) == [("190101", "1999", True), ("190102", "1999", True)]


def test_seat_is_the_own_tambon_else_the_first_whole_one_else_the_first():
    register = pd.DataFrame(
        {
            "authority_code": ["190406", "1999", "1998", "1997"],
            "tambon_codes": ["190101 190406*", "190101* 190102", "190104* 190101*", ""],
        }
    )
    seats = seat(register)
    assert seats[["190406", "1999", "1998"]].tolist() == ["190406", "190102", "190104"]
    assert pd.isna(seats["1997"])


@pytest.mark.reference
def test_country_is_cut_into_pieces_without_loss(reference):
    register = pd.read_csv(reference / "facts" / "local_authorities.csv", dtype="str")
    register = register.rename(columns={"geocode": "authority_code"})
    tambons = areas(Level.TAMBON).index
    frame = pieces(register, tambons)
    assert set(frame["tambon_code"]) == set(tambons)
    assert set(frame["authority_code"].dropna()) == set(register["authority_code"])
    assert not frame.duplicated(["tambon_code", "authority_code"]).any()
    per_tambon = frame.groupby("tambon_code").size()
    assert int((per_tambon > 1).sum()) == 1300
    assert int((frame.groupby("authority_code").size() > 1).sum()) == 529
    assert frame.loc[frame["authority_code"].isna(), "tambon_code"].str.startswith("10").all()
    assert seat(register).isin(tambons).all()
