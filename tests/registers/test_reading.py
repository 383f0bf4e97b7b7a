"""Two workbooks with every trouble of the field, row by row against what was worked out by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from areamap import settings as app_settings
from areamap.errors import FileError
from areamap.places.matching import Matcher
from areamap.registers import reading
from areamap.registers.definitions import load
from areamap.registers.joining import Draft, join
from areamap.settings import Settings
from tests.registers import messy


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return app_settings.load(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def councils(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Draft:
    path = messy.write(
        tmp_path_factory.mktemp("files") / "สภา.xlsx", messy.COUNCILS, messy.COUNCIL_MERGES
    )
    return join(reading.read(path, load("council"), settings=settings), Matcher())


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Draft:
    path = messy.write(
        tmp_path_factory.mktemp("files") / "งบ.xlsx", messy.BUDGET, messy.BUDGET_MERGES
    )
    return join(reading.read(path, load("budget"), settings=settings), Matcher())


def outcome(row: "pd.Series[str]") -> object:
    if row["status"] == "matched":
        return row["area_code"]
    if row["status"] == "rejected" or not row["suggested_codes"]:
        return row["reason_key"]
    return row["suggested_codes"][0]


@pytest.mark.parametrize("position", range(len(messy.COUNCILS)))
def test_each_row_of_the_council_list_ends_as_expected(councils: Draft, position: int) -> None:
    line, row = messy.COUNCILS[position], councils.rows.iloc[position]
    assert (row["row"], row["status"], outcome(row)) == (
        position + 1,
        line.status,
        line.outcome,
    )


@pytest.mark.parametrize("position", range(len(messy.BUDGET)))
def test_each_row_of_the_budget_list_ends_as_expected(budget: Draft, position: int) -> None:
    line, row = messy.BUDGET[position], budget.rows.iloc[position]
    assert (row["row"], row["status"], outcome(row)) == (
        position + 1,
        line.status,
        line.outcome,
    )


def test_every_row_is_counted_once(councils: Draft, budget: Draft) -> None:
    assert sum(councils.counts().values()) == len(councils.rows) == len(messy.COUNCILS)
    assert sum(budget.counts().values()) == len(budget.rows) == len(messy.BUDGET)


def test_values_of_the_council_list(councils: Draft) -> None:
    by_row = councils.rows.set_index("row")
    assert by_row.loc[7, "registered_date"] == date(2016, 3, 15)
    assert (by_row.loc[7, "member_groups"], by_row.loc[7, "council_members"]) == (24, 48)
    assert by_row.loc[8, "registered_date"] == date(2009, 3, 15)
    assert by_row.loc[9, "registered_date"] == date(2009, 3, 15)
    assert by_row.loc[12, "registered_date"] == date(2023, 3, 15)
    assert by_row.loc[13, "registered_date"] == date(2023, 3, 15)
    assert by_row.loc[21, "registered_date"] == date(2023, 3, 15)
    assert list(by_row.loc[[7, 12, 13], "record_status"]) == ["active", "active", "dissolved"]
    assert pd.isna(by_row.loc[21, "record_status"])
    assert pd.isna(by_row.loc[12, "member_groups"])
    assert pd.isna(by_row.loc[12, "council_members"])


def test_baht_of_the_budget_list_adds_up_to_the_file(budget: Draft) -> None:
    assert budget.baht() == {state: Decimal(baht) for state, baht in messy.BUDGET_BAHT.items()}
    assert set(budget.rows.loc[budget.rows["status"] == "matched", "fiscal_year"]) == {2566}


def test_two_equal_lines_of_money_are_two_lines(budget: Draft) -> None:
    same = budget.rows[budget.rows["area_code"] == "190406"]
    assert list(same["amount_baht"]) == [Decimal("73250.00")] * 2


def test_no_person_is_left_anywhere(councils: Draft) -> None:
    assert councils.dropped_columns == messy.COUNCIL_DROPPED
    everything = " ".join(
        str(value)
        for frame in (councils.rows, councils.cells)
        for column in frame
        for value in (column, *frame[column])
    )
    for secret in ("สมชาย", "สมหญิง", "มั่นคง", "มาลี", "081-234-5678", "081-999-8888", "02-123"):
        assert secret not in everything
    assert "ประชุม ๓ ครั้ง" in everything
    assert "note_masked" in {note.key for note in councils.notes}


def test_hidden_sheet_is_left_out_and_said(budget: Draft) -> None:
    assert budget.sheet == "รายชื่อ"
    left = [note for note in budget.notes if note.key == "note_sheets_left"]
    assert left
    assert "เก่า" in left[0].text("th")


def test_hidden_sheet_is_read_when_named(tmp_path: Path, settings: Settings) -> None:
    path = messy.write(tmp_path / "งบ.xlsx", messy.BUDGET, messy.BUDGET_MERGES)
    for name in ("เก่า", "2"):
        read = reading.read(path, load("budget"), sheet=name, settings=settings)
        assert list(read.rows["status"].isna()) == [False, True]


def test_missing_sheet_says_which_there_are(tmp_path: Path, settings: Settings) -> None:
    path = messy.write(tmp_path / "งบ.xlsx", messy.BUDGET, messy.BUDGET_MERGES)
    with pytest.raises(FileError, match="รายชื่อ, เก่า"):
        reading.read(path, load("budget"), sheet="ไม่มี", settings=settings)


def csv(tmp_path: Path, text: str, name: str = "a.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_the_reference_files_without_options(reference: Path, settings: Settings) -> None:
    authorities = reading.read(
        reference / "facts" / "local_authorities.csv", load("authority"), settings=settings
    )
    assert authorities.dropped_columns == ()
    types = authorities.rows["authority_type"].value_counts().to_dict()
    assert types == {
        "TAO": 5306,
        "ThesabanTambon": 1342 + 919,
        "ThesabanMueang": 175,
        "ThesabanNakhon": 30,
        "Mueang": 1,
    }
    population = reading.read(
        reference / "facts" / "population_2021.csv", load("population"), settings=settings
    )
    assert population.rows["population"].sum() == 66_171_439
    assert population.rows["status"].isna().sum() == 7436


def test_sheets_of_provinces_are_read_and_their_summary_is_not(
    tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / "งบ.xlsx"
    columns = ["อำเภอ", "ตำบล", "ปีงบประมาณ", "งบประมาณ"]
    saraburi = pd.DataFrame([["วิหารแดง", "เจริญธรรม", 2566, 100]], columns=columns)
    suphan = pd.DataFrame([["เมืองสุพรรณบุรี", "รั้วใหญ่", 2566, 200]], columns=columns)
    with pd.ExcelWriter(path) as writer:
        pd.concat([saraburi, suphan]).to_excel(writer, sheet_name="รวม", index=False)
        saraburi.to_excel(writer, sheet_name="สระบุรี", index=False)
        suphan.to_excel(writer, sheet_name="จังหวัดสุพรรณบุรี", index=False)
        pd.DataFrame([["สระบุรี", 100, 2566]], columns=["จังหวัด", "งบประมาณ", "ปี"]).to_excel(
            writer, sheet_name="รายจังหวัด", index=False
        )
    draft = join(reading.read(path, load("budget"), settings=settings), Matcher())
    assert draft.sheet == "สระบุรี, จังหวัดสุพรรณบุรี"
    matched = draft.rows[draft.rows["status"] == "matched"]
    assert list(matched["area_code"]) == ["190406", "720102"]
    assert draft.baht()["matched"] == 300
    assert "รวม, รายจังหวัด" in draft.notes[0].text("th")


def test_sections_give_their_district_to_the_rows_below(tmp_path: Path, settings: Settings) -> None:
    path = csv(
        tmp_path,
        "รายชื่อสภา จังหวัดสระบุรี,\nที่,ตำบล\n,อำเภอวิหารแดง\n1,เจริญธรรม\n2,วิหารแดง\n"
        ",อ.หนองแค (18 ตำบล)\n1,หนองแค\n",
    )
    draft = join(
        reading.read(path, load("council"), settings=settings),
        Matcher(),
    )
    assert list(draft.rows["area_code"].dropna()) == ["190406", "190404", "190301"]
    assert list(draft.rows["record_status"].dropna().unique()) == ["active"]


def test_name_of_the_council_tells_the_place_where_no_column_does(
    tmp_path: Path, settings: Settings
) -> None:
    path = csv(
        tmp_path,
        "จังหวัด,อำเภอ,ชื่อสภา\nสระบุรี,วิหารแดง,สภาองค์กรชุมชนตำบลเจริญธรรม\nสระบุรี,วิหารแดง,สภาองค์กรชุมชนเทศบาลตำบลวิหารแดง\n",
    )
    read = reading.read(path, load("council"), settings=settings)
    assert list(read.rows["tambon"].dropna()) == ["ตำบลเจริญธรรม"]
    assert list(read.rows["authority"].dropna()) == ["เทศบาลตำบลวิหารแดง"]


def test_numbers_in_millions_by_the_heading_or_the_title(
    tmp_path: Path, settings: Settings
) -> None:
    heading = csv(tmp_path, "ปีงบประมาณ,จังหวัด,งบประมาณ (ล้านบาท)\n2566,สระบุรี,6.74921\n")
    read = reading.read(heading, load("budget"), settings=settings)
    assert list(read.rows["amount_baht"].dropna()) == [Decimal(6749210)]
    title = csv(tmp_path, "(หน่วย : พันบาท),,\nปีงบประมาณ,จังหวัด,งบประมาณ\n2566,สระบุรี,6.5\n")
    read = reading.read(title, load("budget"), settings=settings)
    assert list(read.rows["amount_baht"].dropna()) == [Decimal(6500)]


def test_two_columns_of_money_are_not_chosen_between(tmp_path: Path, settings: Settings) -> None:
    path = csv(tmp_path, "ปี,จังหวัด,งบประมาณ,วงเงิน\n2566,สระบุรี,1,2\n")
    with pytest.raises(FileError, match="งบประมาณ, วงเงิน"):
        reading.read(path, load("budget"), settings=settings)


def test_sheet_without_a_required_column_says_which(tmp_path: Path, settings: Settings) -> None:
    path = csv(tmp_path, "จังหวัด,ปีงบประมาณ,เงินอื่น\nสระบุรี,2566,1\n")
    with pytest.raises(FileError) as caught:
        reading.read(path, load("budget"), settings=settings)
    assert caught.value.key == "registers_columns_missing"
    assert "งบประมาณ (บาท)" in caught.value.text("th")


def test_year_is_rejected_row_by_row_where_nothing_tells_it(
    tmp_path: Path, settings: Settings
) -> None:
    path = csv(tmp_path, "จังหวัด,งบประมาณ\nสระบุรี,5\n")
    read = reading.read(path, load("budget"), settings=settings)
    assert list(read.rows["reason_key"]) == ["registers_header_row", "registers_required_blank"]
    assert read.rows["amount_baht"].iloc[1] == 5


def test_file_that_is_no_register_at_all(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(FileError) as caught:
        reading.read(csv(tmp_path, "a,b\n1,2\n"), load("council"), settings=settings)
    assert caught.value.key == "registers_no_header"


def test_columns_whose_cells_decide_are_said(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "ส.csv"
    path.write_text(
        "จังหวัด,อำเภอ,ตำบล,มีสภาองค์กรชุมชน,ไม่มีสภา,วันที่จดแจ้ง\n"
        "สระบุรี,วิหารแดง,เจริญธรรม,✓,,45000\n"
        "สระบุรี,วิหารแดง,บ้านลำ,,✓,\n",
        encoding="utf-8",
    )
    found = reading.read(path, load("council"), settings=settings)
    said = {note.key: note for note in found.notes}
    assert set(said) == {"note_encoding", "note_status_read", "note_serials"} & set(said)
    assert {"note_status_read", "note_serials"} <= set(said)
    assert "ไม่มีสภา" in said["note_status_read"].text("en")
    assert "45000" not in said["note_serials"].text("th")
    assert found.columns["มีสภาองค์กรชุมชน"] == "record_status"


def test_column_that_needs_a_name_is_said(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "ส.csv"
    path.write_text("อำเภอ,ตำบล,แผน\nวิหารแดง,เจริญธรรม,มี\n", encoding="utf-8")
    found = reading.read(path, load("council"), settings=settings)
    undecided = [note for note in found.notes if note.key == "note_status_undecided"]
    assert "แผน" in undecided[0].text("th")
    assert found.rows["record_status"].isna().all()
