"""The province that a row tells, joined or not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.measures.whereabouts import province_of
from areamap.places import gazetteer
from areamap.places.levels import Level
from tests.quality.homes import register_rows


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"area_code": "190406"}, "19"),
        ({"area_code": "19"}, "19"),
        ({"area_code": "upper-central"}, None),
        ({"tambon_code": "190499", "province": "ลพบุรี"}, "19"),
        ({"tambon_code": "999999", "province": " จ.ลพบุรี"}, "16"),
        ({"province": "จังหวัดสระ\u200bบุรี"}, "19"),
        ({"province": "Saraburi"}, "19"),
        ({"province": "ไม่มีจังหวัดนี้", "suggested_codes": ("190401", "190402")}, "19"),
        ({"suggested_codes": ("190401", "720102")}, None),
        ({}, None),
    ],
)
def test_the_province_that_a_row_tells(told: dict[str, object], expected: str | None) -> None:
    rows = register_rows("council", told)
    found = province_of(rows)[0]
    assert (found if isinstance(found, str) else None) == expected


@settings(deadline=None)
@given(
    st.sampled_from(list(gazetteer.areas(Level.PROVINCE).index)),
    st.sampled_from(["จ.", "จังหวัด", ""]),
)
def test_every_province_is_known_by_its_name(code: str, prefix: str) -> None:
    name = gazetteer.name(code, "th")
    rows = register_rows("council", {"province": f"{prefix}{name}"})
    assert province_of(rows)[0] == code
