"""No citizen's number reaches the database file."""

import gzip
import io
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame

from areamap.errors import PublishError, StoreError
from areamap.store import Decision
from areamap.store._persons import holds_person, masked, masked_values, refuse_content
from tests.store.handing_in import begin, cells
from tests.store.submissions import KINDS, rows, submission

# made up; 1101700203450 has the right check digit, ...51 the wrong one
CITIZEN = "1101700203450"
OTHER = "1101700203451"
JURISTIC = "0105555012343"
WRITTEN = [CITIZEN, "1-1017-00203-45-0", "1 1017 00203 45 0", "๑๑๐๑๗๐๐๒๐๓๔๕๐"]


def test_the_database_file_holds_no_number_of_a_citizen(store, database):
    reason = rows(3).assign(reason_values=[{}, {}, {"text": f"เลข {CITIZEN}"}])
    store.publish(submission(rows=reason))
    for texts in ({"council_name": f"นาย ก {CITIZEN}"}, {"tambon": "1-1017-00203-45-0"}):
        with pytest.raises(PublishError) as raised:
            store.publish(submission(rows=rows(3, **texts)))
        assert next(iter(texts)) in raised.value.text("en")
        assert "4" in raised.value.text("th")
    store.close()
    held = b"".join(path.read_bytes() for path in database.parent.iterdir())
    assert CITIZEN.encode() not in held
    assert b"1-1017-00203-45-0" not in held
    assert len(store.history()) == 1
    assert store.rows(1)["reason_values"][2] == {"text": "เลข xxxxxxxxxxxxx"}


def test_thai_digits_are_digits():
    assert masked("๑๑๐๑๗๐๐๒๐๓๔๕๐") == "xxxxxxxxxxxxx"


def test_other_numbers_stay():
    for text in (
        OTHER,
        JURISTIC,
        f"0.{CITIZEN}",
        f"{CITIZEN}.25",
        "โครงการ 256619040612",
        "11017002034500",
        "02-123-4567",
        "",
    ):
        assert masked(text) == text


def parquet(*values) -> bytes:
    file = io.BytesIO()
    DataFrame({"ก": ["x", *values]}).to_parquet(file)
    return file.getvalue()


@pytest.mark.parametrize("written", WRITTEN)
def test_a_draft_with_a_number_of_a_citizen_is_not_kept(store, written):
    sheet = {"rows": [["ชื่อ", f"ก {written} ข"]], "แผ่น": None}
    escaped = json.dumps(sheet).encode()
    contents = [
        json.dumps(sheet, ensure_ascii=False).encode(),
        escaped,
        gzip.compress(escaped, mtime=0),
        json.dumps({written: 1}).encode(),
        f"ตำบล,เลข\nก,{written}\n".encode(),
        parquet(written),
    ]
    kept = begin(store)
    for content in contents:
        for call in (
            lambda held: begin(store, content=held),
            lambda held: store.drafts.change(kept.id, by="x", seen=1, content=held),
        ):
            with pytest.raises(StoreError) as raised:
                call(content)
            assert raised.value.key == "store_person_draft"
            assert "สภา.xlsx" in raised.value.text("th")
    assert store.drafts.every() == [kept]


def test_a_draft_without_one_is_kept(store):
    for content in (
        parquet("1", OTHER),
        json.dumps([OTHER, JURISTIC, CITIZEN[:-1], [1101700203, 450]]).encode(),
        json.dumps(["1101700", "203450"]).encode(),
        gzip.compress(OTHER.encode()),
    ):
        assert store.drafts.content(begin(store, content=content).id) == content


@pytest.mark.parametrize("broken", [b"\x1f\x8b", gzip.compress(b"[]")[:-9], b"PAR1" * 4])
def test_what_can_t_be_looked_into_is_a_mistake_of_ours(store, broken):
    with pytest.raises(ValueError, match=r"gzip|[Pp]arquet"):
        begin(store, content=broken)
    assert store.drafts.every() == []


