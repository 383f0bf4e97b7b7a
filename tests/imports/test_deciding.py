from decimal import Decimal
from pathlib import Path

import pytest

from areamap.errors import FileError
from areamap.imports import ImportDesk
from areamap.store import Decision
from tests.imports.desks import COUNCILS, RUA_YAI, adds_up, begin, budget, open_home

POPULATION = """จังหวัด,อำเภอ,ตำบล,ประชากร
สระบุรี,วิหารแดง,เจริญธรรม,100
สระบุรี,วิหารแดง,เจริญธรรม,200
สระบุรี,วิหารแดง,หนองหมู,300
"""


@pytest.fixture
def desk(tmp_path: Path) -> ImportDesk:
    return open_home(tmp_path).imports


def choose(row: int, area_code: str, sheet: str = "งบ") -> Decision:
    return Decision(sheet=sheet, row=row, action="choose", area_code=area_code)


def test_total_that_is_none_can_be_made_a_record(desk: ImportDesk) -> None:
    text = budget(["วิหารแดง", "หนองหมู", "บ้าน", 100]) + "\nรวม,,,โครงการรวมใจ,100,2566"
    kept = begin(desk, text, register="budget", name="งบ.csv")
    assert desk.work(kept.id).draft.baht()["ignored"] == Decimal(100)
    desk.decide(kept.id, [choose(3, "190406")], "")
    work = desk.work(kept.id)
    assert work.draft.baht()["matched"] == Decimal(200)
    assert adds_up(work, 3, Decimal(200))


def test_row_without_a_place_is_placed(desk: ImportDesk) -> None:
    text = "จังหวัด,อำเภอ,ตำบล,โครงการ,งบประมาณ,ปีงบประมาณ\n,,,บ้าน,100,2566\n,,,บ้าน,,2566\n"
    kept = begin(desk, text, register="budget", name="งบ.csv")
    assert desk.work(kept.id).draft.counts()["rejected"] == 2
    desk.decide(kept.id, [choose(2, "19")], "")
    assert desk.work(kept.id).draft.baht()["matched"] == Decimal(100)
    with pytest.raises(FileError):
        desk.decide(kept.id, [choose(3, "19")], "")


def test_row_that_records_nothing_is_no_record_for_having_a_place(desk: ImportDesk) -> None:
    head = "จังหวัด,อำเภอ,ตำบล,ชื่อโครงการ,ครัวเรือน,งบประมาณ,ปีงบประมาณ\n"
    text = head + "สระบุรี,วิหารแดง,หนองหมู,บ้าน,5,100,2566\n,,,บ้าน,0,0,2566\n"
    kept = begin(desk, text, register="housing", name="งบ.csv")
    with pytest.raises(FileError):
        desk.decide(kept.id, [choose(3, "190406")], "")


def test_contradiction_stays_where_both_are_taken(desk: ImportDesk) -> None:
    kept = begin(desk, POPULATION, register="population", name="งบ.csv")
    assert desk.work(kept.id).draft.counts()["ambiguous"] == 2
    desk.decide(kept.id, [choose(2, "190406"), choose(3, "190406")], "")
    assert desk.work(kept.id).draft.counts()["ambiguous"] == 2
    desk.decide(kept.id, [Decision(sheet="งบ", row=3, action="drop", note="เก่า")], "")
    counts = desk.work(kept.id).draft.counts()
    assert (counts["matched"], counts["ignored"]) == (2, 2)


