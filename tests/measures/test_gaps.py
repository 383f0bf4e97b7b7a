"""The gap list: one row per area without, largest first."""

import pandas as pd
from pandas import DataFrame, Series

from areamap.measures.basis import Basis
from areamap.measures.gaps import LABELS, gaps, labels, not_known
from areamap.measures.states import Theme, states
from tests.measures.ground import TODAY, council, ground_of, rows_of

GROUND = ground_of(
    ("190101", "190101"),
    ("190102", "1902"),
    ("190103", "1902"),
    ("190104", "190104"),
    ("190105", "190105"),
    ("190106", None),
)


def names(found: dict[str, str], **more) -> DataFrame:
    frame = DataFrame({"name_th": found, "name_en": {k: f"{v}-en" for k, v in found.items()}})
    return frame.assign(**more).astype("str")


TAMBONS = names(
    {f"19010{n}": f"t{n}" for n in range(1, 7)}, district_code="1901", province_code="19"
)
PLACES = {
    "tambons": TAMBONS,
    "districts": names({"1901": "d"}, province_code="19"),
    "provinces": names({"19": "p"}),
}
AUTHORITIES = DataFrame(
    {
        "authority_code": ["190101", "1902", "190104", "190105"],
        "authority_type": ["TAO", "ThesabanTambon", "TAO", "TAO"],
        "name_th": ["ก", "ข", "ค", "ง"],
        "name_en": ["A", "B", "C", "D"],
    }
).astype("str")
PEOPLE = DataFrame(
    {"population": [10, 20, 30, None, 50, 20], "households": [1, 2, 3, None, 5, 2]},
    index=TAMBONS.index,
).astype("Int64")
ROWS = rows_of(
    council("190101"),
    council("190105", record_status="dissolved"),
    council(None, status="suggested", suggested=("190103",)),
)


def found(basis=Basis.TAMBON):
    return states(Theme.COUNCIL, ROWS, GROUND, basis, as_of=TODAY, published_on=TODAY)


def test_one_row_per_tambon_without_most_people_first_unknown_people_last():
    table = gaps(found(), labels(GROUND, Basis.TAMBON, **PLACES), PEOPLE)
    # 190101 has one, 190103 waits for a decision
    assert table.index.tolist() == ["190105", "190102", "190106", "190104"]
    assert table["state"].tolist() == ["dissolved", "none", "none", "none"]
    assert table["population"].fillna(-1).tolist() == [50, 20, 20, -1]
    assert table.loc["190105", LABELS].tolist() == [
        "t5",
        "t5-en",
        "1901",
        "d",
        "d-en",
        "19",
        "p",
        "p-en",
    ]
    assert table.index.name == "area_code"
    assert "unknown_because" not in table


def test_what_is_not_known_stands_apart_with_its_reason():
    table = not_known(found(), labels(GROUND, Basis.TAMBON, **PLACES), PEOPLE)
    assert table["unknown_because"].to_dict() == {"190103": "open_row"}
    assert table.loc["190103", "population"] == 30


def test_without_a_register_of_people_they_are_missing_and_codes_give_the_order():
    table = gaps(found(), labels(GROUND, Basis.TAMBON, **PLACES))
    assert table.index.tolist() == ["190102", "190104", "190105", "190106"]
    assert table[["population", "households"]].isna().all().all()
    assert table.dtypes[["population", "households"]].tolist() == [pd.Int64Dtype()] * 2


def test_authorities_carry_their_own_names_and_the_district_of_their_seat():
    named = labels(GROUND, Basis.AUTHORITY, **PLACES, authorities=AUTHORITIES)
    table = gaps(found(Basis.AUTHORITY), named)
    assert table.index.tolist() == ["190104", "190105"]
    row = table.loc["190104"]
    assert (row["name_th"], row["authority_type"], row["district_code"]) == ("ค", "TAO", "1901")


def test_a_gap_list_cut_to_a_place_keeps_to_it():
    cut = found().loc[["190101", "190102"]]
    table = gaps(cut, labels(GROUND, Basis.TAMBON, **PLACES), PEOPLE)
    assert table.index.tolist() == ["190102"]


def test_an_area_that_the_gazetteer_lacks_is_listed_without_names():
    lacking = PLACES | {"tambons": TAMBONS.drop("190102")}
    table = gaps(found(), labels(GROUND, Basis.TAMBON, **lacking))
    assert "190102" in table.index
    assert isinstance(table, DataFrame)
    assert Series(table.loc["190102", ["name_th", "province_th"]]).isna().all()
