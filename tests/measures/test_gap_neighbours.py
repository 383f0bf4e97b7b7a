"""Who is near a gap, how strong, and for how long: each formula with a case worked by hand."""

from datetime import date
from math import pi

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame, Series

from areamap.measures.basis import Basis
from areamap.measures.counterparts import counterparts
from areamap.measures.gaps import Rank, closed, ranked
from areamap.measures.nearness import EARTH_KM, Nearness, mentors, neighbours
from areamap.measures.on_tambons import on_tambons, places
from areamap.measures.standing import council_standing
from areamap.measures.states import Theme
from areamap.measures.strength import plans_in_force, strength, years_by_tambon, years_since
from areamap.measures.vulnerable import vulnerable
from tests.measures.ground import TODAY, council, ground_of, rows_of

A, B, C, D = "190401", "190402", "190403", "190404"


def near(*pairs: tuple[str, str], codes: tuple[str, ...] = (A, B, C, D)) -> Nearness:
    """Put tambons on the equator, one degree apart, with the borders told."""
    lon = np.radians(np.arange(len(codes), dtype=float))
    middles = DataFrame(
        {"x": np.cos(lon), "y": np.sin(lon), "z": 0.0}, index=pd.Index(codes, name="area_code")
    )
    both = [*pairs, *((other, one) for one, other in pairs)]
    return Nearness(middles, DataFrame(both, columns=["one", "other"], dtype="str"), is_true=True)


def at(codes: list[str]) -> DataFrame:
    return DataFrame({"area_code": codes, "tambon_code": codes})


def test_a_record_lies_where_it_says_and_one_of_an_authority_on_all_its_tambons() -> None:
    ground = ground_of((A, "x"), (B, "x"), (C, "y"), ("100101", None), partly=(B,))
    rows = rows_of(
        council(A),
        council(A, authority="x"),
        council("1001"),
        council("19"),
        council(C, status="suggested"),
    )
    found = on_tambons(rows, ground)
    assert found.to_dict("records") == [
        {"record": 1, "tambon_code": A, "whole": True},
        {"record": 1, "tambon_code": B, "whole": False},
        {"record": 0, "tambon_code": A, "whole": True},
        {"record": 2, "tambon_code": "100101", "whole": True},
    ]
    assert places(pd.Index(["x"]), ground, Basis.AUTHORITY)["tambon_code"].tolist() == [A, B]


def test_years_are_counted_from_the_day_or_from_the_year_alone() -> None:
    rows = rows_of(
        council(A, registered_date=date(2014, 5, 23)),
        council(B, registered_date=None),
        council(C, registered_date=date(2025, 1, 1)),
    ).assign(registered_year=pd.array([None, 2560, None], dtype="Int64"))
    found = years_since(Theme.COUNCIL, rows, TODAY)
    # 23 May 2014 to 23 May 2024 is 3,653 days; 2567 - 2560 is 7; the last had not begun.
    assert found[0] == pytest.approx(3653 / 365.25)
    assert found[1] == 7
    assert np.isnan(found[2])


def test_two_signs_and_no_two_against_make_a_council_strong() -> None:
    ground = ground_of((A, None), (B, None), (C, None), (D, None))
    rows = rows_of(
        council(A, member_groups=30),
        council(B, member_groups=10, registered_date=date(2022, 1, 1)),
        council(C, member_groups=20, registered_date=None),
        council(D, member_groups=90, record_status="dissolved"),
    )
    on = on_tambons(rows, ground)
    funds = Series({A: "none", B: "registered", C: "unknown", D: "registered"})
    plans = rows_of({"area": A}, {"area": B}).assign(
        first_year=[2566, 2560], last_year=[2570, 2564]
    )
    planned = plans_in_force(plans, on_tambons(plans, ground), pd.Index([A, B, C, D]), 2567)
    found = strength(
        rows,
        council_standing(rows, TODAY, TODAY),
        on,
        as_of=TODAY,
        fund_states=funds,
        planned=planned,
    )
    # The middle of 30, 10 and 20 groups is 20. A is old, has many groups and a plan; B has a fund
    # alone; of C neither the age nor the fund is known, and 20 groups are one sign; D is no more.
    assert found.index.tolist() == [0, 1, 2]
    assert found["signs"].tolist() == [3, 1, 1]
    assert found["is_strong"].tolist() == [True, False, False]
    assert found.loc[0, ["is_old", "has_many_groups", "has_fund", "has_plan"]].tolist() == [
        True,
        True,
        False,
        True,
    ]
    assert pd.isna(found.loc[2, "is_old"])
    assert pd.isna(found.loc[2, "has_fund"])
    assert not found.loc[2, "has_plan"]


