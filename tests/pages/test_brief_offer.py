"""The documents that every page of the director offers."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap.briefs import sets
from areamap.places.hierarchy import Area
from areamap.progress import Progress
from areamap.ui import brief_offer

PAGE = str(Path(__file__).parents[2] / "pages" / "clusters.py")


def at(scope: str, lang: str = "th") -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=60)
    page.query_params["scope"] = scope
    page.query_params["lang"] = lang
    return page.run()


@pytest.mark.usefixtures("sample_home")
def test_a_document_is_made_and_offered() -> None:
    page = at("19")
    assert not page.exception
    assert [each.key for each in page.button if each.key == "brief_make"]
    page.radio(key="brief_kind").set_value("workbook.xlsx").run()
    page.button(key="brief_make").click().run()
    assert not page.exception
    assert not page.error
    made = page.session_state[brief_offer._MADE]
    assert made.name.endswith(".xlsx")
    assert made.name.startswith("saraburi-workbook-")
    assert made.content.startswith(b"PK")
    assert made.key[0] == "19"


@pytest.mark.usefixtures("sample_home")
def test_the_set_is_offered_where_provinces_lie() -> None:
    assert len(at("upper-central").radio(key="brief_kind").options) == 8
    assert len(at("19").radio(key="brief_kind").options) == 7


@pytest.mark.usefixtures("sample_home")
def test_what_a_set_lacks_is_told_and_the_others_are_offered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = []

    def make(order: sets.Order, areas: list[Area], progress: Progress) -> sets.Made:
        told.extend(area.code for area in areas)
        progress(0.5, "brief.doing_write")
        file = order.folder / "17-sing-buri-slides.pptx"
        file.write_bytes(b"slides")
        return sets.Made((file,), (("17-sing-buri-report.docx", "*no* paper"),))

    monkeypatch.setattr(sets, "make", make)
    page = at("upper-central")
    page.radio(key="brief_kind").set_value("set.zip").run()
    page.button(key="brief_make").click().run()
    assert not page.exception
    assert not page.error
    assert told == ["14", "15", "16", "17", "18", "19"]
    assert page.session_state[brief_offer._MADE].content.startswith(b"PK")
    said = next(each.value for each in page.warning if "sing" in each.value)
    assert "\\*no\\* paper" in said
