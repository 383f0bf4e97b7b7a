"""Publishing, looking back, rolling back."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from time import process_time

import pandas as pd
import pytest
from pandera.errors import SchemaErrors

from areamap.errors import StoreError
from areamap.store import Store
from tests.store.submissions import KINDS, rows, submission


def test_a_publication_says_who_what_and_when(store):
    before = datetime.now(UTC)
    published = store.publish(submission())
    assert before <= published.created_at <= datetime.now(UTC)
    assert published.created_at.utcoffset() == timedelta(0)
    assert published == store.publication(published.id)
    assert (published.register, published.created_by, published.note) == (
        "council",
        "somchai",
        "รอบมีนาคม",
    )
    assert (published.file_name, published.file_sha256) == ("สภา.xlsx", "ab" * 32)
    assert published.counts == {"matched": 2, "suggested": 1}
    assert published.baht == {"matched": Decimal("146500.50"), "suggested": Decimal(0)}
    assert published.rolled_back_from is None
    assert not published.is_sample
    with pytest.raises(FrozenInstanceError):
        published.note = "other"


def test_rows_come_back_as_they_were_published(store):
    published = store.publish(submission(5))
    pd.testing.assert_frame_equal(store.rows(published.id), rows(5))


def test_rows_come_back_in_another_process_later(store, opener):
    published = store.publish(submission(5))
    again = opener()
    pd.testing.assert_frame_equal(again.rows(published.id), rows(5))
    again.close()


def test_no_rows_at_all(store):
    published = store.publish(submission(3, rows=rows(3).iloc[:0]))
    found = store.rows(published.id)
    assert found.empty
    assert found.dtypes.to_dict() == rows(3).dtypes.to_dict()
    assert published.counts == {}


def test_a_column_that_the_file_lacks_does_not_come_back(store):
    published = store.publish(submission(rows=rows().drop(columns="member_groups")))
    assert "member_groups" not in store.rows(published.id).columns


def test_codes_may_come_as_tuples_and_money_as_decimal(store):
    more = rows(
        2,
        tambon_codes=None,
        amount_baht=pd.Series([Decimal("0.10"), None], dtype=object),
        registered_date=pd.Series([datetime(2016, 3, 1).date(), None], dtype=object),  # noqa: DTZ001
    )
    more["amount_baht"] = pd.Series([Decimal("0.10"), None], dtype=object)
    published = store.publish(submission(rows=more))
    found = store.rows(published.id)
    assert found["amount_baht"].tolist()[0] == 0.1
    assert found["registered_date"].tolist()[0] == pd.Timestamp(2016, 3, 1)
    assert published.baht["matched"] == Decimal("0.10")


def test_a_figure_in_another_unit_is_no_baht(store):
    more = rows(2, value=[332.0, 4.5]).drop(columns="amount_baht")
    published = store.publish(submission(rows=more, kinds=KINDS | {"value": "amount"}))
    assert published.baht == {}
    assert store.rows(published.id)["value"].tolist() == [332.0, 4.5]


def test_the_main_amount_is_the_one_that_is_told(store):
    more = rows(2, other_baht=[5.0, 6.0])
    kinds = KINDS | {"other_baht": "amount"}
    published = store.publish(submission(rows=more, kinds=kinds, main_amount="other_baht"))
    assert published.baht == {"matched": Decimal(5), "suggested": Decimal(6)}


def test_a_column_without_a_kind_is_a_mistake_of_ours(store):
    with pytest.raises(ValueError, match="other"):
        store.publish(submission(rows=rows(3, other=1)))
    assert store.history() == []


def test_rows_that_break_their_contract_are_not_published(store):
    with pytest.raises(SchemaErrors, match="a matched row has an area"):
        store.publish(submission(rows=rows(3, area_code=None)))
    with pytest.raises(SchemaErrors):
        store.publish(submission(rows=rows(3, status="done")))
    assert store.history() == []


def test_the_last_publication_of_a_register_is_in_force(store):
    assert store.in_force("council", sample=False) is None
    first = store.publish(submission())
    second = store.publish(submission(4))
    other = store.publish(submission(register="fund"))
    assert store.in_force("council", sample=False) == second
    assert store.in_force("fund", sample=False) == other
    assert [each.id for each in store.history("council")] == [second.id, first.id]
    assert [each.id for each in store.history()] == [other.id, second.id, first.id]


def test_what_was_in_force_at_a_moment(store):
    first = store.publish(submission())
    second = store.publish(submission(4))
    tick = timedelta(microseconds=1)
    known = {
        first.created_at - tick: None,
        first.created_at: first,
        second.created_at - tick: first,
        second.created_at: second,
    }
    for moment, publication in known.items():
        assert store.in_force("council", sample=False, known_at=moment) == publication
    bangkok = second.created_at.astimezone(tz=None)
    assert store.in_force("council", sample=False, known_at=bangkok) == second


def test_times_follow_one_another(store):
    moments = [store.publish(submission()).created_at for _ in range(5)]
    assert moments == sorted(set(moments))


def test_roll_back_is_a_new_publication_of_the_old_content(store):
    first = store.publish(submission(3))
    second = store.publish(submission(9))
    back = store.roll_back(first.id, by="malee", note="ผิดไฟล์")
    assert back.id > second.id
    assert (back.rolled_back_from, back.created_by, back.note) == (first.id, "malee", "ผิดไฟล์")
    assert (back.counts, back.baht, back.file_name) == (first.counts, first.baht, first.file_name)
    assert store.in_force("council", sample=False) == back
    pd.testing.assert_frame_equal(store.rows(back.id), store.rows(first.id))
    pd.testing.assert_frame_equal(store.rows(second.id), rows(9))
    assert store.publication(first.id) == first


def test_a_roll_back_keeps_no_second_copy_of_the_rows(store, database):
    first = store.publish(submission(2000))
    store.close()
    size = database.stat().st_size
    store.roll_back(first.id, by="malee")
    store.close()
    assert database.stat().st_size <= size + 2 * 4096


def test_there_is_no_such_publication(store):
    for ask in (store.publication, store.rows, lambda number: store.roll_back(number, by="x")):
        with pytest.raises(StoreError) as raised:
            ask(7)
        assert "7" in raised.value.text("th")
    assert store.history() == []


def test_sample_and_real_are_two_worlds(store):
    made_up = store.publish(submission(is_sample=True))
    assert store.in_force("council", sample=False) is None
    real = store.publish(submission(4))
    assert store.in_force("council", sample=True) == made_up
    assert store.in_force("council", sample=False) == real
    back = store.roll_back(made_up.id, by="x")
    assert back.is_sample
    assert store.in_force("council", sample=False) == real


def test_clearing_the_sample_ends_it(store):
    assert not store.has_publications()
    assert not store.sample_cleared()
    made_up = store.publish(submission(is_sample=True))
    store.roll_back(made_up.id, by="x")
    real = store.publish(submission(4))
    assert store.has_publications(sample=True)

    assert store.clear_sample() == 2
    assert store.sample_cleared()
    assert store.in_force("council", sample=True) is None
    assert store.in_force("council", sample=True, known_at=real.created_at) is None
    assert store.in_force("council", sample=False) == real
    assert not store.has_publications(sample=True)
    assert store.has_publications()
    assert [each.is_cleared for each in store.history()] == [False, True, True]
    pd.testing.assert_frame_equal(store.rows(real.id), rows(4))
    for ask in (store.rows, lambda number: store.roll_back(number, by="x")):
        with pytest.raises(StoreError) as raised:
            ask(made_up.id)
        assert raised.value.key == "store_publication_cleared"
    assert store.clear_sample() == 0


def test_a_sample_may_be_loaded_again_after_it_was_cleared(store):
    store.publish(submission(is_sample=True))
    store.clear_sample()
    again = store.publish(submission(5, is_sample=True))
    assert store.in_force("council", sample=True) == again
    assert len(store.rows(again.id)) == 5
    assert store.sample_cleared()


def test_clearing_where_there_is_no_sample_is_remembered(store, opener):
    assert store.clear_sample() == 0
    assert opener().sample_cleared()


def test_settings_are_remembered(store):
    assert store.setting("lang") is None
    store.remember("lang", "en")
    store.remember("lang", "th")
    assert store.setting("lang") == "th"


def test_speed_of_a_large_register(store):
    # Processor time, which a busy machine does not stretch: 1.2 s in and 0.45 s out were measured.
    large = submission(50_000)
    start = process_time()
    published = store.publish(large)
    assert process_time() - start < 5
    start = process_time()
    found = store.rows(published.id)
    assert process_time() - start < 2
    assert len(found) == 50_000


def test_opening_again_is_quick(store, address):
    fastest = min(_seconds(lambda: Store(address).close()) for _ in range(5))
    assert fastest < 0.05


def _seconds(call):
    start = process_time()
    call()
    return process_time() - start
