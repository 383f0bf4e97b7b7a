"""A selection in the address of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.ui.shared_selection import LONGEST, read, written

TAMBONS = tuple(gazetteer.areas(Level.TAMBON).index)
WIHAN_DAENG = tuple(code for code in TAMBONS if code.startswith("1904"))


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ((), ""),
        (("190406",), "190406"),
        (("720102", "190406"), "720102.190406"),
        (WIHAN_DAENG, "1904"),
        (("720102", *WIHAN_DAENG), "720102.1904"),
        (tuple(code for code in TAMBONS if code.startswith("19")), "19"),
    ],
)
def test_a_selection_is_written_short_and_read_again(codes: tuple[str, ...], text: str) -> None:
    assert written(codes) == text
    assert read(text) == codes


@given(st.lists(st.sampled_from(TAMBONS), max_size=60))
def test_what_is_written_is_read(codes: list[str]) -> None:
    assert set(read(written(codes))) == set(codes)


@given(st.text(max_size=60) | st.text("0123456789.", max_size=60))
def test_whatever_stands_there_only_tambons_of_today_are_read(text: str) -> None:
    assert set(read(text)) <= set(TAMBONS)


def test_the_whole_country_is_written_and_what_is_too_long_is_not() -> None:
    assert set(read(written(TAMBONS))) == set(TAMBONS)
    assert written(TAMBONS[::2]) == ""
    assert len(read("19." * LONGEST)) == sum(code.startswith("19") for code in TAMBONS)
