"""The documents that every page of the director offers."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

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
