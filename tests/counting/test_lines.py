"""Every line of a list passes or is refused, and is counted either way."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.counting import _lines
from areamap.counting._lines import LONGEST, MOST_CONTINUED, Lines, mended
from areamap.errors import FileError

LINE = b"1,a,X,z\n"
REFUSED = b"?,?,?,?,?\n"


def passed(*chunks: bytes, skip: int = 0, columns: int = 4) -> tuple[bytes, Lines]:
    lines = Lines(",", columns)
    return b"".join(lines.blocks(chunks, skip)), lines


def cut(content: bytes, places: Iterable[int]) -> Iterator[bytes]:
    edges = sorted({0, len(content), *(place % (len(content) + 1) for place in places)})
    return (content[a:b] for a, b in pairwise(edges))


def test_lines_pass_as_they_are_without_those_of_the_headings() -> None:
    out, lines = passed(b"head\n" + LINE * 3, skip=1)
    assert out == LINE * 3
    assert (lines.tally.lines, lines.tally.records) == (3, 3)


def test_last_line_needs_no_end() -> None:
    out, lines = passed(LINE + LINE[:-1])
    assert out == LINE * 2
    assert lines.tally.records == 2


def test_every_kind_of_line_end_is_one() -> None:
    assert b"".join(mended([b"a\r", b"\nb\rc\n", b"d\r"])) == b"a\nb\nc\nd\n"


def test_blank_lines_are_counted_and_no_records() -> None:
    out, lines = passed(b"\n" + LINE + b"\n\n" + LINE)
    assert (lines.tally.lines, lines.tally.blank, lines.tally.records) == (5, 3, 2)
    assert lines.tally.line(5) == 5
    assert out == b"\n" + LINE + b"\n\n" + LINE


def test_a_blank_line_of_one_column_is_a_record_without_a_place() -> None:
    _, lines = passed(b"190406\n\n190404\n", columns=1)
    assert (lines.tally.blank, lines.tally.records) == (0, 3)


def test_cell_over_several_lines_is_one_record() -> None:
    out, lines = passed(LINE + b'2,"a\n\nb",Y,z\n' + LINE)
    assert out.endswith(b'2,"a\n\nb",Y,z\n' + LINE)
    assert (lines.tally.continued, lines.tally.blank, lines.tally.records) == (2, 0, 3)
    # The engine takes the record for one line.
    assert [lines.tally.line(number) for number in (1, 2, 3)] == [1, 2, 5]


def test_a_stray_quote_costs_its_own_line_and_no_other() -> None:
    for after in (3, 100):
        out, lines = passed(LINE + b'2,"b,Y,z\n' + LINE * after)
        assert out == LINE + REFUSED + LINE * after
        assert (lines.tally.torn, lines.tally.records) == (1, after + 2)


def test_two_stray_quotes_far_apart_are_two_lines() -> None:
    out, lines = passed(b'2,"b,Y,z\n' + LINE * 50 + b'2,"b,Y,z\n' + LINE)
    assert out == REFUSED + LINE * 50 + REFUSED + LINE
    assert lines.tally.torn == 2


def test_a_quote_inside_a_plain_cell_is_a_letter() -> None:
    line = b'2,a"b,Y,z\n'
    out, lines = passed(line + LINE)
    assert out == line + LINE
    assert lines.tally.torn == 0


def test_a_line_that_never_ends_is_not_held() -> None:
    out, lines = passed(LINE, *[b"x" * 10_000] * 50, b"\n" + LINE)
    assert out == LINE + REFUSED + LINE
    assert lines.tally.records == 3
    out, lines = passed(LINE + b"x" * (LONGEST + 1) + b"\n" + LINE)
    assert out == LINE + REFUSED + LINE
    assert (lines.tally.torn, lines.tally.records) == (1, 3)


def test_an_open_cell_waits_for_so_many_lines_and_no_more() -> None:
    for more, torn in ((MOST_CONTINUED - 2, 0), (MOST_CONTINUED, 1)):
        _, lines = passed(b'2,"a\n' + b"b\n" * more + b'c",Y,z\n')
        assert lines.tally.torn == torn
        assert lines.tally.continued == (0 if torn else more + 1)
        assert lines.tally.records + lines.tally.continued == lines.tally.lines


def test_a_file_of_torn_lines_is_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_lines, "MOST_TORN", 5)
    passed(b'2,"b,Y,z\n' * 5)
    with pytest.raises(FileError, match="5"):
        passed(b'2,"b,Y,z\n' * 6)


@given(
    st.lists(st.sampled_from(['"', ",", "\n", "\r\n", "a", "ก", '"a"', '""', " "]), max_size=120),
    st.lists(st.integers(min_value=0), max_size=6),
)
@settings(deadline=None)
def test_how_bytes_are_cut_changes_nothing(parts: list[str], places: list[int]) -> None:
    content = "".join(parts).encode()
    whole, one = passed(content)
    pieces, other = passed(*cut(content, places))
    assert pieces == whole
    assert other.tally.lines == one.tally.lines
    assert other.tally.records == one.tally.records
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    assert one.tally.lines == lines.count(b"\n") + (not lines.endswith(b"\n") and bool(lines))
    # What passes holds as many lines as came, but for those put together or refused.
    assert whole.count(b"\n") == one.tally.lines


@given(st.lists(st.lists(st.text('ab "\n,', max_size=5), min_size=4, max_size=4), max_size=20))
@settings(deadline=None)
def test_what_a_writer_writes_passes_unchanged(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    content = out.getvalue().encode()
    found, lines = passed(content)
    assert found == content
    assert lines.tally.torn == 0
    assert lines.tally.records == len(rows)