def test_what_no_register_tells_is_no_sign_and_not_denied_either() -> None:
    ground = ground_of((A, None))
    rows = rows_of(council(A))
    told = {"as_of": TODAY, "fund_states": None, "planned": None}
    found = strength(
        rows, council_standing(rows, TODAY, TODAY), on_tambons(rows, ground), **told
    ).iloc[0]
    assert found["signs"] == 1
    assert found[["has_many_groups", "has_fund", "has_plan"]].isna().all()
    plans = rows_of({"area": "300101"}).assign(first_year=2566, last_year=2570)
    on = DataFrame({"record": [0], "tambon_code": ["300101"], "whole": [True]})
    assert plans_in_force(plans, on, pd.Index([A]), 2567).isna().all()


def test_neighbours_are_counted_and_the_middle_of_their_years_taken() -> None:
    found = neighbours(
        at([A, "190499"]),
        near((A, B), (A, C), (A, D)),
        pd.Index([B, C]),
        Series({B: 12.0, C: 5.0, D: 40.0}),
    )
    # D has none today, so its years do not count: the middle of 12 and 5 is 8.5.
    assert found.loc[A].tolist() == [3, 2, 8.5]
    assert found.loc["190499"].isna().all()


def test_neighbours_of_an_authority_are_none_of_its_own_tambons() -> None:
    own = DataFrame({"area_code": ["x", "x"], "tambon_code": [A, B]})
    found = neighbours(own, near((A, B), (B, C)), pd.Index([A, C]), Series({A: 9.0, C: 4.0}))
    assert found.loc["x"].tolist() == [1, 1, 4.0]


def test_a_council_across_the_border_comes_before_a_nearer_one() -> None:
    councils = DataFrame({"record": [0, 1, 1, 2], "tambon_code": [B, C, D, D]})
    found = mentors(at([A]), councils, near((A, D)), most=2)
    # B is one degree away, D three, and D shares the border: of the councils on D, 1 and 2, both
    # are equally far. One degree of the equator is pi x 6371.0088 / 180 = 111.195 km.
    assert found["record"].tolist() == [1, 2]
    assert found["tambon_code"].tolist() == [C, D]
    assert found["shares_border"].tolist() == [True, True]
    every = mentors(at([A]), councils, near((A, D)))
    assert every["record"].tolist() == [1, 2, 0]
    assert every["distance_km"].tolist() == pytest.approx(
        [2 * pi * EARTH_KM / 180, 3 * pi * EARTH_KM / 180, 111.195], abs=0.01
    )


def test_who_is_on_no_map_has_no_mentor_and_nobody_far_is_made_up() -> None:
    nobody = DataFrame({"record": [], "tambon_code": []}).astype({"tambon_code": "str"})
    assert mentors(at([A]), nobody, near()).empty
    councils = DataFrame({"record": [0], "tambon_code": ["190499"]})
    assert mentors(at([A]), councils, near()).empty
    assert mentors(at(["190499"]), DataFrame({"record": [0], "tambon_code": [A]}), near()).empty


def test_a_council_in_a_part_of_the_same_tambon_touches() -> None:
    found = mentors(at([A]), DataFrame({"record": [0], "tambon_code": [A]}), near())
    assert found.loc[0, ["shares_border", "distance_km"]].tolist() == [True, 0.0]


