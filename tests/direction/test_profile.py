"""Everything that is known about one tambon, from registers written by hand."""

from datetime import date
from pathlib import Path

import pytest

from areamap import settings
from areamap.briefs.sentences import place
from areamap.cli.profile import _everything
from areamap.direction import headlines
from areamap.direction.profile import today
from areamap.errors import PlaceError
from areamap.i18n import LANGS
from areamap.places.levels import Level
from areamap.workspace import Workspace
from tests.quality.homes import publish

DAY = date(2026, 11, 20)
HERE = {"area_code": "190406"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Open a home with a few real records around ต.เจริญธรรม."""
    opened = Workspace.open(settings.load(tmp_path))
    publish(
        opened.store,
        "council",
        HERE
        | {
            "council_name": "สภาฯ เจริญธรรม",
            "record_status": "active",
            "registered_date": "2016-03-28",
            "member_groups": 28,
            "council_members": 27,
        },
    )
    fund = HERE | {"fund_name": "กองทุน", "record_status": "active", "founded_year": 2552}
    publish(
        opened.store,
        "fund",
        fund | {"fiscal_year": 2567, "members": 100, "circulating_baht": 1000.0},
        fund | {"fiscal_year": 2568, "members": 90, "circulating_baht": 73_250.5},
    )
    publish(
        opened.store,
        "budget",
        HERE
        | {"fiscal_year": 2566, "agency": "พอช.", "work_line": "สภาฯ", "amount_baht": 73_250.0},
        HERE | {"fiscal_year": 2566, "agency": "อบต.", "work_line": "สภาฯ", "amount_baht": 0.5},
        {"area_code": "19", "fiscal_year": 2566, "agency": "พอช.", "amount_baht": 9e6},
    )
    return opened


def test_sentences_say_what_the_registers_hold(workspace: Workspace) -> None:
    found = workspace.direction.profile("190406", DAY)
    said = place.said(found, "th")
    assert place.answer(found, "th").startswith("ตำบลเจริญธรรม มีสภาองค์กรชุมชน มีกองทุนสวัสดิการ")
    assert said["council"] == [
        "มีสภาองค์กรชุมชนของตนเอง",
        "จดแจ้งจัดตั้งเมื่อ 28 มีนาคม 2559",
        "ประกอบด้วยกลุ่มและองค์กรสมาชิก 28 กลุ่ม และสมาชิกสภา 27 คน",
    ]
    assert said["fund"][1:] == [
        "ปีงบประมาณ 2568 มีสมาชิก 90 คน และเงินกองทุนหมุนเวียน 73,250 บาท",
        "สมาชิกลดลง 10 คน จากปีงบประมาณ 2567 ที่มี 100 คน",
    ]
    english = place.said(found, "en")
    assert english["council"][1] == "The council was registered on 28 March 2016."
    assert not found.is_sample
    assert place.as_of(found, "en") == "As of 20 November 2026"


def test_money_of_the_province_is_not_the_tambons(workspace: Workspace) -> None:
    found = workspace.direction.profile("190406", DAY)
    assert found.money["amount_baht"].sum() == 73_250.5
    own = workspace.snapshot("budget").budget(Level.TAMBON, within="190406")
    assert own["amount_baht"].sum() == found.money["amount_baht"].sum()


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_published_is_unknown_in_every_part(workspace: Workspace, lang: str) -> None:
    said = place.said(workspace.direction.profile("190406", DAY), lang)  # type: ignore[arg-type]
    word = {"th": "ไม่ทราบ", "en": "not known"}[lang]
    for section in ("place", "housing", "agreement", "plan", "vulnerable"):
        assert any(word in each.lower() for each in said[section]), section
    assert list(said) == list(place.SECTIONS)
    assert all(said.values())


def test_a_real_register_takes_all_of_the_sample_away(sample_home: Path) -> None:
    opened = Workspace.open(settings.load(sample_home))
    assert opened.direction.profile("100201").is_sample
    publish(opened.store, "council", HERE | {"record_status": "active"})
    found = opened.direction.profile("190406")
    assert not found.is_sample
    assert not found.tells_of("fund")
    assert found.people.isna().all()


def test_a_khwaeng_has_the_council_of_its_khet(sample_home: Path) -> None:
    found = Workspace.open(settings.load(sample_home)).direction.profile("100201")
    assert found.states.loc["council", "state"] == "covered"
    assert "สภาองค์กรชุมชนเขตดุสิต" in place.said(found, "th")["council"][0]
    assert place.answer(found, "en").startswith("Khwaeng Dusit: ")
    told = _everything(found, place.said(found, "th"))
    assert told["sentences"]["place"][0] == "แขวงดุสิตอยู่ในเขตดุสิต กรุงเทพมหานคร"


def test_a_retired_code_leads_to_its_one_successor_and_is_told() -> None:
    assert today("190102") == "191306"
    with pytest.raises(PlaceError) as refused:
        today("999999")
    assert refused.value.key == "profile_no_tambon"
    with pytest.raises(PlaceError):
        today("19")


def test_a_council_of_this_year_is_gained_since_a_year(workspace: Workspace) -> None:
    snapshot = workspace.snapshot("council", as_of=DAY)
    publish(
        workspace.store,
        "council",
        HERE | {"record_status": "active", "registered_date": "2016-03-28"},
        {"area_code": "190404", "record_status": "active", "registered_date": "2026-03-28"},
        {
            "area_code": "190403",
            "record_status": "dissolved",
            "registered_date": "2016-03-28",
            "dissolved_date": "2026-01-02",
        },
    )
    snapshot = workspace.snapshot("council", as_of=DAY)
    found = headlines.moved(snapshot, within="1904")
    assert (found.since, found.gained, found.lost, found.untold) == (date(2025, 11, 20), 1, 1, 0)
