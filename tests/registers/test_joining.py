"""Rows become areas, at the levels that their register keeps."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame

from areamap import settings as app_settings
from areamap.i18n import LANGS, t
from areamap.places import gazetteer
from areamap.places.matching import Matcher
from areamap.registers import reading
from areamap.registers.definitions import load
from areamap.registers.joining import STATES, Draft, PlaceMatcher, join

AUTHORITIES = """province_code,geocode,type,name_th,name_en,tambon_codes
19,190406,TAO,เจริญธรรม,Charoen Tham,190406
19,1999,ThesabanTambon,วิหารแดง,Wihan Daeng,190404* 190402
20,2096,Mueang,พัทยา,Phatthaya,200402* 200403*
"""


class Fake:
    """Answers by the name of the tambon."""

    def __init__(self, answers: Mapping[str, tuple[str, str | None, str | None]]) -> None:
        self.answers = answers

    def match(self, places: DataFrame) -> DataFrame:
        found = [self.answers[name] for name in places["tambon"]]
        return DataFrame(
            {
                "status": [status for status, _, _ in found],
                "area_code": [area for _, area, _ in found],
                "authority_code": [authority for _, _, authority in found],
                "suggested_codes": [("190404",) if s != "matched" else () for s, _, _ in found],
                "reason_key": ["places_nothing"] * len(found),
                "reason_values": [{} for _ in found],
            },
            index=places.index,
        )


def draft(tmp_path: Path, register: str, text: str, matcher: PlaceMatcher | None = None) -> Draft:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    read = reading.read(path, load(register), settings=app_settings.load(tmp_path))
    return join(read, matcher or Matcher())


def test_answers_land_on_their_rows(tmp_path: Path) -> None:
    matcher = Fake(
        {
            "ก": ("matched", "190406", None),
            "ข": ("suggested", None, None),
            "ค": ("matched", "190404", "1999"),
        }
    )
    found = draft(tmp_path, "council", "ตำบล,สถานะ\nก,มี\n,\nข,มี\nรวม,\nค,งง\nค,มี\n", matcher)
    assert list(found.rows["status"]) == [
        *("ignored", "matched", "ignored", "suggested", "ignored", "rejected", "matched"),
    ]
    assert found.rows["area_code"].tolist()[1] == "190406"
    assert found.rows["authority_code"].tolist()[6] == "1999"
    assert found.rows["suggested_codes"].tolist()[3] == ("190404",)
    assert found.counts() == {
        "matched": 2,
        "suggested": 1,
        "ambiguous": 0,
        "unmatched": 0,
        "rejected": 1,
        "ignored": 3,
    }
    assert list(found.open_rows["row"]) == [4]
    assert found.baht() == {}


@pytest.mark.parametrize(
    ("register", "area", "authority", "status", "reason"),
    [
        ("council", "190406", None, "matched", None),
        ("council", "1003", None, "matched", None),
        ("council", "1904", None, "unmatched", "registers_level_district"),
        ("council", "19", None, "unmatched", "registers_level_province"),
        ("council", "190404", "1999", "matched", None),
        ("population", "190404", "1999", "unmatched", "registers_level_authority"),
        ("population", "1003", None, "unmatched", "registers_level_khet"),
        ("budget", "19", None, "matched", None),
        ("budget", "upper-central", None, "matched", None),
        ("housing", "upper-central", None, "unmatched", "registers_level_cluster"),
        ("housing", "19", None, "matched", None),
    ],
)
def test_levels_that_a_register_keeps(
    tmp_path: Path, register: str, area: str, authority: str | None, status: str, reason: str | None
) -> None:
    found = draft(
        tmp_path,
        register,
        "ตำบล,ปีงบประมาณ,งบประมาณ,population\nก,2566,5,7\n",
        Fake({"ก": ("matched", area, authority)}),
    )
    row = found.rows.iloc[1]
    assert row["status"] == status
    if status == "matched":
        assert row["area_code"] == area
    else:
        assert pd.isna(row["area_code"])
        assert pd.isna(row["authority_code"])
        assert row["reason_key"] == reason
        for lang in LANGS:
            assert t(f"reasons.{reason}", lang, **row["reason_values"])


def test_authorities_are_placed_by_their_tambons(tmp_path: Path) -> None:
    retired = gazetteer.retired()
    old = retired[(retired["level"] == "tambon") & retired["successors"].map(len).eq(1)].iloc[0]
    text = f"{AUTHORITIES}19,1998,TAO,ก,K,190406 999999\n19,1997,TAO,ข,Kh,190406 {old.name}\n"
    found = draft(tmp_path, "authority", text)
    assert list(found.rows["status"]) == [
        *("ignored", "matched", "matched", "matched", "unmatched", "suggested"),
    ]
    assert found.rows["area_code"].tolist()[1:4] == ["190406", "190402", "200402"]
    assert found.rows["authority_code"].tolist()[1:5] == ["190406", "1999", "2096", "1998"]
    assert found.rows["tambon_codes"].tolist()[2] == "190404* 190402"
    assert found.rows["authority_type"].tolist()[3] == "Mueang"
    assert "999999" in t("reasons.registers_tambon_unknown", "th", **found.rows["reason_values"][4])
    assert found.rows["suggested_codes"].tolist()[5] == old["successors"]


def test_register_of_authorities_serves_the_matcher(tmp_path: Path) -> None:
    authorities = draft(tmp_path, "authority", AUTHORITIES).rows
    known = authorities[authorities["status"] == "matched"]
    found = draft(
        tmp_path,
        "council",
        "จังหวัด,อำเภอ,ตำบล/เทศบาล\nสระบุรี,วิหารแดง,ทต.วิหารแดง\nสระบุรี,วิหารแดง,เจริญธรรม\n",
        Matcher(known),
    )
    assert found.rows["authority_code"].tolist()[1] == "1999"
    assert found.rows["area_code"].tolist()[1:] == ["190404", "190406"]


def test_records_that_contradict_one_another_are_opened(tmp_path: Path) -> None:
    text = "tambon_code,population\n190406,5\n190404,6\n190406,7\n190404,6\n"
    found = draft(tmp_path, "population", text)
    assert list(found.rows["status"]) == [
        *("ignored", "ambiguous", "matched", "ambiguous", "ignored"),
    ]
    assert found.rows["suggested_codes"].tolist()[1] == ("190406",)
    assert found.rows["reason_values"].tolist()[1] == {"rows": "2, 4"}
    assert found.rows["reason_key"].tolist()[4] == "registers_repeated_row"
    codes = AUTHORITIES + "19,190406,TAO,อื่น,Other,190406\n"
    assert draft(tmp_path, "authority", codes).counts()["ambiguous"] == 2


def test_council_listed_twice_counts_once_but_money_is_never_dropped(tmp_path: Path) -> None:
    twice = "ที่,ตำบล,อำเภอ,จังหวัด,ปี,งบประมาณ\n1,เจริญธรรม,วิหารแดง,สระบุรี,2566,5\n"
    twice += "2,เจริญธรรม,วิหารแดง,สระบุรี,2566,5\n"
    assert draft(tmp_path, "council", twice).counts()["matched"] == 1
    money = draft(tmp_path, "budget", twice)
    assert money.counts()["matched"] == 2
    assert money.baht()["matched"] == 10


def test_form_of_a_draft(tmp_path: Path) -> None:
    found = draft(tmp_path, "fund", "ตำบล,อำเภอ,จังหวัด,เงินกองทุน\nเจริญธรรม,วิหารแดง,สระบุรี,5\n")
    assert list(found.rows.columns[:8]) == [
        *("sheet", "row", "status", "area_code", "authority_code"),
        *("suggested_codes", "reason_key", "reason_values"),
    ]
    kinds = load("fund").kinds
    assert set(found.rows.columns[8:]) == set(kinds) - {"authority_code"}
    assert set(found.rows["status"]) <= set(STATES)
    assert found.rows.dtypes["members"] == "Int64"
    assert list(found.cells.columns) == ["ตำบล", "อำเภอ", "จังหวัด", "เงินกองทุน"]
    assert len(found.file_sha256) == 64


def test_reference_files_join_as_they_are(reference: Path, tmp_path: Path) -> None:
    settings = app_settings.load(tmp_path)
    facts = reference / "facts"
    authorities = reading.read(
        facts / "local_authorities.csv", load("authority"), settings=settings
    )
    assert join(authorities, Matcher()).counts()["matched"] == 7773
    population = reading.read(facts / "population_2021.csv", load("population"), settings=settings)
    joined = join(population, Matcher())
    # 501805 was renamed: the file's สบโขง is the gazetteer's แม่หลอง, which a person confirms.
    assert joined.counts()["matched"] + joined.counts()["suggested"] == 7436
    assert joined.counts()["suggested"] <= 1


def test_rejected_row_points_at_its_area_and_joins_nothing(tmp_path: Path) -> None:
    text = "จังหวัด,อำเภอ,ตำบล,วันที่จดแจ้ง\nสระบุรี,วิหารแดง,เจริญธรรม,ไม่แน่ใจ\nโลก,ก,ข,ไม่แน่ใจ\n"
    rows = draft(tmp_path, "council", text).rows.iloc[1:]
    assert list(rows["status"]) == ["rejected", "rejected"]
    assert rows["area_code"].isna().all()
    assert list(rows["suggested_codes"]) == [("190406",), ()]
    assert list(rows["reason_key"]) == ["calendar_no_date"] * 2
