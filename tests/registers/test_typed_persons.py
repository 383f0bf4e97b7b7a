"""Persons in what somebody types: numbers and names behind a title, not offices or places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.registers.personal import is_told_in


@pytest.mark.parametrize(
    "text",
    [
        "นายสมชาย",
        "พบ นาง ทองดี",
        "พบนางสาวทองดี ใจดี",
        "น.ส.มาลี",
        "Mr. Smith",
        "Miss Jane",
        "๐๘๑-๒๓๔-๕๖๗๘",
    ],
)
def test_a_name_behind_a_title_is_a_person(text: str) -> None:
    assert is_told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "นายอำเภอเมือง",
        "นายกเทศมนตรี",
        "นายก อบต.",
        "นางรอง",
        "อ.นางรอง",
        "Mission team",
        "ส.ช.",
        "190406",
    ],
)
def test_an_office_a_place_and_initials_are_none(text: str) -> None:
    assert not is_told_in(text)


@given(
    before=st.text(alphabet="กขคทีม ", max_size=8),
    number=st.from_regex(r"[1-8][0-9]{12}", fullmatch=True),
    after=st.text(alphabet="กขคทีม ", max_size=8),
)
def test_thirteen_digits_are_a_person_wherever_they_stand(
    before: str, number: str, after: str
) -> None:
    assert is_told_in(f"{before} {number} {after}")


@given(st.from_regex(r"0[689]\d-?\d{3}-?\d{4}", fullmatch=True))
def test_a_mobile_number_is_a_person(number: str) -> None:
    assert is_told_in(f"โทร {number}")
