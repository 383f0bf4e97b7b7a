import csv
import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from areamap.cli import output


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name_th": ["ที่อยู่อาศัย", None],
            "people": pd.array([1234, None], dtype="Int64"),
            "rate_pct": [99.7, float("nan")],
            "baht": [Decimal("6749210.5"), None],
        },
        index=pd.Index(["19", "30"], name="area_code"),
    )


def test_csv_has_the_index_first_and_nothing_for_missing(
    frame: pd.DataFrame, capsys: pytest.CaptureFixture[str]
) -> None:
    output.show_frame(frame, "csv")
    first, second = csv.DictReader(StringIO(capsys.readouterr().out))
    assert first == {
        "area_code": "19",
        "name_th": "ที่อยู่อาศัย",
        "people": "1234",
        "rate_pct": "99.7",
        "baht": "6749210.5",
    }
    assert second == {"area_code": "30", "name_th": "", "people": "", "rate_pct": "", "baht": ""}


def test_json_has_days_as_people_write_them(capsys: pytest.CaptureFixture[str]) -> None:
    frame = pd.DataFrame({"ends": [pd.Timestamp(2024, 5, 23), pd.NaT]})
    output.show_frame(frame, "json")
    found = json.loads(capsys.readouterr().out)
    assert found == [{"ends": "2024-05-23"}, {"ends": None}]


def test_json_has_codes_as_text_and_null_for_missing(
    frame: pd.DataFrame, capsys: pytest.CaptureFixture[str]
) -> None:
    output.show_frame(frame, "json")
    first, second = json.loads(capsys.readouterr().out)
    assert (first["area_code"], first["people"]) == ("19", 1234)
    assert second["people"] is None
    assert second["rate_pct"] is None


def test_table_is_never_cut_in_a_pipe_and_takes_no_orders_from_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = "[bold red]ต.[/bold red] \x1b[2J " + "ย" * 120
    output.show_frame(pd.DataFrame({"name_th": [name], "n": [1234567]}), "table")
    printed = capsys.readouterr().out
    assert "[bold red]ต.[/bold red]" in printed
    assert "ย" * 120 in printed
    assert "1234567" in printed
    assert "\x1b[2J" not in printed


def test_file_for_excel_begins_with_its_mark(frame: pd.DataFrame, tmp_path: Path) -> None:
    output.write_csv(frame, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_no_text_of_a_csv_is_a_live_formula(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = pd.DataFrame(
        {"source": ["=cmd|'/c calc'!A0", "@SUM(1)"], "change": [-5.0, 2.0]},
        index=pd.Index(["+19", "30"], name="area_code"),
    )
    output.show_frame(frame, "csv")
    printed = list(csv.reader(StringIO(capsys.readouterr().out)))
    output.write_csv(frame, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.reader(file))
    assert printed == written
    assert printed[1:] == [["+19", "'=cmd|'/c calc'!A0", "-5.0"], ["30", "'@SUM(1)", "2.0"]]
