"""What the engine counts is what the csv module counts, line by line."""

import csv
import io
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areamap.counting import _engine, _job
from areamap.errors import FileError
from areamap.progress import quiet
from tests.counting import people
from tests.counting.people import person

MOST = 2**30

PLACES = [people.CHAROEN_THAM, people.WIHAN_DAENG, people.RUA_YAI, ("", "", "")]
PEOPLE = st.builds(
    person,
    place=st.sampled_from(PLACES),
    state=st.sampled_from(["ปกติ", "ลาออก", "", "๑"]),
    household=st.sampled_from(["H1", "h1 ", "H2", "เ1", "ภ1", ""]),
    saved=st.sampled_from(["", "-", "365", "๑,๐๙๕.๕๐", "1,000,000", "1,00", "ไม่มี", "1e5", "0.005"]),
    name=st.sampled_from(["นายสมมุติ ไม่มีจริง", 'นาง"เล่น" ชื่อ', "สอง\nบรรทัด", "ก,ข"]),
)


def groups(path: Path, wanted: str = "fund") -> dict[str, Any]:
    return _job.groups(str(path), wanted, MOST, quiet)


def cells(told: dict[str, Any]) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    at = len(told["by"])
    for group in told["groups"]:
        letters = told["bytes_as_letters"]
        key = tuple(_engine.written(cell, bytes_as_letters=letters) for cell in group[:at])
        found[key] += group[at + 1]
    return found


@given(
    st.lists(PEOPLE, max_size=30),
    st.sampled_from(["utf-8", "utf-8-sig", "cp874", "utf-16"]),
    st.sampled_from([",", "\t", ";"]),
)
@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whole_lists_are_counted_as_they_are(
    tmp_path: Path, rows: list[list[str]], encoding: str, delimiter: str
) -> None:
    path = people.write(tmp_path, rows, encoding=encoding, delimiter=delimiter)
    told = groups(path)
    assert cells(told) == Counter(tuple(row[4:8]) for row in rows)
    assert told["refused"] == 0
    assert told["lines"] - told["blank"] - told["continued"] == len(rows)


LINES = st.sampled_from(
    [
        "1,0,ก,H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ,5\n",
        "1,0,ก,H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ\n",
        "1,0,ก,H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ,5,6\n",
        '1,0,"ก,H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ,5\n',
        '1,0,ก"ข,H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ,5\n',
        '1,0,"ก""ข",H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ,5\n',
        '1,0,"ก"ข,H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ,5\n',
        '1,0,"ก\nข",H1,เจริญธรรม,วิหารแดง,สระบุรี,ปกติ,5\n',
        "\n",
        "ครบถ้วน\n",
    ]
)


