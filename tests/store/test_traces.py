"""What is on the map can be traced to the cell that it came from."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areamap.errors import StoreError
from areamap.store import _cells
from tests.store.handing_in import cells
from tests.store.submissions import rows, submission


def kept(publication, count=3, **columns):
    """Write rows of which all come from the file of a publication."""
    return rows(count, **columns).assign(
        origin=pd.array([getattr(publication, "id", publication)] * count, dtype="Int64")
    )


def test_a_row_is_traced_to_its_cells(store):
    published = store.publish(submission(3, cells=cells(3)))
    trace = store.trace(published.id, 2)
    assert trace.publication == published
    assert (trace.sheet, trace.row) == ("แผ่น1", 6)
    assert trace.cells == {"ตำบล": "ต.เจริญธรรม", "ลำดับ": "2"}


def test_rows_of_other_files_say_which(store):
    first = store.publish(submission(3, cells=cells(3)))
    both = pd.concat([kept(first), rows(2).assign(sheet="แผ่น2")], ignore_index=True)
    second = store.publish(submission(rows=both))
    found = store.rows(second.id)
    assert found["origin"].dtype == "Int64"
    assert found["origin"].tolist() == [first.id] * 3 + [pd.NA] * 2
    pd.testing.assert_frame_equal(found[list(rows(2))], both[list(rows(2))])
    assert "origin" not in store.rows(first.id)


def test_where_all_rows_are_of_this_file_no_column_says_so(store):
    published = store.publish(submission(rows=rows(3).assign(origin=pd.NA)))
    pd.testing.assert_frame_equal(store.rows(published.id), rows(3))


def test_a_row_is_traced_through_the_publications_that_kept_it(store):
    first = store.publish(submission(3, cells=cells(3), file_name="มกราคม.xlsx"))
    second_rows = pd.concat([kept(first), rows(2)], ignore_index=True)
    second = store.publish(
        submission(
            rows=second_rows,
            cells=cells(2, "ใหม่").set_axis([3, 4]),
            file_name="กุมภาพันธ์.xlsx",
        )
    )
    third_rows = second_rows.assign(origin=second_rows["origin"].fillna(second.id))
    third = store.publish(submission(rows=third_rows, file_name="มีนาคม.xlsx"))
    # row 4 of both files is called alike; each finds its own
    old, new = store.trace(third.id, 0), store.trace(third.id, 3)
    assert (old.publication, old.row, old.cells["ตำบล"]) == (first, 4, "ต.เจริญธรรม")
    assert (new.publication, new.row, new.cells["ตำบล"]) == (second, 4, "ใหม่")
    assert store.trace(second.id, 3) == new


def test_a_row_is_traced_through_a_roll_back(store):
    first = store.publish(submission(3, cells=cells(3)))
    back = store.roll_back(first.id, by="malee")
    third = store.publish(submission(rows=kept(back)))
    assert store.trace(back.id, 2).cells == store.trace(first.id, 2).cells
    assert store.trace(third.id, 2).publication == back
    assert store.trace(third.id, 2).cells == store.trace(first.id, 2).cells


def test_a_row_without_cells_still_tells_its_file(store):
    first = store.publish(submission(3))
    second = store.publish(submission(rows=kept(first)))
    for publication in (first, second):
        trace = store.trace(publication.id, 0)
        assert (trace.publication, trace.row, trace.cells) == (first, 4, {})


def test_an_origin_that_can_t_be_is_a_mistake_of_ours(store):
    other = store.publish(submission(register="fund"))
    made_up = store.publish(submission(is_sample=True))
    for publication in (other, made_up):
        with pytest.raises(ValueError, match="another register"):
            store.publish(submission(rows=kept(publication)))
    with pytest.raises(StoreError) as raised:
        store.publish(submission(rows=kept(99)))
    assert raised.value.key == "store_no_publication"
    assert len(store.history()) == 2
    store.check_integrity()


def test_there_is_no_such_row(store):
    published = store.publish(submission(3))
    with pytest.raises(StoreError) as raised:
        store.trace(published.id, 3)
    assert raised.value.key == "store_no_row"
    with pytest.raises(StoreError):
        store.trace(published.id + 1, 0)


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=4))
def test_whatever_is_replaced_each_row_finds_its_own_cells(store, monkeypatch, replaced):
    """Four rows; each next file replaces some of them, and the others are kept."""
    monkeypatch.setattr(_cells, "PART", 2)
    published = store.publish(submission(4, cells=cells(4, "ไฟล์ 0")))
    expected = [(published.id, "ไฟล์ 0")] * 4
    for number, each in enumerate(replaced, start=1):
        origin = [None if new else old for new, (old, _) in zip(each, expected, strict=True)]
        texts = cells(4, f"ไฟล์ {number}")[each]
        handed = rows(4).assign(origin=pd.array(origin, dtype="Int64"))
        published = store.publish(submission(rows=handed, cells=texts))
        expected = [
            (published.id, f"ไฟล์ {number}") if new else old
            for new, old in zip(each, expected, strict=True)
        ]
        traces = [store.trace(published.id, at) for at in range(4)]
        assert [(trace.publication.id, trace.cells["ตำบล"]) for trace in traces] == expected