def test_later_decision_holds_and_a_corrected_place_takes_it_back(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    sheet = "สภา_สระบุรี"
    desk.decide(kept.id, [choose(5, RUA_YAI, sheet), choose(5, "190406", sheet)], "")
    assert desk.work(kept.id).draft.rows["area_code"].iloc[4] == "190406"
    mend = Decision(sheet=sheet, row=5, action="correct", column="province", value="สุพรรณบุรี")
    district = Decision(sheet=sheet, row=5, action="correct", column="district", value="เมือง")
    desk.decide(kept.id, [mend, district], "สมศรี")
    row = desk.work(kept.id).draft.rows.iloc[4]
    assert (row["area_code"], row["reason_key"]) == (RUA_YAI, "imports_corrected")
    desk.publish(kept.id, mode="all", by="สมศรี", seen=None)
    row = desk.work(begin(desk, COUNCILS).id).draft.rows.iloc[4]
    assert (row["area_code"], row["reason_values"]["by"]) == (RUA_YAI, "สมศรี")


def test_choice_against_the_words_of_a_row_is_for_that_row_alone(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    sheet = "สภา_สระบุรี"
    desk.decide(kept.id, [choose(2, "190401", sheet), choose(5, RUA_YAI, sheet)], "")
    desk.publish(kept.id, mode="all", by="", seen=None)
    more = COUNCILS + "สระบุรี,วิหารแดง,เจริญธรรม,1/1/2561\n"
    areas = desk.work(begin(desk, more).id).draft.rows["area_code"]
    assert areas.iloc[1] == "190401"
    assert areas.iloc[5] == "190406"


def test_what_was_decided_for_the_last_file_can_be_taken_back(desk: ImportDesk) -> None:
    sheet = "สภา_สระบุรี"
    kept = begin(desk, COUNCILS)
    drop = Decision(sheet=sheet, row=2, action="drop", note="ซ้ำ")
    mend = Decision(
        sheet=sheet, row=3, action="correct", column="registered_date", value="2/2/2562"
    )
    desk.decide(kept.id, [drop, mend, choose(5, RUA_YAI, sheet)], "สมศรี")
    desk.publish(kept.id, mode="all", by="สมศรี", seen=None)
    again = begin(desk, COUNCILS)
    rows = desk.work(again.id).draft.rows
    assert rows["status"].iloc[1] == "ignored"
    assert rows["reason_key"].iloc[2] == "imports_corrected"
    assert desk.changes(again.id, "all").rows.empty
    desk.decide(again.id, [Decision(sheet=sheet, row=2, action="leave")], "")
    assert desk.work(again.id).draft.rows["area_code"].iloc[1] == "190406"
    desk.publish(again.id, mode="all", by="", seen=1)
    third = desk.work(begin(desk, COUNCILS).id).draft.rows
    assert third["status"].iloc[1] == "matched"
    assert third["reason_key"].iloc[2] == "imports_corrected"


def test_places_that_were_decided_in_two_ways_are_not_remembered(desk: ImportDesk) -> None:
    text = COUNCILS + "กาญจนบุรี,เมืองกาญจนบุรี,รั้วใหญ่,1/1/2560\n"
    sheet = "สภา_สระบุรี"
    kept = begin(desk, text)
    desk.decide(kept.id, [choose(5, RUA_YAI, sheet), choose(6, "190406", sheet)], "")
    desk.publish(kept.id, mode="all", by="", seen=None)
    same = desk.work(begin(desk, text).id).draft
    assert same.rows["area_code"].tolist()[4:] == [RUA_YAI, "190406"]
    other = text.replace("15/3/2559", "16/3/2559").replace("1/1/2560", "2/1/2560")
    assert desk.work(begin(desk, other).id).draft.counts()["suggested"] == 2


def test_nothing_is_remembered_without_a_source(desk: ImportDesk) -> None:
    for _ in range(2):
        file = desk.pasted(COUNCILS.replace(",", "\t"))
        kept = desk.begin(file, by="", register="council")
        assert kept.source == ""
        work = desk.work(kept.id)
        assert work.draft.counts()["suggested"] == 1
        desk.decide(kept.id, [choose(5, RUA_YAI, work.draft.sheet)], "")
        desk.publish(kept.id, mode="all", by="", seen=desk.changes(kept.id, "all").in_force)
