"""The cells of a file come back as they were handed in."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas import DataFrame, Index, Series

from areamap.errors import StoreError
from areamap.store import _cells
from tests.store.handing_in import cells
from tests.store.submissions import rows, submission

TEXT = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=8)
"""Any text that a frame can hold (no halves of letters), control characters too."""

HEADINGS = st.lists(TEXT, min_size=1, max_size=4)


@st.composite
def _handed_in(draw) -> DataFrame:
    headings = draw(HEADINGS)
    count = draw(st.integers(0, 12))
    positions = sorted(draw(st.sets(st.integers(0, 40), min_size=count, max_size=count)))
    lines = [draw(st.lists(st.none() | TEXT, min_size=count, max_size=count)) for _ in headings]
    held = {at: Series(line, index=positions, dtype="str") for at, line in enumerate(lines)}
    return DataFrame(held, index=Index(positions, dtype="int64")).set_axis(headings, axis=1)


def _there_and_back(handed, count):
    lines = _cells.pack(handed, pd.RangeIndex(count))
    return _cells.frame(_cells.headings(handed), [each["body"] for each in lines])


@settings(deadline=None, max_examples=80)
@given(_handed_in(), st.sampled_from([3, 7, 1000]))
def test_there_and_back(handed, part):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_cells, "PART", part)
        pd.testing.assert_frame_equal(_there_and_back(handed, 41), handed)


def test_a_publication_keeps_the_cells_of_its_file(store):
    published = store.publish(submission(3, cells=cells(3)))
    pd.testing.assert_frame_equal(store.cells(published.id), cells(3))
    assert list(store.cells(published.id)) == ["ตำบล", "จดแจ้ง", "ลำดับ"]


def test_cells_are_found_by_the_index_of_their_rows(store):
    handed = rows(4).set_axis([7, 3, 9, 1])
    texts = cells(4).set_axis([1, 9, 3, 7]).loc[[9, 7]]
    found = store.cells(store.publish(submission(rows=handed, cells=texts)).id)
    assert found.index.tolist() == [0, 2]
    assert found["ลำดับ"].tolist() == ["3", "1"]


@settings(
    deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.permutations(range(6)))
def test_the_order_in_which_cells_come_does_not_matter(store, order):
    published = store.publish(submission(6, cells=cells(6).iloc[list(order)]))
    pd.testing.assert_frame_equal(store.cells(published.id), cells(6))


def test_where_no_cells_were_kept_there_are_none(store):
    found = store.cells(store.publish(submission()).id)
    assert found.empty
    assert list(found) == []
    headed = cells(3).iloc[:0]
    assert list(store.cells(store.publish(submission(cells=headed)).id)) == list(headed)


def test_two_columns_of_one_heading_both_come_back(store):
    twice = cells(3).set_axis(["ชื่อ", "ชื่อ", "ลำดับ"], axis=1)
    published = store.publish(submission(cells=twice))
    pd.testing.assert_frame_equal(store.cells(published.id), twice)


@pytest.mark.parametrize("index", [[0, 1, 9], [0, 1, 1]])
def test_cells_of_no_row_are_a_mistake_of_ours(store, index):
    with pytest.raises(ValueError, match="cells"):
        store.publish(submission(cells=cells(3).set_axis(index)))
    assert store.history() == []


def test_cells_of_a_roll_back_are_those_of_what_it_brought_back(store):
    first = store.publish(submission(3, cells=cells(3)))
    store.publish(submission(4))
    back = store.roll_back(first.id, by="malee")
    pd.testing.assert_frame_equal(store.cells(back.id), cells(3))


def test_cells_of_a_cleared_sample_are_gone(store):
    made_up = store.publish(submission(cells=cells(3, "หายไป"), is_sample=True))
    real = store.publish(submission(cells=cells(3)))
    store.clear_sample()
    for ask in (store.cells, lambda number: store.trace(number, 0)):
        with pytest.raises(StoreError) as raised:
            ask(made_up.id)
        assert raised.value.key == "store_publication_cleared"
    pd.testing.assert_frame_equal(store.cells(real.id), cells(3))
    assert len(_bodies(store)) == 1
    store.check_integrity()


def test_fifty_thousand_rows_of_text_take_little_room(store):
    numbers = np.arange(50_000)
    texts = DataFrame({f"คอลัมน์ {at}": numbers.astype(str) for at in range(15)}).astype("str")
    published = store.publish(submission(50_000, cells=texts))
    plain = sum(int(texts[name].str.len().sum()) for name in texts)
    assert sum(len(each) for each in _bodies(store)) < plain / 2
    pd.testing.assert_frame_equal(store.cells(published.id), texts)


def _bodies(store):
    with store._engine.connect() as connection:
        return connection.exec_driver_sql("SELECT body FROM cells").scalars().all()
