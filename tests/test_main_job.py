"""The main job, end to end, on real files: boundaries and registers in, honest figures out."""

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from areamap.places import gazetteer
from areamap.places.levels import Level

SARABURI = "19"
NOBODY = ("190203", "190704", "191202")
"""Left out of the list."""
DISSOLVED = "190604"
UNSAID = "190802"
"""Its status is blank."""
MISSPELT = "190905"
"""A letter is missing; a person has to decide."""
DATELESS = "191003"
"""Its date can't be read."""
ELSEWHERE = "720102"
"""รั้วใหญ่, of which the list says that it lies in Kanchanaburi."""


def areamap(home: Path, *words: str | Path, status: int = 0) -> str:
    """Run a command on a data home and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "areamap.cli", *map(str, words)],
        env={**os.environ, "AREAMAP_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == status, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout if status == 0 else done.stderr


def table(printed: str) -> list[dict[str, str]]:
    """Return printed CSV as rows."""
    return list(csv.DictReader(StringIO(printed)))


def messy_councils(path: Path) -> Path:
    """Write a list of Saraburi's councils the way that offices keep it, and return its path."""
    book = Workbook()
    page = book.active
    page.title = "สภาฯ"
    page.append(["ทะเบียนสภาองค์กรชุมชนตำบล จังหวัดสระบุรี"])
    page.append(["ข้อมูล ณ วันที่ ๑๕ มีนาคม ๒๕๖๖"])
    page.append([])
    page.append(["ที่", "ที่ตั้ง", None, None, "การจดแจ้ง", None, "จำนวนองค์กร", "ประธานสภา", "โทรศัพท์"])
    page.append([None, "จังหวัด", "อำเภอ", "ตำบล", "วันที่จดแจ้ง", "สถานะ", "สมาชิก", None, None])
    for cells in ("A4:A5", "B4:D4", "E4:F4", "H4:H5", "I4:I5"):
        page.merge_cells(cells)
    for number, row in enumerate(_rows(), start=1):
        page.append([number, *row, "นายสมชาย ใจดี", "081-234-5678"])
    page.append([None, "รวม", None, None, None, None, "๒,๑๓๔ องค์กร"])
    book.save(path)
    return path


def _rows() -> list[list[object]]:
    tambons = gazetteer.areas(Level.TAMBON)
    districts = gazetteer.areas(Level.DISTRICT)["name_th"]
    forms = [
        ("จ.สระบุรี", "อ.{district}", "ต.{tambon}", "15/3/2566"),
        ("สระบุรี", "{district}", "{tambon}", "๑๕ มี.ค. ๒๕๖๖"),
        ("จังหวัดสระบุรี ", "อำเภอ{district}", "ตำบล {tambon}", "15 มี.ค. 66"),
        ("สระ\u200bบุรี", "\u00a0{district}", "{tambon}\u00a0", "2023-03-15"),
    ]
    rows: list[list[object]] = []
    own = tambons[tambons["province_code"] == SARABURI].drop(list(NOBODY))
    for number, (code, tambon) in enumerate(own.iterrows()):
        province, district, name, day = forms[number % len(forms)]
        words = {"district": districts[tambon["district_code"]], "tambon": _written(code, tambon)}
        status = {DISSOLVED: "ยุบเลิก", UNSAID: None}.get(code, "จดแจ้งแล้ว")
        day = "ไม่แน่ใจ" if code == DATELESS else day
        rows.append(
            [province, district.format(**words), name.format(**words), day, status, "24 องค์กร"]
        )
    rows.append(["กาญจนบุรี", "เมือง", "รั้วใหญ่", "15/3/2566", "จดแจ้งแล้ว", "๑๙ องค์กร"])
    return rows


def _written(code: str, tambon: dict[str, str]) -> str:
    name = tambon["name_th"].replace("\u0e33", "\u0e4d\u0e32")
    return name[:-1] if code == MISSPELT else name


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, reference: Path) -> Path:
    """Return a fresh data home into which everything went by the terminal's commands."""
    folder = tmp_path_factory.mktemp("home")
    boundaries, facts = reference / "boundaries", reference / "facts"
    areamap(folder, "boundaries", "add", boundaries / "tha_admbnda_adm3.zip", "--name", "thailand")
    areamap(folder, "boundaries", "add", boundaries / "saraburi_cp874_utm47.zip")
    areamap(folder, "publish", "authority", facts / "local_authorities.csv")
    areamap(folder, "publish", "population", facts / "population_2021.csv")
    councils = messy_councils(folder / "councils.xlsx")
    refused = areamap(folder, "publish", "council", councils, status=1)
    assert "--leave-open" in refused
    areamap(folder, "publish", "council", councils, "--leave-open", "--note", "มีนาคม")
    return folder