@given(st.lists(LINES, max_size=40), st.sampled_from(["utf-8", "cp874"]))
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_line_is_counted_or_refused(tmp_path: Path, lines: list[str], encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((people.text([], end="\n") + "".join(lines)).encode(encoding))
    told = groups(path)
    counted = sum(cells(told).values())
    assert told["lines"] == sum(line.count("\n") for line in lines)
    assert counted + told["refused"] + told["blank"] + told["continued"] == told["lines"]
    # No line is lost to a quote of another one.
    sound = sum(line.startswith("1,0,ก") and line.count(",") == 8 for line in lines)
    assert counted >= sound
    assert len(told["refused_lines"]) == told["refused"]


def test_lines_that_are_no_record_are_told_by_number(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    good = ",".join(person()) + "\n"
    path.write_text(
        f'ชื่อรายการ\n{people.text([], end=chr(10))}{good}\nสั้น\n1,"ก\nข",3,4,ต,อ,จ,ปกติ,5\n{good}'
        f'1,"ก,3,4,ต,อ,จ,ปกติ,5\n{good * 30}ยาว{"," * 7}x,y,z,w\n',
        encoding="utf-8",
    )
    told = groups(path)
    assert told["refused_lines"] == [5, 9, 40]
    assert told["refused"] == 3


def test_many_lines_that_are_no_record_are_all_counted(tmp_path: Path) -> None:
    good = ",".join(person()) + "\n"
    path = tmp_path / "a.csv"
    path.write_text(people.text([]) + ("สั้น\n" * 9 + good) * 2000, encoding="utf-8")
    told = groups(path)
    assert (told["lines"], told["refused"]) == (20_000, 18_000)
    assert 0 < len(told["refused_lines"]) <= _job.MOST_LINES_TOLD


def test_letters_cut_in_the_middle_refuse_their_line_only_where_they_are_read(
    tmp_path: Path,
) -> None:
    rows = [person() for _ in range(5)]
    content = people.text(rows).encode()
    broken_name = content.replace("ไม่มีจริง".encode(), "ไม่มีจริง".encode()[:-1], 1)
    broken_place = content.replace("เจริญธรรม".encode(), "เจริญธรรม".encode()[:-1], 1)
    path = tmp_path / "a.csv"
    for changed, refused in ((broken_name, 0), (broken_place, 1)):
        path.write_bytes(changed)
        told = groups(path)
        assert (sum(cells(told).values()), told["refused"]) == (5 - refused, refused)


@given(
    st.lists(
        st.tuples(st.decimals(-(10**7), 10**7, places=2), st.booleans()), min_size=1, max_size=20
    )
)
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_amounts_add_up_to_the_satang(
    tmp_path: Path, encoding: str, amounts: list[tuple[Decimal, bool]]
) -> None:
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    rows = [
        person(saved=f"{amount:,}".translate(thai) if is_thai else f"{amount:,}")
        for amount, is_thai in amounts
    ]
    told = groups(people.write(tmp_path, rows, encoding=encoding))
    ((*_, unread, lines, total),) = told["groups"]
    assert (unread, lines) == (-1, len(rows))
    assert Decimal(total) == sum(amount for amount, _ in amounts)


@pytest.mark.parametrize("saved", ["ไม่แน่ใจ", "1,00", "1e5", "0.005", "12 บาท", "9" * 30])
def test_what_is_no_amount_is_told_apart(tmp_path: Path, saved: str) -> None:
    told = groups(people.write(tmp_path, [person(saved=saved), person(saved="5")]))
    assert sorted((group[4], group[5], group[6]) for group in told["groups"]) == [
        (-1, 1, "5.00"),
        (0, 1, None),
    ]


@pytest.mark.parametrize("saved", ["", "-", "ไม่มีข้อมูล", "N/A"])
def test_a_blank_amount_is_none_and_not_0(tmp_path: Path, saved: str) -> None:
    for encoding in ("utf-8", "cp874"):
        told = groups(people.write(tmp_path, [person(saved=saved)], encoding=encoding))
        assert [group[4:] for group in told["groups"]] == [[-1, 1, None]]


@given(st.lists(PEOPLE, max_size=40), st.sampled_from(["utf-8", "cp874"]))
@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_households_are_counted_once_in_each_set(
    tmp_path: Path, rows: list[list[str]], encoding: str
) -> None:
    path = people.write(tmp_path, rows, encoding=encoding)
    told = groups(path, "vulnerable")
    kinds = [(group[:4], number % 2) for number, group in enumerate(told["groups"])]
    found = _job.households(str(path), "vulnerable", MOST, kinds, quiet)
    wanted: dict[int, set[str]] = defaultdict(set)
    blank: Counter[int] = Counter()
    letters = told["bytes_as_letters"]
    for group, kind in kinds:
        texts = tuple(_engine.written(cell, bytes_as_letters=letters) for cell in group)
        for row in rows:
            if tuple(row[4:8]) == texts:
                number = row[3].strip().upper()
                wanted[kind] |= {number} - {""}
                blank[kind] += not number
    assert dict(found["counts"]) == {kind: len(each) for kind, each in wanted.items() if each}
    assert dict(found["blank"]) == {kind: count for kind, count in blank.items() if count}
    assert found["sha256"] == told["sha256"]


def test_a_column_of_persons_is_no_column_of_places(tmp_path: Path) -> None:
    rows = [person(place=("นายสมมุติ ไม่มีจริง", "วิหารแดง", "สระบุรี"))] * 3
    with pytest.raises(FileError) as refusal:
        groups(people.write(tmp_path, rows))
    assert refusal.value.key == "counting_persons"


def test_too_many_different_places_are_no_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_engine, "MOST_GROUPS", 3)
    rows = [person(place=(name, "", "")) for name in "กขคง"]
    with pytest.raises(FileError) as refusal:
        groups(people.write(tmp_path, rows))
    assert refusal.value.key == "counting_too_many_places"


def test_headings_reach_no_question_to_the_engine(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'ตำบล,สถานะ,"x\'); DROP TABLE groups; --"\nเจริญธรรม,ปกติ,"\'"\n', encoding="utf-8"
    )
    assert cells(groups(path)) == {("เจริญธรรม", "ปกติ"): 1}


def test_the_engine_reaches_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", encoding="utf-8")
    with _engine.connected(str(tmp_path / "list.csv")) as engine:
        for question in (
            f"FROM read_csv('{secret}')",
            f"FROM read_text('{secret}')",
            f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'",
            "INSTALL httpfs",
            "SET enable_external_access = true",
            f"ATTACH '{tmp_path / 'other.db'}'",
        ):
            with pytest.raises(FileError):
                _engine._asked(engine, question)


def test_what_is_counted_is_what_a_spreadsheet_shows(tmp_path: Path) -> None:
    content = people.text([person(name="ก\nข"), person(people.WIHAN_DAENG, name='"ก"')])
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8", newline="")
    assert cells(groups(path)) == people.counted(content)
    assert len(list(csv.reader(io.StringIO(content, newline="")))) == 3