def test_numbers_that_json_holds_as_numbers_are_seen():
    for number in (int(CITIZEN), float(CITIZEN)):
        with pytest.raises(StoreError):
            refuse_content(json.dumps([[1, number, 12]]).encode(), "a")
    with pytest.raises(StoreError):
        refuse_content(parquet(CITIZEN), "a")
    refuse_content(json.dumps([[0.5 + int(CITIZEN), None, True, 1e300]]).encode(), "a")
    refuse_content(b"[" * 100_000, "a")


@pytest.mark.parametrize("written", WRITTEN)
def test_what_people_type_is_refused(store, written):
    kept = begin(store)
    note = f"โทรถาม {written} แล้ว"
    published = store.publish(submission())
    calls = [
        lambda: store.publish(submission(note=note)),
        lambda: store.roll_back(published.id, "x", note=note),
        lambda: store.drafts.decide(kept.id, [Decision("ก", 5, "drop", note=note)], "x"),
        lambda: store.drafts.decide(
            kept.id, [Decision("ก", 5, "correct", column="tambon", value=written)], "x"
        ),
        lambda: store.drafts.change(kept.id, by="x", seen=1, source=note),
        lambda: begin(store, source=note),
        lambda: store.explanations.explain("k", note, "x"),
        lambda: store.remember("n", note),
    ]
    before = store.audit.entries()
    for call in calls:
        with pytest.raises(StoreError) as raised:
            call()
        assert raised.value.key == "store_person_text"
        assert written not in str(raised.value)
        assert "xxxxxxxxxxxxx" in raised.value.text("th")
    assert store.audit.entries() == before


@pytest.mark.parametrize("written", WRITTEN)
def test_in_the_cells_of_a_file_it_is_made_unreadable(store, written):
    texts = cells(3).assign(**{"a": f"นาย ก {written}", written: "b"}).astype("str")
    published = store.publish(submission(cells=texts))
    found = store.cells(published.id)
    assert found["a"].tolist() == ["นาย ก xxxxxxxxxxxxx"] * 3
    assert list(found)[-1] == "xxxxxxxxxxxxx"
    assert written not in str(store.trace(published.id, 0))


def test_a_column_of_whole_numbers_may_be_the_wrong_one(store):
    numbers = pd.array([1, int(CITIZEN), None], dtype="Int64")
    with pytest.raises(PublishError) as raised:
        store.publish(submission(rows=rows(3, member_groups=numbers)))
    assert "5" in raised.value.text("th")
    assert "member_groups" in raised.value.text("th")


def test_an_amount_is_no_person(store):
    # as satang it would be one
    published = store.publish(submission(rows=rows(2, amount_baht=[11_017_002_034.50, 1.0])))
    assert store.rows(published.id)["amount_baht"][0] == 11_017_002_034.50
    assert "amount_baht" in KINDS


def test_sheets_and_reasons_are_masked_and_stay_json(store):
    told = {"text": CITIZEN, "satang": int(CITIZEN), CITIZEN: [CITIZEN]}
    named = rows(2).assign(sheet=CITIZEN, reason_values=[told, {}])
    found = store.rows(store.publish(submission(rows=named)).id)
    assert found["sheet"].tolist() == ["xxxxxxxxxxxxx"] * 2
    mask = "xxxxxxxxxxxxx"
    assert found["reason_values"][0] == {"text": mask, "satang": int(CITIZEN), mask: [mask]}


@given(st.integers(100_000_000_000, 899_999_999_999), st.sampled_from(["", " ", "-"]))
def test_each_number_with_the_right_check_digit_is_seen_and_no_other(first_twelve, between):
    weights = range(13, 1, -1)
    told = sum(
        int(digit) * weight for digit, weight in zip(str(first_twelve), weights, strict=True)
    )
    right = (11 - told % 11) % 10
    for last in range(10):
        number = between.join(f"{first_twelve}{last}")
        assert holds_person(f"ก{number}ข") == (last == right)
        assert not holds_person(f"{first_twelve}{last}0")


@given(
    st.recursive(
        st.none() | st.integers() | st.text() | st.just(CITIZEN),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=10,
    )
)
def test_masking_leaves_nothing_and_changes_nothing_else(value):
    done = masked_values(value)
    assert masked_values(done) == done
    if CITIZEN not in json.dumps(value):
        assert done == value
    else:
        assert CITIZEN not in json.dumps([done]).replace(" ", "").split('"')