def test_every_row_of_the_workbook_ends_in_one_state(home: Path) -> None:
    counts = json.loads(
        areamap(
            home, "check", "council", home / "councils.xlsx", "--json", "--report", home / "r.csv"
        )
    )
    report = table((home / "r.csv").read_text(encoding="utf-8-sig"))
    assert sum(counts[state] for state in STATES) == counts["rows"] == len(report)
    assert {state: counts[state] for state in STATES} == {
        "matched": 111 - 3 - 2,
        "suggested": 2,
        "ambiguous": 0,
        "unmatched": 0,
        "rejected": 1,
        "ignored": 6,
    }
    suggested = {
        row["suggested_codes"].split()[0] for row in report if row["status"] == "suggested"
    }
    assert suggested == {MISSPELT, ELSEWHERE}
    assert [int(row["row"]) for row in report] == list(range(1, len(report) + 1))


STATES = ("matched", "suggested", "ambiguous", "unmatched", "rejected", "ignored")


def test_coverage_is_what_a_hand_counts(home: Path) -> None:
    # 111 tambons; 3 nobody wrote down, 1 dissolved; unknown: no status, misspelt, unread date.
    (row,) = table(
        areamap(
            home,
            "coverage",
            "--theme",
            "council",
            "--by",
            "province",
            "--in",
            "19",
            "--format",
            "csv",
        )
    )
    assert row | {"coverage_pct": round(float(row["coverage_pct"]), 2)} == {
        "area_code": "19",
        "name_th": "สระบุรี",
        "areas": "111",
        "covered": "104",
        "unknown": "3",
        "gap": "4",
        "coverage_pct": round(104 / 111 * 100, 2),
        "basis": "tambon",
        "partly": "0",
    }


def test_gaps_are_the_tambons_that_were_left_out(home: Path) -> None:
    rows = table(areamap(home, "gaps", "--theme", "council", "--in", "19", "--format", "csv"))
    assert {row["area_code"] for row in rows} == {*NOBODY, DISSOLVED}
    people = [int(row["population"]) for row in rows]
    assert people == sorted(people, reverse=True)


def test_provinces_without_a_list_are_unknown_and_not_empty(home: Path) -> None:
    rows = table(
        areamap(home, "coverage", "--theme", "council", "--by", "cluster", "--format", "csv")
    )
    assert sum(int(row["areas"]) for row in rows) == 7436
    (silent,) = [row for row in rows if row["area_code"] == "lower-central-1"]
    assert silent["unknown"] == silent["areas"]
    assert silent["coverage_pct"] == ""


def test_authorities_are_counted_on_their_own_basis(home: Path) -> None:
    words = ("--theme", "council", "--by", "province", "--basis", "authority", "--format", "csv")
    rows = {row["area_code"]: row for row in table(areamap(home, "coverage", *words))}
    assert [rows[code]["areas"] for code in ("19", "30", "72")] == ["108", "333", "126"]
    assert rows["10"]["areas"] == "0"


def test_one_province_does_not_empty_the_map_of_the_country(home: Path) -> None:
    printed = areamap(home, "boundaries", "list")
    in_use = [line for line in printed.splitlines() if "True" in line]
    assert len(in_use) == 1
    assert in_use[0].startswith("thailand")


def test_history_and_roll_back_keep_every_publication(home: Path) -> None:
    before = json.loads(areamap(home, "history", "--format", "json"))
    first = min(line["publication"] for line in before if line["register"] == "council")
    areamap(home, "rollback", str(first), "--note", "again")
    after = json.loads(areamap(home, "history", "--format", "json"))
    assert len(after) == len(before) + 1
    assert after[0]["rolled_back_from"] == first


def test_names_and_numbers_of_persons_are_nowhere_in_the_home(home: Path) -> None:
    kept = b"".join(path.read_bytes() for path in home.rglob("areamap.sqlite3*"))
    for person in ("สมชาย ใจดี", "081-234-5678", "0812345678"):
        assert person.encode() not in kept
        assert person.encode("unicode_escape") not in kept


def test_wrong_files_say_what_to_do_and_change_nothing(home: Path, tmp_path: Path) -> None:
    before = areamap(home, "boundaries", "list")
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    for words in (
        ("boundaries", "add", broken),
        ("boundaries", "add", tmp_path / "nothing.shp"),
        ("publish", "council", broken),
        ("publish", "councillors", home / "councils.xlsx"),
        ("rollback", "999"),
        ("coverage", "--theme", "council", "--by", "province", "--in", "Atlantis"),
    ):
        said = areamap(home, *words, status=1)
        assert len([line for line in said.splitlines() if line.strip()]) >= 2
    assert areamap(home, "boundaries", "list") == before