@given(
    st.lists(st.integers(0, 19), unique=True, min_size=1, max_size=19),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=12),
    st.integers(1, 4),
)
def test_mentors_are_those_that_a_loop_over_all_finds(
    councils: list[int], borders: list[tuple[int, int]], most: int
) -> None:
    codes = tuple(f"19{number:04}" for number in range(20))
    pairs = {(codes[a], codes[b]) for a, b in borders if a != b}
    around = near(*pairs, codes=codes)
    known = DataFrame({"record": councils, "tambon_code": [codes[each] for each in councils]})
    gap = codes[0]
    touching = {b for a, b in pairs if a == gap} | {a for a, b in pairs if b == gap} | {gap}
    expected = sorted(councils, key=lambda each: (codes[each] not in touching, each))[:most]
    found = mentors(at([gap]), known, around, most)
    assert found["record"].tolist() == expected


def test_all_authorities_are_named_those_of_the_whole_first() -> None:
    ground = ground_of((A, "x"), (A, "y"), (B, "y"), (C, None))
    pieces = ground.pieces.assign(whole=[False, True, True, True])
    ground = type(ground)(pieces, ground.seats)
    named = DataFrame(
        {
            "authority_code": ["x", "y"],
            "name_th": ["เอ็กซ์", "วาย"],
            "name_en": ["X", None],
            "authority_type": ["TAO", "ThesabanTambon"],
        }
    )
    found = counterparts(pd.Index([C, B, A]), ground, Basis.TAMBON, named)
    told = found[["area_code", "authority_code", "whole"]].to_numpy().tolist()
    assert told == [[B, "y", True], [A, "y", True], [A, "x", False]]
    assert counterparts(pd.Index(["y"]), ground, Basis.AUTHORITY, named)["name_th"].tolist() == [
        "วาย"
    ]
    assert counterparts(pd.Index([A]), ground, Basis.TAMBON, None).empty


def households(area: str, count: int, year: int | None = 2566, **more: object) -> dict[str, object]:
    return {"area": area, "fiscal_year": year, "households_found": count, "source": "T", **more}


def test_the_newest_year_counts_and_sources_are_never_added_up() -> None:
    ground = ground_of((A, "x"), (B, "y"), (C, "z"), (D, "z"))
    rows = rows_of(
        households(A, 50, 2565),
        households(A, 40),
        households(A, 30),
        households(A, 60, source="J"),
        households(A, 99, 2568),
        households(B, 7, authority="y"),
        households(C, 5),
        households("1904", 900),
        households(D, 3, status="suggested"),
    )
    found = vulnerable(rows, ground, Basis.TAMBON, until=2567)
    # A in 2566: T found 40 + 30 = 70, J 60; B is the same ground as its authority.
    assert found["vulnerable"].tolist()[:3] == [70, 7, 5]
    assert found["vulnerable_year"].tolist()[:3] == [2566, 2566, 2566]
    assert pd.isna(found.loc[D, "vulnerable"])
    by_authority = vulnerable(rows, ground, Basis.AUTHORITY, until=2567)
    assert by_authority["vulnerable"].tolist()[:2] == [70, 7]
    assert pd.isna(by_authority.loc["z", "vulnerable"])


def test_ranking_puts_what_is_not_known_last_and_breaks_ties_by_people() -> None:
    found = DataFrame(
        {
            "population": pd.array([10, None, 30, 20], dtype="Int64"),
            "vulnerable": pd.array([5, 5, None, 5], dtype="Int64"),
            "neighbours_years": [1.0, 2.0, np.nan, 2.0],
        },
        index=[A, B, C, D],
    )
    assert ranked(found, Rank.PEOPLE).index.tolist() == [C, D, A, B]
    assert ranked(found, Rank.VULNERABLE).index.tolist() == [D, A, B, C]
    assert ranked(found, Rank.NEIGHBOURS).index.tolist() == [D, B, A, C]


def test_closed_is_what_was_without_and_has_it_now() -> None:
    before = Series({A: "none", B: "dissolved", C: "unknown", D: "none"})
    now = Series({A: "registered", B: "covered", C: "registered", D: "none"})
    assert closed(before, now).tolist() == [A, B]


def test_years_of_a_tambon_are_those_of_its_oldest_active_record() -> None:
    on = DataFrame({"record": [0, 1, 2], "tambon_code": [A, A, B], "whole": True})
    standing = Series(["active", "active", "dissolved"])
    found = years_by_tambon(Series([3.0, 8.0, 20.0]), standing, on)
    assert found.to_dict() == {A: 8.0}
