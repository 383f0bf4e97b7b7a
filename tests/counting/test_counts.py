"""Lists become counts per area, in which every line is accounted for and nobody is left."""

import gzip
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from areamap import settings as app_settings
from areamap.counting import _job, _process, counts, lists
from areamap.counting.counts import Count
from areamap.errors import FileError
from areamap.i18n import LANGS, t
from areamap.places.matching import Matcher
from areamap.registers.drafts import STATES
from areamap.store.aliases import Alias
from bench import members
from tests.counting import people
from tests.counting.people import person

MATCHER = Matcher()
BANNED = re.compile(r"สมมุติ|0123456789012")


def count(path: Path, wanted: str = "fund", **more: Any) -> Count:
    return counts.count(
        path, lists.find(wanted), MATCHER, settings=app_settings.load(path.parent), **more
    )


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read lists in this process: a process for each of many small lists takes too long."""

    def run(job: str, arguments: Mapping[str, Any], **_: object) -> Any:
        function = getattr(_job, job.rpartition(":")[2])
        return function(**arguments, progress=lambda *_: None)

    monkeypatch.setattr(_process.sandbox, "run", run)


def check(found: Count) -> None:
    """Hold a count to what is true of every one."""
    assert sum(found.states.values()) == found.records
    lines = found.draft.cells[t("counting.cell_lines")].astype(int)
    by_state = lines.groupby(found.draft.rows["status"]).sum().to_dict()
    assert by_state == {state: n for state, n in found.states.items() if n}
    assert set(found.draft.rows["status"]) <= set(STATES)
    assert list(found.draft.rows["row"]) == list(range(1, len(found.draft.rows) + 1))
    for lang in LANGS:
        for key, values in zip(
            found.draft.rows["reason_key"], found.draft.rows["reason_values"], strict=True
        ):
            assert t(f"reasons.{key}", lang, **values)
        for note in found.draft.notes:
            assert note.text(lang)


def test_members_are_counted_by_tambon_however_it_is_typed(tmp_path: Path) -> None:
    rows = [
        *[person(saved="100.50")] * 3,
        *[person(("ต.เจริญธรรม", "อ.วิหารแดง", "จ.สระบุรี"), saved="1,000")] * 2,
        *[person(people.WIHAN_DAENG)] * 4,
        *[person(people.RUA_YAI)] * 5,
        *[person(state="ลาออก")] * 6,
        *[person(state="ไม่เคยเห็น")] * 7,
        *[person(("", "", ""))] * 8,
        *[person(saved="มาก")] * 9,
    ]
    found = count(people.write(tmp_path, rows))
    check(found)
    assert found.states == {
        "matched": 9,
        "suggested": 5,
        "ambiguous": 0,
        "unmatched": 0,
        "rejected": 24,
        "ignored": 6,
    }
    shown = found.draft.rows.set_index("area_code")
    assert shown.loc["190406", "members"] == 5
    assert shown.loc["190406", "from_members_baht"] == Decimal("2301.50")
    assert shown.loc["190406", "record_status"] == "active"
    assert shown.loc["190404", "members"] == 4
    assert shown.loc["190404", "from_members_baht"] is None
    (waiting,) = found.draft.open_rows.to_dict("records")
    assert (waiting["members"], waiting["suggested_codes"][0]) == (5, "720102")
    rejected = found.draft.rows[found.draft.rows["status"] == "rejected"]
    assert rejected["members"].isna().all()
    assert set(rejected["reason_key"]) == {
        *("counting_state_unknown", "registers_no_place", "counting_no_number"),
    }
    assert found.draft.dropped_columns == ("เลขประจำตัวประชาชน", "ชื่อ-สกุล")


def test_nobody_of_a_list_is_in_its_draft(tmp_path: Path) -> None:
    rows = [person(), person(("เจริญธรรม โทร 081-234-5678", "วิหารแดง", "สระบุรี"))]
    rows += [person(people.WIHAN_DAENG, state="ลาออก แทน นายสมมุติ ไม่มีจริง")]
    found = count(people.write(tmp_path, rows))
    told = found.draft.rows.to_csv() + found.draft.cells.to_csv() + str(found.details())
    assert not BANNED.search(told)
    assert "234-5678" not in told


def test_households_of_one_area_count_once_however_it_is_typed(tmp_path: Path) -> None:
    rows = [
        person(household="A", state="พบ"),
        person(("ต.เจริญธรรม", "อ.วิหารแดง", "จ.สระบุรี"), household="A", state="ช่วยเหลือแล้ว"),
        person(household="B", state="ติดตามแล้ว"),
        person(household="C", state=""),
        person(household="", state="ส่งต่อ"),
        person(people.RUA_YAI, household="A", state="ย้ายออก"),
    ]
    found = count(people.write(tmp_path, rows), "vulnerable", given={"fiscal_year": 2566})
    check(found)
    (area,) = found.draft.rows[found.draft.rows["status"] == "matched"].to_dict("records")
    assert area["fiscal_year"] == 2566
    assert area["households_found"] == 3
    assert area["households_referred"] == 2
    assert area["households_helped"] == 2
    assert area["households_followed_up"] == 1
    assert pd.isna(area["households_surveyed"])
    assert any(note.text("en").startswith("1 lines have no number") for note in found.draft.notes)


def test_a_list_without_states_says_nothing_of_states(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ตำบล,อำเภอ,จังหวัด,รหัสครัวเรือน\nเจริญธรรม,วิหารแดง,สระบุรี,A\n", encoding="utf-8")
    (area,) = count(path, "vulnerable").draft.rows.to_dict("records")
    assert area["households_found"] == 1
    assert pd.isna(area["households_helped"])


def test_years_part_the_counts_of_a_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "รหัสตำบล,สถานะ,ปี\n190406,ปกติ,2566\n190406,ปกติ,๒๕๖๗\n190406,ปกติ,2566\n190406,ปกติ,ปีหน้า\n",
        encoding="utf-8",
    )
    found = count(path)
    check(found)
    shown = found.draft.rows[found.draft.rows["status"] == "matched"]
    assert dict(zip(shown["fiscal_year"], shown["members"], strict=True)) == {2566: 2, 2567: 1}
    assert found.states["rejected"] == 1


def test_a_decision_of_before_joins_a_place(tmp_path: Path) -> None:
    path = people.write(
        tmp_path, [person(people.RUA_YAI)] * 3 + [person(("รั้วใหญ่", "เมือง", "สุพรรณบุรี"))]
    )
    key = "province=กาญจนบุรี / tambon=รั้วใหญ่"
    alias = Alias("720102", "สมศรี", datetime(2023, 3, 15, tzinfo=UTC), "พอช.", "fund", key)
    found = count(path, aliases={key: alias})
    (area,) = found.draft.rows.to_dict("records")
    assert (area["area_code"], area["members"]) == ("720102", 4)


def test_a_larger_area_is_no_place_of_a_member(tmp_path: Path) -> None:
    found = count(people.write(tmp_path, [person(("", "วิหารแดง", "สระบุรี"))]))
    assert found.states["unmatched"] == 1
    assert list(found.draft.rows["reason_key"]) == ["registers_level_district"]


def test_a_list_of_headings_alone_counts_nobody(tmp_path: Path) -> None:
    found = count(people.write(tmp_path, []))
    check(found)
    assert (found.records, len(found.draft.rows)) == (0, 0)


def test_a_list_of_broken_lines_alone_counts_nobody(tmp_path: Path) -> None:
    path = people.write(tmp_path, [["x"]] * 30)
    found = count(path)
    check(found)
    assert (found.states["rejected"], found.refused_lines[:2]) == (30, (2, 3))


@given(
    st.lists(
        st.builds(
            person,
            place=st.sampled_from(
                [
                    people.CHAROEN_THAM,
                    people.WIHAN_DAENG,
                    people.RUA_YAI,
                    ("ก", "ข", "ค"),
                    ("", "", ""),
                ]
            ),
            state=st.sampled_from(["ปกติ", "ตาย", "", "?"]),
            saved=st.sampled_from(["", "1", "x"]),
        ),
        max_size=30,
    ),
    st.integers(0, 5),
)
@examples(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@pytest.mark.usefixtures("at_once")
def test_every_line_ends_in_one_state(tmp_path: Path, rows: list[list[str]], broken: int) -> None:
    found = count(people.write(tmp_path, [*rows, *[["x"]] * broken]))
    check(found)
    assert found.records == len(rows) + broken
    joined = [row for row in rows if row[7] == "ปกติ" and row[8] != "x" and row[4]]
    known = [row for row in joined if row[4] in {"เจริญธรรม", "วิหารแดง"}]
    members = found.draft.rows["members"].fillna(0)
    assert found.states["matched"] == len(known)
    assert members[found.draft.rows["status"] == "matched"].sum() == len(known)
    assert members.sum() == len(joined)
    matched = found.draft.rows[found.draft.rows["status"] == "matched"]
    assert not matched["area_code"].duplicated().any()


@pytest.mark.parametrize("ending", [".csv", ".csv.gz", ".parquet"])
def test_any_form_of_a_list_gives_the_same_counts(tmp_path: Path, ending: str) -> None:
    plain = tmp_path / "a.csv"
    members.write(plain, 3000)
    path = tmp_path / f"b{ending}"
    if ending == ".parquet":
        pd.read_csv(plain, dtype=str).to_parquet(path)
    elif ending == ".csv.gz":
        path.write_bytes(gzip.compress(plain.read_bytes()))
    else:
        members.write(path, 3000, encoding="cp874")
    one, other = count(plain), count(path)
    check(other)
    assert one.states == other.states
    columns = ["status", "area_code", "members", "from_members_baht"]
    pd.testing.assert_frame_equal(
        one.draft.rows[columns].sort_values(columns[:3], ignore_index=True),
        other.draft.rows[columns].sort_values(columns[:3], ignore_index=True),
    )


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.csv", b"", "registers_empty_file"),
        ("a.xlsx", b"PK\x03\x04", "counting_no_list"),
        ("a.parquet", b"PAR1 and no more", "counting_unreadable"),
        (
            "a.csv.gz",
            gzip.compress(people.text([person()]).encode() * 50)[:-20],
            "counting_unreadable",
        ),
        ("a.csv", b"\0" * 1000, "registers_encoding"),
        ("a.csv", "ชื่อ\n".encode() * 9, "counting_columns_missing"),
    ],
)
def test_what_can_not_be_counted_is_refused_with_a_sentence(
    tmp_path: Path, name: str, content: bytes, key: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileError) as refusal:
        count(path)
    assert refusal.value.key == key
    assert all(refusal.value.text(lang) for lang in LANGS)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refusal:
        count(tmp_path / "a.csv")
    assert refusal.value.key == "registers_unreadable_file"


@pytest.mark.usefixtures("at_once")
def test_a_list_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_process, "MOST_BYTES", 2**20)
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(people.text([person()] * 20_000).encode()))
    with pytest.raises(FileError) as refusal:
        count(path)
    assert refusal.value.key == "counting_too_large"


@pytest.mark.usefixtures("at_once")
def test_a_list_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = people.write(tmp_path, [person(state="พบ")])
    read = _job.groups

    def groups(**told: Any) -> dict[str, Any]:
        found = read(**told)
        people.write(tmp_path, [person(state="พบ", household="H2")])
        return found

    monkeypatch.setattr(_job, "groups", groups)
    with pytest.raises(FileError) as refusal:
        count(path, "vulnerable")
    assert refusal.value.key == "counting_changed"


def test_progress_grows_to_the_end(tmp_path: Path) -> None:
    told: list[float] = []
    path = tmp_path / "a.csv"
    members.write(path, 60_000)
    count(path, progress=lambda done, doing: told.append(done) or t(doing))
    assert told == sorted(told)
    assert 0 < told[0] < 0.6
    assert 0.9 <= told[-1] <= 1.0


MEASURED = """
import resource, sys
from pathlib import Path
from areamap import settings
from areamap.counting import counts, lists
from areamap.places.matching import Matcher
path = Path(sys.argv[1])
found = counts.count(path, lists.find("fund"), Matcher(), settings=settings.load(path.parent))
assert sum(found.states.values()) == found.records == 200_000, found.states
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_memory_of_the_reader_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    members.write(path, 200_000)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 500 * 2**20


def test_a_list_without_a_column_of_states_counts_everyone_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "สมาชิก.csv"
    line = "สระบุรี,วิหารแดง,เจริญธรรม,2566\n"
    path.write_text("จังหวัด,อำเภอ,ตำบล,ปีงบประมาณ\n" + line * 3, encoding="utf-8")
    found = count(path)
    check(found)
    (area,) = found.draft.rows[found.draft.rows["status"] == "matched"].to_dict("records")
    assert (area["area_code"], area["members"]) == ("190406", 3)
    said = [note for note in found.draft.notes if note.key == "counting_no_state"]
    assert len(said) == 1
    assert "ปกติ" in said[0].text("th")
