"""Which work lines come together, by hand."""

from pandas import DataFrame, Index

from areamap.measures.integration import LINES
from areamap.measures.pairs import pairs
from areamap.measures.work_lines import WorkLine


def found_of(**lines: str) -> DataFrame:
    """Write an index: a letter per tambon and line: w at work, n none, u unknown."""
    words = {"w": "at_work", "n": "none", "u": "unknown"}
    count = len(next(iter(lines.values())))
    told = {str(line): lines.get(line, "n" * count) for line in LINES}
    index = Index([f"1901{number:02}" for number in range(count)], name="area_code")
    return DataFrame({name: [words[each] for each in text] for name, text in told.items()}, index)


def pair_of(found: DataFrame, one: WorkLine, other: WorkLine) -> dict[str, object]:
    frame = pairs(found)
    row = frame[(frame["one"] == one) & (frame["other"] == other)].iloc[0]
    return {str(name): value for name, value in row.items()}


def test_a_case_by_hand() -> None:
    # council in 4 of 10 tambons, fund in 5, both in 3
    found = found_of(council="wwwwnnnnnn", welfare="wwwnwwnnnn")
    row = pair_of(found, WorkLine.COUNCIL, WorkLine.WELFARE)
    assert (row["both"], row["either"], row["known"]) == (3, 6, 10)
    assert row["share"] == 0.5
    assert round(float(str(row["lift"])), 9) == 1.5
    assert not row["is_few"]


def test_a_tambon_of_which_one_is_unknown_counts_for_no_pair() -> None:
    found = found_of(council="wwu", welfare="wuw")
    row = pair_of(found, WorkLine.COUNCIL, WorkLine.WELFARE)
    assert (row["known"], row["both"], row["either"]) == (1, 1, 1)
    assert row["is_few"]


def test_what_is_nowhere_has_no_share() -> None:
    frame = pairs(found_of(council="ww"))
    nowhere = frame[(frame["one"] == "land") & (frame["other"] == "economy")]
    assert nowhere["share"].isna().all()
    assert nowhere["lift"].isna().all()
    assert len(frame) == 21
    # what is known stands before what is not
    assert frame["share"].notna().tolist() == sorted(frame["share"].notna(), reverse=True)
