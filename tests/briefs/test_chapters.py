"""What a brief says, at every level and in both languages."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pandas as pd
import pytest

from areamap import settings
from areamap.briefs import making
from areamap.briefs.chapters import contents, missing
from areamap.briefs.chapters.telling import Telling
from areamap.direction import assignments
from areamap.i18n import Lang
from areamap.store.assignments import Place
from areamap.workspace import Workspace
from tests.briefs.conftest import AS_OF, Make
from tests.briefs.test_content import figure

if TYPE_CHECKING:
    from areamap.direction.brief import Facts

WHOLE = [
    "standing", "coverage", "missing", "funds", "housing", "money", "partners", "change", "asks"
]  # fmt: skip
LEVELS = {"190406": "tambon", "1904": "district", "19": "province", "upper-central": "cluster"}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("area", LEVELS)
def test_every_level_is_told_in_both_languages(area: str, lang: Lang, make: Make) -> None:
    content, _ = make(area, lang)
    assert content.area.level == LEVELS[area]
    keys = [each.key for each in content.chapters]
    assert keys == (WHOLE if area != "190406" else [*WHOLE[:1], "money", *keys[2:]])
    texts = [said.text for chapter in content.chapters for said in chapter.said]
    assert all(texts)
    assert not [text for text in texts if "{" in text or "**" in text or "nan" in text]
    assert content.is_sample
    assert content.warning
    assert content.made_from == tuple(
        sorted(each.publication or 0 for each in content.sources[:-1])
    )


def test_areas_of_groups_and_of_the_country_are_told(make: Make) -> None:
    zone = make("TH")[0]
    assert [each.key for each in zone.chapters] == WHOLE
    assert set(zone.areas) == {"tambon", "district", "province"}
    assert len(zone.areas["province"]) == 77


def test_both_bases_are_named(make: Make) -> None:
    chapter = make("upper-central")[0].chapter("coverage")
    assert chapter
    assert {each.key for each in chapter.tables} == {"council_tambon", "council_authority"}
    said = chapter.said[0]
    assert {figure.basis for figure in said.figures} == {"tambon", "authority"}
    assert "ตำบล" in said.text
    assert "อปท." in said.text


def test_gaps_name_authority_and_helpers(make: Make) -> None:
    chapter = make("upper-central")[0].chapter("missing")
    assert chapter
    table = chapter.tables[0]
    names = {each.name for each in table.columns}
    assert {"counterpart", "mentor", "vulnerable"} <= names
    assert table.frame["counterpart"].notna().all()
    people = table.frame["population"].dropna()
    assert people.is_monotonic_decreasing


def test_it_asks_for_nothing_that_the_registers_do_not_show(make: Make) -> None:
    content = make("19")[0]
    asks, missing = content.chapter("asks"), content.chapter("missing")
    assert asks
    assert missing
    asked = [
        each.proof.command for said in asks.said for each in said.figures if "gaps." in each.measure
    ]
    assert ["fund" in each for each in asked] == [True], "no council lacks in Saraburi"
    lacking = next(said for said in missing.said if said.figures)
    assert asks.said[0].figures[0].value == lacking.figures[0].value
    assert set(asked) == {lacking.figures[0].proof.command}


def test_pictures_show_every_tambon_and_count_it_once(make: Make) -> None:
    for area in LEVELS:
        content, terrain = make(area)
        for chapter in content.chapters:
            for picture in chapter.pictures:
                assert picture.kind == terrain.kind == "schematic"
                assert list(picture.classes.index) == list(picture.tambons)
                counts = [int((look.count or "0").replace(",", "")) for look in picture.looks]
                drawn = picture.classes.value_counts()
                assert {at: count for at, count in enumerate(counts) if count} == drawn.to_dict()


def test_the_least_come_first_so_that_whoever_cuts_keeps_them(make: Make) -> None:
    chapter = make("upper-central")[0].chapter("coverage")
    assert chapter
    rates = chapter.graphs[0].frame.iloc[:, 0].dropna()
    assert len(set(rates)) > 1
    assert rates.is_monotonic_increasing


def test_one_is_told_as_one() -> None:
    telling = Telling(cast("Facts", None), "en", "schematic")
    one, two = (figure(value=float(count), shown=str(count)) for count in (1, 2))
    assert telling.say("lack_council", count=one).text == "1 tambon has no council yet"
    assert telling.say("lack_council", count=two).text == "2 tambons have no council yet"


def test_a_gap_list_says_who_goes_and_by_when(sample_home: Path) -> None:
    opened = Workspace.open(settings.load(sample_home))
    today = opened.direction.everything().as_of
    place = Place("fund", "tambon", "190318", is_sample=True)
    told = assignments.Told("ทีม <b>", date(2027, 1, 31), step=assignments.Step.VISITED)
    opened.store.assignments.put([assignments.wanted(place, told, None)], "tester")
    table = missing.table(Telling(opened.direction.facts("1903"), "th", "schematic"), "fund")
    assert "assigned" in {each.name for each in table.columns}
    sent = table.frame.set_index("code")["assigned"].dropna()
    assert sent.to_dict() == {"190318": "ทีม <b> · 31 ม.ค. 2570 · ไปแล้ว"}
    # Of a day before, nobody had been sent.
    before = opened.direction.facts("1903", today - timedelta(days=1))
    table = missing.table(Telling(before, "th", "schematic"), "fund")
    assert "assigned" not in {each.name for each in table.columns}


def test_a_day_before_the_register_tells_less(make: Make) -> None:
    now, before = make("19")[0], make("19", "th", date(2020, 6, 30))[0]
    table = before.chapter("money")
    assert table
    assert table.tables[0].frame["fiscal_year"].max() == 2563
    assert "2563" not in before.subtitle or "31 มี.ค." in now.subtitle


def test_nothing_is_said_of_what_is_not_published(empty_home: Path) -> None:
    opened = Workspace.open(settings.load(empty_home))
    content, _ = making.brief(opened.direction, opened.boundaries, empty_home, "19", as_of=AS_OF)
    assert [each.key for each in content.chapters] == ["standing", "asks"]
    assert not [
        figure for chapter in content.chapters for s in chapter.said for figure in s.figures
    ]
    assert content.made_from == ()
    assert not content.is_sample


def test_runs_of_publications_are_short(make: Make) -> None:
    assert contents._runs([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert contents._runs([4]) == "4"


def test_a_register_that_is_gone_takes_its_chapter_along(filled_home: Path) -> None:
    opened = Workspace.open(settings.load(filled_home))
    facts = opened.direction.facts("19", AS_OF)
    known = {name: each for name, each in facts.snapshot.publications.items() if name != "budget"}
    less = replace(facts, snapshot=replace(facts.snapshot, publications=known))
    terrain = making.terrain(opened.boundaries, filled_home, less, "th")
    told = contents.content(less, terrain, "th")
    assert told.chapter("money") is None
    assert "ยังไม่ทราบเรื่องงบประมาณ" in " ".join(s.text for s in told.chapters[0].said)


def test_the_geodata_adds_up_to_the_chapters(make: Make) -> None:
    content, _ = make("19")
    tambons, districts = content.areas["tambon"], content.areas["district"]
    for name in ("population", "funds", "housing_projects", "fund_members", "housing_baht"):
        assert tambons[name].sum() == pytest.approx(districts[name].sum())
    covered = tambons["council_state"].isin(["registered", "covered", "partly"]).sum()
    assert covered == districts["council_tambon_covered"].sum()
    assert pd.isna(tambons.loc[tambons["funds"] == 0, "fund_members"]).all()
