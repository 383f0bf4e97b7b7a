"""One's own breaks, as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.ui.class_picker import read_breaks


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("0.5, 1, 5", (0.5, 1, 5)),
        ("5 1  0.5", (0.5, 1, 5)),
        ("1,1,2", (1, 2)),
        ("1", ()),
        ("", ()),
        ("1,000,000", ()),
        ("-1, 2", ()),
        ("1, nan", ()),
        ("1, inf", ()),
        ("<img src=x onerror=alert(1)>, 2", ()),
        ("1 2 3 4 5 6 7", ()),
        ("1 2 " + " " * 200, ()),
    ],
)
def test_breaks_are_numbers_above_nothing_or_they_are_not_taken(
    text: str, breaks: tuple[float, ...]
) -> None:
    assert read_breaks(text, 7) == breaks


@given(st.text(max_size=140))
def test_no_text_breaks_it(text: str) -> None:
    found = read_breaks(text, 9)
    assert not found or 2 <= len(found) <= 8
    assert list(found) == sorted(set(found))
